"""What students and their teacher do with a proposal. A proposal changes nothing by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone

from archive import returning
from archive.curating.making import draft_of
from archive.inside import TOLD, stories_of
from archive.models import LONGEST_CAPTION, Proposal, ProposedStory, ShowcasePage
from archive.records import by_number
from archive.shapes import Record
from families.models import User
from families.roles import is_student

State = Proposal.State
OPEN = (State.BEGUN, State.SENT)


class Overtaken(Exception):
    """Another screen saved this proposal since these words were typed, or it is answered."""


@dataclass(frozen=True)
class Line:
    """One memory in its place, with the words to it."""

    number: int
    record: Record
    caption: str = ""


def open_to(user: User) -> QuerySet[ShowcasePage]:
    """The showcases for which this student may propose something."""
    found: QuerySet[ShowcasePage] = ShowcasePage.objects.filter(
        openings__reporter_class=user.reporter_class_id, school=user.school_id
    )
    may_propose = is_student(user) and user.reporter_class_id is not None
    return found if may_propose else found.none()


def current(showcase: ShowcasePage, user: User) -> Proposal | None:
    """This student’s open proposal, if they began one."""
    mine = Proposal.objects.filter(showcase=showcase, proposed_by=user, state__in=OPEN)
    found: Proposal | None = mine.first()
    return found


def as_drafted(showcase: ShowcasePage) -> list[Line]:
    """The public memories that the draft tells, in its order, with the words they have now."""
    blocks = [block for block in draft_of(showcase).raw_blocks() if block[0] in TOLD]
    captions: dict[int, str] = {}
    for block in blocks:
        for pk in stories_of(block):
            captions.setdefault(pk, block[1]["caption"] if block[0] == "picture_story" else "")
    found = by_number(set(captions) - returning.to_ask(showcase, captions))
    return [Line(pk, found[pk], words or "") for pk, words in captions.items() if pk in found]


def as_proposed(showcase: ShowcasePage, proposal: Proposal | None) -> list[Line]:
    """The same as the student put them. What is new in the draft comes last."""
    drafted = as_drafted(showcase)
    if proposal is None:
        return drafted
    rows = {row.story_id: row for row in proposal.stories.all()}
    order = {pk: place for place, pk in enumerate(rows)}
    lines = [
        Line(
            line.number,
            line.record,
            rows[line.number].caption if line.number in rows else line.caption,
        )
        for line in drafted
    ]
    return sorted(lines, key=lambda line: order.get(line.number, len(order)))


@transaction.atomic
def save(
    showcase: ShowcasePage,
    user: User,
    *,
    refs: list[str],
    captions: dict[str, str],
    wants_credit: bool,
    edition: int,
) -> Proposal:
    """Keep an order and the captions, by the refs of the memories.

    What stands there already may come twice, as from a page that was read again while it was
    on its way. Raises Overtaken for anything else that was typed before another save.
    """
    proposal = _locked(showcase, user)
    new = list(_put(as_drafted(showcase), refs, captions))
    if proposal.edition != edition:
        there = list(proposal.stories.values_list("story_id", "caption"))
        if (there, proposal.wants_credit) != (new, wants_credit):
            raise Overtaken
        return proposal
    proposal.stories.all().delete()
    ProposedStory.objects.bulk_create(
        ProposedStory(proposal=proposal, story_id=number, sort_order=place, caption=caption)
        for place, (number, caption) in enumerate(new)
    )
    proposal.state, proposal.wants_credit = State.BEGUN, wants_credit
    proposal.edition += 1
    proposal.save()
    return proposal


def _put(lines: list[Line], refs: list[str], captions: dict[str, str]) -> Iterator[tuple[int, str]]:
    """The memories in the order of the refs, what is not among them last, each with its words."""
    named = {ref: place for place, ref in enumerate(refs)}
    for line in sorted(lines, key=lambda line: named.get(line.record.ref, len(named))):
        words = captions.get(line.record.ref, line.caption)
        yield line.number, " ".join(words.split())[:LONGEST_CAPTION]


def _locked(showcase: ShowcasePage, user: User) -> Proposal:
    """The open proposal, begun where there is none; two screens begin one."""
    mine = Proposal.objects.select_for_update().filter(state__in=OPEN)
    try:
        with transaction.atomic():
            found, _ = mine.get_or_create(showcase=showcase, proposed_by=user)
    except IntegrityError as begun_elsewhere:
        raise Overtaken from begun_elsewhere
    return found


def send(proposal: Proposal) -> None:
    """Give it to the teacher. It can still be changed until it is answered."""
    Proposal.objects.filter(pk=proposal.pk, state=State.BEGUN).update(
        state=State.SENT, updated_at=timezone.now()
    )


@transaction.atomic
def take(proposal: Proposal, *, by: User, answer: str) -> None:
    """Make a new draft with this order and these captions. Nothing becomes public by it."""
    _answer(proposal, State.TAKEN, by=by, answer=answer)
    draft = draft_of(proposal.showcase)
    draft.body = _reordered(list(draft.body.raw_data), proposal)
    draft.save_revision(user=by, log_action=True)


@transaction.atomic
def thank(proposal: Proposal, *, by: User, answer: str) -> None:
    """Say thank you, and leave the draft as it is."""
    _answer(proposal, State.THANKED, by=by, answer=answer)


def _answer(proposal: Proposal, state: str, *, by: User, answer: str) -> None:
    """Raises Overtaken for one that is not waiting any more."""
    waiting = Proposal.objects.filter(pk=proposal.pk, state=State.SENT)
    done = waiting.update(state=state, answer=answer, answered_by=by, answered_at=timezone.now())
    if not done:
        raise Overtaken


def _reordered(blocks: list[dict[str, Any]], proposal: Proposal) -> list[dict[str, Any]]:
    """The memories change places among themselves; all that stands between them stays."""
    slots: dict[int, int] = {}
    for place, block in enumerate(blocks):
        if block["type"] in TOLD:
            for pk in stories_of((block["type"], block["value"])):
                slots.setdefault(pk, place)
    rows = [row for row in proposal.stories.all() if row.story_id in slots]
    places = sorted(slots[row.story_id] for row in rows)
    ordered = list(blocks)
    for place, row in zip(places, rows, strict=True):
        ordered[place] = _captioned(blocks[slots[row.story_id]], row)
    return ordered


def _captioned(block: dict[str, Any], row: ProposedStory) -> dict[str, Any]:
    """A memory with words of its own to it stands below its picture, large."""
    now = block["value"]["caption"] if block["type"] == "picture_story" else ""
    if row.caption == now:
        return block
    value = {"story": row.story_id, "caption": row.caption}
    return {**block, "type": "picture_story", "value": value}
