"""What has been decided about a memory so far, and what of it may still be undone."""

from __future__ import annotations

from dataclasses import dataclass

from families.models import User
from stories import first_yes
from stories.lifecycle.undoing import is_still_possible
from stories.models import FirstYes, PartingWord, PublicationPlan, Story, Undoable
from stories.moderation.audit import SENTENCES
from stories.moderation.seen import version


@dataclass(frozen=True)
class Decided:
    """For the decision column, above the buttons."""

    plan: PublicationPlan | None
    first: FirstYes | None
    parting: PartingWord | None
    undoable: Undoable | None

    @property
    def what_to_undo(self) -> str:
        """The last decision as the history calls it."""
        return SENTENCES[self.undoable.verb][0] if self.undoable else ""


def of(user: User, story: Story) -> Decided:
    return Decided(
        plan=PublicationPlan.objects.filter(story=story).select_related("by").first(),
        first=first_yes.of(story, version(story)),
        parting=PartingWord.objects.filter(story=story, over_at=None).select_related("by").first(),
        undoable=undoable_by(user, story),
    )


def undoable_by(user: User, story: Story) -> Undoable | None:
    """What this person decided last, while nobody outside has seen it."""
    done = Undoable.objects.filter(story=story, by=user).select_related("by").first()
    return done if done is not None and is_still_possible(done, story) else None
