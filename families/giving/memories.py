"""Memories that somebody hears back before they answer about them.

This layer does not know what a memory is. The one that does registers a shelf.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Protocol

from django.http import HttpRequest

from families.models import Person, User
from families.models.consents import Scope


@dataclass(frozen=True)
class Memory:
    """One memory with what its person is asked about it; `show` makes it as visitors see it."""

    ref: str
    title: str
    scopes: tuple[Scope, ...]
    show: Callable[[HttpRequest], str]


class Shelf(Protocol):
    """Where memories are found."""

    def find(self, person: Person, ref: str, *, giver: Person) -> Memory | None:
        """The memory of that ref, if this person is in it and `giver` may hear it back now."""

    def people_in(self, user: User, ref: str) -> list[Person] | None:
        """Who is in a memory that this person gathers; None if it is not theirs."""

    def of(self, person: Person, *, giver: Person) -> list[Memory]:
        """Every memory of this person that `giver` finds without being handed it."""

    def titles(self, refs: Collection[str]) -> dict[str, str]:
        """What these memories are called."""


_shelves: list[Shelf] = []


def register(shelf: Shelf) -> None:
    """Look there from now on; asking for the same one twice changes nothing."""
    if shelf not in _shelves:
        _shelves.append(shelf)


def find(person: Person, ref: str, *, giver: Person) -> Memory | None:
    """The memory of that ref, for who is asked about it; None where there is nothing for them."""
    found = (shelf.find(person, ref, giver=giver) for shelf in _shelves if ref)
    return next((memory for memory in found if memory is not None), None)


def people_in(user: User, ref: str) -> list[Person] | None:
    """Who is in a memory that this person gathers; None if it is not theirs."""
    found = (shelf.people_in(user, ref) for shelf in _shelves if ref)
    return next((people for people in found if people is not None), None)


def of(person: Person, *, giver: Person) -> list[Memory]:
    """Every memory of this person that `giver` finds without being handed it."""
    return [memory for shelf in _shelves for memory in shelf.of(person, giver=giver)]


def titles(refs: Collection[str]) -> dict[str, str]:
    """What these memories are called, where they are still there."""
    return {ref: title for shelf in _shelves for ref, title in shelf.titles(refs).items()}
