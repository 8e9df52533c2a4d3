"""The screens that record: whose they are, what they may use, and what they do without script."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from families.models import User
from families.permissions_policy import HEADER
from families.sessions import idle
from media.models import ResumableUpload
from media.refusals import sentence
from stories.contribute.recording.ways import WAYS
from stories.models import Story
from stories.questions import taking_along
from tests.factories import StoryFactory
from tests.media.resumable.tus import Tus, told
from tests.stories.contribute.screen import Screen
from tests.stories.contribute.test_uploading import photo

pytestmark = pytest.mark.django_db

REMINDER = "You don’t have to answer. Only say what you are happy for people to hear."


def address(story: Story, way: str = "") -> str:
    return reverse(f"desk_record_{way}" if way else "desk_record", args=[story.ref])


def items(story: Story) -> list[str]:
    return [part.item.kind for part in story.parts.all() if part.item]


@pytest.mark.parametrize("way", WAYS)
def test_a_screen_opens_only_what_it_needs(desk: Client, story: Story, way: str) -> None:
    answer = desk.get(address(story, way))
    opened = {name.split("=")[0] for name in answer[HEADER].split(", ") if "self" in name}
    assert opened == set(WAYS[way].uses)
    assert f'data-recorder="{way}"' in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"


def test_what_is_played_back_may_be_played(desk: Client, story: Story) -> None:
    policy = desk.get(address(story, "sound"))["Content-Security-Policy"]
    assert "media-src 'self' blob:" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("way", ["sound", "film"])
def test_it_says_that_nobody_has_to_answer(desk: Client, story: Story, way: str) -> None:
    assert REMINDER in desk.get(address(story, way)).content.decode()


@pytest.mark.parametrize("way", WAYS)
def test_the_cards_of_the_memory_are_at_hand(desk: Client, story: Story, way: str) -> None:
    assert "data-cards" not in desk.get(address(story, way)).content.decode()
    taking_along.take_own(story, "What did the mill smell of?")
    page = desk.get(address(story, way)).content.decode()
    assert "What did the mill smell of?" in page
    assert "desk-cards.js" in page


@pytest.mark.parametrize("way", WAYS)
def test_the_phones_own_recorder_does_without_script(desk: Client, story: Story, way: str) -> None:
    page = desk.get(address(story, way)).content.decode()
    assert f'accept="{WAYS[way].accept}" capture="{WAYS[way].capture}"' in page
    answer = desk.post(address(story, way), {"files": [photo(), photo(colour="blue")]})
    assert answer.url == reverse("desk_story", args=[story.ref])
    assert items(story) == ["image", "image"]


def test_a_press_with_no_file_says_so(desk: Client, story: Story) -> None:
    answer = desk.post(address(story, "sound"))
    assert answer.status_code == 422
    assert "No file came through." in answer.content.decode()


def test_a_file_of_no_use_says_why_and_stays_on_the_screen(desk: Client, story: Story) -> None:
    odd = io.BytesIO(b"\x00\x01\x02 nothing known")
    odd.name = "odd.bin"
    answer = desk.post(address(story, "sound"), {"files": odd})
    assert answer.status_code == 422
    assert escape(sentence("unknown")) in answer.content.decode()
    assert items(story) == []


@pytest.mark.parametrize("way", ["", *WAYS])
def test_a_memory_that_a_teacher_reads_takes_nothing(desk: Client, student: User, way: str) -> None:
    story = StoryFactory(author=student, published=True)
    where = reverse("desk_story", args=[story.ref])
    assert desk.get(address(story, way)).url == where
    if way:
        said = desk.post(address(story, way), {"files": photo()}, follow=True)
        assert "Your teacher has begun to read this memory" in said.content.decode()
        assert items(story) == []


def test_the_buttons_of_a_memory_save_and_go_there(screen: Screen, story: Story) -> None:
    words = next(name for name in screen.fields if name.endswith("-text"))
    for way in WAYS:
        answer = screen.type(**{words: f"Before the {way}."}).press(f"record-{way}")
        assert answer.url == address(story, way)
        screen = Screen(screen.client, story)
        assert screen.fields[words] == [f"Before the {way}."]
    assert screen.press("record-nothing").url.startswith(reverse("desk_story", args=[story.ref]))


def test_a_file_that_comes_after_the_session_ended_is_kept(desk: Client, story: Story) -> None:
    session = desk.session
    session[idle.IDLE], session[idle.SEEN] = 60, int(time.time()) - 100
    session.save()
    answer = desk.post(address(story, "sound"), {"files": photo()})
    assert answer.url.startswith(reverse("account_login"))
    assert items(story) == ["image"]


def test_a_recording_that_is_not_finished_is_said_to_go_on_by_itself(
    desk: Client, story: Story
) -> None:
    """Nobody is told to choose a file that is in no folder."""
    begun(desk, story, recorded="1")
    assert "Open this memory there, and it goes on by itself" in shown(desk, story)
    assert "not finished." not in desk.get(reverse("desk")).content.decode()
    ResumableUpload.objects.all().delete()
    begun(desk, story)
    assert "goes on by itself" not in shown(desk, story).split("data-coming")[1]
    assert "not finished." in desk.get(reverse("desk")).content.decode()


def begun(desk: Client, story: Story, **about: str) -> None:
    metadata = told(filename="Recorded 12 May 14.05.webm", story=story.ref, **about)
    Tus(desk).begun(10, Upload_Metadata=metadata)


def shown(desk: Client, story: Story) -> str:
    return str(desk.get(reverse("desk_story", args=[story.ref])).content.decode())


def test_the_list_is_on_every_page_that_sends(desk: Client, story: Story) -> None:
    pages = [reverse("desk"), reverse("desk_story", args=[story.ref])]
    for page in [*pages, *(address(story, way) for way in ("", *WAYS))]:
        text = desk.get(page).content.decode()
        assert "data-on-this-device" in text
        assert "recording-list.js" in text


def test_the_modules_stay_small() -> None:
    folder = Path("design/static/design/js")
    assert all(len(path.read_text().splitlines()) < 260 for path in folder.glob("recording-*.js"))
