"""A place that is not on the list: asked for, answered once, and given to the memory."""

from __future__ import annotations

import pytest
from wagtail.models import ModelLogEntry

from families.models import User
from stories import suggesting
from stories.lifecycle import Refused
from stories.models import Place, PlaceSuggestion, Story
from tests.factories import PersonFactory, PlaceFactory
from tests.stories.cast import STATES, Cast

pytestmark = pytest.mark.django_db

State = PlaceSuggestion.State


@pytest.fixture
def story(cast: Cast) -> Story:
    return cast.memory("draft")


def asked(story: Story, name: str = "The Flash", near: str = "") -> PlaceSuggestion:
    return suggesting.suggest(story, name=name, whereabouts=near, by=story.author)


def new_place(name: str = "The Flash") -> Place:
    built: Place = PlaceFactory.build(name=name, slug="")
    return built


def test_it_is_asked_for_once(story: Story) -> None:
    first = asked(story)
    assert asked(story, "the flash") == first
    assert str(first) == "The Flash"
    entry = ModelLogEntry.objects.get(action="stories.suggest_place")
    assert entry.user == story.author


@pytest.mark.parametrize(
    "words",
    [
        "14 Moston Lane",
        "Nan’s house",
        "my house",
        "our old flat",
        "M40 7EE",
        "ring 0161 496 0000",
        "@nell_07",
    ],
)
@pytest.mark.parametrize("in_name", [True, False])
def test_a_home_or_a_way_to_somebody_is_refused(story: Story, words: str, in_name: bool) -> None:
    with pytest.raises(Refused):
        asked(story, words) if in_name else asked(story, "The Flash", words)
    assert not PlaceSuggestion.objects.exists()


def test_a_childs_surname_is_refused(cast: Cast) -> None:
    child = PersonFactory(child=True, name="Nell Byrne")
    with pytest.raises(Refused):
        asked(cast.memory("draft", people=[(child, "mentioned")]), "Byrne Corner")


@pytest.mark.parametrize("name", ["Boggart Hole", "The public house", "St Oswald’s church hall"])
def test_a_public_name_is_taken(story: Story, name: str) -> None:
    assert asked(story, name).state == State.WAITING


def test_what_is_on_the_list_is_found_there(story: Story) -> None:
    PlaceFactory(name="The Flash")
    with pytest.raises(Refused, match="on the list already"):
        asked(story, "the flash")


def test_not_too_many_wait_at_once(story: Story) -> None:
    for number in range(suggesting.MOST):
        asked(story, f"Place of old {number}")
    with pytest.raises(Refused):
        asked(story, "One more")


@pytest.mark.parametrize("role", ["relative", "classmate", "teacher", "stranger"])
def test_only_its_writer_asks(cast: Cast, story: Story, role: str) -> None:
    with pytest.raises(Refused):
        suggesting.suggest(story, name="The Flash", whereabouts="", by=cast[role])


class TestAnswers:
    def test_a_new_place(self, cast: Cast, story: Story) -> None:
        settled = suggesting.accept(asked(story), new_place(), by=cast["teacher"])
        assert settled.state == State.ADDED
        assert [place.name for place in Story.objects.get(pk=story.pk).places.all()] == [
            "The Flash"
        ]
        entry = ModelLogEntry.objects.get(action="stories.answer_place")
        assert (entry.user, entry.data) == (cast["teacher"], {"state": "added"})

    def test_a_place_there_was(self, cast: Cast, story: Story) -> None:
        place = PlaceFactory()
        settled = suggesting.merge(asked(story), place, by=cast["teacher"])
        assert (settled.state, settled.place) == (State.MERGED, place)
        assert list(story.places.all()) == [place]

    def test_a_no_has_a_word(self, cast: Cast, story: Story) -> None:
        with pytest.raises(Refused):
            suggesting.decline(asked(story), "  ", by=cast["teacher"])
        settled = suggesting.decline(asked(story), "It is a home.", by=cast["teacher"])
        assert (settled.state, settled.answer) == (State.DECLINED, "It is a home.")
        assert not story.places.exists()

    def test_it_is_answered_once(self, cast: Cast, story: Story) -> None:
        suggestion = asked(story)
        suggesting.decline(suggestion, "No.", by=cast["teacher"])
        with pytest.raises(Refused):
            suggesting.merge(suggestion, PlaceFactory(), by=cast["colleague"])

    def test_the_writers_screen_is_not_overtaken(self, cast: Cast, story: Story) -> None:
        suggesting.merge(asked(story), PlaceFactory(), by=cast["teacher"])
        assert Story.objects.get(pk=story.pk).edition == story.edition

    def test_a_public_memory_gets_it_in_its_draft(self, cast: Cast, story: Story) -> None:
        suggestion = asked(story)
        public = cast.memory("published")
        PlaceSuggestion.objects.filter(pk=suggestion.pk).update(story=public)
        place = PlaceFactory()
        suggesting.merge(suggestion, place, by=cast["teacher"])
        now = Story.objects.get(pk=public.pk)
        assert not now.places.exists()
        assert list(now.get_latest_revision_as_object().places.all()) == [place]
        assert now.last_edited_by == cast["teacher"]

    @pytest.mark.parametrize(
        "role", ["author", "classmate", "relative", "stranger", "other lead", "administrator"]
    )
    def test_the_wrong_people_answer_nothing(self, cast: Cast, story: Story, role: str) -> None:
        suggestion = asked(story)
        with pytest.raises(Refused):
            suggesting.merge(suggestion, PlaceFactory(), by=cast[role])
        suggestion.refresh_from_db()
        assert suggestion.state == State.WAITING

    @pytest.mark.parametrize("state", [s for s in STATES if s.startswith("held") or s == "sealed"])
    def test_what_is_held_or_sealed_is_the_leads(self, cast: Cast, state: str) -> None:
        story = cast.memory(state)
        suggestion = PlaceSuggestion.objects.create(
            story=story, name="The Flash", suggested_by=story.author
        )
        with pytest.raises(Refused):
            suggesting.decline(suggestion, "No.", by=cast["teacher"])
        suggesting.decline(suggestion, "No.", by=cast["lead"])


def test_what_was_answered_is_told_to_whoever_asked(cast: Cast, story: Story) -> None:
    settled = suggesting.decline(asked(story), "No.", by=cast["teacher"])
    assert suggesting.answered_for(story.author) == [settled]
    for role in ("relative", "classmate", "teacher"):
        assert suggesting.answered_for(cast[role]) == []


def test_it_goes_with_whoever_leaves(cast: Cast, story: Story) -> None:
    from stories.erasure import erase_memories

    answered = suggesting.decline(asked(story), "No.", by=cast["teacher"])
    teacher: User = cast["teacher"]
    erase_memories(teacher)
    answered.refresh_from_db()
    assert answered.settled_by is None
    erase_memories(story.author)
    assert not PlaceSuggestion.objects.exists()
