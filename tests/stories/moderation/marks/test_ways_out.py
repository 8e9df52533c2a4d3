"""Asking at the very place, and letting stay what may stay."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories import publication
from stories.models import FindingReview, StoryPart
from tests.factories import ItemFactory, StoryFactory, UserFactory
from tests.stories.moderation.marks.reading import (
    EMAIL,
    PHONE,
    marks,
    page,
    submitted,
    way,
)

pytestmark = pytest.mark.django_db


class TestAsking:
    def test_without_script_the_box_is_open_with_a_ready_sentence(
        self, desk: Client, student: User
    ) -> None:
        story = submitted(student, f"Once. Ring {PHONE} and ask.")
        ask = way(marks(page(desk, story))[0], "ask")["href"]
        assert PHONE not in ask
        query, _, anchor = ask.partition("#")
        box = page(desk, story, query).find(id=anchor)
        assert box.has_attr("open")
        assert box.select_one("option[selected]")["value"] == PHONE
        assert "phone number" in box.select_one("[name=feedback]").text
        said = {f["name"]: f.get("value", "") for f in box.select("[type=hidden]")}
        said.pop("csrfmiddlewaretoken", None)
        said |= {"feedback": "Take it out.", "quote": PHONE}
        assert desk.post(box.form["action"], said).status_code == 302

    def test_of_a_moment_and_of_the_whole(self, desk: Client, student: User) -> None:
        sound = ItemFactory(audio=True, uploaded_by=student)
        verbs.save(sound, [Cue(65_000, 66_000, PHONE)], by=None, number=0)
        story = submitted(student, sound, title=f"Write to {EMAIL}")
        whole, moment = (
            way(mark, "ask")["href"].partition("#") for mark in marks(page(desk, story))
        )
        box = page(desk, story, moment[0]).find(id=moment[2])
        assert box.select_one("[name=moment]")["value"] == "1:05"
        box = page(desk, story, whole[0]).find(id=whole[2])
        assert "e-mail address" in box.select_one("[name=feedback]").text

    def test_another_or_no_mark_opens_nothing(self, desk: Client, student: User) -> None:
        shown = page(desk, submitted(student, f"Ring {PHONE}."), "?ask=0000000000")
        assert not shown.select("[data-about][open]")

    def test_nobody_is_asked_who_does_not_have_it(self, desk: Client, student: User) -> None:
        story = StoryFactory(changes_requested=True, author=student, parts=[f"Ring {PHONE}."])
        (mark,) = marks(page(desk, story))
        assert way(mark, "ask") is None
        assert way(mark, "mend") is None


class TestLettingStay:
    def test_what_is_found_elsewhere_stays_there(self, desk: Client, student: User) -> None:
        story, other = submitted(student, "Words."), submitted(student, f"Ring {PHONE}.")
        here = reverse("moderation:let_stay", args=[story.ref])
        assert desk.post(here, {"kind": "phone", "excerpt": PHONE}).status_code == 302
        assert not FindingReview.objects.exists()
        assert [b.code for b in publication.blockers(other)] == ["finding"]

    def test_what_has_to_be_mended_cannot_be_let_stay(self, desk: Client, student: User) -> None:
        item = ItemFactory(uploaded_by=student)
        story = submitted(student, StoryPart(kind="item", item=item))
        here = reverse("moderation:let_stay", args=[story.ref])
        desk.post(here, {"kind": "description", "excerpt": item.ref})
        assert not FindingReview.objects.exists()

    def test_another_school_does_nothing(self, client: Client, student: User) -> None:
        story = submitted(student, f"Ring {PHONE}.")
        client.force_login(UserFactory(teacher=True))
        here = reverse("moderation:let_stay", args=[story.ref])
        assert client.post(here, {"kind": "phone", "excerpt": PHONE}).status_code == 404
        assert not FindingReview.objects.exists()
