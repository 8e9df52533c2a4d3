"""oEmbed 1.0 (oembed.com): what another site needs to show one of our pages inside its own."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from archive.outside import NAME, addresses, cards, finding
from archive.outside.plain_xml import fit

WIDTH, HEIGHT = 600, 400
"""Pixels of an embedded page where nobody asks for less."""

KEPT = 60 * 60
"""Seconds that another site may keep an answer; what it then frames is asked for afresh."""

DIGITS = 5
"""Of a size in CSS pixels that anybody asks for in earnest."""


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """``/oembed/?url=&format=json|xml&maxwidth=&maxheight=``.

    404 for what is not public or not ours, 410 for what was taken back, 501 for a format that
    we do not speak, as the specification has it; 400 where no address is given.
    """
    form = request.GET.get("format", "json")
    if form not in ("json", "xml"):
        return _said("This answers in json or xml.", 501)
    asked = request.GET.get("url", "")
    if not asked:
        return _said("Say which page: /oembed/?url=…", 400)
    path = addresses.within(request, asked) or ""
    known = _story(request, path) or _showcase(request, path)
    if known is None:
        return _said("Nothing here.", 410 if _was_taken_back(path) else 404)
    answer = _whole(request, known)
    response = JsonResponse(answer) if form == "json" else _as_xml(answer)
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "no-cache"
    return response


def _story(request: HttpRequest, path: str) -> dict[str, str] | None:
    ref = finding.story_ref(path)
    record = finding.story(ref) if ref else None
    if record is None:
        return None
    return {
        "title": record.title,
        "author_name": record.teller,
        "frame": reverse("embed_story", args=[record.ref]),
        "card": f"{record.url}card.jpg",
    }


def _showcase(request: HttpRequest, path: str) -> dict[str, str] | None:
    slug = finding.showcase_slug(path)
    page = finding.showcase(slug) if slug else None
    if page is None:
        return None
    frame = reverse("embed_showcase", args=[page.slug])
    return {"title": page.title, "author_name": "", "frame": frame, "card": f"{page.url}card.jpg"}


def _was_taken_back(path: str) -> bool:
    ref = finding.story_ref(path)
    return bool(ref) and finding.was_taken_back(ref)


def _whole(request: HttpRequest, known: dict[str, str]) -> dict[str, Any]:
    site = addresses.site(request)
    width, height = _at_most(request, "maxwidth", WIDTH), _at_most(request, "maxheight", HEIGHT)
    author = {"author_name": known["author_name"]} if known["author_name"] else {}
    return {
        "version": "1.0",
        "type": "rich",
        "title": known["title"],
        **author,
        "provider_name": NAME,
        "provider_url": f"{site}/",
        "cache_age": KEPT,
        "html": frame(f"{site}{known['frame']}", known["title"], width, height),
        "width": width,
        "height": height,
        **_thumbnail(request, f"{site}{known['card']}"),
    }


def _thumbnail(request: HttpRequest, address: str) -> dict[str, Any]:
    """The drawn card, where it is not larger than anything that was asked for."""
    wide, high = cards.SIZE
    if _at_most(request, "maxwidth", wide) < wide or _at_most(request, "maxheight", high) < high:
        return {}
    return {"thumbnail_url": address, "thumbnail_width": wide, "thumbnail_height": high}


def frame(address: str, title: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    """The element that another page has to hold."""
    return format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy"></iframe>',
        address,
        width,
        height,
        title,
    )


def _at_most(request: HttpRequest, name: str, usual: int) -> int:
    """The usual size, or less where less is asked for. Nonsense is no wish."""
    asked = request.GET.get(name, "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= DIGITS else usual
    return max(1, min(usual, number))


def _as_xml(answer: dict[str, Any]) -> HttpResponse:
    root = ET.Element("oembed")
    for name, value in answer.items():
        ET.SubElement(root, name).text = fit(str(value))
    written = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return HttpResponse(written, content_type="text/xml; charset=utf-8")


def _said(words: str, status: int) -> HttpResponse:
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain; charset=utf-8")
