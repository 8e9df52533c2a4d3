"""News in words, with the way to it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from stories.models import NewsItem, NewsKind
from stories.models.states import Audience
from stories.news.telling import OF_ITS_WRITER

SENTENCES = {
    NewsKind.TAKEN_UP: _("A teacher is reading “{story}” now."),
    NewsKind.FEEDBACK: _("A teacher read “{story}”. They have an idea for you."),
    NewsKind.GIVEN_BACK: _("“{story}” is back with you. You can change it now."),
    NewsKind.MENDED: _("A teacher mended something in “{story}”. See what it was."),
    NewsKind.RETURNED: _("“{story}” is your family’s own again. Your teacher wrote you a word."),
    NewsKind.DECLINED: _("“{story}” is yours again. Your teacher says why it stays off the web."),
    NewsKind.NOT_OUT: _("“{story}” was to be published, and was not. See why."),
    NewsKind.REMINDER: _(
        "“{story}” is safe here and waits for you. Change it when you like, then hand it in again. "
        "There is no rush."
    ),
    NewsKind.PUBLISHED: _("“{story}” is published. Thank you for telling it."),
    NewsKind.SHOWCASE: _("“{story}” is in a showcase: “{page}”."),
}


ITS_OWN_PAGE = {
    NewsKind.MENDED: "desk_story_mended",
    NewsKind.NOT_OUT: "moderation:review",
}
"""News that is read somewhere else than in the memory itself."""


@dataclass(frozen=True)
class Line:
    """One piece of news on screen."""

    item: NewsItem
    sentence: str
    url: str


def lines(items: list[NewsItem], request: HttpRequest) -> list[Line]:
    return [Line(item, sentence(item), _url(item, request)) for item in items]


def sentence(item: NewsItem) -> str:
    if item.kind == NewsKind.YEAR:
        return _anniversary(item)
    return str(SENTENCES[NewsKind(item.kind)]).format(story=item.story, page=item.page)


def _anniversary(item: NewsItem) -> str:
    first = item.story.first_published_at
    years = item.happened_at.year - first.year if first else 1
    words = ngettext(
        "“{story}” was published one year ago.", "“{story}” was published {years} years ago.", years
    )
    return words.format(story=item.story, years=years)


def _url(item: NewsItem, request: HttpRequest) -> str:
    """Where it can be seen: on the web where everybody may, else at the desk."""
    if item.page is not None:
        return str(item.page.get_url(request) or reverse("desk"))
    story = item.story
    if item.kind in ITS_OWN_PAGE:
        return reverse(ITS_OWN_PAGE[NewsKind(item.kind)], args=[story.ref])
    if item.kind not in OF_ITS_WRITER and story.audience == Audience.EVERYONE:
        return story.get_absolute_url()
    is_own = story.author_id == item.user_id
    return reverse("desk_story" if is_own else "desk_story_read", args=[story.ref])
