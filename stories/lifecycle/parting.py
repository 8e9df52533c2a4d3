"""Giving a memory back for good, with a word. Nothing is deleted: it is its writer's own again."""

from __future__ import annotations

from django.db import transaction

from families.models import User
from stories import access, review
from stories.conversation import discretion
from stories.lifecycle.ground import locked, require_not_held, require_status, write_down
from stories.lifecycle.undoing import as_it_was, remember
from stories.models import NewsKind, PartingWord, Story
from stories.models.states import Audience, Status
from stories.news import telling
from stories.refusals import require

Kind = PartingWord.Kind


@transaction.atomic
def decline(story: Story, *, by: User, words: str) -> Story:
    """Say kindly why it will not be published. Its writer may go on with it, or take it home."""
    return _part_with(story, "decline", by=by, words=words)


@transaction.atomic
def return_to_family(story: Story, *, by: User, words: str) -> Story:
    """Give it back as what it is: the family's own, which nobody is asked to publish."""
    return _part_with(story, "return_to_family", by=by, words=words)


SAID_WITH = {
    "decline": (Kind.DECLINED, NewsKind.DECLINED),
    "return_to_family": (Kind.RETURNED, NewsKind.RETURNED),
}


def _part_with(story: Story, verb: str, *, by: User, words: str) -> Story:
    story = locked(story)
    require(access.may_review(by, story), "This memory is not yours to review.")
    require_not_held(story)
    require_status(story, Status.SUBMITTED)
    require(words.strip(), "Say why in a kind sentence. The writer reads it.")
    problem = discretion.problem_of_teacher(words)
    require(not problem, problem)
    before = as_it_was(story)
    kind, news = SAID_WITH[verb]
    PartingWord.objects.create(story=story, kind=kind, words=words.strip(), by=by)
    story.status = Status.DRAFT
    story.taken_up_by = None
    story.asked_back_at = None
    if kind == Kind.RETURNED and story.audience != Audience.JUST_ME:
        story.audience = Audience.FAMILY
    story.save()
    review.cancel(story, by=by)
    write_down(story, verb, by)
    remember(story, verb, before, by=by)
    telling.tell(news, story)
    return story
