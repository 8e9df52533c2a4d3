"""Showcases: what teachers make of the memories that are public."""

from archive.models.contents import ShowcasePicture, ShowcaseStory
from archive.models.copies import ShowcaseCopy
from archive.models.index import ShowcaseIndexPage
from archive.models.proposals import LONGEST_CAPTION, Proposal, ProposedStory
from archive.models.sharing import ShowcaseOpening, ShowcaseShare
from archive.models.showcase import ShowcasePage
from archive.models.stamps import PublicStamp
from archive.models.tray import TrayStory
from archive.models.welcome import WelcomedBack

__all__ = [
    "LONGEST_CAPTION",
    "Proposal",
    "ProposedStory",
    "PublicStamp",
    "ShowcaseCopy",
    "ShowcaseIndexPage",
    "ShowcaseOpening",
    "ShowcasePage",
    "ShowcasePicture",
    "ShowcaseShare",
    "ShowcaseStory",
    "TrayStory",
    "WelcomedBack",
]
