"""Uploads that survive bad Wi-Fi: tus 1.0.0 at ``/desk/uploads/`` (tus.io).

An upload is its sender's own: somebody else's and one that never was give the same
answer. Any client of the protocol may use it with the sender's session and the header
``X-CSRFToken``. In ``Upload-Metadata`` it says the ``filename`` and, as ``story``, the ref
of the memory that the file is for; without one, the file begins a memory of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import http_date
from django.views.decorators.http import require_http_methods

from media.models import ResumableUpload
from media.refusals import Refused
from media.resumable import headers, sending
from media.resumable.destinations import NotNow
from media.resumable.faults import Fault, Malformed, Missing, WrongType
from media.resumable.finishing import finish_if_whole
from media.resumable.parts import length as arrived
from stories.contribute.bodies import Body
from stories.contribute.doors import DeskRequest
from stories.contribute.outcome import outcome, to_go_on_with
from stories.contribute.tus import tus

OVER_ROOM = {"too_big", "no_room", "no_room_in_class"}
"""Refusals that are about size, which have a status of their own (413)."""


@tus
@require_http_methods(["OPTIONS", "GET", "POST"])
def uploads(request: DeskRequest) -> HttpResponse:
    """Begin an upload, or ask, as our own page does, which ones of a memory can be gone on with."""
    if request.method == "GET":
        return JsonResponse({"uploads": to_go_on_with(request.user, request.GET.get("story", ""))})
    return _begun(request)


def _begun(request: DeskRequest) -> HttpResponse:
    """A new upload, with or without its first bytes."""
    if "Upload-Length" not in request.headers or "Upload-Concat" in request.headers:
        raise Malformed
    told = request.headers.get("Upload-Metadata", "")
    about = headers.metadata(told)
    try:
        upload = sending.begin(
            by=request.user,
            size=headers.whole_number(request.headers["Upload-Length"]),
            filename=about.get("filename") or about.get("name", ""),
            destination=about.get("story", ""),
            metadata=told,
        )
    except Refused as refused:
        return _refused(refused)
    except LookupError as error:
        raise Http404 from error
    response = _first_piece(request, upload)
    response["Location"] = reverse("desk_upload", args=[upload.token])
    response["Upload-Expires"] = http_date(upload.expires_at.timestamp())
    return response


def _first_piece(request: DeskRequest, begun: ResumableUpload) -> HttpResponse:
    """What came with the beginning. The client learns the address also where that went wrong."""
    if request.content_type != headers.OCTETS:
        return HttpResponse(status=201)
    try:
        return _append(request, begun, offset=0, status=201)
    except Fault as fault:
        return HttpResponse(status=fault.status)


@tus
@require_http_methods(["OPTIONS", "GET", "HEAD", "PATCH", "DELETE"])
def upload(request: DeskRequest, token: str) -> HttpResponse:
    """One upload: how far it is, more of it, what became of it, or no more of it."""
    found = get_object_or_404(ResumableUpload, user=request.user, token=token)
    return ANSWERS[str(request.method)](request, found)


def _state(request: DeskRequest, found: ResumableUpload) -> HttpResponse:
    """What became of it, for our own page."""
    finish_if_whole(found)
    return JsonResponse(outcome(request, found))


def _offset(request: DeskRequest, found: ResumableUpload) -> HttpResponse:
    finish_if_whole(found)
    here = found.size if found.item_id else arrived(found.token)
    if here is None or found.refusal_code or found.has_expired:
        raise Missing
    response = _described(HttpResponse(), found, here)
    response["Upload-Length"] = str(found.size)
    response["Cache-Control"] = "no-store"
    if found.metadata:
        response["Upload-Metadata"] = found.metadata
    return response


def _piece(request: DeskRequest, found: ResumableUpload) -> HttpResponse:
    if request.content_type != headers.OCTETS:
        raise WrongType
    offset = headers.whole_number(request.headers.get("Upload-Offset"))
    return _append(request, found, offset=offset, status=204)


def _append(
    request: DeskRequest, found: ResumableUpload, *, offset: int, status: int
) -> HttpResponse:
    body = Body(request)
    checksum = headers.checksum(request.headers.get("Upload-Checksum"))
    try:
        sending.append(found, body.pieces(), offset=offset, length=body.length, checksum=checksum)
    except NotNow:
        pass
    except Refused as refused:
        return _described(_refused(refused), found, found.size)
    return _described(HttpResponse(status=status), found, found.offset)


def _give_up(request: DeskRequest, found: ResumableUpload) -> HttpResponse:
    sending.end(found)
    return HttpResponse(status=204)


ANSWERS: dict[str, Callable[[DeskRequest, ResumableUpload], HttpResponse]] = {
    "GET": _state,
    "HEAD": _offset,
    "PATCH": _piece,
    "DELETE": _give_up,
}


def _described(response: HttpResponse, found: ResumableUpload, offset: int) -> HttpResponse:
    response["Upload-Offset"] = str(offset)
    response["Upload-Expires"] = http_date(found.expires_at.timestamp())
    return response


def _refused(refused: Refused) -> HttpResponse:
    """The sentence for whoever sends, in the words of the rest of the desk."""
    status = 413 if refused.code in OVER_ROOM else 422
    return JsonResponse({"refused": refused.sentence, "code": refused.code}, status=status)
