"""The parts of a memory on the writer's screen: words and items, in their order."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media.formats import Kind
from media.models import Item
from stories import covers
from stories.contribute.answers import OnScreen
from stories.models import Story, StoryPart

LABELS = {
    Kind.IMAGE: gettext_lazy("Picture"),
    Kind.AUDIO: gettext_lazy("Sound"),
    Kind.VIDEO: gettext_lazy("Film"),
    Kind.DOCUMENT: gettext_lazy("Paper"),
}


class LongWords(forms.CharField):
    """Words of any length. Browsers send line ends their own way; one way is kept."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class WordsForm(forms.Form):
    text = LongWords(
        label=gettext_lazy("Words"), widget=forms.Textarea(attrs={"rows": 8}), required=False
    )


class ItemForm(forms.Form):
    caption = forms.CharField(
        label=gettext_lazy("Caption"),
        help_text=gettext_lazy("What is it? Who made it?"),
        max_length=300,
        required=False,
        error_messages={"max_length": gettext_lazy("That is a bit long. Use up to 300 letters.")},
    )


class PictureForm(ItemForm):
    description = LongWords(
        label=gettext_lazy("What does the picture show?"),
        help_text=gettext_lazy(
            "Say it for somebody who cannot see it. "
            "For example: Two women in aprons laugh outside a bakery."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )


class PartOnScreen:
    """One part with the form that edits it. ``part`` is changed by ``apply``, not saved."""

    def __init__(self, part: StoryPart, data: Any = None) -> None:
        self.part = part
        self.is_cover = False
        self.points: list[OnScreen] = []
        prefix = f"part-{part.pk}"
        bound = data if data is not None and any(k.startswith(f"{prefix}-") for k in data) else None
        self.form = _form_for(part)(
            bound,
            prefix=prefix,
            initial={name: getattr(part, name) for name in ("text", "caption", "description")},
        )

    def apply(self) -> bool:
        """Put what was typed into the part; whether anything changed."""
        self.form.is_valid()
        typed = self.form.cleaned_data if self.form.is_bound else {}
        changed: dict[str, Any] = {
            name: value for name, value in typed.items() if value != self._now(name)
        }
        if changed.get("description", "").strip():
            changed["asks_teacher"] = False
        for name, value in changed.items():
            setattr(self.part, name, value)
        return bool(changed)

    @property
    def name(self) -> str:
        """What buttons and screen readers call this part."""
        if self.part.item is None:
            return _("Words")
        return f"{self.kind_label} “{self.part.caption or self.part.item.shown_name}”"

    @property
    def may_be_cover(self) -> bool:
        return covers.can_be(self.part)

    @property
    def place(self) -> int:
        """Where it stands in the memory, counted from 1."""
        return int(self.part.sort_order or 0) + 1

    @property
    def kind_label(self) -> str:
        return kind_label(self.part.item) if self.part.item else _("Words")

    def _now(self, name: str) -> str:
        return str(getattr(self.part, name))


def kind_label(item: Item) -> str:
    return str(LABELS[Kind(item.kind)])


def _form_for(part: StoryPart) -> type[forms.Form]:
    if part.item is None:
        return WordsForm
    return PictureForm if part.item.kind == Kind.IMAGE else ItemForm


def in_order(story: Story) -> list[StoryPart]:
    """The parts with everything that a screen shows of them, in a number of queries that stays."""
    return list(story.parts.select_related("item").prefetch_related("item__derivatives"))


def lay_out(story: Story, parts: list[StoryPart]) -> None:
    """Make this the order and the whole of the memory's parts, when it is saved next."""
    for position, part in enumerate(parts):
        part.sort_order = position
    story.parts.set(parts)
