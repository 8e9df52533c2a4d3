"""What the editor points out in a draft, and what the first screen says about showcases."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from archive import gathering
from archive.curating import looking_over, making, notes
from archive.models import ShowcasePage, WelcomedBack
from archive.records import find
from archive.showcases import content_of, telling
from families.models import School, User
from media.models import HeldPassage
from stories import lifecycle
from stories.models import Fund, Place, Story
from stories.models.states import Status
from tests.archive.making import picture, showcase
from tests.archive.voices import spoken
from tests.factories import ItemFactory, PersonFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


def said(page: ShowcasePage) -> list[str]:
    draft = making.draft_of(page)
    return [f.sentence for f in looking_over.findings(draft, gathering.hoard_of(draft))]


def text_of(client: Client, page: ShowcasePage) -> str:
    answer = client.get(f"/admin/pages/{page.pk}/edit/")
    assert answer.status_code == 200
    return str(answer.content.decode())


def chapter(title: str) -> tuple[str, dict[str, str]]:
    return "chapter", {"title": title, "text": ""}


class TestPointedOut:
    """Each in a sentence that a person can act on."""

    def test_doubles(self, teacher: User, told: list[Story]) -> None:
        shown = picture(by=teacher)
        body = [
            ("story", told[0]),
            ("picture_story", {"story": told[0], "caption": ""}),
            ("picture", {"picture": shown, "caption": ""}),
            ("picture", {"picture": shown, "caption": ""}),
        ]
        found = said(showcase(by=teacher, body=body))
        assert "“Memory 0” is in it 2 times." in found
        assert "The picture “The mill” is in it 2 times." in found

    def test_a_quotation_is_no_double(self, teacher: User, told: list[Story]) -> None:
        quote = {"story": told[0], "text": "My nan worked at the mill."}
        found = said(showcase(by=teacher, body=[("story", told[0]), ("pull_quote", quote)]))
        assert not [sentence for sentence in found if "times" in sentence]

    @pytest.mark.parametrize("who", ["Rita", ""])
    def test_a_name_typed_by_hand(self, teacher: User, who: str) -> None:
        found = said(showcase(by=teacher, body=[("quote", {"text": "Ay.", "who": who})]))
        assert any("names “Rita” by hand" in sentence for sentence in found) == bool(who)

    @pytest.mark.parametrize(
        ("body", "alone"),
        [
            ([("heading", "A"), ("heading", "B"), ("text", "<p>x</p>")], ["A"]),
            ([("heading", "A")], ["A"]),
            ([chapter("C"), ("heading", "A"), ("text", "<p>x</p>")], []),
            ([chapter("C"), ("heading", "A"), chapter("D"), ("text", "<p>x</p>")], ["C", "A"]),
            ([("heading", "A"), ("clip", {}), ("text", "<p>x</p>")], []),
        ],
    )
    def test_nothing_under_it(self, teacher: User, body: list[Any], alone: list[str]) -> None:
        found = said(showcase(by=teacher, body=body))
        wanted = [f"There is nothing under “{name}”. Visitors do not see it." for name in alone]
        assert [sentence for sentence in found if "nothing under" in sentence] == wanted

    def test_pictures_without_words(self, client: Client, teacher: User, student: User) -> None:
        story = StoryFactory(published=True, author=student, parts=[ItemFactory()], title="Seen")
        story.parts.update(description="")
        bare = picture(by=teacher, description="")
        page = showcase(story, by=teacher, cover=bare)
        found = said(page)
        assert "A picture in “Seen” has no description." in found
        assert "The picture “The mill” has no description." in found
        client.force_login(teacher)
        assert f'href="/admin/images/{bare.pk}/"' in text_of(client, page)

    def test_all_from_one_side(self, teacher: User, student: User) -> None:
        mary = PersonFactory(public_name="Mary", school=student.school, consenting=True)
        place, fund = Place.objects.get(slug="collyhurst"), Fund.objects.get(slug="neighbours")
        told = [
            StoryFactory(
                published=True,
                author=student,
                teller=mary,
                places=[place],
                funds=[fund],
                when_text="1963",
            )
            for _ in range(3)
        ]
        found = " ".join(said(showcase(*told, by=teacher)))
        for side in (
            "one teller: Mary",
            f"one place: {place}",
            f"one fund of knowledge: {fund}",
            "one decade: the 1960s",
        ):
            assert f"All of it comes from {side}." in found
        assert "All of it" not in " ".join(said(showcase(*told[:2], by=teacher)))

    def test_a_gap_between_times(self, teacher: User, student: User) -> None:
        told = [
            StoryFactory(published=True, author=student, when_text=when)
            for when in ("1941", "1965", "1996")
        ]
        found = said(showcase(*told, by=teacher))
        gaps = [sentence for sentence in found if "between" in sentence]
        assert gaps == ["Nothing is told between the 1960s and the 1990s."]

    def test_what_is_missing_of_the_whole(self, teacher: User, told: list[Story]) -> None:
        assert said(showcase(by=teacher))[-3:] == [
            "There is no public memory in it yet.",
            "It has no cover yet.",
            "It has no opening line yet.",
        ]
        full = showcase(
            told[0], by=teacher, cover=picture(by=teacher), opening_line="Who baked the bread?"
        )
        assert said(full) == []

    def test_pieces_that_can_no_longer_be_cut(self, teacher: User, student: User) -> None:
        story = spoken(student)
        film = StoryFactory(published=True, author=student, parts=[ItemFactory(video=True)])
        body = [
            ("clip", {"story": story, "which": 1, "start": "0", "end": "5", "caption": ""}),
            ("pull_quote", {"story": story, "text": "Words of it"}),
            ("film", {"story": film, "which": 1, "caption": ""}),
        ]
        page = showcase(by=teacher, body=body)
        assert not [s for s in said(page) if "left out" in s]
        item = story.parts.get(kind="item").item
        HeldPassage.objects.create(item=item, start_ms=0, end_ms=1000)
        story.parts.filter(kind="words").update(text="Else.")
        film.parts.all().delete()
        assert len([s for s in said(page) if "left out" in s]) == 3

    def test_not_before_there_is_a_draft(self, client: Client, teacher: User) -> None:
        from archive.models import ShowcaseIndexPage

        client.force_login(teacher)
        index = ShowcaseIndexPage.objects.get()
        text = client.get(f"/admin/pages/add/archive/showcasepage/{index.pk}/").content.decode()
        assert "Before it goes out" not in text

    def test_what_would_fit(self, client: Client, teacher: User, student: User) -> None:
        place = Place.objects.filter(slug="collyhurst")
        mine, other = (
            StoryFactory(published=True, author=student, places=place, title=title)
            for title in ("Mine", "Another of it")
        )
        client.force_login(teacher)
        text = text_of(client, showcase(mine, by=teacher))
        assert f'href="/admin/tray/add/{other.ref}/">Another of it' in text


class TestChangeOfHeart:
    """Taken back: no hole, a note without a word of it, and asked again before it comes back."""

    @pytest.fixture
    def page(self, teacher: User, told: list[Story]) -> ShowcasePage:
        return showcase(told[0], told[1], by=teacher, title="Ours")

    @pytest.fixture
    def back(self, page: ShowcasePage, told: list[Story], teacher: User) -> Story:
        """Taken back, and public again."""
        lifecycle.withdraw(told[1], by=told[1].author)
        again = Story.objects.get(pk=told[1].pk)
        Story.objects.filter(pk=again.pk).update(
            status=Status.PUBLISHED, live=True, has_unpublished_changes=False
        )
        return again

    def test_a_note_in_the_editor_and_on_the_first_screen(
        self, client: Client, page: ShowcasePage, told: list[Story], teacher: User
    ) -> None:
        lifecycle.withdraw(told[1], by=told[1].author)
        today = date_format(timezone.localdate(), "j F Y")
        sentence = f"A memory was taken back on {today}. It is out of this showcase."
        client.force_login(teacher)
        for text in (text_of(client, page), client.get("/admin/").content.decode()):
            assert sentence in text
            assert "Memory 1" not in text

    def test_one_that_left_in_another_way_says_no_day(
        self, teacher: User, lead: User, page: ShowcasePage, told: list[Story]
    ) -> None:
        lifecycle.hold(told[1], by=lead, reason="A worry.")
        assert looking_over.note(None) in said(page)
        assert [one.sentence for one in notes.notes(teacher)] == [looking_over.note(None)]
        told[1].delete()
        assert looking_over.note(None) in said(page)

    def test_only_whose_showcase_it_is(
        self, client: Client, page: ShowcasePage, told: list[Story], stranger: User, student: User
    ) -> None:
        lifecycle.withdraw(told[1], by=told[1].author)
        assert notes.notes(stranger) == []
        assert notes.notes(student) == []
        client.force_login(stranger)
        assert "taken back" not in client.get("/admin/").content.decode()

    def test_public_again_is_not_in_again(
        self, client: Client, page: ShowcasePage, back: Story, teacher: User
    ) -> None:
        assert [s.record.title for s in content_of(page).sections if s.record] == ["Memory 0"]
        for address in (page.url, page.slides_url):
            assert "Memory 1" not in client.get(address).content.decode()
        record = find(back.ref)
        assert record is not None
        assert telling(record) == []
        client.force_login(teacher)
        text = text_of(client, page)
        assert looking_over.AGAIN in text
        assert f"/admin/showcases/{page.pk}/again/{back.ref}/" in text

    def test_somebody_asks_and_it_is(
        self, client: Client, page: ShowcasePage, back: Story, teacher: User
    ) -> None:
        client.force_login(teacher)
        address = f"/admin/showcases/{page.pk}/again/{back.ref}/"
        assert "checked" not in client.get(address).content.decode().partition("asked")[2][:200]
        refused = client.post(address)
        assert refused.status_code == 422
        assert "Ask them first." in refused.content.decode()
        assert not WelcomedBack.objects.exists()
        client.post(address, {"asked": "on"})
        assert WelcomedBack.objects.get().said_by == teacher
        assert "Memory 1" in client.get(page.url).content.decode()
        record = find(back.ref)
        assert record is not None
        assert [card.title for card in telling(record)] == ["Ours"]
        assert client.get(address).status_code == 404

    def test_each_time_anew_and_each_showcase_for_itself(
        self, page: ShowcasePage, back: Story, teacher: User, told: list[Story]
    ) -> None:
        from archive import returning

        returning.welcome(page, back, by=teacher)
        assert returning.to_ask(page, [back.pk]) == set()
        assert returning.to_ask(showcase(back, by=teacher), [back.pk]) == {back.pk}
        Story.objects.filter(pk=back.pk).update(withdrawn_at=timezone.now())
        assert returning.to_ask(page, [back.pk]) == {back.pk}
        returning.welcome(page, back, by=teacher)
        assert returning.to_ask(page, [back.pk]) == set()
        assert WelcomedBack.objects.count() == 1

    def test_no_news_of_a_showcase_it_is_not_in(
        self,
        page: ShowcasePage,
        back: Story,
        teacher: User,
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        from stories.models import NewsItem

        NewsItem.objects.all().delete()
        with django_capture_on_commit_callbacks(execute=True):
            showcase(back, by=teacher)
        assert not NewsItem.objects.filter(story=back).exists()

    def test_other_schools_and_other_memories(
        self, client: Client, page: ShowcasePage, back: Story, stranger: User, teacher: User
    ) -> None:
        client.force_login(stranger)
        address = f"/admin/showcases/{page.pk}/again/{back.ref}/"
        assert client.post(address, {"asked": "on"}).status_code == 404
        client.force_login(teacher)
        other = StoryFactory(published=True)
        assert client.get(f"/admin/showcases/{page.pk}/again/{other.ref}/").status_code == 404
        assert not WelcomedBack.objects.exists()


def test_as_many_queries_for_many(client: Client, teacher: User, student: User) -> None:
    def asked(number: int) -> int:
        told = [StoryFactory(published=True, author=student) for _ in range(number)]
        page = showcase(*told, by=teacher)
        for story in told[: number // 2]:
            lifecycle.withdraw(story, by=student)
        with CaptureQueriesContext(connection) as queries:
            looking_over.context_of(ShowcasePage.objects.get(pk=page.pk))["findings"]
            notes.notes(teacher)
        return len(queries)

    asked(6)  # So that there is something to suggest.
    assert asked(4) == asked(16)


def test_the_days_are_said_in_words() -> None:
    assert looking_over.note(date(2026, 5, 3)).startswith("A memory was taken back on 3 May 2026.")


def test_an_administrator_looks_after_all(
    other_school: School, told: list[Story], teacher: User
) -> None:
    page = showcase(told[0], by=teacher)
    lifecycle.withdraw(told[0], by=told[0].author)
    administrator = UserFactory(administrator=True, school=other_school)
    assert [one.showcase for one in notes.notes(administrator)] == [page.title]
