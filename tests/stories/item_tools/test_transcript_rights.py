"""Who may write down what is said, and what of it nobody else reads."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from media.models import Item, Transcript
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories import lifecycle
from stories.models import Story
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.stories.cast import STATES, Cast
from tests.stories.item_tools.screen import SAID, TranscriptScreen, texts

pytestmark = pytest.mark.django_db


class TestADraftMadeByAComputer:
    def test_says_so_until_somebody_has_read_it(self, client: Client, student: User) -> None:
        item = ItemFactory(video=True, uploaded_by=student)
        verbs.save(item, SAID, by=None, number=0, by_computer=True)
        client.force_login(student)
        screen = TranscriptScreen(client, item)
        assert "Draft made by a computer." in screen.text
        screen.type(1, text="It was quiet.").press("read")
        assert "Draft made by a computer." not in screen.again().text
        transcript = Transcript.objects.get(item=item)
        assert (transcript.by_computer, texts(item)[0]) == (False, "It was quiet.")


def test_a_mistake_never_hides_that_another_screen_was_faster(
    screen: TranscriptScreen, sound: Item, student: User
) -> None:
    verbs.save(sound, [Cue(0, 1000, "It was quiet.")], by=student, number=1)
    screen.shows(screen.type(1, start="soon").press())
    assert screen.type(1, start="0:00").press().status_code == 409
    assert texts(sound) == ["It was quiet."]


class TestAPublicMemory:
    @pytest.fixture
    def public(self, client: Client, student: User, teacher: User) -> TranscriptScreen:
        """A teacher of the school on the page of a sound that everybody can hear."""
        item = ItemFactory(audio=True, uploaded_by=student)
        StoryFactory(author=student, parts=["Words", item], published=True)
        client.force_login(teacher)
        return TranscriptScreen(client, item, "admin_item")

    def test_gets_no_words_that_nobody_may_read(self, public: TranscriptScreen) -> None:
        answer = public.write(text="Ring 0161 496 0000.").press()
        assert answer.status_code == 422
        assert "Everybody can read this memory." in answer.content.decode()
        assert not Transcript.objects.exists()

    def test_gets_them_when_they_are_held_back(self, public: TranscriptScreen) -> None:
        public.write(text="Ring 0161 496 0000.").tick(1).press()
        assert Transcript.objects.get().spoken == ""

    @pytest.mark.parametrize("words", ["Ring 0161 496 0000.", "Write to nan@example.org"])
    def test_gets_none_from_a_file(self, public: TranscriptScreen, words: str) -> None:
        assert public.press("upload", words=words).status_code == 422
        assert not Transcript.objects.exists()

    def test_gets_other_words_from_a_second_adult(
        self, public: TranscriptScreen, teacher: User, colleague: User
    ) -> None:
        answer = public.write(text="It was loud.").press()
        shown = public.client.get(answer["Location"]).content.decode()
        assert "until somebody else publishes these" in shown
        assert Transcript.objects.get().spoken == ""
        story = Story.objects.get()
        with pytest.raises(lifecycle.Refused, match="You wrote or edited this one"):
            lifecycle.publish(story, by=teacher)
        assert Transcript.objects.get().spoken == ""
        lifecycle.publish(story, by=colleague)
        assert Transcript.objects.get().spoken == "It was loud."

    def test_reads_the_earlier_words_meanwhile(
        self, public: TranscriptScreen, client: Client, colleague: User
    ) -> None:
        public.write(text="It was loud.").press()
        lifecycle.publish(Story.objects.get(), by=colleague)
        public.again().type(1, text="It was quiet.").press("", json=True)
        public.again().type(1, text="It was silent.").press("", json=True)
        page = Story.objects.get().get_absolute_url()
        client.logout()
        assert "It was loud." in client.get(page).content.decode()
        lifecycle.publish(Story.objects.get(), by=colleague)
        shown = client.get(page).content.decode()
        assert "It was silent." in shown
        assert "It was loud." not in shown

    def test_loses_a_line_at_once(self, public: TranscriptScreen, colleague: User) -> None:
        public.write(text="It was loud.").press()
        lifecycle.publish(Story.objects.get(), by=colleague)
        public.again().tick(1).press()
        assert Transcript.objects.get().spoken == ""

    @pytest.mark.parametrize("role", ["teacher", "lead"])
    def test_is_let_go_of_by_the_lead_alone(
        self, public: TranscriptScreen, client: Client, lead: User, role: str
    ) -> None:
        """What a second adult published with a passage held back stays so for one teacher."""
        public.write(text="It was loud.").tick(1).press()
        item = Item.objects.get()
        Item.objects.update(status="ready")
        if role == "lead":
            client.force_login(lead)
        public.again().tick().press()
        assert item.held_passages.exists() is (role == "teacher")

    def test_has_one_draft_however_often_somebody_saves(self, public: TranscriptScreen) -> None:
        before = Story.objects.get().revisions.count()
        public.write(text="It was loud.").press()
        for words in ("It was quiet.", "It was silent."):
            public.again().type(1, text=words).press()
        assert Story.objects.get().revisions.count() == before + 1

    def test_waits_with_a_draft_that_a_computer_made(
        self, public: TranscriptScreen, teacher: User, colleague: User
    ) -> None:
        item = Item.objects.get()
        verbs.save(item, SAID, by=None, number=0, by_computer=True)
        public.again().press("read")
        assert Transcript.objects.get().spoken == ""
        with pytest.raises(lifecycle.Refused):
            lifecycle.publish(Story.objects.get(), by=teacher)
        lifecycle.publish(Story.objects.get(), by=colleague)
        assert "It was loud." in Transcript.objects.get().spoken

    def test_gets_an_earlier_wording_from_a_second_adult_too(
        self, public: TranscriptScreen, colleague: User
    ) -> None:
        public.write(text="It was loud.").press()
        public.again().type(1, text="It was quiet.").press()
        lifecycle.publish(Story.objects.get(), by=colleague)
        public.again().press("restore-1")
        assert (texts(Item.objects.get()), Transcript.objects.get().spoken) == (
            ["It was loud."],
            "It was quiet.",
        )


def test_nobody_publishes_what_they_wrote_down_themselves(
    client: Client, student: User, teacher: User, colleague: User
) -> None:
    item = ItemFactory(audio=True, uploaded_by=student)
    story = StoryFactory(author=student, parts=["Words", item], submitted=True)
    client.force_login(teacher)
    TranscriptScreen(client, item, "admin_item").write(text="It was loud.").press()
    with pytest.raises(lifecycle.Refused, match="You wrote or edited this one"):
        lifecycle.publish(story, by=teacher)
    lifecycle.publish(story, by=colleague)


class TestWarnings:
    def test_a_childs_surname_and_an_address_are_shown(self, client: Client, student: User) -> None:
        child = PersonFactory(child=True, name="Nell Byrne", public_name="Nell")
        item = ItemFactory(audio=True, uploaded_by=student)
        StoryFactory(author=student, parts=[item], people=[(child, "heard")])
        client.force_login(student)
        screen = TranscriptScreen(client, item)
        assert '<option value="Nell">' in screen.text
        screen.write(speaker="Nell Byrne", text="I lived at 14 Moston Lane.")
        told = screen.press("", json=True).json()["warnings"]
        assert told == [
            "This looks like somebody's address. “14 Moston Lane”",
            "This looks like the surname of a child in this memory. “Byrne”",
        ]
        assert "14 Moston Lane" in screen.again().text


EVERYBODY = (
    "author",
    "classmate",
    "relative",
    "neighbour",
    "teacher",
    "colleague",
    "stranger",
    "lead",
    "other lead",
    "administrator",
)
WORKS = {
    "draft": {"author", "teacher", "colleague", "lead"},
    "submitted": {"author", "teacher", "colleague", "lead"},
    "taken_up": {"teacher", "colleague", "lead"},
    "changes_requested": {"author", "teacher", "colleague", "lead"},
    "published": {"teacher", "colleague", "lead"},
    "withdrawn": {"teacher", "colleague", "lead"},
}
"""Whoever may write or review it; what is held or sealed is the lead's alone."""


@pytest.mark.parametrize("state", STATES)
def test_who_may_write_down_what_is_said(client: Client, cast: Cast, state: str) -> None:
    item = ItemFactory(audio=True, uploaded_by=cast["author"])
    cast.memory(state, parts=["Words", item])
    address = reverse("desk_item_transcript", args=[item.ref])
    found = set()
    for role in EVERYBODY:
        client.force_login(cast[role])
        shown, sent = client.get(address), client.post(address, {"do": "save", "edition": "0"})
        assert (shown.status_code == 200) == (sent.status_code == 302), role
        assert {shown.status_code, sent.status_code} <= {200, 302, 404}
        if shown.status_code == 200:
            found.add(role)
    assert found == WORKS.get(state, {"lead"})


def test_a_visitor_signs_in_first(client: Client, sound: Item) -> None:
    assert client.get(reverse("desk_item_transcript", args=[sound.ref])).status_code == 302


@pytest.mark.parametrize("kind", ["image", "document"])
def test_only_recordings_have_a_page(client: Client, student: User, kind: str) -> None:
    client.force_login(student)
    item = ItemFactory(**{kind: True}, uploaded_by=student)
    assert client.get(reverse("desk_item_transcript", args=[item.ref])).status_code == 404


@pytest.mark.parametrize("role", ["author", "relative", "stranger"])
def test_the_staff_room_is_for_staff_of_the_school(client: Client, cast: Cast, role: str) -> None:
    item = ItemFactory(audio=True, uploaded_by=cast["author"])
    cast.memory("submitted", parts=["Words", item])
    client.force_login(cast[role])
    answer = client.get(reverse("admin_item_transcript", args=[item.ref]))
    assert answer.status_code in (302, 404)


def test_a_teacher_has_the_same_page_in_the_staff_room(client: Client, cast: Cast) -> None:
    item = ItemFactory(audio=True, uploaded_by=cast["author"])
    cast.memory("submitted", parts=["Words", item])
    client.force_login(cast["teacher"])
    screen = TranscriptScreen(client, item, "admin_item")
    screen.write(text="Hello.").press()
    assert texts(item) == ["Hello."]


def test_more_lines_ask_no_more_questions(
    screen: TranscriptScreen, sound: Item, student: User, django_assert_max_num_queries: Any
) -> None:
    many = [Cue(n, n + 1, "Hello.", "Rita") for n in range(400)]
    verbs.save(sound, many, by=student, number=1)
    screen.again()
    with django_assert_max_num_queries(26):
        screen.again()
    assert len(screen.column("text")) == 400
    assert screen.press().status_code == 302
