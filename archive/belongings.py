"""What somebody proposed for showcases, for "Send me my things"."""

from __future__ import annotations

from collections.abc import Iterator

from archive.models import Proposal
from families.belongings import Thing, written
from families.models import User


def proposed_by(user: User) -> Iterator[Thing]:
    """Their own lines to memories. Whose memories they are is said in the memories alone."""
    mine = Proposal.objects.filter(proposed_by=user).select_related("showcase")
    for proposal in mine.prefetch_related("stories"):
        lines = [row.caption for row in proposal.stories.all() if row.caption]
        said = [f"What became of it: {proposal.get_state_display()}", *lines]
        title = f"What you proposed for “{proposal.showcase.draft_title}”"
        yield written("about-you", f"showcase-{proposal.pk}.txt", title, "\n\n".join(said))
