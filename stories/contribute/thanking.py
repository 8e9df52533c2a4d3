"""A card that says thank you to whoever told a memory, with the way to it once it is published.

Its sentences are ours to choose from: a card is a present, and no way to write to each other.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from families import qr
from families.own_person import person_of
from families.printed import sheet
from stories.contribute.doors import DeskRequest, at_the_desk
from stories.models import Story, StoryPerson

HERE = Path(__file__).parent
SENTENCES = {
    "listened": gettext_lazy("Thank you for telling me this. I loved to listen to you."),
    "learned": gettext_lazy("You taught me something I did not know. I will not forget it."),
    "proud": gettext_lazy("I am proud of your memory. Now other people can enjoy it too."),
    "trust": gettext_lazy("Thank you for trusting me with your memory. I took good care of it."),
    "again": gettext_lazy("You tell it so well. I hope you will tell me more one day."),
}


class CardForm(forms.Form):
    """Which of the sentences the card says."""

    say = forms.ChoiceField(
        label=gettext_lazy("What shall the card say?"),
        choices=list(SENTENCES.items()),
        widget=forms.RadioSelect,
    )


@require_safe
@at_the_desk
def thanks(request: DeskRequest, ref: str) -> HttpResponse:
    """The card as it will be, and the ways to hand it over."""
    story = _published(request, ref)
    tellers = _thanked(request, story)
    say = _chosen(request)
    context = {
        "story": story,
        "tellers": tellers,
        "form": CardForm(initial={"say": say}),
        "say": say,
        "words": _words(request, story, tellers, say),
        "desk_here": "memories",
    }
    return render(request, "stories/desk/thanks.html", context)


@require_safe
@at_the_desk
def printed(request: DeskRequest, ref: str) -> HttpResponse:
    """The card for a printer, A5."""
    made = sheet.pdf("thanks", *_card(request, ref), folder=HERE)
    return _file(made, "application/pdf", "thank-you.pdf")


@require_safe
@at_the_desk
def pictured(request: DeskRequest, ref: str) -> HttpResponse:
    """The card as a picture, to send from a phone."""
    made = sheet.picture("thanks", *_card(request, ref), folder=HERE)
    return _file(made, "image/png", "thank-you.png")


def _card(request: DeskRequest, ref: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The words of the card, and the square on it."""
    story = _published(request, ref)
    words = _words(request, story, _thanked(request, story), _chosen(request))
    return words, {"qr.svg": qr.svg(words["address"])}


def _file(content: bytes, content_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=content_type)
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def has_somebody_to_thank(story: Story) -> bool:
    """Whether it is public, and told by somebody else than its author."""
    tellers = story.people.filter(role=StoryPerson.Role.TELLER)
    return bool(story.live) and tellers.exclude(person__user=story.author).exists()


def _published(request: DeskRequest, ref: str) -> Story:
    return get_object_or_404(Story.objects.public(), author=request.user, ref=ref)


def _thanked(request: DeskRequest, story: Story) -> str:
    """The public names of its tellers, without the author's own; ``Http404`` if nobody is left."""
    tellers = story.people.filter(role=StoryPerson.Role.TELLER).select_related("person")
    names = [t.person.public_name for t in tellers if t.person.user_id != request.user.pk]
    if not names:
        raise Http404
    return _(" and ").join(names)


def _chosen(request: DeskRequest) -> str:
    say = request.GET.get("say", "")
    return say if say in SENTENCES else next(iter(SENTENCES))


def _words(request: DeskRequest, story: Story, tellers: str, say: str) -> dict[str, Any]:
    return {
        "heading": _("Thank you"),
        "to": _("Dear %(name)s,") % {"name": tellers},
        "sentence": str(SENTENCES[say]),
        "title": story.title,
        "from": _("From %(name)s") % {"name": person_of(request.user).public_name},
        "where": _("Community reporter, Collyhurst and Harpurhey"),
        "scan": _("Point a phone here to see it"),
        "address": request.build_absolute_uri(story.get_absolute_url()),
    }
