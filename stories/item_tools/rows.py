"""A transcript on somebody's screen: a row for each line, as it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from media.models import Item
from media.transcripts import clock, problems
from media.transcripts.cues import MAX_CHARACTERS, MAX_SPEAKER, Cue, Span
from media.transcripts.lines import all_lines
from media.transcripts.typed import guessed_length

NO_TIME = _("This is not a time. Write it like 1:02 or 1:02.5.")


@dataclass
class Row:
    """One line as it was typed; `problem` says why it cannot be kept yet."""

    key: str
    start: str = ""
    end: str = ""
    speaker: str = ""
    text: str = ""
    is_held: bool = False
    is_fixed: bool = False
    problem: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has put anything in it yet."""
        return not (self.start.strip() or self.text.strip())


@dataclass
class Rows:
    """All lines on the screen. `cues` is what they say, complete where nothing is wrong."""

    rows: list[Row] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)

    @property
    def problems(self) -> dict[str, str]:
        """What is wrong, by the key of the row."""
        return {row.key: row.problem for row in self.rows if row.problem}

    def held(self) -> Iterator[Span]:
        """The stretches that are ticked; a pause between two ticked lines is held too."""
        together: list[Cue] = []
        for row, cue in zip(self.rows, self.cues, strict=True):
            if row.is_held:
                together.append(cue)
            elif together:
                yield _stretch(together)
                together = []
        if together:
            yield _stretch(together)

    def covers(self, span: Span) -> bool:
        """Whether any line on the screen speaks of this stretch."""
        return any(cue.overlaps(*span) for cue in self.cues)

    def read(self) -> Rows:
        """Read the times, in place; a time that was left out is guessed from its neighbours."""
        self.rows = [row for row in self.rows if not row.is_empty]
        starts = [self._typed(row, row.start) for row in self.rows]
        ends = [self._typed(row, row.end) for row in self.rows]
        self.cues, now = [], 0
        for place, row in enumerate(self.rows):
            typed = starts[place]
            start = now if typed is None else typed
            after = starts[place + 1] if place + 1 < len(starts) else None
            now = _end(row, start, ends[place], after)
            self._check(row, start, now)
            row.start, row.end = (row.start or clock.typed(start)), (row.end or clock.typed(now))
            self.cues.append(Cue(start, now, row.text, row.speaker))
        if not self.problems:
            self._order()
        return self

    def _order(self) -> None:
        pairs = sorted(zip(self.cues, self.rows, strict=True), key=lambda pair: pair[0].start_ms)
        self.cues, self.rows = [cue for cue, _ in pairs], [row for _, row in pairs]

    def _typed(self, row: Row, text: str) -> int | None:
        ms = clock.read(text) if text.strip() else None
        if text.strip() and ms is None:
            row.problem = str(NO_TIME)
        return ms

    def _check(self, row: Row, start: int, end: int) -> None:
        if row.problem:
            return
        if end <= start:
            row.problem = str(problems.BACKWARDS if end < start else problems.NO_LENGTH)
        elif len(row.text) > MAX_CHARACTERS:
            row.problem = str(problems.TOO_LONG)
        elif len(row.speaker) > MAX_SPEAKER:
            row.problem = str(problems.LONG_NAME)


def _end(row: Row, start: int, typed: int | None, after: int | None) -> int:
    if typed is not None:
        return typed
    end = start + guessed_length(row.text)
    return min(end, after) if after is not None and after > start else end


def _stretch(cues: list[Cue]) -> Span:
    return cues[0].start_ms, max(cue.end_ms for cue in cues)


def stored(item: Item, fixed: Iterable[Span] = ()) -> Rows:
    """The lines as they are kept; `fixed` stretches cannot be let go by whoever looks."""
    spans = list(fixed)
    rows = Rows()
    for place, line in enumerate(all_lines(item)):
        cue = Cue(line.start_ms, line.end_ms, line.text, line.speaker)
        rows.cues.append(cue)
        rows.rows.append(
            Row(
                key=str(place),
                start=clock.typed(cue.start_ms),
                end=clock.typed(cue.end_ms),
                speaker=cue.speaker,
                text=cue.text,
                is_held=line.is_held,
                is_fixed=any(cue.overlaps(*span) for span in spans),
            )
        )
    return rows


COLUMNS = ("start", "end", "speaker", "text")


def typed(data: QueryDict) -> Rows:
    """The lines as a screen sends them: a column each, in the order of the rows."""
    held = set(data.getlist("held"))
    columns: list[list[Any]] = [data.getlist(name) for name in COLUMNS]
    rows = [
        Row(key, start, end, speaker, text.replace("\r\n", "\n"), is_held=key in held)
        for key, start, end, speaker, text in zip(data.getlist("key"), *columns, strict=False)
    ]
    return Rows(rows)


def press(rows: list[Row], verb: str, key: str) -> list[Row]:
    """Do what a button of a row does: add a row after it, split it, join it, take it out."""
    place = next((i for i, row in enumerate(rows) if row.key == key), None)
    if place is None:
        return [*rows, _new(rows)] if verb == "add" else rows
    before, row, after = rows[:place], rows[place], rows[place + 1 :]
    if verb == "out":
        return [*before, *after]
    if verb == "add":
        start = row.end
        return [*before, row, replace(_new(rows), start=start), *after]
    if verb == "split":
        return [*before, *_split(row, _new(rows).key), *after]
    if verb == "join" and after:
        return [*before, _joined(row, after[0]), *after[1:]]
    return rows


def _new(rows: list[Row]) -> Row:
    """An empty row at the end of what is said so far."""
    return Row(key=f"new{len(rows)}", start=rows[-1].end if rows else "0:00")


def _split(row: Row, key: str) -> list[Row]:
    """Two lines of one: at a | that somebody typed, or else in the middle."""
    first, second = _halves(row.text)
    start, end = clock.read(row.start), clock.read(row.end)
    if not second or start is None or end is None or end - start < 2:  # noqa: PLR2004 - A millisecond each.
        return [row]
    share = len(first) / (len(first) + len(second))
    middle = clock.typed(min(max(start + int((end - start) * share), start + 1), end - 1))
    return [
        replace(row, text=first, end=middle),
        replace(row, key=key, text=second, start=middle),
    ]


def _halves(text: str) -> tuple[str, str]:
    if "|" in text:
        first, _, second = text.partition("|")
    else:
        spaces = [place for place, char in enumerate(text) if char.isspace()]
        middle = min(spaces, key=lambda place: abs(place - len(text) // 2), default=len(text))
        first, second = text[:middle], text[middle:]
    return first.strip(), second.strip()


def _joined(row: Row, after: Row) -> Row:
    """One line of two. What was held in either is held in both."""
    text = " ".join(part for part in (row.text.strip(), after.text.strip()) if part)
    return replace(
        row,
        end=after.end,
        text=text,
        speaker=row.speaker or after.speaker,
        is_held=row.is_held or after.is_held,
    )
