"""What every archive has before anybody comes: groups, wordings, vocabulary, review, page tree.

A test that commits for real empties the whole database behind it, so each step
can be taken any number of times.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from families import groups, wordings
from families.roles import Role
from stories import review, vocabulary
from stories.questions import starters

STEPS = ("home.tree", "stories.moderation.permissions", "archive.permissions")
"""Modules of the upper layers with an ``install()`` of their own, in order."""


def install() -> None:
    """Make everything that is missing."""
    wagtail_beginning()
    groups.install({role: [] for role in Role})
    wordings.install()
    vocabulary.install()
    starters.install()
    review.install()
    for name in STEPS:
        if _exists(name):
            import_module(name).install()


def wagtail_beginning() -> None:
    """What Wagtail's own migrations put in: a language, the root page and the root folder."""
    from wagtail.coreutils import get_supported_content_language_variant
    from wagtail.models import Collection, Locale, Page

    language = get_supported_content_language_variant("en-gb")
    Locale.objects.get_or_create(language_code=language)
    if not Page.objects.filter(depth=1).exists():
        Page.add_root(title="Root", slug="root")
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name="Root")


def _exists(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False
