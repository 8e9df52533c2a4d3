"""The memories that somebody told or gathered, in words, and those of a child in their care."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q

from families.belongings import Thing, people_of, written
from families.models import User
from media.belongings import shown_of, things_of
from media.models import Item
from stories import access
from stories.models import Portfolio, Story
from stories.models.parts import StoryPerson
from stories.models.states import Status


def memories_of(user: User) -> Iterator[Thing]:
    """Their own, and what a child in their care told; of what is held only that it is."""
    own = Story.objects.told_by(user)
    for story in own.order_by("created_at"):
        yield _words(story)
        if not (story.held or story.status == Status.SEALED):
            yield from _told_in(story, user)
        if story.author_id == user.pk:
            yield from _own_questions(story)
        yield from _answers(story, user)
    wards = [person for person in people_of(user) if person.user_id != user.pk]
    tellers = Q(people__person__in=wards, people__role=StoryPerson.Role.TELLER)
    authors = Q(author__in=[person.user_id for person in wards if person.user_id])
    theirs = Story.objects.in_care_of(user).filter(tellers | authors).distinct()
    for story in theirs.exclude(pk__in=own).exclude(held=True).exclude(status=Status.SEALED):
        yield _words(story)
        sent = Item.objects.filter(story_parts__story=story, uploaded_by__person__in=wards)
        for item in sent.distinct():
            yield from things_of(item)


def portfolio_of(user: User) -> Iterator[Thing]:
    """What they wrote about their own work."""
    for kept in Portfolio.objects.filter(user=user):
        said = (kept.interviewing, kept.recording, kept.editing, kept.describing)
        words = "\n\n".join(text for text in said if text)
        yield written("portfolio", "portfolio.txt", "What you wrote in your portfolio", words)


def _told_in(story: Story, user: User) -> Iterator[Thing]:
    """What somebody else recorded of this teller, as they may see it: without its hidden data."""
    if not access.is_told_by(user, story):
        return
    for item in Item.objects.filter(story_parts__story=story).exclude(uploaded_by=user).distinct():
        yield from shown_of(item)


def _own_questions(story: Story) -> Iterator[Thing]:
    """What the writer would like to ask, in words of their own; nobody else's notes."""
    typed = [question.words for question in story.questions.filter(card=None)]
    if typed and not story.held and story.status != Status.SEALED:
        title = f"Questions for {story}"
        yield written("memories", f"{story.ref}-questions.txt", title, "\n\n".join(typed))


def _answers(story: Story, user: User) -> Iterator[Thing]:
    """What the writer replied to their teachers; the teachers' own words are not theirs."""
    if story.author_id != user.pk or story.held or story.status == Status.SEALED:
        return
    replies = [said.reply for said in story.feedback.exclude(reply="")]
    if replies:
        name = f"{story.ref}-answers.txt"
        yield written("memories", name, f"Your answers about {story}", "\n\n".join(replies))


def _words(story: Story) -> Thing:
    name = f"{story.ref}.txt"
    if story.held or story.status == Status.SEALED:
        said = "A grown-up at school is looking at this memory. Ask them for its words."
        return written("memories", name, "A memory on hold", said)
    lines = [story.title, story.summary, story.when_text]
    for part in story.parts.all():
        lines += [part.text, part.caption, part.description]
    return written("memories", name, str(story), "\n\n".join(line for line in lines if line))
