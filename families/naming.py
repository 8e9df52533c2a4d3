"""The name that readers see: the first name, another name, or none, as somebody answered.

It follows the answers to the question about names, in the moment of each answer.
"""

from __future__ import annotations

from families.models import Consent, Person
from families.models.consents import Decision, Scope

NO_NAME = "Somebody from here"
"""What stands in the place of a name, everywhere, for whoever wants none."""


def first_name(person: Person) -> str:
    """The first word of the full name, which for a child holds no surname."""
    return (person.name.split() or [NO_NAME])[0][:60]


def check(person: Person, shown_as: str) -> None:
    """Raise ``ValidationError`` for a name that this person may not be shown by."""
    if shown_as:
        Person(name=person.name, public_name=shown_as, is_child=person.is_child).clean()


def follow(person: Person, answer: Consent, *, refused: bool) -> str:
    """Give the person the name that the answers ask for, and return it.

    An older paper does not undo a newer choice. A yes without a name leaves the one
    there is, and brings back the chosen one, or else the first name, where there is none.
    """
    name = NO_NAME if refused else _chosen(person, answer)
    if name != person.public_name:
        Person.objects.filter(pk=person.pk).update(public_name=name)
        person.public_name = name
    return name


def _chosen(person: Person, answer: Consent) -> str:
    if person.public_name != NO_NAME and not answer.shown_as:
        return person.public_name
    choices = [
        said
        for said in person.consents.all()
        if said.scope == Scope.NAME and said.decision == Decision.YES and said.shown_as
    ]
    if not choices:
        return first_name(person)
    newest: Consent = max(choices, key=lambda said: (said.given_at, said.pk))
    return newest.shown_as
