"""One school around one student's memory, everybody near it, and a key to each thing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser, Group
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from wagtail.models import Collection, Page, Site, Task, Workflow

from archive.models import Proposal, ShowcaseOpening
from families import erasure, invitations, look
from families.giving import paper_form
from families.models import Consent, Family, Invitation, User
from families.models.consents import Scope
from home.models import NavigationLink
from media.models import ResumableUpload
from stories import lifecycle, packing
from stories.models import NewsByMail, Parcel, PlaceSuggestion, TaggedPlace, Worry
from stories.models.parts import StoryPerson
from stories.models.states import Audience
from stories.news import links
from stories.worries import contacts, incident
from tests.access import shelf
from tests.access.routes import Route
from tests.archive.making import picture, showcase
from tests.factories import (
    AssignmentFactory,
    FamilyFactory,
    FundFactory,
    ItemFactory,
    PersonFactory,
    PlaceFactory,
    UserFactory,
    answer,
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
    "foreign student",
    "foreign relative",
)
"""From the owner outwards: own, same family, same class, same school, staff, other school."""

NO_NUMBER = 987654321
NOBODYS: dict[str, Any] = {
    "pk": NO_NUMBER,
    "number": NO_NUMBER,
    "child": NO_NUMBER,
    "incident": NO_NUMBER,
    "person": NO_NUMBER,
    "place": NO_NUMBER,
    "reporter_class": NO_NUMBER,
    "proposal": NO_NUMBER,
    "answer": NO_NUMBER,
    "collection_id": NO_NUMBER,
    "doc_id": NO_NUMBER,
    "document_id": NO_NUMBER,
    "image_id": NO_NUMBER,
    "media_id": NO_NUMBER,
    "object_id": NO_NUMBER,
    "page_id": NO_NUMBER,
    "page_pk": NO_NUMBER,
    "page_to_move_id": NO_NUMBER,
    "parent_page_id": NO_NUMBER,
    "ref": "zzzzzzzzzz",
    "code": "zzzzzzzz",
    "token": "zzzzzzzzzzzzzzzz",
    "slug": "nothing-of-that-name",
    "page": "showcases/nothing-of-that-name/",
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
        known = self._known(route.pattern)
        unknown = set(route.words) - known.keys()
        assert not unknown, f"Say in tests/access/world.py what {unknown} of {route.pattern} is."
        return {word: known[word] for word in route.words}

    def sent(self, route: Route) -> dict[str, Any]:
        """What a form of this address names in its fields; mostly nothing."""
        known = self._known(route.pattern)
        return {field: known[field] for field in FIELDS.get(route.pattern, ())}

    def _known(self, pattern: str) -> dict[str, Any]:
        """For each word the first name that fits counts."""
        named: dict[str, Any] = {}
        for start, (word, name) in NAMED:
            if pattern.startswith(start):
                named.setdefault(word, self.things[name])
        return OTHERS | self.things["general"] | named


FIELDS: dict[str, tuple[str, ...]] = {
    "admin/families/<int:pk>/invitations/<int:number>/card/": ("code",),
    "desk/consent/answer/": ("person",),
    "desk/consent/take-back/": ("answer",),
    "desk/family/<int:pk>/invitations/<int:number>/card/": ("code",),
}
"""Fields that name a thing, where the address alone leads to nothing."""

NAMED: list[tuple[str, tuple[str, str]]] = [
    ("admin/evidence/", ("number", "form")),
    ("admin/evidence/", ("pk", "person")),
    ("admin/families/<int:pk>/asked-for/", ("pk", "asked_for")),
    ("admin/items/<slug:ref>/transcript/", ("ref", "sound")),
    ("admin/leaving/", ("pk", "leaving")),
    ("admin/api/main/images/", ("pk", "image_id")),
    ("admin/api/main/documents/", ("pk", "document_id")),
    ("admin/api/main/pages/", ("pk", "page_id")),
    ("admin/collections/", ("pk", "collection_id")),
    ("admin/documents/chooser/", ("pk", "document_id")),
    ("admin/groups/", ("pk", "group")),
    ("admin/images/chooser/", ("pk", "image_id")),
    ("admin/pages/<pk>/", ("pk", "page_id")),
    ("admin/pages/<int:page_id>/revisions/", ("revision_id", "page_revision")),
    ("admin/showcases/", ("pk", "page_id")),
    ("admin/sites/", ("pk", "site")),
    ("admin/users/", ("pk", "account")),
    ("admin/workflows/tasks/", ("pk", "task")),
    ("admin/workflows/", ("pk", "workflow")),
    ("desk/consent/hand-over/", ("pk", "adult")),
    ("desk/showcases/", ("pk", "page_id")),
    ("desk/items/<slug:ref>/transcript/", ("ref", "sound")),
    ("desk/my-things/", ("token", "parcel")),
    ("desk/uploads/", ("token", "upload")),
    ("desk/stories/<slug:ref>/keep/", ("ref", "going")),
    ("admin/accounts/", ("pk", "account")),
    ("admin/assignments/", ("pk", "assignment")),
    ("admin/classes/", ("pk", "class")),
    ("admin/decks/", ("pk", "deck")),
    ("admin/families/", ("pk", "family")),
    ("admin/files/", ("pk", "item_pk")),
    ("admin/funds/", ("pk", "fund")),
    ("admin/items/", ("ref", "item")),
    ("admin/moderation/undo/", ("number", "undoable")),
    ("admin/look/", ("pk", "look")),
    ("admin/navigation/", ("pk", "navigation")),
    ("admin/people/", ("pk", "person")),
    ("admin/phrases/", ("pk", "phrase")),
    ("admin/place_suggestions/", ("pk", "suggestion")),
    ("admin/places/", ("pk", "place")),
    ("admin/schools/", ("pk", "school")),
    ("admin/whom_to_call/", ("pk", "contact")),
    ("admin/worries/", ("pk", "worry")),
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
    "action": "delete",
    "action_name": "approve",
    "app_label": "stories",
    "app_name": "stories",
    "content_type_app_name": "archive",
    "content_type_model_name": "showcasepage",
    "derivative": "original",
    "filter_spec": "original",
    "key": "a-key",
    "media_type": "audio",
    "model_name": "story",
    "page_view_restriction_id": 1,
    "rest": "media/mill.jpg",
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "scope": "web",
    "section": "places",
    "session_id": 1,
    "task_state_id": 1,
    "uidb36": "a",
    "uidb64": "a",
    "uploaded_file_id": 1,
    "verb": "take_up",
    "workflow_state_id": 1,
}


GENERAL = (
    *("collection_id", "doc_id", "document_id", "image_id", "media_id"),
    *("page", "page_id", "incident", "proposal"),
    *("destination_id", "task_id", "workflow_pk"),
)


FIRST_NUMBER = 2_000
"""Where the numbers of each table begin, each elsewhere: nothing has the number of another
thing by chance, and each number is long enough to be told from any other digit on a page."""


def number_apart() -> None:
    """Let each table of SQLite count from a number of its own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_sequence")
        known = {name for (name,) in cursor.fetchall()}
        for place, name in enumerate(sorted(connection.introspection.table_names(cursor))):
            first = FIRST_NUMBER + 100 * place
            if name in known:
                cursor.execute(
                    "UPDATE sqlite_sequence SET seq = max(seq, %s) WHERE name = %s", [first, name]
                )
            else:
                cursor.execute("INSERT INTO sqlite_sequence VALUES (%s, %s)", [name, first])


def make() -> World:
    number_apart()
    cast = gather()
    elsewhere = cast["stranger"].school
    cast.people["foreign student"] = UserFactory(student=True, school=elsewhere)
    cast.people["foreign relative"] = UserFactory(family_member=True, school=elsewhere)
    FamilyFactory(school=elsewhere, members=[cast["foreign student"], cast["foreign relative"]])
    author = PersonFactory(child=True, user=cast["author"], school=cast.school, family=cast.family)
    item, sound = (ItemFactory(uploaded_by=cast["author"], **{k: True}) for k in ("image", "audio"))
    story = cast.memory(
        "submitted",
        audience=Audience.FAMILY,
        parts=["Words.", item, sound],
        people=[(author, StoryPerson.Role.SHOWN)],
    )
    things = {"item": item.ref, "item_pk": item.pk, "sound": sound.ref}
    things |= _of_people(cast, author) | _of_the_memory(cast, story) | _of_staff(cast)
    TaggedPlace.objects.create(content_object=story, tag_id=things["place"])
    things["general"] |= {name: things[name] for name in GENERAL} | {
        "pk": story.pk,
        "ref": story.ref,
        "slug": story.slug,
        "object_id": story.pk,
        "revision_id": story.latest_revision_id,
        "child": author.pk,
        "person": author.pk,
        "place": things["place"],
        "reporter_class": cast["author"].reporter_class_id,
        "page_pk": things["page_id"],
        "page_to_move_id": things["page_id"],
        "parent_page_id": things["page_id"],
        "token": "a-token",
    }
    return World(cast, things)


def _of_people(cast: Cast, author: Any) -> dict[str, Any]:
    """The author's person, family, invitations, answers, papers and sign-in."""
    by, school = cast["teacher"], cast.school
    guardian = PersonFactory(school=school, family=cast.family)
    author.guardians.add(guardian)
    answer(author, Scope.SCHOOL, by=by)
    ask = {"kind": Invitation.Kind.CONSENT, "person": author, "given_by": author}
    join = {"kind": Invitation.Kind.FAMILY, "family": cast.family, "places": 3}
    _, consent_code = invitations.make(by=by, school=school, **ask)
    joining, join_code = invitations.make(by=cast["author"], school=school, **join)
    asked_for = Family.objects.create(
        school=school, name="Another", at_home="Nan", asked_by=cast["author"], pending=True
    )
    return {
        "general": {
            "number": joining.pk,
            "code": join_code,
            "answer": Consent.objects.get(person=author).pk,
        },
        "account": cast["author"].pk,
        "adult": guardian.pk,
        "asked_for": asked_for.pk,
        "class": cast["author"].reporter_class_id,
        "consent_code": consent_code,
        "family": cast.family.pk,
        "form": paper_form.new(author, guardian, None).number,
        "leaving": erasure.ask(cast["author"]).pk,
        "person": author.pk,
        "school": school.pk,
    }


def _of_the_memory(cast: Cast, story: Any) -> dict[str, Any]:
    """A worry about it, a file on its way into it, and what its author asked for."""
    worry = Worry.objects.create(story=story, words="A worry.", raised_by=cast["classmate"])
    request = Worry.objects.create(story=story, words="Please.", kind=Worry.Kind.TAKEDOWN)
    upload = ResumableUpload.objects.create(
        user=cast["author"],
        filename="mill.jpg",
        size=10,
        destination=story.ref,
        expires_at=timezone.now() + timedelta(days=1),
    )
    suggestion = PlaceSuggestion.objects.create(
        story=story, name="The Flash", suggested_by=cast["author"]
    )
    letters = NewsByMail.objects.create(user=cast["author"], email="author@example.org")
    going = cast.memory("draft")
    lifecycle.delete(going, by=cast["author"])
    declined = lifecycle.decline(
        cast.memory("submitted"), by=cast["teacher"], words="A lovely letter."
    )
    return {
        "upload": upload.token,
        "going": going.ref,
        "parcel": packed_for(cast["author"]),
        "request": request.ref,
        "stop_token": links.stop(letters).split("/")[-2],
        "suggestion": suggestion.pk,
        "undoable": declined.undoable.pk,
        "worry": worry.pk,
        "yes_token": links.yes(letters).split("/")[-2],
    }


def _of_staff(cast: Cast) -> dict[str, Any]:
    """What the staff keep: an incident, contacts, places and funds, and a draft of a showcase."""
    place, fund = PlaceFactory(), FundFactory()
    other = PersonFactory(child=True, school=cast.school)
    page = showcase(by=cast["teacher"], live=False, school=cast.school)
    ShowcaseOpening.objects.create(showcase=page, reporter_class=cast["author"].reporter_class)
    proposal = Proposal.objects.create(
        showcase=page, proposed_by=cast["classmate"], state=Proposal.State.SENT
    )
    paper, recording = shelf.paper(cast["teacher"]), shelf.recording(cast["teacher"])
    task, workflow = Task.objects.all()[0].pk, Workflow.objects.all()[0].pk
    assignment = AssignmentFactory(
        set_by=cast["teacher"], reporter_class=cast["author"].reporter_class
    )
    return {
        "incident": incident.press(other, by=cast["lead"]).pk,
        "assignment": assignment.pk,
        "contact": contacts.of(cast.school)[0].pk,
        "deck": assignment.deck_id,
        "fund": fund.pk,
        "fund_slug": fund.slug,
        "group": Group.objects.all()[0].pk,
        "site": Site.objects.get().pk,
        "task": task,
        "task_id": task,
        "workflow": workflow,
        "workflow_pk": workflow,
        "destination_id": Page.objects.get(depth=1).pk,
        "collection_id": Collection.objects.all()[0].pk,
        "doc_id": paper,
        "document_id": paper,
        "media_id": recording,
        "image_id": picture(by=cast["teacher"]).pk,
        "page": f"showcases/{page.slug}/",
        "page_id": page.pk,
        "page_revision": page.latest_revision_id,
        "phrase": cast.school.phrases.all()[0].pk,
        "look": look.begin(cast.school).pk,
        "navigation": NavigationLink.objects.get(page__slug="accessibility").pk,
        "proposal": proposal.pk,
        "place": place.pk,
        "place_slug": place.slug,
    }


def packed_for(user: User) -> str:
    """A parcel that is ready to be fetched, by its token."""
    parcel: Parcel = Parcel.objects.create(user=user, state=Parcel.State.READY, size=4)
    parcel.file = packing.store().save(f"{parcel.token}.zip", ContentFile(b"PK.."))
    parcel.save()
    return parcel.token
