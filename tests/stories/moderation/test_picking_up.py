"""Picking a memory up from the list, and the reminders that are stopped from there."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories import lifecycle, reminding
from stories.index import keeping
from stories.models import NoReminders, Story
from tests.factories import ReporterClassFactory
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db

LIST = "/admin/moderation/?reporter_class={}"
ALL_ROLES = ("author", "relative", "stranger", "other lead", "administrator", "lead", "teacher")
STAFF = ("lead", "teacher")


def sign_in(client: Client, cast: Cast, role: str = "teacher") -> Client:
    client.force_login(cast[role])
    return client


def row(client: Client, **filters: object) -> str:
    return client.get(reverse("moderation:list"), filters).content.decode()


class TestPickingUp:
    def test_whoever_is_first_reads_it(self, client: Client, cast: Cast) -> None:
        story = cast.memory("submitted")
        address = reverse("moderation:pick_up", args=[story.ref])
        assert address in row(sign_in(client, cast))
        answer = client.post(address)
        assert answer.url == reverse("moderation:review", args=[story.ref])
        assert "You are reading this one now." in client.get(answer.url).content.decode()
        assert Story.objects.get(pk=story.pk).taken_up_by == cast["teacher"]
        html = row(client)
        assert address not in html
        assert "Yours: you are reading it" in html

    def test_the_other_sees_the_list_again_and_who_was_first(
        self, client: Client, cast: Cast
    ) -> None:
        story = cast.memory("submitted")
        here = LIST.format(story.reporter_class_id)
        assert f'value="{here}"' in sign_in(client, cast).get(here).content.decode()
        lifecycle.take_up(story, by=cast["colleague"])
        answer = client.post(reverse("moderation:pick_up", args=[story.ref]), {"next": here})
        assert answer.url == here
        html = client.get(here).content.decode()
        assert f"{cast['colleague']} is already reading this one." in html
        assert f"{cast['colleague']}, who is reading it" in html

    def test_the_button_works_in_a_browser(self, cast: Cast) -> None:
        """Which is refused without the page's token, as the other clients here are not."""
        story, client = cast.memory("submitted"), Client(enforce_csrf_checks=True)
        html = row(sign_in(client, cast))
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)
        assert token is not None
        address = reverse("moderation:pick_up", args=[story.ref])
        assert client.post(address).status_code == 403
        answer = client.post(address, {"csrfmiddlewaretoken": token[1]})
        assert answer.url == reverse("moderation:review", args=[story.ref])

    def test_nobody_is_sent_elsewhere(self, client: Client, cast: Cast) -> None:
        story = lifecycle.take_up(cast.memory("submitted"), by=cast["colleague"])
        address = reverse("moderation:pick_up", args=[story.ref])
        answer = sign_in(client, cast).post(address, {"next": "https://elsewhere.example/"})
        assert answer.url == reverse("moderation:list")

    def test_a_script_that_asked_for_the_results_comes_back_to_the_list(
        self, client: Client, cast: Cast
    ) -> None:
        cast.memory("submitted")
        keeping.catch_up()
        results = reverse("moderation:list_results")
        html = sign_in(client, cast).get(f"{results}?_w_filter_fragment=1&q=mill").content.decode()
        assert 'value="/admin/moderation/?q=mill"' in html

    @pytest.mark.parametrize("role", ALL_ROLES)
    def test_by_the_staff_of_the_school(self, client: Client, cast: Cast, role: str) -> None:
        story = cast.memory("submitted")
        sign_in(client, cast, role).post(reverse("moderation:pick_up", args=[story.ref]))
        reader = Story.objects.get(pk=story.pk).taken_up_by
        assert reader == (cast[role] if role in STAFF else None)

    def test_what_is_with_its_writer_has_no_button(self, client: Client, cast: Cast) -> None:
        cast.memory("changes_requested")
        assert "I’ll read this one" not in row(sign_in(client, cast))


class TestReminders:
    def address(self, story: Story) -> str:
        return reverse("moderation:reminders", args=[story.ref])

    def test_are_stopped_and_started_from_the_row(self, client: Client, cast: Cast) -> None:
        story = cast.memory("changes_requested")
        html = row(sign_in(client, cast))
        assert "Do not remind" in html
        assert client.post(self.address(story), {"verb": "stop"}).url == reverse("moderation:list")
        assert reminding.are_stopped(story)
        html = row(client)
        assert f"No reminders go for “{story}” now." in html
        assert "No reminders go." in html
        assert "Do not remind" not in html
        client.post(self.address(story), {"verb": "start"})
        assert not reminding.are_stopped(story)

    def test_one_goes_now_from_the_review_page(self, client: Client, cast: Cast) -> None:
        story = cast.memory("changes_requested")
        review = reverse("moderation:review", args=[story.ref])
        assert "Remind them now" in sign_in(client, cast).get(review).content.decode()
        for sentence in ("They find a kind word", "Once a week is enough."):
            answer = client.post(self.address(story), {"verb": "send", "next": review})
            assert answer.url == review
            assert sentence in client.get(review).content.decode()
        assert reminding.reminders().count() == 1
        assert "Reminded 0" in row(client)

    @pytest.mark.parametrize("state", ["submitted", "published", "held_changes_requested"])
    def test_the_review_page_says_nothing_where_none_would_go(
        self, client: Client, cast: Cast, state: str
    ) -> None:
        review = reverse("moderation:review", args=[cast.memory(state).ref])
        html = sign_in(client, cast, "lead").get(review).content.decode()
        assert 'id="reminders"' not in html

    def test_of_a_class(self, client: Client, cast: Cast) -> None:
        group = cast["author"].reporter_class
        here = LIST.format(group.pk)
        address = reverse("moderation:class_reminders", args=[group.pk])
        assert address not in row(sign_in(client, cast))
        assert f"Do not remind {group.name}" in client.get(here).content.decode()
        assert client.post(address, {"verb": "stop", "next": here}).url == here
        assert reminding.are_stopped_in(group)
        assert f"Nobody in {group.name} is reminded." in client.get(here).content.decode()
        client.post(address, {"verb": "start", "next": here})
        assert not NoReminders.objects.exists()

    @pytest.mark.parametrize("role", ALL_ROLES)
    @pytest.mark.parametrize("what", ["memory", "class"])
    def test_are_the_schools(self, client: Client, cast: Cast, role: str, what: str) -> None:
        story = cast.memory("changes_requested")
        address = reverse("moderation:class_reminders", args=[story.reporter_class_id])
        address = self.address(story) if what == "memory" else address
        answer = sign_in(client, cast, role).post(address, {"verb": "stop"})
        assert NoReminders.objects.exists() == (role in STAFF)
        if role in ("stranger", "other lead", "administrator"):
            assert answer.status_code == 404

    @pytest.mark.parametrize("verb", ["", "burn", "send"])
    def test_no_other_word_is_one(self, client: Client, cast: Cast, verb: str) -> None:
        group = ReporterClassFactory(school=cast.school)
        address = reverse("moderation:class_reminders", args=[group.pk])
        assert sign_in(client, cast).post(address, {"verb": verb}).status_code == 404


def test_how_long_its_writer_has_had_it(client: Client, cast: Cast) -> None:
    story = cast.memory("changes_requested")
    then = timezone.now() - timedelta(days=9)
    Story.objects.filter(pk=story.pk).update(updated_at=then)
    assert "1\xa0week" in row(sign_in(client, cast))
