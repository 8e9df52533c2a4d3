"""Which passages of a recording somebody may let go again, and which stay held back."""

from __future__ import annotations

from collections.abc import Iterator

from families.models import User
from families.roles import is_staff_of
from media.models import Item
from media.transcripts.cues import Cues, Span
from media.transcripts.holding import hold_back, hold_back_also
from media.transcripts.lines import all_lines, held_spans
from stories import access
from stories.item_tools.rows import Rows


def fixed(item: Item, user: User) -> list[Span]:
    """What staff held back; only staff let it go, and on the web only the lead."""
    if not access.may_uncover(user, item):
        return held_spans(item)
    if is_staff_of(user, item.school_id):
        return []
    held = item.held_passages.select_related("held_by")
    return [
        (passage.start_ms, passage.end_ms)
        for passage in held
        if passage.held_by is not None and is_staff_of(passage.held_by, item.school_id)
    ]


def wordless(item: Item, rows: Rows) -> list[Span]:
    """What is held back and no line speaks of; it stays until somebody adds a line there."""
    return [span for span in held_spans(item) if not rows.covers(span)]


def keep(item: Item, rows: Rows, *, by: User, exactly: bool) -> bool:
    """Hold back the ticked lines; whether the recording has to be made again.

    Only where somebody pressed a button does a line that is not ticked let go. A save that
    the page makes by itself can hold more, and never less.
    """
    if not exactly:
        return hold_back_also(item, _new(item, rows), by=by)
    stay = [*fixed(item, by), *wordless(item, rows)]
    return hold_back(item, [*rows.held(), *stay], by=by)


def carry_over(item: Item, cues: Cues, *, by: User) -> None:
    """Before other words take the place of these: what was held back stays so at its new time."""
    secret = {line.text for line in all_lines(item) if line.is_held and line.text}
    moved = [(cue.start_ms, cue.end_ms) for cue in cues if cue.text in secret]
    if moved:
        hold_back_also(item, moved, by=by)


def _new(item: Item, rows: Rows) -> Iterator[Span]:
    """What is ticked and not held yet: a line that only moved a little asks for nothing."""
    now = held_spans(item)
    for start, end in rows.held():
        if not any(known[0] <= start and end <= known[1] for known in now):
            yield start, end
