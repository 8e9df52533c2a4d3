"""A teacher's points on the writer's screen, and the writer's answers to them.

They belong to the form of the memory, so answering also saves what was typed in it, and a
reply is saved as it is typed, like every other word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from families.models import User
from stories.conversation import discretion, points, standing
from stories.conversation.standing import Standing
from stories.models import Answer, Feedback, Story, StoryPart
from stories.refusals import Refused

BUTTON = re.compile(r"(changed|left)-(\d+)")
LONGEST = 300
"""Letters of a reply: it is about the work, and short."""


@dataclass
class OnScreen:
    """One point that is still the writer's, with the reply as it was typed."""

    stands: Standing[Feedback]
    reply: str
    problem: str = ""

    @property
    def point(self) -> Feedback:
        return self.stands.point

    @property
    def name(self) -> str:
        return f"reply-{self.point.pk}"


class Talk:
    """The points of one memory: ``beside`` a part, or ``apart`` where they are about the whole."""

    def __init__(self, story: Story, parts: list[StoryPart], data: Any = None) -> None:
        said = story.feedback.filter(answered_at=None).select_related("given_by", "item")
        open_ones = [point for point in said if point.closed_by_id in (None, story.author_id)]
        self.points = [_on_screen(s, story, data) for s in standing.of(open_ones, parts)]
        self.apart = [each for each in self.points if each.stands.part is None]

    def beside(self, part: StoryPart) -> list[OnScreen]:
        """In the order in which they were given."""
        return [each for each in reversed(self.points) if each.stands.part is part]

    @property
    def errors(self) -> dict[str, list[str]]:
        return {each.name: [each.problem] for each in self.points if each.problem}

    def keep(self, button: str, *, by: User) -> str:
        """Save the replies that were typed and do what was pressed; what was wrong, or ""."""
        try:
            for each in self.points:
                if each.reply != each.point.reply and not each.problem:
                    points.reply(each.point, each.reply, by=by)
            self._press(button, by)
        except Refused as refused:
            return str(refused)
        return ""

    def _press(self, button: str, by: User) -> None:
        match = BUTTON.fullmatch(button)
        meant = [each.point for each in self.points if match and each.point.pk == int(match[2])]
        for point in meant:
            points.answer(point, Answer(match[1]), by=by)  # type: ignore[index]


def _on_screen(stands: Standing[Feedback], story: Story, data: Any) -> OnScreen:
    typed = (data or {}).get(f"reply-{stands.point.pk}")
    if typed is None:
        return OnScreen(stands, stands.point.reply)
    reply = typed.replace("\r\n", "\n").strip()[:LONGEST]
    return OnScreen(stands, reply, discretion.problem_of_writer(story, reply) if reply else "")
