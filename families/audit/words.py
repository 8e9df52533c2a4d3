"""How this layer's words of the audit log read on screen."""

from __future__ import annotations

from typing import Any

from wagtail.log_actions import LogFormatter

from families.audit.vocabulary import LABELS
from families.roles import Role

ROLES = {role.value: role.label for role in Role}


def register(actions: Any) -> None:
    """Add the words of looks, roles and accounts."""
    for word, (label, sentence) in LABELS.items():
        actions.register_action(word, label, sentence)
    actions.register_action("families.role")(RoleFormatter)
    actions.register_action("families.account")(AccountFormatter)


class RoleFormatter(LogFormatter):
    """Says which roles somebody was given and which they lost."""

    label = "Role changed"

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data or {}
        said = [f"Is now a {name}" for name in _named(data.get("given"))]
        said += [f"Is no longer a {name}" for name in _named(data.get("taken"))]
        return "; ".join(said) or self.label


class AccountFormatter(LogFormatter):
    """Says what an account may now do, or may no longer."""

    label = "Account changed"
    sentences = {
        ("is_active", True): "May sign in",
        ("is_active", False): "May no longer sign in",
        ("is_superuser", True): "May do everything",
        ("is_superuser", False): "May no longer do everything",
    }

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data or {}
        said = [self.sentences.get(change, "Changed school") for change in data.items()]
        return "; ".join(said) or self.label


def _named(groups: list[str] | None) -> list[str]:
    return [ROLES.get(group, group) for group in groups or []]
