"""The decision column: what may be decided, why a button is not there, and the way back."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import User
from stories import coming_due, lifecycle
from stories.models import Feedback, FirstYes, KeptPoint, PublicationPlan, Story, Undoable
from stories.models.states import Audience, Status
from stories.moderation.planned import plans_of
from stories.moderation.seen import fingerprint, version
from tests.factories import ItemFactory, PersonFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db
TWO = "So two adults have to agree."


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def colleague(teacher: User) -> User:
    return UserFactory(teacher=True, school=teacher.school, display_name="Mr Second")


@pytest.fixture
def sensitive(student: User) -> Story:
    child = PersonFactory(child=True, consenting=True, school=student.school)
    sound = ItemFactory(audio=True, uploaded_by=student)
    return StoryFactory(submitted=True, author=student, parts=[sound], people=[(child, "heard")])


def page(client: Client, story: Story) -> str:
    return client.get(reverse("moderation:review", args=[story.ref])).content.decode()


def address(story: Story, verb: str) -> str:
    return reverse("moderation:decide", args=[story.ref, verb])


def decide(client: Client, story: Story, verb: str, **said: str) -> Any:
    seen = fingerprint(version(Story.objects.get(pk=story.pk)))
    return client.post(address(story, verb), {"seen": seen} | said)


def said(client: Client) -> str:
    """What the next page says on top, with its buttons."""
    return client.get(reverse("moderation:list")).content.decode()


def tomorrow() -> str:
    return (timezone.localdate() + timedelta(days=1)).isoformat()


class TestTwoAdults:
    def test_the_column_says_why_and_offers_the_first_yes(
        self, desk: Client, sensitive: Story, colleague: User
    ) -> None:
        html = page(desk, sensitive)
        assert "A child can be heard in it." in html
        assert TWO in html
        assert address(sensitive, "publish") not in html
        assert address(sensitive, "plan") not in html
        assert decide(desk, sensitive, "publish").status_code == 409
        assert decide(desk, sensitive, "recommend").status_code == 302

        html = page(desk, sensitive)
        assert "You said the first yes, so somebody else has to publish it." in html
        assert address(sensitive, "unrecommend") in html
        assert address(sensitive, "recommend") not in html

        desk.force_login(colleague)
        html = page(desk, sensitive)
        assert "said the first yes. Yours is the second." in html
        assert decide(desk, sensitive, "publish").status_code == 302
        assert Story.objects.public().get() == sensitive

    def test_the_first_yes_is_to_what_was_read(self, desk: Client, sensitive: Story) -> None:
        refused = decide(desk, sensitive, "recommend", seen="something older")
        assert refused.status_code == 409
        assert "It changed while you were reading." in refused.content.decode()
        assert not FirstYes.objects.exists()

    def test_whoever_edited_last_is_not_offered_to_recommend(
        self, desk: Client, sensitive: Story, teacher: User
    ) -> None:
        Story.objects.filter(pk=sensitive.pk).update(last_edited_by=teacher)
        html = page(desk, sensitive)
        assert "You edited this one last" in html
        assert address(sensitive, "recommend") not in html

    def test_taken_back_by_the_button_in_the_message(self, desk: Client, sensitive: Story) -> None:
        decide(desk, sensitive, "recommend")
        assert f'action="{address(sensitive, "unrecommend")}"' in said(desk)
        assert desk.post(address(sensitive, "unrecommend")).status_code == 302
        assert TWO in page(desk, sensitive)


class TestOnADay:
    def test_chosen_shown_and_called_off(self, desk: Client, student: User) -> None:
        story = StoryFactory(submitted=True, author=student)
        assert decide(desk, story, "plan", on=tomorrow()).status_code == 302
        assert f'action="{address(story, "unplan")}"' in said(desk)
        html = page(desk, story)
        assert "decided that it is published on" in html
        assert "Choose another day" in html
        assert "Call that day off" in html
        desk.post(address(story, "unplan"))
        assert not PublicationPlan.objects.exists()

    def test_a_day_that_is_over_is_still_in_the_box(self, desk: Client, student: User) -> None:
        story = StoryFactory(submitted=True, author=student)
        again = decide(desk, story, "plan", on="2001-01-01")
        assert again.status_code == 409
        assert "within a year" in again.content.decode()
        assert "2001-01-01" in again.content.decode()

    def test_why_not_is_on_the_page_and_on_the_dashboard(
        self, desk: Client, student: User, teacher: User
    ) -> None:
        story = StoryFactory(submitted=True, author=student, title="The dye works")
        later = StoryFactory(submitted=True, author=student, title="The croft")
        for each in (story, later):
            decide(desk, each, "plan", on=tomorrow())
        PublicationPlan.objects.filter(story=story).update(on=timezone.localdate())
        lifecycle.ask_back(story, by=student)
        coming_due.publish_what_is_due()
        assert "It was not: Its writer wants to change something." in page(desk, story)
        home = desk.get("/admin/").content.decode()
        assert home.index("The dye works</a>: <b>not published") < home.index("The croft</a>: on")
        assert plans_of(student) == []
        assert plans_of(UserFactory(teacher=True)) == []


class TestGivenBackForGood:
    @pytest.mark.parametrize("verb", ["decline", "return_to_family"])
    def test_with_a_word_and_a_way_back(self, desk: Client, student: User, verb: str) -> None:
        story = StoryFactory(submitted=True, author=student)
        again = decide(desk, story, verb, words="Write to me@example.org")
        assert again.status_code == 409
        assert "e-mail address" in again.content.decode()
        assert decide(desk, story, verb, words="A lovely letter.").url == reverse("moderation:list")
        assert "A lovely letter." in page(desk, story)
        undo = reverse("moderation:undo", args=[Undoable.objects.get().pk])
        assert f'action="{undo}"' in page(desk, story)
        assert desk.post(undo, follow=True).status_code == 200
        story.refresh_from_db()
        assert (story.status, story.audience) == (Status.SUBMITTED, Audience.EVERYONE)

    def test_only_what_is_with_a_teacher(self, desk: Client, student: User) -> None:
        html = page(desk, StoryFactory(published=True, author=student))
        assert "Give it back to the family" not in html
        assert "Say no, and why" not in html


class TestUndo:
    def test_the_button_is_in_the_message(self, desk: Client, student: User) -> None:
        story = StoryFactory(submitted=True, author=student)
        decide(desk, story, "request_changes", feedback="How loud?")
        undo = re.search(r'class="undo" method="post" action="([^"]+)"', said(desk))
        assert undo
        assert desk.post(undo[1]).url == reverse("moderation:review", args=[story.ref])
        assert "Undone." in page(desk, story)
        assert not Feedback.objects.exists()
        assert KeptPoint.objects.get().text == "How loud?"

    def test_a_seal_hides_it_from_whoever_sealed_it_and_is_undone_by_them(
        self, desk: Client, student: User, colleague: User
    ) -> None:
        story = StoryFactory(submitted=True, author=student)
        decide(desk, story, "seal", until="2190-01-01")
        undo = reverse("moderation:undo", args=[Undoable.objects.get().pk])
        assert f'action="{undo}"' in said(desk)
        stranger = UserFactory(teacher=True)
        for other in (colleague, stranger, student):
            desk.force_login(other)
            assert desk.post(undo).status_code in (302, 404)
        assert Story.objects.get().status == Status.SEALED
        desk.force_login(User.objects.get(pk=Undoable.objects.get().by_id))
        desk.post(undo)
        assert Story.objects.get().status == Status.SUBMITTED

    def test_too_late_is_said(self, desk: Client, student: User) -> None:
        story = StoryFactory(submitted=True, author=student)
        decide(desk, story, "decline", words="A lovely letter.")
        assert 'class="undo"' in said(desk)
        Story.objects.filter(pk=story.pk).update(edition=99)
        assert 'class="undo"' not in page(desk, story)
        undo = reverse("moderation:undo", args=[Undoable.objects.get().pk])
        desk.post(undo)
        assert "It is too late to undo this" in said(desk)
        assert desk.get(undo).status_code == 405

    def test_publishing_is_taken_down_and_not_undone(self, desk: Client, student: User) -> None:
        story = StoryFactory(submitted=True, author=student)
        decide(desk, story, "publish")
        html = said(desk)
        assert "“Take it down” takes it off at once." in html
        assert 'class="undo"' not in html
        assert address(story, "withdraw") in page(desk, story)
