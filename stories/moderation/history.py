"""A memory's history, without who was worried and who looked."""

from __future__ import annotations

from typing import Any

from wagtail.snippets.views.snippets import HistoryView

from families.admin.boundary import signed_in
from families.audit.vocabulary import WORDS, Kind
from families.roles import is_lead_of

THE_LEADS = ("stories.hold", "stories.release")
"""Who froze a memory, and why, is for the safeguarding lead alone, also afterwards."""


class StoryHistory(HistoryView):
    """Looks are in the lead's report; here they would bury what was changed."""

    def get_base_queryset(self) -> Any:
        entries = super().get_base_queryset().exclude(action__in=WORDS[Kind.LOOK])
        if is_lead_of(signed_in(self.request), self.object.school_id):
            return entries
        return entries.exclude(action__in=THE_LEADS)
