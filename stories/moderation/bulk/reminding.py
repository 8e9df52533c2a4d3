"""A kind word to the writers of several memories, once a week at most for each of them."""

from __future__ import annotations

from stories import reminding
from stories.models import Story
from stories.models.states import Status
from stories.moderation.bulk.base import OfTheSchool, counted


class Remind(OfTheSchool):
    """What was reminded of this week, and what reminders are stopped for, is left in peace."""

    display_name = "Remind the writer"
    action_type = "remind"
    aria_label = "Remind the writers of the memories you ticked"
    action_priority = 20
    question = "Each writer finds a kind word at their desk: it is safe here and waits for them."
    button = "Yes, remind them"

    def why_not(self, story: Story) -> str:
        is_theirs = story.status == Status.CHANGES_REQUESTED and not story.held
        return "" if is_theirs else "It does not wait for its writer."

    def act(self, story: Story) -> None:
        reminding.remind(story, by=self.user)

    def said(self, number: int) -> str:
        return f"{counted(number)}: a kind word is on its writer’s desk."
