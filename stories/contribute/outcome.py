"""What became of an upload, as the page that sent it shows it; and which are still on their way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse

from families.models import User
from media.models import ResumableUpload
from media.names import shown_name
from media.refusals import sentence
from media.resumable import headers
from stories.contribute.doors import DeskRequest
from stories.contribute.parts import PartOnScreen
from stories.models import StoryPart


def outcome(request: DeskRequest, upload: ResumableUpload) -> dict[str, Any]:
    """Its place on the page, the sentence that refuses it, or how far it is."""
    if upload.item_id:
        return _placed(request, upload)
    if upload.refusal:
        return {"refused": upload.refusal, "code": upload.refusal_code}
    answer: dict[str, Any] = {"offset": upload.offset, "size": upload.size}
    if upload.offset == upload.size:
        answer["waiting"] = sentence("not_now")
    return answer


def _placed(request: DeskRequest, upload: ResumableUpload) -> dict[str, Any]:
    """The part that shows it; none if the writer has taken it out since."""
    parts = StoryPart.objects.filter(item=upload.item_id, story__author=request.user)
    part = parts.select_related("item", "story").first()
    if part is None:
        return {"part": None, "html": ""}
    context = {"on_screen": PartOnScreen(part), "story": part.story}
    html = render_to_string("stories/desk/_part.html", context, request)
    return {"part": part.pk, "story": part.story.ref, "html": html}


@dataclass(frozen=True)
class Coming:
    """A file that has begun and not ended, perhaps because it ended too late."""

    upload: ResumableUpload

    @property
    def address(self) -> str:
        return reverse("desk_upload", args=[self.upload.token])

    @property
    def shown_name(self) -> str:
        return shown_name(self.upload.filename)

    @property
    def is_recording(self) -> bool:
        """Whether the desk itself recorded it: it is on the device that did, and goes on there."""
        return "recorded" in headers.metadata(self.upload.metadata)

    def described(self) -> dict[str, Any]:
        """By what a browser knows the same file again; the name is the one that it sent."""
        told = headers.metadata(self.upload.metadata)
        return {
            "address": self.address,
            "name": told.get("filename", ""),
            "size": self.upload.size,
            "modified": told.get("modified", ""),
        }


def still_coming(user: User, ref: str) -> list[Coming]:
    """The files of a memory that can be gone on with, and those that ended too late."""
    mine = ResumableUpload.objects.filter(user=user, destination=ref)
    uploads = (mine.unfinished() | mine.too_late()).order_by("begun_at", "pk")
    return [Coming(upload) for upload in uploads]


def to_go_on_with(user: User, ref: str) -> list[dict[str, Any]]:
    """The files of a memory that a browser can go on with."""
    return [coming.described() for coming in still_coming(user, ref) if not coming.upload.is_over]


def memories_still_waiting(user: User) -> Counter[str]:
    """How many files each memory of this person waits for to be chosen again, by its ref."""
    mine = ResumableUpload.objects.filter(user=user).exclude(destination="")
    mine = mine.exclude(metadata__contains="recorded ")
    coming = mine.unfinished() | mine.too_late()
    return Counter(coming.values_list("destination", flat=True))
