"""What a picture shows, asked before a memory is handed in, for those who cannot see it.

It is never left out in silence: either some words, or a tick which says honestly that the
writer cannot say it. The tick stays with the picture until somebody describes it, and the
teacher sees it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from families.models import User
from media.formats import Kind
from stories import writing
from stories.contribute.doors import own
from stories.contribute.parts import LongWords, in_order, lay_out
from stories.models import Story, StoryPart

LEFT_OUT = _("Say what each picture shows, or tick that you can’t. Then hand it in again.")


class DescribeForm(forms.Form):
    """Words, or the tick; ``part`` is whose picture it is."""

    description = LongWords(
        label=_("What does the picture show?"),
        help_text=_("For example: Two women in aprons laugh outside a bakery."),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )
    ask = forms.BooleanField(label=_("I can’t say what it shows. Ask my teacher."), required=False)

    def __init__(self, data: Any = None, *, part: StoryPart) -> None:
        super().__init__(data, prefix=f"describe-{part.pk}")
        self.part = part

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("description", "").strip() and not cleaned.get("ask"):
            self.add_error("description", _("Say it in a few words, or tick the box below."))
        return cleaned


def asked_about(parts: Iterable[StoryPart], data: Any = None) -> list[DescribeForm]:
    """A form for each picture that says nothing yet to those who cannot see it."""
    return [DescribeForm(data, part=part) for part in parts if is_undescribed(part)]


def is_undescribed(part: StoryPart) -> bool:
    """A picture that can be used, with neither words nor the tick."""
    is_picture = part.item is not None and part.item.kind == Kind.IMAGE and not part.item.refusal
    return is_picture and not part.description.strip() and not part.asks_teacher


@transaction.atomic
def take(ref: str, data: Any, *, by: User) -> bool:
    """Keep every answer that was given; whether none is left out."""
    story = own(by, ref, locked=True)
    parts = in_order(story)
    asked = asked_about(parts, data)
    given = [form for form in asked if form.is_valid()]
    for form in given:
        form.part.description = form.cleaned_data["description"].strip()
        form.part.asks_teacher = not form.part.description
    if given:
        _keep(story, parts, by)
    return len(given) == len(asked)


def _keep(story: Story, parts: list[StoryPart], by: User) -> None:
    lay_out(story, parts)
    writing.save(story, by=by, edition=story.edition)
