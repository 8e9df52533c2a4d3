"""Which screen comes after which."""

from __future__ import annotations

from django.urls import reverse

from families.giving.sitting import Sitting
from families.models.consents import Scope


def first_step(sitting: Sitting) -> str:
    """The first screen with something to answer."""
    return step_of(sitting, sitting.scopes[0]) if sitting.scopes else reverse("agree_check")


def next_step(sitting: Sitting, scope: Scope) -> str:
    """The screen after this question; after the last one, and after a no to it all, the summary."""
    later = sitting.scopes[sitting.scopes.index(scope) + 1 :]
    if not later or sitting.refuses_to_take_part:
        return reverse("agree_check")
    return step_of(sitting, later[0])


def step_before(sitting: Sitting, scope: Scope) -> str:
    """The screen before this question."""
    place = sitting.scopes.index(scope)
    if place == 0:
        return reverse("agree_hear" if sitting.about(scope) else "agree")
    return reverse("agree_question", args=[sitting.scopes[place - 1]])


def step_of(sitting: Sitting, scope: Scope) -> str:
    """The screen of this question, or the memory that has to be heard before it."""
    if sitting.has_to_hear(scope):
        return reverse("agree_hear")
    return reverse("agree_question", args=[scope.value])
