"""What the quick way asks for once the picture is safe, and where each answer goes."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stories.contribute import places
from stories.contribute.parts import LongWords, in_order, lay_out
from stories.models import Place, Story, StoryPart

PICTURE, SENTENCE, PLACE, DONE = "picture", "sentence", "place", "done"
FIRST_TITLE = _("A photograph")
SHORT = 60
"""Letters of a title that is made out of a sentence."""

LABELS = [
    (PICTURE, _("Picture")),
    (SENTENCE, _("Words")),
    (PLACE, _("Place")),
    (DONE, _("Done")),
]


class StepForm(forms.Form):
    """One thing to say about a picture."""

    next_step: ClassVar[str] = DONE

    @classmethod
    def of(cls, story: Story) -> Self:
        """The form with what the memory says already."""
        return cls(initial=cls.now(story))

    @classmethod
    def now(cls, story: Story) -> dict[str, Any]:
        return {}

    def apply(self, story: Story) -> None:
        """Put the answer into the memory, unsaved."""

    def shows(self, story: Story) -> dict[str, Any]:
        """What the page shows besides."""
        return {}


class SentenceForm(StepForm):
    """The words of the memory, and its title as long as it has none of its own."""

    next_step = PLACE
    text = LongWords(
        label=_("What is in the picture?"),
        help_text=_("One sentence will do. For example: My nan and her sister at the baths."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Type a few words first. You can change them later.")},
    )

    @classmethod
    def now(cls, story: Story) -> dict[str, Any]:
        part = _words(in_order(story))
        return {"text": part.text if part else ""}

    def apply(self, story: Story) -> None:
        parts, text = in_order(story), self.cleaned_data["text"]
        part = _words(parts)
        if part is None:
            part = StoryPart(kind=StoryPart.Kind.WORDS)
            parts.append(part)
        if story.title in ("", str(FIRST_TITLE), title_of(part.text)):
            story.title = title_of(text)
        part.text = text
        lay_out(story, parts)

    def shows(self, story: Story) -> dict[str, Any]:
        return {"item": _picture(story)}


class PlaceForm(StepForm):
    """Named public places, or none."""

    places = forms.ModelMultipleChoiceField(
        label=_("Where is it?"),
        queryset=Place.objects.all(),
        to_field_name="slug",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    @classmethod
    def now(cls, story: Story) -> dict[str, Any]:
        return {"places": [tagged.tag.slug for tagged in story.tagged_places.select_related("tag")]}

    def apply(self, story: Story) -> None:
        story.places.set(list(self.cleaned_data["places"]))

    def shows(self, story: Story) -> dict[str, Any]:
        choices = places.choices(Place.objects.all(), self["places"].value() or [])
        return {"areas": places.by_area(choices)}


class DoneForm(StepForm):
    """Nothing more is asked."""

    def shows(self, story: Story) -> dict[str, Any]:
        return {
            "item": _picture(story),
            "words": _words(in_order(story)),
            "places": [tagged.tag for tagged in story.tagged_places.select_related("tag")],
        }


STEPS: dict[str, type[StepForm]] = {SENTENCE: SentenceForm, PLACE: PlaceForm, DONE: DoneForm}


def title_of(text: str) -> str:
    """The beginning of a sentence, cut between two words."""
    line = " ".join(text.split())
    if len(line) <= SHORT:
        return line.rstrip(".")
    return line[:SHORT].rsplit(" ", 1)[0].rstrip(",.;:") + "…"


def line(here: str, ref: str = "") -> list[dict[str, Any]]:
    """The progress line. The picture is sent once; it is changed on the memory’s own page."""
    on = reverse("desk_story_quick_on", args=[ref]) if ref else ""
    keys = [key for key, _label in LABELS]
    return [
        {
            "key": key,
            "label": label,
            "address": f"{on}?step={key}" if on and key != PICTURE else "",
            "filled": keys.index(key) < keys.index(here),
            "here": key == here,
        }
        for key, label in LABELS
    ]


def _words(parts: list[StoryPart]) -> StoryPart | None:
    return next((part for part in parts if part.item is None), None)


def _picture(story: Story) -> Any:
    return next((part.item for part in in_order(story) if part.item), None)
