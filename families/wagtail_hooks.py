"""The audit vocabulary of people and consent."""

from typing import Any

from wagtail import hooks
from wagtail.log_actions import LogFormatter


@hooks.register("register_log_actions")
def register_vocabulary(actions: Any) -> None:
    """A word that is not here cannot be logged about people."""

    @actions.register_action("families.consent")
    class ConsentFormatter(LogFormatter):  # type: ignore[misc]
        """Says what was answered, not by whom: the row itself knows that."""

        label = "Consent recorded"

        def format_message(self, log_entry: Any) -> str:
            return f"Answered “{log_entry.data['decision']}” about “{log_entry.data['scope']}”"
