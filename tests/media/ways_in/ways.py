"""Every way in which a person can put a file in, each driven as its own screen does it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from families.models import User
from media.formats import Kind
from media.models import Item, Paper, Picture, Recording
from tests.factories import StoryFactory, UserFactory
from tests.stories.contribute.screen import Screen

PLAYS = (Kind.AUDIO, Kind.VIDEO)


@dataclass
class Sender:
    """A student at the desk and a teacher in the admin, and how each of them sends a file."""

    student: User
    teacher: User

    def at_the_desk(self) -> Client:
        return _signed_in(self.student)

    def in_the_admin(self) -> Client:
        return _signed_in(self.teacher)

    def to_the_admin(self, name: str, path: Path, *args: object, field: str = "file") -> None:
        """Send it to the admin's page of that name, as its form does."""
        prefix = field.rpartition("-")[0]
        own = {f"{prefix}-{key}" if prefix else key: value for key, value in FIELDS.items()}
        with path.open("rb") as file:
            answer = self.in_the_admin().post(reverse(name, args=args), own | {field: file})
        assert answer.status_code in (200, 302), answer


FIELDS = {"title": "Nan", "collection": "1"}


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def sender() -> Sender:
    student = UserFactory(student=True)
    # Only somebody with every right meets every one of Wagtail's forms.
    teacher = UserFactory(teacher=True, school=student.school, is_superuser=True)
    return Sender(student, teacher)


def desk_form(sender: Sender, path: Path) -> None:
    """The desk without a script."""
    screen = Screen(sender.at_the_desk(), StoryFactory(author=sender.student))
    with path.open("rb") as file:
        screen.fields["files"] = [file]
        screen.press("save")


def desk_script(sender: Sender, path: Path) -> None:
    """The desk with a script, one file a request."""
    story = StoryFactory(author=sender.student)
    with path.open("rb") as file:
        sender.at_the_desk().post(reverse("desk_story_files", args=[story.ref]), {"file": file})


def tus(sender: Sender, path: Path) -> None:
    """A resumable upload in one request (tus 1.0.0, creation-with-upload)."""
    story = StoryFactory(author=sender.student)
    told = {"filename": path.name, "story": story.ref}
    metadata = ",".join(f"{k} {b64encode(v.encode()).decode()}" for k, v in told.items())
    sender.at_the_desk().post(
        "/desk/uploads/",
        path.read_bytes(),
        content_type="application/offset+octet-stream",
        headers={
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(path.stat().st_size),
            "Upload-Metadata": metadata,
        },
    )


def ingest(sender: Sender, path: Path) -> None:
    """The command."""
    try:
        call_command("ingest", str(path), username=sender.student.username, json=True)
    except SystemExit as ended:
        assert ended.code == 1


def picture_form(sender: Sender, path: Path) -> None:
    sender.to_the_admin("wagtailimages:add", path)


def many_pictures(sender: Sender, path: Path) -> None:
    sender.to_the_admin("wagtailimages:add_multiple", path, field="files[]")


def picture_chooser(sender: Sender, path: Path) -> None:
    sender.to_the_admin("wagtailimages_chooser:create", path, field="image-chooser-upload-file")


def picture_replaced(sender: Sender, path: Path) -> None:
    from tests.media.samples import cornered

    first = path.with_name("first.png")
    cornered(20, 20).save(first)
    picture_form(sender, first)
    picture = Picture.objects.latest("pk")
    sender.to_the_admin("wagtailimages:edit", path, picture.pk)


def paper_form(sender: Sender, path: Path) -> None:
    sender.to_the_admin("wagtaildocs:add", path)


def many_papers(sender: Sender, path: Path) -> None:
    sender.to_the_admin("wagtaildocs:add_multiple", path, field="files[]")


def paper_chooser(sender: Sender, path: Path) -> None:
    sender.to_the_admin("wagtaildocs_chooser:create", path, field="document-chooser-upload-file")


def paper_replaced(sender: Sender, path: Path) -> None:
    paper_form(sender, path)
    record = Paper.objects.last()
    if record is not None:
        sender.to_the_admin("wagtaildocs:edit", path, record.pk)


def recording_form(sender: Sender, path: Path) -> None:
    sender.to_the_admin("wagtailmedia:add", path, "audio")


def recording_chooser(sender: Sender, path: Path) -> None:
    sender.to_the_admin(
        "wagtailmedia:chooser_upload", path, "video", field="media-chooser-upload-file"
    )


def recording_replaced(sender: Sender, path: Path) -> None:
    recording_form(sender, path)
    record = Recording.objects.last()
    if record is not None:
        sender.to_the_admin("wagtailmedia:edit", path, record.pk)


Way = Callable[[Sender, Path], None]

DESK: tuple[Way, ...] = (desk_form, desk_script, tus, ingest)
ADMIN: dict[Kind, tuple[Way, ...]] = {
    Kind.IMAGE: (picture_form, many_pictures, picture_chooser, picture_replaced),
    Kind.DOCUMENT: (paper_form, many_papers, paper_chooser, paper_replaced),
    Kind.AUDIO: (recording_form, recording_chooser, recording_replaced),
    Kind.VIDEO: (recording_form, recording_chooser, recording_replaced),
}


def ways_for(kind: Kind) -> tuple[Way, ...]:
    return (*DESK, *ADMIN[kind])


def newest() -> Item:
    """The item that came in last; fails if none did."""
    item = Item.objects.order_by("pk").last()
    if item is None:
        pytest.fail("Nothing came in.")
    return item
