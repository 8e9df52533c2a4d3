"""Writing down what happened to a memory, for everybody whose news it is.

The lifecycle tells what it did, the archive tells of showcases, the night of anniversaries.
What is told is written after the commit, so that what was undone is no news, and news that
cannot be written stops nothing.
"""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from families.models import User
from stories.models import NewsItem, NewsKind, Story, StoryPerson

OF_ITS_WRITER = {
    NewsKind.TAKEN_UP,
    NewsKind.FEEDBACK,
    NewsKind.GIVEN_BACK,
    NewsKind.MENDED,
    NewsKind.RETURNED,
    NewsKind.DECLINED,
    NewsKind.REMINDER,
}
"""About the work on it, which is nobody else's business."""

BEFORE_IT_IS_OUT = OF_ITS_WRITER | {NewsKind.NOT_OUT}
"""What is news although nobody else can see the memory."""


def tell(kind: NewsKind, story: Story, *, page: Page | None = None, to: User | None = None) -> None:
    """Let everybody know whose news it is, or ``to`` alone, once the transaction is through."""
    transaction.on_commit(partial(write_down, kind, story, page=page, to=to), robust=True)


@transaction.atomic
def write_down(
    kind: NewsKind, story: Story, *, page: Page | None = None, to: User | None = None
) -> None:
    """One row for each person; a showcase that they have heard of is no news again."""
    from stories.tasks import mail_news

    people = [to] if to else _whose_news(kind, story)
    now = timezone.now()
    NewsItem.objects.bulk_create(
        [
            NewsItem(user=user, story=story, kind=kind, page=page, happened_at=now)
            for user in people
        ],
        ignore_conflicts=True,
    )
    for user in people:
        if hasattr(user, "news_by_mail") and user.news_by_mail.confirmed_at:
            transaction.on_commit(partial(mail_news.enqueue, user.pk), robust=True)


def _whose_news(kind: NewsKind, story: Story) -> list[User]:
    """Its author's; what came of it is also the news of whoever told it."""
    people = User.objects.filter(is_active=True).select_related("news_by_mail")
    mine = people.filter(pk=story.author_id)
    if kind in OF_ITS_WRITER:
        return list(mine)
    told = StoryPerson.objects.filter(story=story, role=StoryPerson.Role.TELLER)
    return list((mine | people.filter(pk__in=told.values("person__user"))).distinct())
