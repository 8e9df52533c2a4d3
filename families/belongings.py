"""What is somebody's own, for "Send me my things". Each layer adds its part.

A part yields only what is theirs: never another person's full name, nor a note of the staff.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.db.models import Q, QuerySet

from families.models import Consent, Person, User
from families.models.consents import Giver


@dataclass(frozen=True)
class Thing:
    """One file of the parcel. ``text`` is also shown in the list that lies on top."""

    folder: str
    name: str
    title: str
    open: Callable[[], BinaryIO]
    text: str = ""


Part = Callable[[User], Iterator[Thing]]

_parts: dict[str, Part] = {}


def register(name: str, part: Part) -> None:
    """Ask this part from now on as well; the same name twice is one part."""
    _parts[name] = part


def of(user: User) -> Iterator[Thing]:
    """Everything that belongs to this account, and to the children in its care."""
    for part in _parts.values():
        yield from part(user)


def written(folder: str, name: str, title: str, text: str) -> Thing:
    """A thing that is only words."""
    return Thing(folder, name, title, lambda: io.BytesIO(text.encode()), text)


def people_of(user: User) -> QuerySet[Person]:
    """The account's own person, and the children whose guardian it is."""
    return Person.objects.filter(Q(user=user) | Q(is_child=True, guardians__user=user)).distinct()


def about_the_account(user: User) -> Iterator[Thing]:
    """What the account says, and what was agreed to, with the words that were asked."""
    yield written("about-you", "account.txt", "Your account", _account(user))
    for person in people_of(user).prefetch_related("consents__wording"):
        answers = list(person.consents.all())
        if answers:
            said = "\n\n".join(_answer(answer, user) for answer in answers)
            title = f"What {person.public_name} was asked and what the answer was"
            yield written("about-you", f"answers-{person.pk}.txt", title, said)


def _account(user: User) -> str:
    lines = [
        f"Name on screen: {user.display_name}",
        f"You sign in as: {user.username}",
        f"School: {user.school or 'none'}",
        f"Class: {user.reporter_class.name if user.reporter_class else 'none'}",
        *(f"Family: {m.family.name} ({m.relation})" for m in user.memberships.all()),
    ]
    return "\n".join(lines)


def _answer(answer: Consent, user: User) -> str:
    """Another guardian is not named: who they are is their own."""
    if answer.given_by.user_id == user.pk:
        who = "You"
    else:
        who = (
            "A parent or guardian" if answer.giver == Giver.GUARDIAN else answer.person.public_name
        )
    about = "one memory" if answer.story_ref else "all memories"
    return (
        f"{answer.given_at:%d %B %Y}, about {about}\n{answer.wording.text}\n"
        f"{answer.wording.explanation}\n"
        f"{who} answered: {answer.get_decision_display()} ({answer.get_method_display()})."
    )
