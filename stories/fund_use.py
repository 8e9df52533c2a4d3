"""Whether a fund of knowledge is in use: in a memory, in what waits beside one, or by a deck."""

from __future__ import annotations

from wagtail.models import Revision

from stories.models import Deck, Fund, Story, TaggedFund

IN_MEMORIES = "Memories have this fund, so it stays. Change its words instead."
IN_DECKS = "A question deck has this fund, so it stays. Give the deck another fund first."


def sentence(fund: Fund) -> str:
    """Why it may not be deleted; "" if nothing uses it. Says nothing of whose memories they are."""
    if TaggedFund.objects.filter(tag=fund).exists() or _waits(fund):
        return IN_MEMORIES
    return IN_DECKS if Deck.objects.filter(fund=fund).exists() else ""


def _waits(fund: Fund) -> bool:
    """Whether a draft beside a public memory has it, which nobody has published yet."""
    ahead = Story.objects.filter(live=True, has_unpublished_changes=True)
    drafts = Revision.objects.filter(pk__in=ahead.values("latest_revision"))
    contents = drafts.values_list("content", flat=True).iterator()
    return any(tag["tag"] == fund.pk for c in contents for tag in c.get("tagged_funds", ()))
