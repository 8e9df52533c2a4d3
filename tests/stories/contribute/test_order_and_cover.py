"""The order of the parts and the picture in front, by buttons and by dragging."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from archive import records
from families.models import User
from stories import covers
from stories.models import Story, StoryPart
from tests.factories import ItemFactory, StoryFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db


def numbers(story: Story) -> list[int]:
    return list(story.parts.values_list("pk", flat=True))


class TestOrder:
    @pytest.fixture
    def story(self, student: User) -> Story:
        made: Story = StoryFactory(author=student, parts=["one", "two", "three"])
        return made

    def dragged(self, screen: Screen, *parts: int) -> Any:
        return screen.press(f"order:{','.join(map(str, parts))}", json=True)

    def test_it_stays_as_it_was_dragged(self, screen: Screen, story: Story) -> None:
        one, two, three = numbers(story)
        assert self.dragged(screen, three, one, two).status_code == 200
        assert numbers(story) == [three, one, two]

    def test_a_part_from_another_screen_stays_behind_its_neighbour(
        self, screen: Screen, story: Story
    ) -> None:
        one, two, three = numbers(story)
        self.dragged(screen, three, one)
        assert numbers(story) == [three, one, two]

    def test_words_are_saved_with_it(self, screen: Screen, story: Story) -> None:
        one, two, three = numbers(story)
        screen.fields[f"part-{two}-text"] = ["TWO"]
        self.dragged(screen, two, one, three)
        assert [part.text for part in story.parts.all()] == ["TWO", "one", "three"]

    @pytest.mark.parametrize("order", ["", "x", "1,", ",1", "-1", "1;2", "999999999"])
    def test_an_order_that_lies_changes_nothing(
        self, screen: Screen, story: Story, order: str
    ) -> None:
        before = numbers(story)
        assert screen.press(f"order:{order}", json=True).status_code == 200
        assert numbers(story) == before


class TestCover:
    @pytest.fixture
    def story(self, student: User) -> Story:
        items = [ItemFactory(uploaded_by=student), ItemFactory(uploaded_by=student)]
        sound = ItemFactory(audio=True, uploaded_by=student)
        made: Story = StoryFactory(author=student, parts=["Words", *items, sound], published=False)
        return made

    def test_the_first_picture_is_the_cover_until_somebody_chooses(
        self, screen: Screen, story: Story
    ) -> None:
        _, _first, second, _sound = numbers(story)
        assert screen.text.count("This is the cover") == 1
        assert [b for b in screen.buttons if b.startswith("cover-")] == [f"cover-{second}"]

    def test_another_one_is_chosen(self, screen: Screen, story: Story) -> None:
        _, _first, second, _sound = numbers(story)
        response = screen.press(f"cover-{second}")
        assert response["Location"].endswith(f"#part-{second}")
        assert list(story.parts.filter(is_cover=True)) == [StoryPart.objects.get(pk=second)]
        record = records.as_it_would_be(Story.objects.get(pk=story.pk))
        item = StoryPart.objects.get(pk=second).item
        assert record.cover is not None
        assert record.cover.ref == item.ref
        assert record.lead_item is not None
        assert record.lead_item.ref == item.ref

    def test_choosing_again_leaves_one(self, screen: Screen, story: Story) -> None:
        _, first, second, _sound = numbers(story)
        screen.press(f"cover-{second}")
        screen.shows(screen.client.get(screen.address))
        screen.press(f"cover-{first}")
        assert list(story.parts.filter(is_cover=True).values_list("pk", flat=True)) == [first]

    @pytest.mark.parametrize("place", [0, 3])
    def test_words_and_sounds_are_no_cover(self, screen: Screen, story: Story, place: int) -> None:
        screen.press(f"cover-{numbers(story)[place]}")
        assert not story.parts.filter(is_cover=True).exists()

    def test_the_list_of_my_memories_shows_it(
        self, screen: Screen, desk: Client, story: Story
    ) -> None:
        second = story.parts.all()[2]
        screen.press(f"cover-{second.pk}")
        assert second.item.ref in desk.get(reverse("desk")).content.decode()

    def test_it_comes_back_with_what_was_taken_out(self, screen: Screen, story: Story) -> None:
        second = numbers(story)[2]
        screen.press(f"cover-{second}")
        for button in (f"out-{second}", "back"):
            screen.shows(screen.client.get(screen.address))
            screen.press(button)
        assert covers.of(story.parts.all()) == story.parts.get(is_cover=True)

    def test_a_film_stands_for_it_where_it_was_chosen(self, student: User) -> None:
        film = StoryPart(kind="item", item=ItemFactory(video=True), is_cover=True)
        story = StoryFactory(author=student, parts=[ItemFactory(), film])
        record = records.as_it_would_be(story)
        assert record.cover is not None
        assert record.cover.src.endswith("poster.jpg")

    def test_nothing_stands_for_words_alone(self) -> None:
        assert covers.of([StoryPart(kind="words", text="Words")]) is None


class TestAsATeacher:
    def page(self, desk: Client, story: Story) -> str:
        response = desk.get(reverse("desk_story_as_teacher", args=[story.ref]))
        assert response.status_code == 200
        return response.content.decode()

    def test_it_says_what_they_see(self, desk: Client, student: User) -> None:
        part = StoryPart(kind="item", item=ItemFactory(filename="mill.jpg"), asks_teacher=True)
        story = StoryFactory(
            author=student, parts=["Ring 0161 496 0000", part], when_text="about 1972"
        )
        page = self.page(desk, story)
        for said in (
            "0161 496 0000",
            "Where was it?",
            "You asked them what this picture shows:",
            "told it",
            "we read this as: about 1972",
        ):
            assert said in page, said

    def test_what_people_allowed_is_not_there(self, desk: Client, student: User) -> None:
        from tests.factories import PersonFactory

        never = PersonFactory(child=True, never_publish=True, public_name="Nell")
        story = StoryFactory(author=student, people=[(never, "shown")])
        assert "never" not in self.page(desk, story).lower().replace("nevertheless", "")

    @pytest.mark.parametrize("state", ["submitted", "published", "withdrawn"])
    def test_it_is_there_in_every_state(self, desk: Client, student: User, state: str) -> None:
        self.page(desk, StoryFactory(author=student, **{state: True}))

    def test_a_held_one_says_only_that(self, desk: Client, student: User) -> None:
        assert "on hold" in self.page(desk, StoryFactory(author=student, held=True))

    def test_both_previews_lead_to_each_other(self, desk: Client, story: Story) -> None:
        preview = desk.get(reverse("desk_story_preview", args=[story.ref])).content.decode()
        assert reverse("desk_story_as_teacher", args=[story.ref]) in preview
        assert reverse("desk_story_preview", args=[story.ref]) in self.page(desk, story)
