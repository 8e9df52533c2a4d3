"""The form of a place: a named public place, and never where somebody lives."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminAutoHeightTextInput

from stories import introducing, safeguarding
from stories.models import Place
from stories.suggesting import A_HOME, HOME

FINE_ENOUGH = 4
"""Decimals of a degree that a pin keeps: about ten metres, which is no door of a house."""


class PlaceForm(WagtailAdminModelForm):
    """Refuses a home, and lets no pin be finer than the name of its place."""

    class Meta:
        model = Place
        fields = ["name", "area", "introduction", "latitude", "longitude", "basis", "note"]
        widgets = {"introduction": AdminAutoHeightTextInput}
        help_texts = {
            "name": "What people call it, like “Queen’s Park” or “Conran Street Market (site)”.",
            "area": "The part of town: Collyhurst, Harpurhey, Moston …",
            "introduction": "It stands on the place’s public page, above its stories. Two or three "
            "short paragraphs: what it is, what it was, and what is there now. You can leave it "
            "empty.",
            "latitude": "How far north, in degrees. Here it is about 53.5.",
            "longitude": "How far east, in degrees. Here it is about -2.2, with the minus.",
            "basis": "“Looked up” only where you have checked it on a map.",
            "note": "A word for other staff, like “closed in 2025”. Nobody else sees it.",
        }

    def clean_name(self) -> str:
        """A merged place may come back under its old name; a home may not come at all."""
        name: str = self.cleaned_data["name"]
        address = any(found.kind == "address" for found in safeguarding.find(name))
        if address or HOME.search(name):
            raise forms.ValidationError(str(A_HOME))
        return name

    def clean_introduction(self) -> str:
        return introducing.clean(self.cleaned_data["introduction"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        for name in ("latitude", "longitude"):
            if cleaned.get(name) is not None:
                cleaned[name] = round(cleaned[name], FINE_ENOUGH)
        return cleaned


class MergeForm(forms.Form):
    """Which place this one becomes part of."""

    into = forms.ModelChoiceField(
        label="It is the same as",
        queryset=Place.objects.all(),
        empty_label="Choose a place",
        help_text="This is the one that stays, with its name and its pin.",
    )

    def __init__(self, *args: Any, old: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        places = self.fields["into"]
        places.queryset = Place.objects.exclude(pk=old.pk)  # type: ignore[attr-defined]
