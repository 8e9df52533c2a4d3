"""The box for a place that is not on the list, and what became of the places asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from stories import suggesting
from stories.lifecycle import Refused
from stories.models import Story

BUTTON = "place"


class SuggestForm(forms.Form):
    """A name, and what is near it. Everything else is the staff's to find out."""

    name = forms.CharField(
        label=_("What do people call it?"),
        max_length=60,
        error_messages={
            "required": _("Type the name of the place."),
            "max_length": _("That is a bit long. Use up to 60 letters."),
        },
    )
    whereabouts = forms.CharField(
        label=_("What is near it?"),
        help_text=_("For example: behind the baths. Never write where somebody lives."),
        max_length=120,
        required=False,
        error_messages={"max_length": _("That is a bit long. Use up to 120 letters.")},
    )

    def __init__(self, data: Any = None, *, story: Story) -> None:
        super().__init__(data, prefix="new-place")
        self.story = story

    @property
    def is_typed(self) -> bool:
        """Whether a name stands in the box."""
        return self.is_bound and bool(self.data.get(self.add_prefix("name"), "").strip())

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            try:
                suggesting.check(cleaned["name"], cleaned["whereabouts"], self.story)
            except Refused as refused:
                raise ValidationError(str(refused)) from refused
        return cleaned


def opened(typed: Any) -> datetime:
    """When the screen that sends this was opened; now, where it does not say."""
    try:
        moment = parse_datetime(typed.get("opened", "")) if typed else None
    except ValueError:
        moment = None
    return moment if moment and timezone.is_aware(moment) else timezone.now()
