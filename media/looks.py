"""Noting what staff open of other people's files while they are not public."""

from __future__ import annotations

from django.http import HttpRequest

from families.audit.looks import look
from families.roles import Anybody
from media.models import Item
from media.visibility import is_uploader

OPENED = frozenset({"sound.m4a", "film.mp4", "film-1080.mp4", "paper.pdf"})
"""Files that a browser asks for when somebody plays or reads them, not to draw a page."""


def note(user: Anybody, item: Item, word: str = "media.look") -> None:
    """Log that this person looked at a file that somebody else sent."""
    if not is_uploader(user, item):
        look(user, item, word, title=item.ref)


def note_at_the_door(request: HttpRequest, ref: str, name: str) -> None:
    """Log an original, what was played or read, and a picture in a window of its own.

    The small pictures of a page are not logged one by one: the look at the page is.
    """
    word = _word(request, name)
    if not word or request.method != "GET" or not request.user.is_authenticated:
        return
    note(request.user, Item.objects.get(ref=ref), word)


def _word(request: HttpRequest, name: str) -> str:
    if name == "original":
        return "media.look_original"
    is_window = request.headers.get("Sec-Fetch-Dest") == "document"
    return "media.look" if name in OPENED or is_window else ""
