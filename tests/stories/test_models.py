"""The record itself: names, addresses, and what the database refuses whoever writes it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import RequestFactory
from wagtail.admin.forms.tags import TagField

from families.models import Consent, ConsentWording, FamilyMember, Person, ReporterClass
from families.models.consents import Scope
from media.models import Item
from stories import review, vocabulary
from stories.models import Fund, Place, Story, StoryPart, StoryPerson, TaggedFund, Worry
from tests.factories import (
    FamilyFactory,
    FundFactory,
    ItemFactory,
    PersonFactory,
    PlaceFactory,
    ReporterClassFactory,
    StoryFactory,
    UserFactory,
    agree,
)
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Nan’s first job", "nans-first-job"),
        ("!!!", "memory"),
        ("", "memory"),
        ("a" * 120, "a" * 60),
        ("Zoë at the mill", "zoe-at-the-mill"),
        (f"{'a' * 59} b", "a" * 59),
    ],
)
def test_a_slug(title: str, slug: str) -> None:
    assert Story(title=title).slug == slug


def test_an_address_is_found_by_its_ref() -> None:
    story = StoryFactory(title="Nan’s first job")
    assert story.get_absolute_url() == f"/stories/nans-first-job-{story.ref}/"


def test_a_memory_begins_unpublished() -> None:
    assert not Story().live
    assert str(Story()) == "A memory without a title yet"
    assert str(Story(title="The mill")) == "The mill"


def test_names(cast: Cast) -> None:
    story = cast.memory("changes_requested")
    assert str(story.feedback.get()).startswith("Tell us more")
    assert str(story.parts.get()) == "My nan worked at the mill."
    assert str(StoryPart(kind="item", caption="The mill")) == "The mill"
    assert str(StoryPart(kind="item")) == "picture, sound, film or paper"
    assert str(story.people.get()) == "Mary told it"
    assert str(Worry.objects.create(words="I am worried.")).startswith("somebody is worried")


def test_a_place_and_a_fund_have_addresses() -> None:
    assert PlaceFactory(slug="collyhurst-weirs").get_absolute_url() == "/places/collyhurst-weirs/"
    fund = FundFactory(slug="caring-for-ponies")
    assert fund.get_absolute_url() == "/funds/caring-for-ponies/"
    assert fund.icon == "design/icons/funds/caring-for-ponies.svg"


def test_the_preview_shows_the_memory(cast: Cast) -> None:
    story, request = cast.memory("draft"), RequestFactory().get("/")
    assert story.get_preview_template(request, "").endswith(".html")
    assert story.get_preview_context(request, "") == {"story": story, "request": request}


class TestVocabulary:
    def test_is_there(self) -> None:
        assert Place.objects.filter(basis="estimate").exists()
        assert Fund.objects.get(slug="neighbours").position == 11

    def test_is_added_to_and_never_changed_back(self) -> None:
        Place.objects.filter(slug="collyhurst").update(name="Collyhurst, south")
        Place.objects.filter(slug="sandhills").delete()
        vocabulary.install()
        assert Place.objects.get(slug="collyhurst").name == "Collyhurst, south"
        assert Place.objects.filter(slug="sandhills").exists()

    def test_nobody_invents_a_place_by_typing(self) -> None:
        for model, known in ((Place, "Collyhurst"), (Fund, "Journeys")):
            typed = TagField(tag_model=model, free_tagging=model.free_tagging, required=False)
            assert typed.clean(f"Atlantis, {known}") == [known]


class TestReview:
    def test_is_installed_once(self) -> None:
        from wagtail.models import Workflow

        review.install()
        assert Workflow.objects.filter(name=review.NAME).count() == 1

    def test_the_task_is_seen_by_staff_of_the_school(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        cast.memory("published")
        task = story.current_workflow_task
        for role in ("teacher", "colleague", "stranger", "lead", "author", "administrator"):
            staff = role in ("teacher", "colleague", "lead")
            seen = task.get_task_states_user_can_moderate(cast[role])
            assert list(seen) == ([story.current_workflow_task_state] if staff else []), role
            assert task.user_can_access_editor(story, cast[role]) == staff
            assert task.locked_for_user(story, cast[role]) != staff
            assert task.get_actions(story, cast[role]) == []
        assert "teacher" in task.get_description()


def broken(model: type[Any], pk: int, **fields: Any) -> None:
    """Write straight into the table, as a slip in a script would."""
    with pytest.raises(IntegrityError), transaction.atomic():
        model.objects.filter(pk=pk).update(**fields)


class TestConstraints:
    """What no code can get round, on every database."""

    @pytest.mark.parametrize(
        "fields",
        [
            {"status": "almost"},
            {"audience": "friends"},
            {"live": True},
            {"status": "sealed"},
        ],
    )
    def test_of_a_memory(self, fields: dict[str, Any]) -> None:
        broken(Story, StoryFactory().pk, **fields)

    def test_of_a_part(self) -> None:
        story = StoryFactory(parts=["Words", ItemFactory()])
        words, item = story.parts.all()
        broken(StoryPart, words.pk, kind="item")
        broken(StoryPart, words.pk, item=item.item)
        broken(StoryPart, item.pk, item=None)
        broken(StoryPart, item.pk, kind="film")

    def test_of_a_person_in_a_memory(self) -> None:
        person = PersonFactory()
        story = StoryFactory(people=[(person, "shown"), (person, "heard")])
        shown = story.people.get(role="shown")
        broken(StoryPerson, shown.pk, role="heard")
        broken(StoryPerson, shown.pk, role="king")

    def test_of_a_place_and_a_fund(self) -> None:
        place = PlaceFactory()
        broken(Place, place.pk, latitude=91)
        broken(Place, place.pk, longitude=-181)
        broken(Place, place.pk, basis="hearsay")
        one, two = FundFactory(), FundFactory()
        story = StoryFactory(funds=[one, two])
        broken(TaggedFund, story.tagged_funds.get(tag=one).pk, tag=two)

    def test_of_people_and_groups(self) -> None:
        person = PersonFactory()
        broken(Person, person.pk, public_name="")
        one = ReporterClassFactory(name="9A")
        two = ReporterClassFactory(name="9B", school=one.school)
        broken(ReporterClass, two.pk, name="9A")
        members = [UserFactory(), UserFactory()]
        FamilyFactory(members=members)
        broken(FamilyMember, FamilyMember.objects.get(user=members[0]).pk, user=members[1])

    @pytest.mark.parametrize("field", ["scope", "decision", "giver", "method"])
    def test_of_a_consent(self, field: str) -> None:
        person = PersonFactory()
        agree(person, Scope.WEB)
        given = person.consents.get()
        names = [column.attname for column in Consent._meta.fields if column.name != "id"]
        copy = {name: getattr(given, name) for name in names}
        with pytest.raises(IntegrityError), transaction.atomic():
            Consent.objects.create(**(copy | {field: "perhaps"}))

    def test_of_a_wording(self) -> None:
        for fields in ({"scope": Scope.WEB, "version": 1}, {"scope": "anywhere", "version": 2}):
            with pytest.raises(IntegrityError), transaction.atomic():
                ConsentWording.objects.create(text="?", **fields)

    def test_what_is_used_is_not_deleted(self) -> None:
        item, person = ItemFactory(), PersonFactory(consenting=True)
        story = StoryFactory(parts=[item], teller=person)
        kept: list[Any] = [item, person, story.author, story.school]
        for thing in kept:
            with pytest.raises(IntegrityError), transaction.atomic():
                thing.delete()
        assert Item.objects.filter(pk=item.pk).exists()
