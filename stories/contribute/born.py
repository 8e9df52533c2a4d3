"""Asking in which year somebody was born, once, to know the year of a memory. It is not kept."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from stories import ages, when

BUTTON = "born"


def asks_about(words: str) -> str:
    """The question that makes a year of "when Nan was eight"; "" where there is none to ask."""
    age = ages.read(words)
    if age is None or when.read(words) is not None:
        return ""
    if age.who.casefold() == "i":
        return _("What year were you born?")
    return _("What year was %(who)s born?") % {"who": age.who}


def worked_out(typed: Any) -> Any:
    """What was typed, with the year put behind the words where a year of birth stands beside."""
    words = typed.get("when_text", "")
    if not asks_about(words):
        return typed
    said = ages.with_year(words, typed.get("born", ""), this_year=timezone.localdate().year)
    if said is None:
        return typed
    again = typed.copy()
    again["when_text"] = said
    return again
