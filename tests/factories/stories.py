"""Memories in every state, brought there by the lifecycle as a person would."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import factory
from django.utils import timezone

from families import consent
from families.models import Person, User
from families.models.consents import Scope
from media.models import Item
from stories import lifecycle, sensitive, writing
from stories.models import Fund, Place, Story, StoryPart, StoryPerson
from stories.models.states import Audience, Context
from tests.factories.families import PersonFactory, UserFactory, agree

Part = str | Item | StoryPart

ROADS = {
    "draft": (),
    "submitted": ("submit",),
    "taken_up": ("submit", "take_up"),
    "changes_requested": ("submit", "request_changes"),
    "published": ("submit", "publish"),
    "withdrawn": ("submit", "publish", "withdraw"),
    "sealed": ("submit", "seal"),
}
"""The verbs that bring a memory to each state, in their order."""


class PlaceFactory(factory.django.DjangoModelFactory[Place]):
    class Meta:
        model = Place

    name = factory.Sequence(lambda n: f"Place {n}")
    slug = factory.Sequence(lambda n: f"place-{n}")
    area = "Collyhurst"
    latitude = 53.4967
    longitude = -2.2178
    basis = Place.Basis.SOURCED


class FundFactory(factory.django.DjangoModelFactory[Fund]):
    class Meta:
        model = Fund

    name = factory.Sequence(lambda n: f"Fund {n}")
    slug = factory.Sequence(lambda n: f"fund-{n}")
    meaning = "Something that people here know."


class StoryFactory(factory.django.DjangoModelFactory[Story]):
    """A memory that the gate would let through, in the state that a trait names.

    Options: ``teller`` (a Person, or None for nobody), ``people`` (pairs of Person
    and role), ``parts`` (words, items or StoryParts), ``places``, ``funds``,
    ``tags``, ``audience`` (everyone, unless said otherwise), ``teacher`` (who
    reviews it), ``feedback``, ``sealed_until``; ``held=True`` goes with any state.
    A teller who agrees to the web has heard it back, unless ``heard_back=False``.
    """

    class Meta:
        model = Story

    class Params:
        draft = factory.Trait(state="draft")
        submitted = factory.Trait(state="submitted")
        taken_up = factory.Trait(state="taken_up")
        changes_requested = factory.Trait(state="changes_requested")
        published = factory.Trait(state="published")
        withdrawn = factory.Trait(state="withdrawn")
        sealed = factory.Trait(state="sealed")

    state = "draft"
    held = False
    author = factory.SubFactory(UserFactory, student=True)
    school = factory.SelfAttribute("author.school")
    reporter_class = factory.SelfAttribute("author.reporter_class")
    title = factory.Sequence(lambda n: f"The mill at number {n}")
    summary = "What the mill was like."
    audience = Audience.EVERYONE
    context = Context.NEIGHBOURHOOD
    when_text = "about 1972"
    parts = ("My nan worked at the mill.",)

    @classmethod
    def _build(cls, model_class: type[Story], *args: Any, **kwargs: Any) -> Story:
        raise NotImplementedError("A memory has its parts in the database: use create().")

    @classmethod
    def _create(cls, model_class: type[Story], *args: Any, **kwargs: Any) -> Story:
        state, held = kwargs.pop("state"), kwargs.pop("held")
        road = {name: kwargs.pop(name, None) for name in ("teacher", "feedback", "sealed_until")}
        story = _written(model_class, kwargs)
        for verb in ROADS[state]:
            story = _walk(story, verb, **road)
        if held:
            story = lifecycle.hold(story, by=story.author, reason="Somebody is worried.")
        return story


def _written(model_class: type[Story], fields: dict[str, Any]) -> Story:
    """Save a draft as its author does at the desk."""
    parts, people = fields.pop("parts"), list(fields.pop("people", ()))
    tagged = {name: fields.pop(name, ()) for name in ("places", "funds", "tags")}
    teller = _teller(fields.pop("teller", "somebody"), fields["school"])
    heard_back = fields.pop("heard_back", True)
    story = model_class(**fields)
    story.parts.set(list(_parts(parts)))
    if teller is not None:
        people.insert(0, (teller, StoryPerson.Role.TELLER))
    story.people.set(
        [
            StoryPerson(person=person, role=role, sort_order=order)
            for order, (person, role) in enumerate(people)
        ]
    )
    for name, tags in tagged.items():
        getattr(story, name).set(tags)
    saved = writing.save(story, by=story.author, edition=0)
    if heard_back:
        for person in [person for person, role in people if role == StoryPerson.Role.TELLER]:
            hear_back(saved, person)
    return saved


def hear_back(story: Story, person: Person) -> None:
    """Play the memory back to whoever agrees to the web, and record their yes to this one."""
    if consent.stands(person, Scope.WEB):
        agree(person, Scope.WEB, story_ref=story.ref)


def _teller(teller: Person | str | None, school: Any) -> Person | None:
    if isinstance(teller, str):
        person: Person = PersonFactory(consenting=True, school=school)
        return person
    return teller


def _parts(parts: Iterable[Part]) -> Iterable[StoryPart]:
    for order, part in enumerate(parts):
        if isinstance(part, str):
            made = StoryPart(kind=StoryPart.Kind.WORDS, text=part)
        elif isinstance(part, Item):
            made = StoryPart(
                kind=StoryPart.Kind.ITEM, item=part, caption="The mill", description="A mill."
            )
        else:
            made = part
        made.sort_order = order
        yield made


def _walk(
    story: Story,
    verb: str,
    *,
    teacher: User | None,
    feedback: str | None,
    sealed_until: Any,
) -> Story:
    reviewer = teacher or _teacher_of(story)
    match verb:
        case "submit":
            return lifecycle.submit(story, by=story.author)
        case "request_changes":
            said = feedback or "Tell us more about the noise."
            return lifecycle.request_changes(story, by=reviewer, feedback=said)
        case "seal":
            day = sealed_until or timezone.localdate() + timedelta(days=365)
            return lifecycle.seal(story, by=reviewer, until=day)
        case "withdraw":
            return lifecycle.withdraw(story, by=story.author)
        case "publish" if sensitive.reasons(story):
            _recommend(story)
    walked: Story = getattr(lifecycle, verb)(story, by=reviewer)
    return walked


def _recommend(story: Story) -> None:
    """A sensitive memory has another adult behind it."""
    name = f"colleague-at-{story.school_id}"
    colleague = User.objects.filter(username=name).first() or UserFactory(
        teacher=True, school=story.school, username=name, display_name="Mr Second"
    )
    lifecycle.recommend(story, by=colleague)


def _teacher_of(story: Story) -> User:
    """One teacher for a school, so that a state does not fill it with accounts."""
    name = f"teacher-of-{story.school_id}"
    teacher = User.objects.filter(username=name).first()
    return teacher or UserFactory(
        teacher=True, school=story.school, username=name, display_name="Ms Begum"
    )
