"""The tray: filled from everywhere, put in order, made into a showcase."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archive.curating import making, tray
from archive.models import ShowcasePage, TrayStory
from families.models import User
from stories import lifecycle
from stories.index import keeping
from stories.models import Fund, Place, Story
from tests.archive.making import showcase
from tests.factories import StoryFactory, UserFactory

pytestmark = pytest.mark.django_db

TRAY = "/admin/tray/"


@pytest.fixture(autouse=True)
def signed_in(client: Client, teacher: User) -> None:
    client.force_login(teacher)


def titles(user: User) -> list[str]:
    return [record.title for record in tray.of(user).records]


def refs(stories: list[Story]) -> list[str]:
    return [story.ref for story in stories]


class TestFilling:
    """From the public list, a memory's own page, the queue and the review page."""

    def test_a_button_on_the_public_list(
        self, client: Client, teacher: User, told: list[Story]
    ) -> None:
        keeping.catch_up()
        page = client.get("/stories/?q=memory").content.decode()
        assert f'form="tray" name="story" value="{told[1].ref}"' in page
        sent = {"story": told[1].ref, "next": "/stories/?q=memory"}
        answer = client.post(reverse("tray_add_one"), sent, follow=True)
        assert answer.redirect_chain[-1][0] == "/stories/?q=memory"
        assert titles(teacher) == ["Memory 1"]
        keeping.catch_up()
        page = client.get("/stories/?q=memory").content.decode()
        assert "In your tray" in page
        assert f'value="{told[1].ref}"' not in page

    @pytest.mark.parametrize("who", ["visitor", "student"])
    def test_nobody_else_sees_one(
        self, client: Client, student: User, told: list[Story], who: str
    ) -> None:
        client.logout()
        if who == "student":
            client.force_login(student)
        for address in ("/stories/", told[0].get_absolute_url()):
            text = client.get(address).content.decode()
            assert "tray" not in text
            assert "wagtail-userbar" not in text

    def test_the_userbar_of_its_page(self, client: Client, told: list[Story]) -> None:
        text = client.get(told[0].get_absolute_url()).content.decode()
        assert f"{reverse('tray_add', args=[told[0].ref])}?next=" in text

    def test_the_queue_and_the_review_page(
        self, client: Client, student: User, told: list[Story]
    ) -> None:
        waiting = StoryFactory(submitted=True, author=student)
        queue = client.get(reverse("moderation:list")).content.decode()
        for story, offered in ((told[0], True), (waiting, False)):
            address = reverse("tray_add", args=[story.ref])
            review = client.get(reverse("moderation:review", args=[story.ref])).content.decode()
            assert (address in queue) == offered
            assert (address in review) == offered

    def test_a_link_asks_first(self, client: Client, teacher: User, told: list[Story]) -> None:
        address = reverse("tray_add", args=[told[0].ref])
        asked = client.get(f"{address}?next=/stories/")
        assert "Put “Memory 0” into your tray?" in asked.content.decode()
        assert titles(teacher) == []
        answer = client.post(address, {"next": "https://example.org/"})
        assert answer.url == TRAY
        assert titles(teacher) == ["Memory 0"]
        again = client.post(address, follow=True).content.decode()
        assert "It was in your tray already." in again
        assert titles(teacher) == ["Memory 0"]

    @pytest.mark.parametrize("state", ["draft", "submitted", "withdrawn", "sealed"])
    def test_what_is_not_public_cannot_be_put_in(
        self, client: Client, teacher: User, student: User, state: str
    ) -> None:
        story = StoryFactory(author=student, **{state: True})
        for method in (client.get, client.post):
            assert method(reverse("tray_add", args=[story.ref])).status_code == 404
        assert client.post(reverse("tray_add_one"), {"story": story.ref}).status_code == 404
        assert tray.add(teacher, [story]) == 0
        assert not TrayStory.objects.exists()

    def test_a_full_tray_says_so(
        self, client: Client, teacher: User, told: list[Story], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(tray, "HOLDS", 2)
        assert tray.add(teacher, told[:2]) == 2
        answer = client.post(reverse("tray_add", args=[told[2].ref]), follow=True)
        assert "Your tray is full." in answer.content.decode()
        assert titles(teacher) == ["Memory 0", "Memory 1"]

    def test_everybody_has_their_own(
        self, client: Client, teacher: User, stranger: User, told: list[Story]
    ) -> None:
        tray.add(teacher, told)
        client.force_login(stranger)
        assert "Memory 0" not in client.get(TRAY).content.decode()
        assert titles(stranger) == []

    def test_students_have_none(self, client: Client, student: User, told: list[Story]) -> None:
        client.force_login(student)
        assert client.get(TRAY).status_code == 302
        client.post(reverse("tray_add", args=[told[0].ref]))
        assert not TrayStory.objects.exists()

    def test_nor_has_a_teacher_of_no_school(self, client: Client) -> None:
        client.force_login(UserFactory(teacher=True, school=None))
        assert client.get(TRAY).status_code == 404


class TestOrder:
    """By dragging, and by buttons."""

    @pytest.fixture(autouse=True)
    def filled(self, teacher: User, told: list[Story]) -> None:
        tray.add(teacher, told)

    def test_dragged(self, client: Client, teacher: User, told: list[Story]) -> None:
        order = refs([told[2], told[0], told[3], told[1]])
        answer = client.post(TRAY, {"order": order}, HTTP_ACCEPT="application/json")
        assert answer.json() == {"safe": True}
        assert titles(teacher) == ["Memory 2", "Memory 0", "Memory 3", "Memory 1"]

    @pytest.mark.parametrize(
        ("pressed", "order"),
        [
            ("up 2", "0213"),
            ("up 0", "0123"),
            ("down 0", "1023"),
            ("down 3", "0123"),
            ("out 1", "023"),
        ],
    )
    def test_buttons(
        self, client: Client, teacher: User, told: list[Story], pressed: str, order: str
    ) -> None:
        do, number = pressed.split()
        client.post(TRAY, {"order": refs(told), "do": f"{do}:{told[int(number)].ref}"})
        assert titles(teacher) == [f"Memory {n}" for n in order]

    def test_an_order_of_others_changes_nothing(
        self, client: Client, teacher: User, told: list[Story]
    ) -> None:
        client.post(TRAY, {"order": ["nothing", told[3].ref], "do": "up:nothing"})
        assert titles(teacher) == ["Memory 3", "Memory 0", "Memory 1", "Memory 2"]

    def test_one_that_is_taken_back_is_not_shown(
        self, client: Client, teacher: User, told: list[Story]
    ) -> None:
        lifecycle.withdraw(told[1], by=told[1].author)
        text = client.get(TRAY).content.decode()
        assert "Memory 1" not in text
        assert "1 of them is not public any more" in text
        client.post(TRAY, {"order": [], "do": "clear"})
        assert TrayStory.objects.count() == 3
        assert "any more" not in client.get(TRAY).content.decode()


class TestMaking:
    """A new draft, or more in one that is there."""

    @pytest.fixture(autouse=True)
    def filled(self, teacher: User, told: list[Story]) -> None:
        tray.add(teacher, [told[3], told[1]])

    def test_a_new_draft(self, client: Client, teacher: User, told: list[Story]) -> None:
        sent = {"do": "make", "title": "Bread", "introduction": "Who baked?"}
        sent["order"] = [told[1].ref, told[3].ref]  # type: ignore[assignment]
        answer = client.post(TRAY, sent)
        page = ShowcasePage.objects.get()
        assert answer.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert (page.title, page.live, page.school) == ("Bread", False, teacher.school)
        draft = making.draft_of(page)
        assert draft.story_ids() == [told[1].pk, told[3].pk]
        assert client.get(answer.url).status_code == 200

    def test_it_needs_a_name(self, client: Client, told: list[Story]) -> None:
        answer = client.post(TRAY, {"do": "make", "title": "", "introduction": "Who baked?"})
        assert answer.status_code == 422
        assert "Who baked?" in answer.content.decode()
        assert not ShowcasePage.objects.exists()

    def test_and_something_in_it(self, client: Client, teacher: User) -> None:
        TrayStory.objects.all().delete()
        answer = client.post(TRAY, {"do": "make", "title": "Bread", "introduction": "Who?"})
        assert "There is nothing in your tray yet." in answer.content.decode()
        assert not ShowcasePage.objects.exists()

    def test_more_into_one_that_is_public(
        self, client: Client, teacher: User, told: list[Story]
    ) -> None:
        page = showcase(told[0], told[1], by=teacher)
        answer = client.post(TRAY, {"do": "put", "into": page.pk}, follow=True)
        assert "One memory is new" in answer.content.decode()
        page.refresh_from_db()
        assert page.story_ids() == [told[0].pk, told[1].pk]
        assert making.draft_of(page).story_ids() == [told[0].pk, told[1].pk, told[3].pk]
        assert "Memory 3" not in client.get(page.url).content.decode()

    @pytest.mark.parametrize("into", ["theirs", "0", "x", ""])
    def test_not_into_another_schools(
        self, client: Client, stranger: User, told: list[Story], into: str
    ) -> None:
        theirs = showcase(told[0], by=stranger)
        assert theirs.title not in client.get(TRAY).content.decode()
        sent = {"do": "put", "into": str(theirs.pk) if into == "theirs" else into}
        assert client.post(TRAY, sent).status_code == 404
        assert making.draft_of(theirs).story_ids() == [told[0].pk]

    def test_the_verbs_ask_for_themselves(
        self, teacher: User, stranger: User, student: User, told: list[Story]
    ) -> None:
        page = showcase(told[0], by=teacher)
        with pytest.raises(PermissionDenied):
            making.put([told[1].pk], page, by=stranger)
        with pytest.raises(PermissionDenied):
            making.make([told[1].pk], title="No", introduction="No", by=student)


class TestFitting:
    """What is suggested beside the tray, and why."""

    def test_by_place_fund_time_and_words(
        self, client: Client, teacher: User, student: User
    ) -> None:
        place, fund = Place.objects.get(slug="collyhurst"), Fund.objects.get(slug="neighbours")
        mine = StoryFactory(
            published=True,
            author=student,
            title="Sirens at dinner",
            when_text="1963",
            places=[place],
            funds=[fund],
        )
        others = {
            "Of the place": {"places": [place], "when_text": "", "summary": ""},
            "Of the fund": {"funds": [fund], "when_text": "", "summary": ""},
            "Of the time": {"when_text": "1967", "summary": ""},
            "Other sirens": {"when_text": "", "summary": ""},
            "Of nothing": {"when_text": "1801", "summary": ""},
        }
        for title, fields in others.items():
            StoryFactory(published=True, author=student, title=title, **fields)
        StoryFactory(submitted=True, author=student, title="Hush", places=[place])
        tray.add(teacher, [mine])
        keeping.catch_up()
        text = client.get(TRAY).content.decode()
        for reason in (
            f"Also of {place}",
            f"Also about {fund}",
            "Also of the 1960s",
            "Also says “sirens”",
        ):
            assert reason in text
        for title in others:
            assert (title in text) == (title != "Of nothing")
        assert "Hush" not in text

    def test_nothing_beside_nothing(self, client: Client, told: list[Story]) -> None:
        assert "These would fit" not in client.get(TRAY).content.decode()


def test_as_many_queries_for_many(client: Client, teacher: User, student: User) -> None:
    place = Place.objects.filter(slug="collyhurst")

    def asked(number: int) -> int:
        told = [StoryFactory(published=True, author=student, places=place) for _ in range(number)]
        tray.add(teacher, told)
        client.get(TRAY)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(TRAY).status_code == 200
        return len(queries)

    few = asked(3)
    assert asked(20) == few
    assert few <= 45
