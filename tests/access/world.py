"""One school around one student's memory, everybody near it, and a key to each thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from families import invitations
from families.models import Invitation, User
from media.models import ResumableUpload
from stories.models import NewsByMail, PlaceSuggestion, SafeguardingContact, Worry
from stories.models.parts import StoryPerson
from stories.models.states import Audience
from stories.news import links
from stories.worries import contacts
from tests.access.routes import Route
from tests.factories import (
    AssignmentFactory,
    FundFactory,
    ItemFactory,
    PersonFactory,
    PlaceFactory,
)
from tests.stories.cast import Cast, gather

ROLES = (
    "visitor",
    "author",
    "relative",
    "classmate",
    "neighbour",
    "teacher",
    "lead",
    "administrator",
    "stranger",
    "other lead",
)
"""From the owner outwards: own, same family, same class, same school, staff, other school."""

NOBODYS: dict[str, Any] = {
    "pk": 987654321,
    "number": 987654321,
    "child": 987654321,
    "incident": 987654321,
    "ref": "zzzzzzzzzz",
    "code": "zzzzzzzz",
    "token": "zzzzzzzzzzzzzzzz",
    "slug": "nothing-of-that-name",
}
"""Words that name a thing; with these there is no such thing."""


@dataclass
class World:
    """Everybody, everything, and how an address names it."""

    cast: Cast
    things: dict[str, Any]

    def person(self, role: str) -> User | None:
        who = self.cast[role]
        return None if isinstance(who, AnonymousUser) else who

    def words(self, route: Route) -> dict[str, Any]:
        """What stands for each word of the pattern; fails for a word that nobody explained."""
        known = self._row(route.pattern) | OTHERS | {"revision_id": self.things["revision"]}
        unknown = set(route.words) - known.keys()
        assert not unknown, f"Say in tests/access/world.py what {unknown} of {route.pattern} is."
        return {word: known[word] for word in route.words}

    def _row(self, pattern: str) -> dict[str, Any]:
        for start, (word, name) in NAMED:
            if pattern.startswith(start):
                return self.things["general"] | {word: self.things[name]}
        general: dict[str, Any] = self.things["general"]
        return general


NAMED: list[tuple[str, tuple[str, str]]] = [
    ("admin/accounts/", ("pk", "account")),
    ("admin/assignments/", ("pk", "assignment")),
    ("admin/classes/", ("pk", "class")),
    ("admin/decks/", ("pk", "deck")),
    ("admin/evidence/", ("pk", "person")),
    ("admin/families/", ("pk", "family")),
    ("admin/files/", ("pk", "item_pk")),
    ("admin/funds/", ("pk", "fund")),
    ("admin/items/", ("ref", "item")),
    ("admin/people/", ("pk", "person")),
    ("admin/place_suggestions/", ("pk", "suggestion")),
    ("admin/places/", ("pk", "place")),
    ("admin/schools/", ("pk", "school")),
    ("admin/whom_to_call/", ("pk", "contact")),
    ("admin/worries/", ("pk", "worry")),
    ("desk/consent/", ("pk", "person")),
    ("desk/family/", ("pk", "family")),
    ("desk/items/", ("ref", "item")),
    ("files/", ("ref", "item")),
    ("funds/", ("slug", "fund_slug")),
    ("news/stop/", ("token", "stop_token")),
    ("news/yes/", ("token", "yes_token")),
    ("places/", ("slug", "place_slug")),
    ("takedown/", ("ref", "request")),
    ("agree/", ("code", "consent_code")),
]

OTHERS: dict[str, Any] = {
    "action_name": "approve",
    "derivative": "original",
    "rest": "media/mill.jpg",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "scope": "web",
    "task_id": 1,
    "task_state_id": 1,
    "verb": "take_up",
    "workflow_state_id": 1,
}


def make() -> World:
    cast = gather()
    person = PersonFactory(child=True, school=cast.school, family=cast.family)
    item = ItemFactory(uploaded_by=cast["author"])
    story = cast.memory(
        "submitted",
        audience=Audience.FAMILY,
        parts=["Words.", item],
        people=[(person, StoryPerson.Role.SHOWN)],
    )
    return World(cast, _things(cast, story, item, person))


def _things(cast: Cast, story: Any, item: Any, person: Any) -> dict[str, Any]:
    by, school = cast["teacher"], cast.school
    ask = {"kind": Invitation.Kind.CONSENT, "person": person, "given_by": person}
    join = {"kind": Invitation.Kind.FAMILY, "family": cast.family, "places": 3}
    _, consent_code = invitations.make(by=by, school=school, **ask)
    joining, join_code = invitations.make(by=cast["author"], school=school, **join)
    worry = Worry.objects.create(story=story, words="A worry.", raised_by=cast["classmate"])
    request = Worry.objects.create(story=story, words="Please.", kind=Worry.Kind.TAKEDOWN)
    contact: SafeguardingContact = contacts.of(school)[0]
    place, fund = PlaceFactory(), FundFactory()
    assignment = AssignmentFactory(set_by=by, reporter_class=cast["author"].reporter_class)
    suggestion = PlaceSuggestion.objects.create(
        story=story, name="The Flash", suggested_by=cast["author"]
    )
    letters = NewsByMail.objects.create(user=cast["author"], email="author@example.org")
    upload = ResumableUpload.objects.create(
        user=cast["author"],
        filename="mill.jpg",
        size=10,
        destination=story.ref,
        expires_at=timezone.now() + timedelta(days=1),
    )
    return {
        "general": {
            "pk": story.pk,
            "ref": story.ref,
            "slug": story.slug,
            "number": joining.pk,
            "code": join_code,
            "token": upload.token,
            "child": person.pk,
            "incident": 1,
        },
        "revision": story.latest_revision_id,
        "account": cast["author"].pk,
        "assignment": assignment.pk,
        "class": cast["author"].reporter_class_id,
        "consent_code": consent_code,
        "deck": assignment.deck_id,
        "contact": contact.pk,
        "family": cast.family.pk,
        "fund": fund.pk,
        "fund_slug": fund.slug,
        "item": item.ref,
        "item_pk": item.pk,
        "stop_token": links.stop(letters).split("/")[-2],
        "yes_token": links.yes(letters).split("/")[-2],
        "person": person.pk,
        "place": place.pk,
        "place_slug": place.slug,
        "request": request.ref,
        "suggestion": suggestion.pk,
        "school": school.pk,
        "worry": worry.pk,
    }
