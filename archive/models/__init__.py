"""Showcases: what teachers make of the memories that are public."""

from archive.models.contents import ShowcasePicture, ShowcaseStory
from archive.models.index import ShowcaseIndexPage
from archive.models.showcase import ShowcasePage

__all__ = ["ShowcaseIndexPage", "ShowcasePage", "ShowcasePicture", "ShowcaseStory"]
