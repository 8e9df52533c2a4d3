"""What the other screen has and what this one has, field by field, before either is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from families.models import User
from stories.contribute.doors import own
from stories.contribute.sheet import Sheet
from stories.moderation.changes import Piece, text_pieces


@dataclass(frozen=True)
class Difference:
    """One field that is not the same on both. ``name`` is the field's on the page.

    An ``addition`` is only on this screen, a ``deletion`` only on the other one.
    """

    name: str
    heading: str
    pieces: list[Piece]


class Both:
    """The memory as school has it, and as this screen has it. Saves nothing."""

    def __init__(self, user: User, ref: str, data: Any) -> None:
        self.theirs = Sheet(own(user, ref), user=user)
        self.mine = Sheet(own(user, ref), user=user, data=data)
        self.data = data

    def differences(self) -> list[Difference]:
        return [_difference(*found) for found in self.changed()]

    def homeless(self) -> list[str]:
        """Words typed into a part that the other screen has taken out."""
        return [words for _name, words in self.mine.homeless_words()]

    @property
    def are_alike(self) -> bool:
        return not self.homeless() and next(self.changed(), None) is None

    def changed(self) -> Iterator[tuple[str, forms.BaseForm, str]]:
        """A heading, the form, and the name in it of each field that was typed otherwise."""
        for before, form in self._forms():
            for name in form.changed_data:
                if not form.fields[name].widget.is_hidden:
                    yield before, form, name

    def _forms(self) -> Iterator[tuple[str, forms.BaseForm]]:
        yield "", self.mine.details
        for number, part in enumerate(self.mine.parts, start=1):
            if part.form.is_bound:
                yield _("Part %(number)d") % {"number": number}, part.form
        for form in self.mine.people:
            if form.was_on_screen:
                yield str(form.person), form


def _difference(before: str, form: forms.BaseForm, name: str) -> Difference:
    label = str(form.fields[name].label)
    stored = _words(form, name, form.get_initial_for_field(form.fields[name], name))
    typed = _words(form, name, form[name].data)
    heading = f"{before}: {label}" if before else label
    return Difference(form.add_prefix(name), heading, text_pieces(stored, typed))


def _words(form: forms.BaseForm, name: str, value: Any) -> str:
    """A value as one reads it: the words themselves, or what was ticked."""
    field: Any = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        return str(value or "").replace("\r\n", "\n").strip()
    chosen = {str(each) for each in (value if isinstance(value, list) else [value])}
    choices: Any = field.choices
    return ", ".join(str(label) for key, label in choices if str(key) in chosen)
