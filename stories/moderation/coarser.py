"""Making a place in a memory coarser: its area, or another named public place, stands for it.

It is a mending like any other: it goes into a version of the memory that this teacher edited
last, so another adult publishes it.
"""

from __future__ import annotations

from statistics import mean
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin import messages

from families.admin.boundary import signed_in
from families.models import User
from stories import writing
from stories.models import Place, Story
from stories.moderation.one_thing import OneThingView
from stories.moderation.seen import version

AREA, OTHER = "area", "other"


class CoarserForm(forms.Form):
    """What stands there instead."""

    instead = forms.ChoiceField(label="What shall stand there instead?", widget=forms.RadioSelect)
    other = forms.ModelChoiceField(
        label="Which place?", queryset=Place.objects.none(), required=False
    )

    def __init__(self, *args: Any, place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        named = (OTHER, "Another public place, from the list below")
        area = [] if place.name == place.area else [(AREA, f"Only the area: {place.area}")]
        self.fields["instead"].choices = [*area, named]  # type: ignore[attr-defined]
        self.fields["other"].queryset = Place.objects.exclude(pk=place.pk)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("instead") == OTHER and said.get("other") is None and not self.errors:
            raise forms.ValidationError({"other": "Choose a place from the list."})
        return said

    def chosen(self) -> Place:
        other: Place | None = self.cleaned_data["other"]
        if self.cleaned_data["instead"] == AREA or other is None:
            return the_area_of(self.place)
        return other


def the_area_of(place: Place) -> Place:
    """The place that is called as the area is; made in the middle of it where there is none."""
    found: Place | None = Place.objects.filter(name=place.area).first()
    if found is not None:
        return found
    inside = Place.objects.filter(area=place.area)
    made: Place = Place.objects.create(
        name=place.area,
        area=place.area,
        latitude=round(mean(one.latitude for one in inside), 3),
        longitude=round(mean(one.longitude for one in inside), 3),
        basis=Place.Basis.ESTIMATE,
        note="The middle of the area.",
    )
    return made


@transaction.atomic
def coarsen(story: Story, place: Place, instead: Place, *, by: User) -> None:
    """Put the one place where the other was, as an edit of this person's."""
    shown = version(Story.objects.select_for_update().get(pk=story.pk))
    stay = [one for one in shown.places.all() if one != place]
    shown.places.set(list(dict.fromkeys([*stay, instead])))
    revision = shown.save_revision(user=by, clean=False, log_action=True)
    if shown.live:
        writing.set_aside(revision, by=by)
    else:
        writing.adopt(revision, by=by)


class CoarserView(OneThingView):
    """One place of one memory."""

    template_name = "stories/moderation/coarser.html"
    form_class = CoarserForm
    page_title = "Make a place coarser"
    header_icon = "site"
    anchor = "facts"

    def get_form_kwargs(self) -> dict[str, Any]:
        self.place = get_object_or_404(version(self.story).places.all(), pk=self.kwargs["place"])
        return super().get_form_kwargs() | {"place": self.place}

    def form_valid(self, form: Any) -> HttpResponse:
        instead = form.chosen()
        coarsen(self.story, self.place, instead, by=signed_in(self.request))
        said = f"“{instead}” stands there now. Somebody else has to publish it."
        messages.success(self.request, said)
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"place": self.place}
