"""Resumable uploads at the desk: whose memory they may go to, and how they get there."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import User
from media import choosing
from media.bounds import MAX_PAGES, MAX_SECONDS
from media.models import Item, ResumableUpload
from media.refusals import sentence
from media.resumable import sending
from media.resumable.sweeping import sweep_uploads
from stories import lifecycle
from stories.models import Story
from tests.factories import StoryFactory, UserFactory
from tests.media.resumable.tus import Tus
from tests.media.test_names import NAMES
from tests.stories.cast import STATES, Cast
from tests.stories.contribute.screen import Screen
from tests.stories.contribute.test_uploading import photo

pytestmark = pytest.mark.django_db

PHOTO = photo().read()
OTHER = photo(colour="blue").read()


@pytest.fixture
def tus(desk: Client) -> Tus:
    return Tus(desk)


def sent(tus: Tus, story: Story, content: bytes = PHOTO, **more: Any) -> str:
    path = tus.begun(len(content), story=story.ref, **more)
    assert tus.send(path, content).status_code == 204
    return path


@pytest.mark.parametrize("state", STATES)
def test_only_the_author_and_only_on_their_turn(cast: Cast, client: Client, state: str) -> None:
    story = cast.memory(state)
    answers = {}
    for role in cast.people:
        user = cast[role]
        if isinstance(user, User) and user.is_active:
            client.force_login(user)
            answers[role] = Tus(client).begin(10, story=story.ref).status_code
    others = set(answers) - {"author"}
    assert {answers[role] for role in others} == {404}
    open_to_write = state in ("draft", "changes_requested", "submitted")
    assert answers["author"] in ((201,) if open_to_write else (404, 422))


def test_it_stands_at_the_end_and_the_page_learns_where(
    tus: Tus, story: Story, student: User
) -> None:
    path = tus.begun(len(PHOTO), story=story.ref, name="mill.jpg")
    assert tus.outcome(path) == {"offset": 0, "size": len(PHOTO)}
    tus.send(path, PHOTO)
    answer, part = tus.outcome(path), story.parts.last()
    assert (answer["part"], answer["story"]) == (part.pk, story.ref)
    assert f'id="part-{part.pk}"' in answer["html"]
    assert "mill.jpg" in answer["html"]
    assert part.item.uploaded_by == student


def test_what_was_taken_out_again_is_not_put_back(tus: Tus, story: Story) -> None:
    path = sent(tus, story)
    story.parts.last().delete()
    assert tus.outcome(path) == {"part": None, "html": ""}


def test_a_file_for_no_memory_begins_one(tus: Tus, student: User) -> None:
    path = tus.begun(len(PHOTO), name="Nan at the mill.jpg")
    tus.send(path, PHOTO)
    begun = Story.objects.get(author=student, title="Nan at the mill.jpg")
    assert tus.outcome(path)["story"] == begun.ref
    assert begun.parts.last().item.filename == "Nan at the mill.jpg"


def test_nobody_begins_a_memory_without_a_school(client: Client) -> None:
    client.force_login(UserFactory(administrator=True, school=None))
    assert Tus(client).begin(10).status_code == 404


def test_a_file_waits_while_a_teacher_reads(tus: Tus, student: User, school: Any) -> None:
    story = StoryFactory(author=student, submitted=True)
    teacher = UserFactory(teacher=True, school=school)
    path = tus.begun(len(PHOTO), story=story.ref)
    lifecycle.take_up(story, by=teacher)
    assert tus.send(path, PHOTO).status_code == 204
    assert tus.outcome(path)["waiting"] == sentence("not_now")
    assert not Item.objects.exists()
    ResumableUpload.objects.update(expires_at=timezone.now() - timedelta(days=1))
    sweep_uploads()
    story.refresh_from_db()
    lifecycle.request_changes(story, by=teacher, feedback="Please add the photo again.")
    sweep_uploads()
    assert story.parts.last().item.filename == "a.jpg"


def test_two_files_of_the_same_name_never_swap(tus: Tus, story: Story) -> None:
    first = tus.begun(len(PHOTO), story=story.ref, name="IMG_0001.jpg")
    other = tus.begun(len(OTHER), story=story.ref, name="IMG_0001.jpg")
    tus.send(other, OTHER[:100])
    tus.send(first, PHOTO)
    tus.send(other, OTHER[100:], 100)
    for path, content in ((first, PHOTO), (other, OTHER)):
        part = story.parts.get(pk=tus.outcome(path)["part"])
        assert Path(part.item.original.file.path).read_bytes() == content
        assert part.item.filename == "IMG_0001.jpg"


def test_the_same_bytes_twice_are_two_contributions_of_one_file(tus: Tus, story: Story) -> None:
    from media.removal import remove

    sent(tus, story)
    path = sent(tus, story)
    first, second = Item.objects.order_by("pk")
    assert first.original == second.original
    story.parts.filter(item=first).delete()
    remove(first)
    assert Path(second.original.file.path).read_bytes() == PHOTO
    assert tus.outcome(path)["part"] == story.parts.get(item=second).pk


@pytest.mark.parametrize("name", [name for name in NAMES if "\udc80" not in name], ids=ascii)
def test_a_name_is_data_on_every_way_in(tus: Tus, story: Story, name: str, desk: Client) -> None:
    path = sent(tus, story, name=name)
    item = Item.objects.get()
    assert item.filename == NAMES[name]
    stored = Path(item.original.file.path)
    assert stored.name.startswith(item.original.sha256)
    page = desk.get(reverse("desk_story", args=[story.ref])).content.decode()
    for html in (page, tus.outcome(path)["html"]):
        assert "\u202e" not in html
        assert "<script>alert" not in html
        assert "<b>" not in html


def test_the_page_says_which_files_have_not_finished(
    tus: Tus, story: Story, desk: Client, student: User
) -> None:
    path = tus.begun(len(PHOTO), story=story.ref, name="film\u202e4pm.mp4")
    tus.send(path, PHOTO[: len(PHOTO) // 2])
    elsewhere = StoryFactory(author=student)
    tus.begun(10, story=elsewhere.ref, name="elsewhere.jpg")
    sent(tus, story, OTHER, name="whole.jpg")
    text = Screen(desk, story).text
    assert "1 file has not finished." in text
    assert "film4pm.mp4" in text
    assert "elsewhere.jpg" not in text
    assert "whole.jpg" not in text[text.index("data-coming") :]
    assert "2 files have not finished" in desk.get(reverse("desk")).content.decode()


def test_a_file_that_was_too_late_is_not_lost_in_silence(
    tus: Tus, story: Story, desk: Client
) -> None:
    tus.begun(10, story=story.ref, name="late.jpg")
    ResumableUpload.objects.update(expires_at=timezone.now() - timedelta(days=1))
    sweep_uploads()
    text = Screen(desk, story).text
    assert "late.jpg" in text
    assert "choose it again" in text.lower()


def test_the_room_that_is_left_is_said_when_it_gets_near(
    desk: Client, story: Story, settings: Any
) -> None:
    assert "left" not in beside_the_button(desk, story)
    settings.MEDIA_QUOTA_USER = 300 * 1024**2
    assert "You have 300\xa0MB left." in beside_the_button(desk, story)


def test_the_limit_beside_the_button_follows_the_one_that_is_enforced(
    desk: Client, story: Story, settings: Any
) -> None:
    settings.MEDIA_LARGEST_UPLOAD = 2**50
    assert "up to 2\xa0GB each" in beside_the_button(desk, story)
    settings.MEDIA_LARGEST_UPLOAD = 5 * 1024**2
    screen = Screen(desk, story)
    assert "up to 5\xa0MB each" in screen.text
    assert f'data-largest="{5 * 1024**2}"' in screen.text


def test_the_button_asks_for_what_is_taken_and_says_every_bound(desk: Client, story: Story) -> None:
    screen = Screen(desk, story)
    assert f'accept="{choosing.accepted()}"' in screen.text
    said = beside_the_button(desk, story)
    assert f"papers ({choosing.papers()})" in said
    assert f"up to {MAX_SECONDS // 3600} hours long" in said
    assert f"up to {MAX_PAGES} pages" in said
    assert f"up to {MAX_PAGES}." in sentence("too_many_pages")
    assert f"up to {MAX_SECONDS // 3600} hours." in sentence("too_long")


def test_a_file_that_is_too_big_is_told_the_limit_that_is_enforced(
    tus: Tus, desk: Client, story: Story, settings: Any
) -> None:
    settings.MEDIA_LARGEST_UPLOAD = 5 * 1024**2
    answer = tus.begin(5 * 1024**2 + 1, story=story.ref)
    assert answer.status_code == 413
    assert "up to 5\xa0MB." in answer.json()["refused"]
    assert f'data-too-big="{sentence("too_big")}"' in Screen(desk, story).text


def beside_the_button(desk: Client, story: Story) -> str:
    text = Screen(desk, story).text
    return text[text.index('id="files-help"') : text.index('type="file"')]


def test_a_week_is_what_the_page_promises(desk: Client, story: Story, tus: Tus) -> None:
    tus.begun(10, story=story.ref)
    assert sending.LIFE.days == 7
    assert "a week" in Screen(desk, story).text
