"""No way to reach anybody goes to and fro with feedback: it is about the work."""

from __future__ import annotations

from django.utils.translation import gettext as _

from stories import safeguarding
from stories.models import Story

WAYS_TO_REACH = {"email", "phone", "handle"}


def problem_of_teacher(text: str) -> str:
    """What is wrong with a teacher's words, as a sentence; "" where nothing is.

    A street or a name may have to be spoken of. A way to reach somebody never has to.
    """
    found = [each for each in safeguarding.find(text) if each.kind in WAYS_TO_REACH]
    return _sentence(found[0].reason, found[0].excerpt) if found else ""


def problem_of_writer(story: Story, text: str) -> str:
    """The same for a reply: here everything counts that the memory itself is checked for."""
    found = safeguarding.findings_in(story, text, "")
    return _sentence(found[0].reason, found[0].excerpt) if found else ""


def _sentence(reason: str, excerpt: str) -> str:
    return _("{reason} Please take it out: “{excerpt}”.").format(reason=reason, excerpt=excerpt)
