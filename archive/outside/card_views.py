"""Where the drawn cards are. Each is gone with what it stands for."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from archive import curators, subjects
from archive.outside import cards, finding
from archive.outside.cards import Card
from archive.showcases import cover_of
from media.door import PUBLIC

FRONT = Card("The biography of Collyhurst and Harpurhey", ("Told by the people who lived it",))


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """``/card.jpg``: that of the front door."""
    return _sent(request, FRONT, "front")


@require_safe
def story(request: HttpRequest, slug: str, ref: str) -> HttpResponse:
    """``/stories/<slug>-<ref>/card.jpg``; 404 and 410 as its page."""
    record = finding.story(ref)
    if record is None:
        return _gone(ref)
    here = f"{record.url}card.jpg"
    if request.path != here:
        return redirect(here, permanent=True)
    return _sent(request, cards.of_story(record), f"story-{ref}")


@require_safe
def showcase(request: HttpRequest, slug: str) -> HttpResponse:
    """``/showcases/<slug>/card.jpg``; 404 while it is not published."""
    page = finding.showcase_or_404(slug)
    card = cards.of_showcase(page.title, curators.named(page), cover_of(page.cover))
    return _sent(request, card, f"showcase-{page.pk}")


@require_safe
def place(request: HttpRequest, slug: str) -> HttpResponse:
    """``/places/<slug>/card.jpg``; 404 as its page, and moved with it."""
    here = subjects.place_or_404(slug)
    if here.slug != slug:
        return redirect("place_card", here.slug, permanent=True)
    card = cards.of_place(here, len(subjects.shelf(here)))
    return _sent(request, card, f"place-{here.pk}")


@require_safe
def fund(request: HttpRequest, slug: str) -> HttpResponse:
    """``/funds/<slug>/card.jpg``; 404 as its page."""
    here = subjects.fund_or_404(slug)
    card = cards.of_fund(here, len(subjects.shelf(here)))
    return _sent(request, card, f"fund-{here.pk}")


def _sent(request: HttpRequest, card: Card, key: str) -> HttpResponse:
    """The picture, or that the one which is held already is the same."""
    made, tag = cards.drawn(card, key)
    response = HttpResponse(made, content_type="image/jpeg")
    response["ETag"] = f'"{tag}"'
    response["Cache-Control"] = PUBLIC
    answer = get_conditional_response(request, etag=response["ETag"], response=response)
    return answer if isinstance(answer, HttpResponse) else response


def _gone(ref: str) -> HttpResponse:
    cards.forget(f"story-{ref}")
    if finding.was_taken_back(ref):
        return HttpResponse("Taken back.\n", status=410, content_type="text/plain")
    raise Http404
