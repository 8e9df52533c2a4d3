"""The lifecycle's vocabulary in the audit log, in words for staff."""

from __future__ import annotations

from datetime import date
from typing import Any

from wagtail.log_actions import LogFormatter

from stories.lifecycle import VERBS

SENTENCES = {
    "submit": ("Handed in", "Handed it in"),
    "take_up": ("Taken up", "Began to read it"),
    "request_changes": ("Change asked for", "Asked for a change"),
    "publish": ("Published", "Published it"),
    "withdraw": ("Taken back", "Took it back"),
    "seal": ("Sealed", "Sealed it"),
    "hold": ("Held", "Held it for the safeguarding lead"),
    "release": ("Released", "Released it"),
}
"""For each verb its name in a filter and what somebody did."""


class VerbFormatter(LogFormatter):
    """Says what was done; ``data`` adds the day of a seal and the reason of a withdrawal."""

    sentence = ""

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data or {}
        if "until" in data:
            return f"{self.sentence} until {date.fromisoformat(data['until']):%-d %B %Y}"
        if data.get("because") == "consent":
            return "It came down, because a consent was taken back"
        return self.sentence

    def format_comment(self, log_entry: Any) -> str:
        return str((log_entry.data or {}).get("reason", ""))


def register(actions: Any) -> None:
    """Add each verb. A verb that is not here cannot be logged: Wagtail refuses to save it."""
    for verb in VERBS:
        label, sentence = SENTENCES[verb]
        formatter = type(
            f"{verb.title()}Formatter", (VerbFormatter,), {"label": label, "sentence": sentence}
        )
        actions.register_action(f"stories.{verb}")(formatter)
