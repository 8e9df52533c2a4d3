"""The addresses below a showcase at which its copies are asked for."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.defaultfilters import filesizeformat

from archive.copies import making
from archive.copies.setting import NotSet
from archive.copies.whole import whole_of
from archive.models import ShowcaseCopy, ShowcasePage
from archive.models.copies import store
from archive.stamps import fact, rest_on
from media import door
from media.offers import Offer

logger = logging.getLogger(__name__)

Kind = ShowcaseCopy.Kind
AGAIN = 5
"""Seconds until a page that waits looks again."""

LATER = 60
"""Seconds after which it may be worth another try where it went wrong."""

TYPES = {"pdf": "application/pdf", "zip": "application/zip"}
ASKED: dict[str, str] = {
    "booklet.pdf": Kind.BOOKLET,
    "booklet-to-print.pdf": Kind.TO_PRINT,
    "poster.pdf": Kind.POSTER,
    "to-keep.zip": Kind.BUNDLE,
}
"""The last part of each address, and what it gives."""

WORDS: dict[str, tuple[str, str]] = {
    Kind.BOOKLET: ("Booklet", "A5, to read on a screen (PDF)"),
    Kind.TO_PRINT: (
        "Booklet to print and fold",
        "On A4 paper, on both sides, turned on the short edge (PDF)",
    ),
    Kind.POSTER: ("Poster", "A3, with a square that leads here (PDF)"),
    Kind.BUNDLE: ("Keep it on a memory stick", "It opens without the internet (ZIP)"),
}


@dataclass(frozen=True)
class Way:
    """One thing to take along, in a visitor’s words."""

    url: str
    title: str
    about: str
    size: str


def ways(page: ShowcasePage) -> list[Way]:
    """All of them, with the size of what was made last. One query at most."""
    sizes = fact(f"sizes of {page.pk}", lambda: _sizes(page))
    return [
        Way(f"{page.address}{name}", *WORDS[kind], sizes.get(kind, ""))
        for name, kind in ASKED.items()
    ]


def _sizes(page: ShowcasePage) -> dict[str, str]:
    rest_on(f"page:{page.pk}")
    return {copy.kind: filesizeformat(copy.size) for copy in page.copies.all()}


def answer(request: HttpRequest, page: ShowcasePage, name: str) -> HttpResponseBase:
    """The file; or a page that says it is being made, and looks again by itself."""
    kind = ASKED[name]
    whole = whole_of(page)
    base = request.build_absolute_uri("/").rstrip("/")
    try:
        copy = making.ready(whole, kind) or making.begin(whole, kind, base=base)
    except (NotSet, making.Changing):
        logger.exception("A copy of showcase %s could not be made: %s", page.pk, name)
        return _page(request, page, kind, status=HTTPStatus.SERVICE_UNAVAILABLE)
    if copy is None:
        return _page(request, page, kind, status=HTTPStatus.ACCEPTED)
    return _sent(request, page, copy, name)


def _page(request: HttpRequest, page: ShowcasePage, kind: str, *, status: int) -> HttpResponse:
    waits = status == HTTPStatus.ACCEPTED
    context = {"page": page, "what": WORDS[kind][0], "again": AGAIN if waits else 0}
    response = render(request, "archive/being_made.html", context, status=status)
    response["Retry-After"] = str(AGAIN if waits else LATER)
    return response


def _sent(
    request: HttpRequest, page: ShowcasePage, copy: ShowcaseCopy, name: str
) -> HttpResponseBase:
    """Through the door. Every browser asks again each time whether its own still counts."""
    ending = name.rpartition(".")[2]
    offer = Offer(
        store=store(),
        folder="parcels",
        name=copy.file,
        content_type=TYPES[ending],
        size=copy.size,
        etag=copy.sha256,
        is_public=True,
        download_as=f"{page.slug}-{name}",
        as_attachment=ending == "zip",
    )
    response = door.send(request, offer)
    response["Cache-Control"] = "no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
