"""The phrase bank: every school's own, and in the boxes of feedback with or without script."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import phrases
from stories.models import Feedback, KeptPoint, Phrase, Story
from tests.factories import SchoolFactory, StoryFactory, UserFactory
from tests.stories.moderation.filled import filled

pytestmark = pytest.mark.django_db
THANKS, STEP = "I could see it as I read it.", "Ask them: what happened next?"


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def story(student: User) -> Story:
    return StoryFactory(submitted=True, author=student)


def page(client: Client, story: Story) -> str:
    return client.get(reverse("moderation:review", args=[story.ref])).content.decode()


def ask(client: Client, story: Story, **said: str) -> Any:
    return client.post(reverse("moderation:decide", args=[story.ref, "request_changes"]), said)


class TestBank:
    def test_a_new_school_begins_with_kind_words(self, school: Any) -> None:
        bank = phrases.bank(school.pk)
        assert (len(bank.thanks), len(bank.steps)) == (8, 12)
        assert THANKS in bank.thanks
        assert all(text.endswith(".") or "?" in text for text in [*bank.thanks, *bank.steps])
        phrases.begin(school)
        assert Phrase.objects.filter(school=school).count() == 20

    def test_a_school_from_before_gets_them_and_one_that_chose_keeps_its_own(self) -> None:
        before, chose = SchoolFactory(), SchoolFactory()
        Phrase.objects.filter(school=before).delete()
        kept = Phrase.objects.filter(school=chose)[0]
        Phrase.objects.filter(school=chose).exclude(pk=kept.pk).delete()
        phrases.install()
        assert Phrase.objects.filter(school=before).count() == 20
        assert list(Phrase.objects.filter(school=chose)) == [kept]

    def test_what_is_put_away_or_of_another_school_is_not_offered(
        self, desk: Client, story: Story
    ) -> None:
        Phrase.objects.filter(school=story.school, text=THANKS).update(is_shown=False)
        Phrase.objects.create(school=SchoolFactory(), kind="step", text="Of another school.")
        html = page(desk, story)
        assert f"<option>{STEP}</option>" in html
        assert THANKS not in html
        assert "Of another school." not in html

    def test_a_school_without_any_types(self, desk: Client, story: Story) -> None:
        Phrase.objects.all().delete()
        html = page(desk, story)
        assert "to begin with" not in html
        assert "Put it in" not in html

    def test_none_is_offered_where_nothing_can_be_said(self, desk: Client, student: User) -> None:
        assert THANKS not in page(desk, StoryFactory(published=True, author=student))


class TestInTheBoxes:
    def test_a_phrase_alone_is_enough(self, desk: Client, story: Story) -> None:
        assert ask(desk, story, thanks_phrase=THANKS, step_phrase=STEP).status_code == 302
        given = Feedback.objects.get()
        assert (given.thanks, given.text) == (THANKS, STEP)

    def test_it_stands_before_what_was_typed(self, desk: Client, story: Story) -> None:
        ask(desk, story, step_phrase=STEP, feedback="In the mill, I mean.")
        assert Feedback.objects.get().text == f"{STEP} In the mill, I mean."

    @pytest.mark.parametrize("typed", ["", "And the noise?"])
    def test_without_script_a_button_puts_it_in_to_be_changed(
        self, desk: Client, story: Story, typed: str
    ) -> None:
        again = ask(desk, story, step_phrase=STEP, feedback=typed, fill="1")
        assert again.status_code == 200
        html = again.content.decode()
        assert f"{STEP} {typed}".strip() + "</textarea>" in html
        assert "This field is required" not in html
        assert not Feedback.objects.exists()

    def test_the_button_without_a_phrase_complains_of_nothing(
        self, desk: Client, story: Story
    ) -> None:
        assert "This field is required" not in ask(desk, story, fill="1").content.decode()

    def test_beside_a_part_as_well(self, desk: Client, story: Story) -> None:
        keep = reverse("moderation:keep_point", args=[story.ref])
        part = {"part": story.parts.get().pk}
        again = desk.post(keep, part | {"thanks_phrase": THANKS, "fill": "1"})
        assert f"{THANKS}</textarea>" in again.content.decode()
        assert not KeptPoint.objects.exists()
        desk.post(keep, part | {"step_phrase": STEP})
        assert KeptPoint.objects.get().text == STEP

    def test_its_script_comes_with_the_boxes(self, desk: Client, story: Story) -> None:
        html = page(desk, story)
        assert html.count("review-phrases.js") == 1


class TestRoom:
    def test_staff_look_after_their_own(self, desk: Client, teacher: User) -> None:
        other = Phrase.objects.create(school=SchoolFactory(), kind="step", text="Elsewhere.")
        listed = desk.get(reverse("phrases:index"), {"p": 1}).content.decode()
        assert "Phrase bank" in listed
        assert "Elsewhere." not in listed
        add = reverse("phrases:add")
        new = filled(desk.get(add)) | {"kind": "step", "text": "Draw it.", "position": "1"}
        assert desk.post(add, new).status_code == 302
        made = Phrase.objects.get(text="Draw it.")
        assert made.school == teacher.school
        for name in ("edit", "delete", "usage"):
            assert desk.get(reverse(f"phrases:{name}", args=[made.pk])).status_code == 200
            assert desk.get(reverse(f"phrases:{name}", args=[other.pk])).status_code == 404
            assert desk.post(reverse(f"phrases:{name}", args=[other.pk])).status_code == 404
        desk.post(reverse("phrases:delete", args=[made.pk]))
        assert not Phrase.objects.filter(pk=made.pk).exists()

    @pytest.mark.parametrize(
        ("text", "problem"),
        [(STEP, "Your school has this phrase already."), ("Ask a@b.org", "e-mail address")],
    )
    def test_what_is_wrong_is_said(self, desk: Client, text: str, problem: str) -> None:
        add = reverse("phrases:add")
        data = filled(desk.get(add)) | {"kind": "step", "text": text, "position": "1"}
        again = desk.post(add, data)
        assert again.status_code == 200
        assert problem in again.content.decode()

    def test_an_administrator_has_none(self, client: Client, school: Any) -> None:
        client.force_login(UserFactory(administrator=True, school=school))
        assert client.get(reverse("phrases:index")).status_code == 302
