"""What people asked for with a file: what it says, what nobody is to hear, see or lose sight of."""

from __future__ import annotations

from pathlib import Path

from families.models import User
from home.demo.content.shapes import DemoStory, Shown
from home.demo.content.speech import SPEECHES
from media import focal, hiding
from media.models import Item
from media.transcripts import verbs, webvtt
from media.transcripts.cues import Cues
from media.transcripts.holding import hold_back


def keep(item: Item, shown: Shown, path: Path, *, by: User) -> None:
    """Before a file is made ready, so that what is made of it has it right from the start."""
    written = path.with_suffix(".vtt")
    if written.exists():
        _write_down(item, webvtt.read(written.read_text()), SPEECHES[shown.name].held, by)
    if shown.hidden:
        hiding.hide_areas(item, shown.hidden, by=by)


def _write_down(item: Item, said: Cues, held: str, by: User) -> None:
    verbs.save(item, said, by=by, number=0)
    secret = [(cue.start_ms, cue.end_ms) for cue in said if cue.text in held]
    if held and secret:
        hold_back(item, secret, by=by)


def keep_in_sight(story: DemoStory, items: dict[tuple[str, str], Item]) -> None:
    """The teacher who read the memory also set what stays in sight where a picture is cut."""
    for part in story.parts:
        if isinstance(part, Shown) and part.focal is not None:
            reader = User.objects.get(username=story.reader)
            focal.set_focal_point(items[story.key, part.name], *part.focal, by=reader)
