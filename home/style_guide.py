"""The style guide: every part of the look, for people who carry on the work."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static

from home import style_guide_samples as samples


class SampleForm(forms.Form):
    """One field of each sort, so that labels, helps and errors are seen together."""

    title = forms.CharField(
        label="What shall we call this memory?", help_text="A few words, like the title of a song."
    )
    words = forms.CharField(
        label="Tell it in your own words", widget=forms.Textarea(attrs={"rows": 4})
    )
    audience = forms.ChoiceField(
        label="Who may see it?",
        help_text="You can change your mind later.",
        choices=samples.AUDIENCES,
        widget=forms.RadioSelect,
    )
    places = forms.MultipleChoiceField(
        label="Where did it happen?",
        choices=[(pin["key"], pin["label"]) for pin in samples.PINS],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(label="I have listened to it again, and I am happy with it.")


def sample_cards() -> list[dict[str, Any]]:
    """Cards with drawn sample pictures, because the guide has no media of its own."""
    return [{**card, "cover": drawn(card["cover"])} for card in samples.CARDS]


def drawn(cover: dict[str, Any] | None) -> dict[str, Any] | None:
    """A cover whose address is a static file; None stays None."""
    return cover and {**cover, "src": static(cover["file"])}


def style_guide(request: HttpRequest) -> HttpResponse:
    """Show every token and component once."""
    cards = sample_cards()
    context = {
        "colours": samples.COLOURS,
        "steps": samples.STEPS,
        "cards": cards,
        "showcase": {**cards[0], "title": "Mill girls and tram drivers", "url": "#"},
        "picture": cards[0]["cover"],
        "funds": [
            {"slug": slug, "label": label, "meaning": meaning, "value": slug, "url": "#"}
            for slug, label, meaning in samples.FUNDS
        ],
        "chips": samples.CHIPS,
        "stops": samples.STOPS,
        "pills": samples.PILLS,
        "pins": samples.PINS,
        "icons": [f"design/icons/ui/{name}.svg" for name in samples.ICONS],
        "form": SampleForm(),
        "wrong": SampleForm(data={"title": "", "words": "x", "audience": "", "agreed": ""}),
        "page": Paginator(range(60), 20).page(2),
    }
    return render(request, "design/style_guide.html", context)
