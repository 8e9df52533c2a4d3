"""Files from the device: each on its own, so that one that fails takes no other with it."""

from __future__ import annotations

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from families.models import User
from media.accession import accession
from media.names import shown_name
from media.refusals import Refused
from stories import access
from stories.contribute import saving
from stories.contribute.doors import DeskRequest, at_the_desk, own
from stories.contribute.parts import PartOnScreen
from stories.models import StoryPart

NO_FILE = _("No file came through. Nothing you added is lost. Try again.")
NOT_YOURS_NOW = _("Your teacher has begun to read this memory, so it cannot take more files now.")


@require_POST
@at_the_desk
def add_file(request: DeskRequest, ref: str) -> HttpResponse:
    """Take in one file that a script sends, and answer with its place on the page."""
    memory = own(request.user, ref)
    if not access.may_write(request.user, memory):
        return JsonResponse({"refused": NOT_YOURS_NOW}, status=409)
    upload = request.FILES.get("file")
    if upload is None:
        return JsonResponse({"refused": NO_FILE}, status=422)
    try:
        part = take_in(upload, ref, by=request.user)
    except Refused as refused:
        return JsonResponse({"refused": refused.sentence}, status=422)
    context = {"on_screen": PartOnScreen(part), "story": memory}
    html = render_to_string("stories/desk/_part.html", context, request)
    return JsonResponse({"part": part.pk, "html": html}, status=201)


def take_in_files(request: DeskRequest, ref: str) -> int:
    """Take in whatever files came with the page itself, and say which cannot be used.

    How many were taken in.
    """
    taken = 0
    for upload in request.FILES.getlist("files"):
        try:
            take_in(upload, ref, by=request.user)
            taken += 1
        except Refused as refused:
            messages.error(request, f"“{shown_name(upload.name or '')}”: {refused.sentence}")
    return taken


def take_in(upload: UploadedFile[bytes], ref: str, *, by: User) -> StoryPart:
    """Put a file through accession and at the end of the memory; raises ``Refused``."""
    item = accession(upload=upload, filename=upload.name or "", by=by)
    return saving.append(ref, item, by=by)
