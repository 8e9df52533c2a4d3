"""What somebody will ask about: a deck, what a teacher set, a question of their own, or neither."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from families.models import User
from stories.models import Assignment, Deck
from stories.questions.taking_along import LONGEST

OWN, NONE = "own", "none"


class WhatForm(forms.Form):
    """A deck is chosen by its picture; a question of one's own is typed."""

    what = forms.ChoiceField(
        label=_("What will you ask about?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one first. You can take more cards later."),
            "invalid_choice": _("Choose one from the list."),
        },
    )
    question = forms.CharField(
        label=_("Your own question"),
        help_text=_("For example: Who taught you to whistle?"),
        max_length=LONGEST,
        required=False,
        error_messages={"max_length": _("That is a bit long. Use up to 300 letters.")},
    )
    start = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, user: User, initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        set_now = Assignment.objects.for_desk_of(user)
        self.set_answers = [(f"assignment:{one.pk}", one) for one in set_now]
        self.deck_answers = [(f"deck:{deck.pk}", deck) for deck in decks_for(user)]
        known = [answer for answer, _thing in (*self.set_answers, *self.deck_answers)]
        answers = [(answer, answer) for answer in (*known, OWN, NONE)]
        self.fields["what"].choices = answers  # type: ignore[attr-defined]

    @property
    def chosen(self) -> str:
        """What is ticked on the page."""
        return str(self["what"].value() or "")

    def clean(self) -> dict[str, Any]:
        """A question that was typed is meant, whatever is ticked; an own one has to be typed."""
        cleaned = super().clean() or {}
        if cleaned.get("question", "").strip() and not self.data.get("what"):
            self.errors.pop("what", None)
            cleaned["what"] = OWN
        typed = cleaned.get("question")
        if cleaned.get("what") == OWN and typed is not None and not typed.strip():
            self.add_error("question", _("Type your question first, or choose a deck."))
        return cleaned


def decks_for(user: User) -> Any:
    """What this person's school shows on the desk."""
    return Deck.objects.on_desk_of(user.school_id).select_related("fund")


def chosen_assignment(said: Any, user: User) -> Assignment | None:
    """What a teacher set, if it was chosen and still stands for this person's class."""
    kind, _sep, pk = said["what"].partition(":")
    if kind != "assignment" or not pk.isdecimal():
        return None
    found: Assignment | None = Assignment.objects.for_desk_of(user).filter(pk=pk).first()
    return found


def chosen_deck(said: Any, user: User) -> Deck | None:
    """The deck that was chosen, or that of the assignment."""
    kind, _sep, pk = said["what"].partition(":")
    if kind == "assignment":
        assignment = chosen_assignment(said, user)
        return assignment.deck if assignment else None
    if kind == "deck" and pk.isdecimal():
        found: Deck | None = decks_for(user).filter(pk=pk).first()
        return found
    return None
