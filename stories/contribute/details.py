"""What a memory is called, and when, where, what and for whom it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from families.models import Family, User
from stories import suggesting
from stories.contribute import suggested
from stories.models import Fund, Place, Story
from stories.models.states import Audience, Context
from stories.places.former import PlacesField

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

TOO_LONG = _("That is a bit long. Use up to {} letters. What was there before is kept.")
AUDIENCES = [
    (Audience.JUST_ME, _("Only me and my teachers")),
    (Audience.FAMILY, _("My family and my teachers")),
    (Audience.SCHOOL, _("People at my school")),
    (Audience.EVERYONE, _("Everyone, on the web")),
]
CONTEXTS = [("", _("I’m not sure yet")), *Context.choices]


def _line(label: StrOrPromise, length: int, help_text: StrOrPromise = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=length,
        required=False,
        error_messages={"max_length": format_lazy(TOO_LONG, length)},
    )


class DetailsForm(forms.Form):
    """Nothing here is required: a half-written memory is a memory, and is kept."""

    title = _line(_("Title"), 120)
    summary = _line(_("In one sentence, what is it about?"), 250)
    when_text = _line(
        _("When was it?"),
        80,
        _("Say it your way: about 1972, the summer of 76, before the war, when Nan was 8."),
    )
    places = PlacesField(
        label=_("Where was it?"),
        queryset=Place.objects.all(),
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    funds = forms.ModelMultipleChoiceField(
        label=_("What do people know or do in it?"),
        help_text=_("Tick all that fit. Teachers call these funds of knowledge."),
        queryset=Fund.objects.all(),
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    context = forms.ChoiceField(
        label=_("What is it mostly about?"),
        choices=CONTEXTS,
        widget=forms.RadioSelect,
        required=False,
    )
    audience = forms.ChoiceField(
        label=_("Who may see it?"),
        choices=AUDIENCES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who may see it.")},
    )
    family: forms.ModelChoiceField[Family] = forms.ModelChoiceField(
        label=_("Which family is it for?"),
        queryset=None,
        required=False,
        empty_label=_("None of them"),
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any = None, *, story: Story, user: User) -> None:
        super().__init__(data, initial=_now(story))
        self.story = story
        self.families = list(user.families.all())
        self._offer(user)

    def _offer(self, user: User) -> None:
        """Ask about families only where there is something to choose."""
        if len(self.families) > 1:
            self.fields["family"].queryset = user.families.all()  # type: ignore[attr-defined]
        else:
            del self.fields["family"]
        if not self.families and self.story.audience != Audience.FAMILY:
            self.fields["audience"].choices = [  # type: ignore[attr-defined]
                choice for choice in AUDIENCES if choice[0] != Audience.FAMILY
            ]

    def apply(self) -> None:
        """Put every answer that makes sense into the memory; the others stay on the screen."""
        self.is_valid()
        for name in ("title", "summary", "when_text", "context", "audience", "family"):
            if name in self.cleaned_data:
                setattr(self.story, name, self.cleaned_data[name])
        for name in ("places", "funds"):
            self._tag(name)
        if len(self.families) == 1 and self.story.family is None:
            self.story.family = self.families[0]

    def _tag(self, name: str) -> None:
        if name not in self.cleaned_data:
            return
        tags = list(self.cleaned_data[name])
        if name == "places":
            tags += self._given_meanwhile(tags)
        if {tag.slug for tag in tags} != set(self.initial[name]):
            getattr(self.story, name).set(tags)

    def _given_meanwhile(self, ticked: list[Place]) -> list[Place]:
        """What staff put on it while this screen, which has no box for it, was open."""
        came = suggesting.came_since(self.story, suggested.opened(self.data))
        return [place for place in came if place not in ticked]


def _now(story: Story) -> dict[str, Any]:
    return {
        "title": story.title,
        "summary": story.summary,
        "when_text": story.when_text,
        "places": [tagged.tag.slug for tagged in story.tagged_places.select_related("tag")],
        "funds": [tagged.tag.slug for tagged in story.tagged_funds.select_related("tag")],
        "context": story.context,
        "audience": story.audience,
        "family": story.family_id,
    }
