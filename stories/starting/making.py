"""Makes the memory out of what was said on the way to it, in one go."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from families.models import Person, User
from families.own_person import person_of
from stories import voices, writing
from stories.contribute.beginning import begin, begun_as
from stories.models import Assignment, Deck, Story, StoryPerson
from stories.questions import taking_along
from stories.starting import what, who
from stories.starting.notes import Notes

UNTOUCHED = 1
"""The edition of a memory that nobody has changed since it was made."""


@transaction.atomic
def make(*, by: User, ref: str, title: str, said: Notes) -> Story:
    """The memory with its teller, questions, places and funds. Sent twice, it is one memory.

    Somebody who went back and typed another title gets it, as long as they have not
    begun to write: an old page must not undo what is newer.
    """
    if begun := begun_as(ref, by=by):
        return _retitled(begun, title, by=by)
    teller, deck = who.teller(said, by), what.chosen_deck(said, by)
    assignment = what.chosen_assignment(said, by)

    def prepare(story: Story) -> None:
        _put_in_people(story, teller, by=by)
        _put_in_subject(story, deck, assignment)

    answered = voices.to_answer(by, said["answers"])
    story = begin(by=by, title=title, ref=ref, prepare=prepare, answers=answered)
    if deck is not None:
        taking_along.take_deck(story, deck)
    taking_along.take_own(story, said["question"])
    return story


def suggested_title(said: Notes, by: User) -> str:
    """A few words out of who and what, to be changed; "" before anybody was chosen."""
    if not said["who"]:
        return ""
    name, deck = who.name_of(said, by), what.chosen_deck(said, by)
    if deck is not None and deck.topic:
        mine, theirs = _("My {topic}"), _("{name}’s {topic}")
        return (theirs if name else mine).format(name=name, topic=deck.topic)[:120]
    return (_("What {name} told me") if name else _("What I remember")).format(name=name)


def _retitled(story: Story, title: str, *, by: User) -> Story:
    if story.edition == UNTOUCHED and story.title != title and story.is_writable:
        story.title = title
        return writing.save(story, by=by, edition=story.edition)
    return story


def _put_in_people(story: Story, teller: Person | None, *, by: User) -> None:
    """Whoever tells; and whoever writes it down, where that is somebody else."""
    if teller is None:
        return
    me = person_of(by)
    people = [StoryPerson(person=teller, role=StoryPerson.Role.TELLER, sort_order=0)]
    if teller != me:
        people.append(StoryPerson(person=me, role=StoryPerson.Role.REPORTER, sort_order=1))
        mine = {family.pk: family for family in by.families.all()}
        story.family = mine.get(teller.family_id or 0, story.family)
    story.people.set(people)


def _put_in_subject(story: Story, deck: Deck | None, assignment: Assignment | None) -> None:
    if deck is not None:
        story.context = deck.context
        if deck.fund is not None:
            story.funds.set([deck.fund])
    if assignment is not None:
        story.assignment = assignment
        story.places.set(list(assignment.places.all()))
