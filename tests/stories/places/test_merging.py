"""Two places become one: everything moves, nothing is lost, and the old address leads on."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import ModelLogEntry, Revision

from families.models import User
from stories import suggesting, vocabulary
from stories.models import FormerPlace, Place, Story
from stories.places import former, merging
from stories.refusals import Refused
from tests.archive.making import showcase
from tests.factories import AssignmentFactory, PlaceFactory, ReporterClassFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def old() -> Place:
    made: Place = PlaceFactory(name="The Rec", slug="the-rec", note="by the baths")
    return made


@pytest.fixture
def into() -> Place:
    made: Place = PlaceFactory(name="Queen’s Rec", slug="queens-rec")
    return made


def places_of(story: Story) -> list[str]:
    return [tag.tag.slug for tag in Story.objects.get(pk=story.pk).tagged_places.all()]


def test_everything_that_points_at_a_place_is_moved() -> None:
    fields = Place._meta.get_fields(include_hidden=True)
    pointing = {
        f"{f.remote_field.model._meta.label}.{f.remote_field.name}"
        for f in fields
        if f.auto_created and not f.concrete and not f.many_to_many
    }
    assert pointing == merging.MOVED


def test_memories_suggestions_and_assignments_move(
    old: Place, into: Place, student: User, teacher: User
) -> None:
    one = StoryFactory(author=student, places=[old])
    both = StoryFactory(author=student, places=[old, into])
    asked = suggesting.suggest(one, name="The rec ground", whereabouts="", by=student)
    suggesting.merge(asked, old, by=teacher)
    its_class = ReporterClassFactory(school=teacher.school)
    assignments = [
        AssignmentFactory(reporter_class=its_class, places=p) for p in ([old], [old, into])
    ]

    merging.merge(old, into, by=teacher)

    assert [places_of(one), places_of(both)] == [["queens-rec"], ["queens-rec"]]
    asked.refresh_from_db()
    assert asked.place == into
    for assignment in assignments:
        assignment.refresh_from_db()
        assert list(assignment.places.all()) == [into]
    assert not Place.objects.filter(slug="the-rec").exists()
    into.refresh_from_db()
    assert into.note == "by the baths"


def test_memories_of_every_school_move_and_each_is_told_in_its_own_log(
    old: Place, into: Place, teacher: User, other_school: Any
) -> None:
    theirs = StoryFactory(author__school=other_school, places=[old])
    merging.merge(old, into, by=teacher)
    assert places_of(theirs) == ["queens-rec"]
    entry = ModelLogEntry.objects.get(action="stories.merge_place", object_id=str(theirs.pk))
    assert entry.filed.school == other_school
    assert "Its place “The Rec” is “Queen’s Rec” now. To undo it" in entry.message


def test_the_log_keeps_what_is_needed_to_undo_it(old: Place, into: Place, teacher: User) -> None:
    merging.merge(old, into, by=teacher)
    entry = ModelLogEntry.objects.filter(action="stories.merge_place").get(object_id=str(into.pk))
    assert entry.data["was"] == {
        "name": "The Rec",
        "slug": "the-rec",
        "area": "Collyhurst",
        "latitude": 53.4967,
        "longitude": -2.2178,
        "basis": "sourced",
        "note": "by the baths",
        "introduction": "",
    }
    assert "53.4967, -2.2178" in entry.message


def test_a_showcase_keeps_its_memory(
    client: Client, old: Place, into: Place, teacher: User
) -> None:
    story = StoryFactory(published=True, author__school=teacher.school, places=[old])
    page = showcase(story, by=teacher)
    merging.merge(old, into, by=teacher)
    assert story.title in client.get(page.url).content.decode()


class TestWhatWouldBeLost:
    def refused(self, old: Place, into: Place, by: User) -> str:
        with pytest.raises(Refused) as no:
            merging.merge(old, into, by=by)
        assert Place.objects.filter(pk__in=[old.pk, into.pk]).exists()
        assert not FormerPlace.objects.exists()
        return str(no.value)

    def test_into_itself(self, old: Place, teacher: User) -> None:
        assert self.refused(old, old, teacher) == merging.SAME

    def test_a_pin_that_was_looked_up(self, old: Place, teacher: User) -> None:
        guess = PlaceFactory(name="A guess", basis=Place.Basis.ESTIMATE)
        assert "the better pin would be lost" in self.refused(old, guess, teacher)

    def test_a_guess_goes_into_a_guess(self, teacher: User) -> None:
        one, other = (PlaceFactory(basis=Place.Basis.ESTIMATE) for _ in range(2))
        assert merging.merge(one, other, by=teacher) == other

    def test_two_long_notes(self, teacher: User) -> None:
        one, other = PlaceFactory(note="a" * 70), PlaceFactory(note="b" * 70)
        assert self.refused(one, other, teacher) == merging.TWO_NOTES

    def test_two_introductions(self, old: Place, teacher: User) -> None:
        one, other = PlaceFactory(introduction="a" * 700), PlaceFactory(introduction="b" * 700)
        assert self.refused(one, other, teacher) == merging.TWO_INTRODUCTIONS
        other.introduction = "The river ran red."
        other.save()
        into = merging.merge(one, other, by=teacher)
        assert into.introduction == f"The river ran red.\n\n{'a' * 700}"
        assert merging.merge(old, into, by=teacher).introduction == into.introduction

    def test_two_short_notes_stand_together(self, old: Place, teacher: User) -> None:
        other = PlaceFactory(note="closed in 1990")
        assert merging.merge(old, other, by=teacher).note == "closed in 1990; by the baths"

    def test_one_that_was_merged_meanwhile(self, old: Place, into: Place, teacher: User) -> None:
        merging.merge(old, into, by=teacher)
        with pytest.raises(Refused, match="merged one of these places already"):
            merging.merge(old, PlaceFactory(), by=teacher)


class TestOlderVersions:
    """A version names its places by number; the old number must bring nothing back."""

    def test_an_older_version_has_the_new_place(
        self, old: Place, into: Place, student: User, teacher: User
    ) -> None:
        story = StoryFactory(author=student, places=[old])
        story.save_revision(user=student)
        merging.merge(old, into, by=teacher)
        seen = Revision.objects.filter(object_id=str(story.pk)).last().as_object()
        assert [tag.tag for tag in seen.tagged_places.all()] == [into]
        seen.save()
        assert places_of(story) == ["queens-rec"]

    def test_it_has_the_place_once(
        self, old: Place, into: Place, student: User, teacher: User
    ) -> None:
        story = StoryFactory(author=student, places=[old, into])
        revision = story.save_revision(user=student)
        merging.merge(old, into, by=teacher)
        assert len(revision.as_object().tagged_places.all()) == 1

    def test_a_draft_beside_a_public_memory_is_published_with_it(
        self, old: Place, into: Place, teacher: User, lead: User
    ) -> None:
        story = StoryFactory(published=True, author__school=teacher.school)
        newest = story.get_latest_revision_as_object()
        newest.places.add(old)
        revision = newest.save_revision(user=teacher, clean=False)
        merging.merge(old, into, by=teacher)
        story.publish(revision, user=lead)
        assert places_of(story) == ["queens-rec"]

    def test_twice_moved_leads_to_the_last(
        self, old: Place, into: Place, student: User, teacher: User
    ) -> None:
        last = PlaceFactory(slug="last")
        story = StoryFactory(author=student, places=[old])
        revision = story.save_revision(user=student)
        merging.merge(old, into, by=teacher)
        merging.merge(into, last, by=teacher)
        assert [tag.tag for tag in revision.as_object().tagged_places.all()] == [last]
        assert former.now_at("the-rec") == former.now_at("queens-rec") == last

    def test_a_place_that_is_gone_altogether_is_left_out(self, old: Place, student: User) -> None:
        story = StoryFactory(author=student, places=[old])
        revision = story.save_revision(user=student)
        story.tagged_places.all().delete()
        Place.objects.filter(pk=old.pk).delete()
        assert not revision.as_object().tagged_places.all()


def test_an_upgrade_does_not_bring_it_back(into: Place, teacher: User) -> None:
    merging.merge(Place.objects.get(slug="sandhills"), into, by=teacher)
    vocabulary.install()
    assert not Place.objects.filter(slug="sandhills").exists()


class TestAddresses:
    def test_its_page_leads_on_for_good(
        self, client: Client, old: Place, into: Place, teacher: User
    ) -> None:
        merging.merge(old, into, by=teacher)
        answer = client.get("/places/the-rec/")
        assert (answer.status_code, answer["Location"]) == (301, "/places/queens-rec/")
        assert client.get("/places/never-was/").status_code == 404

    def test_a_filter_leads_on_with_all_else_that_was_asked(
        self, client: Client, old: Place, into: Place, teacher: User
    ) -> None:
        merging.merge(old, into, by=teacher)
        asked = "q=mill&place=the-rec&place=sandhills&place=queens-rec"
        answer = client.get(f"/stories/?{asked}")
        assert answer.status_code == 301
        assert answer["Location"] == "/stories/?q=mill&place=queens-rec&place=sandhills"
        assert client.get("/stories/?place=never-was").status_code == 200

    def test_a_new_place_under_the_old_name_has_its_own_page(
        self, client: Client, old: Place, into: Place, teacher: User
    ) -> None:
        merging.merge(old, into, by=teacher)
        again = Place.objects.create(
            name="The Rec", area="Moston", latitude=53.5, longitude=-2.2, basis="sourced"
        )
        assert again.slug == "the-rec"
        assert client.get("/places/the-rec/").status_code == 200
        merging.merge(again, PlaceFactory(slug="elsewhere"), by=teacher)
        assert client.get("/places/the-rec/")["Location"] == "/places/elsewhere/"
        assert former.moved(["the-rec"]) == {"the-rec": "elsewhere"}


def test_a_desk_that_was_open_meanwhile_keeps_its_tick(
    client: Client, old: Place, into: Place, student: User, teacher: User
) -> None:
    story = StoryFactory(author=student, places=[old])
    merging.merge(old, into, by=teacher)
    field = former.PlacesField(queryset=Place.objects.all(), to_field_name="slug")
    assert list(field.clean(["the-rec", "queens-rec"])) == [into]
    assert places_of(story) == ["queens-rec"]
