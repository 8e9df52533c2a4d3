"""The one door: every byte of media leaves through `file`, or does not leave.

"No such thing" and "not for you" are one answer, byte for byte. Only what everybody
may see is cached, and only for minutes, so that a withdrawal is soon true everywhere.

With `FILES_ACCEL = "nginx"` the door decides and nginx sends: it needs three internal
locations, `/protected/originals/`, `/protected/derivatives/` and `/protected/parcels/`, each
an alias of that folder, and each with the security headers set again, because nginx drops
ours. What is in a bucket the door sends itself, a piece at a time.
"""

from typing import BinaryIO, cast
from urllib.parse import quote

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import content_disposition_header, parse_etags
from django.views.decorators.http import require_safe

from media import looks, storage
from media.offers import Offer, offered
from media.ranges import BoundedReader, Span, Unsatisfiable, asked_for

PUBLIC = "public, max-age=300, must-revalidate"
PRIVATE = "private, no-store"

SANDBOX = "sandbox; default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'"
READER = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
"""Browsers show no PDF in a sandbox; ours are rebuilt from pictures and hold nothing active."""


@require_safe
def file(request: HttpRequest, ref: str, derivative: str) -> HttpResponseBase:
    """Send the file at `/files/<ref>/<derivative>` to those who may see it; 404 to the others."""
    # Asked before looking, so that a file that is not there takes as long.
    bool(request.user.is_authenticated)
    offer = offered(request.user, ref, derivative)
    if offer is None:
        return nothing(request)
    if not offer.is_public:
        looks.note_at_the_door(request, ref, derivative)
    response = _answer(request, offer)
    _describe(response, offer)
    return response


def send(request: HttpRequest, offer: Offer) -> HttpResponseBase:
    """Send a file that a layer above has found, after it has asked whose it is."""
    response = _answer(request, offer)
    _describe(response, offer)
    return response


@require_safe
def nothing(request: HttpRequest, rest: str = "") -> HttpResponse:
    """The door's only "no", which is the same whatever the reason."""
    response = HttpResponse("Nothing here.\n", status=404, content_type="text/plain")
    response["Cache-Control"] = PRIVATE
    patch_vary_headers(response, ["Cookie"])
    return response


def _answer(request: HttpRequest, offer: Offer) -> HttpResponseBase:
    if _has_it(request, offer):
        return HttpResponse(status=304)
    if settings.FILES_ACCEL == "nginx" and storage.is_local(offer.store):
        return _handed_over(offer)
    if request.method == "HEAD":
        return _whole(HttpResponse(), offer)
    try:
        span = _span(request, offer)
    except Unsatisfiable:
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{offer.size}"
        return response
    return _sent(offer, span)


def _has_it(request: HttpRequest, offer: Offer) -> bool:
    """Whether the browser's copy is this very file (RFC 9110, section 13.1.2)."""
    held = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in held or any(tag.removeprefix("W/") == _etag(offer) for tag in held)


def _span(request: HttpRequest, offer: Offer) -> Span | None:
    """The part asked for; all of it if the browser holds a part of something else."""
    condition = request.headers.get("If-Range", _etag(offer))
    if condition != _etag(offer):
        return None
    return asked_for(request.headers.get("Range", ""), offer.size)


def _sent(offer: Offer, span: Span | None) -> HttpResponseBase:
    stored = cast(BinaryIO, offer.store.open(offer.name))
    if span is None:
        return _whole(FileResponse(stored), offer)
    response = FileResponse(BoundedReader(stored, span), status=206)
    response["Content-Range"] = span.header
    response["Content-Length"] = str(span.length)
    return response


def _whole(response: HttpResponseBase, offer: Offer) -> HttpResponseBase:
    response["Content-Length"] = str(offer.size)
    return response


def _handed_over(offer: Offer) -> HttpResponse:
    """nginx reads this header, takes it off, and sends the file, ranges and all."""
    response = HttpResponse()
    response["X-Accel-Redirect"] = f"/protected/{offer.folder}/{quote(offer.name)}"
    return response


def _describe(response: HttpResponseBase, offer: Offer) -> None:
    """The headers that every answer about a file has, a refusal of a range included."""
    response["Content-Type"] = offer.content_type
    response["ETag"] = _etag(offer)
    patch_vary_headers(response, ["Cookie"])
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = PUBLIC if offer.is_public else PRIVATE
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    is_paper = offer.content_type == "application/pdf" and not offer.as_attachment
    response["Content-Security-Policy"] = READER if is_paper else SANDBOX
    response["Content-Disposition"] = (
        content_disposition_header(offer.as_attachment, offer.download_as) or "inline"
    )


def _etag(offer: Offer) -> str:
    return f'"{offer.etag}"'
