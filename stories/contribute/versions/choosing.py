"""Choosing between two screens, whole or part by part. What was not chosen stays in the history."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.template.loader import render_to_string

from families.models import User
from stories import access
from stories.contribute import saving
from stories.contribute.doors import DeskRequest, own
from stories.contribute.sheet import Sheet
from stories.contribute.versions.comparing import Both

CHOICE = "choose-"
"""Before the name of a field: ``mine`` (this screen) or ``theirs`` (the other one)."""

KEEP, CHOOSE, OTHER = "keep", "choose", "other"
BUTTONS = {KEEP, CHOOSE}
"""What keeps something of this screen over the other one."""


def seen(request: DeskRequest, ref: str) -> dict[str, Any]:
    """What the page, or a script, shows of both."""
    both = Both(request.user, ref, request.POST)
    return {"differences": both.differences(), "homeless": both.homeless()}


def shown(request: DeskRequest, ref: str) -> str:
    """The same as a piece of a page."""
    return render_to_string("stories/desk/versions/_both.html", seen(request, ref), request)


def are_alike(request: DeskRequest, ref: str) -> bool:
    """Whether nothing would be lost: a reply went astray, and both say the same."""
    asked = request.POST.get("do", "") not in ("", "save")
    return not asked and Both(request.user, ref, request.POST).are_alike


def merged(request: DeskRequest, ref: str) -> QueryDict:
    """What was typed, with what school has wherever the other screen was chosen."""
    both = Both(request.user, ref, request.POST)
    data = request.POST.copy()
    for _before, form, name in list(both.changed()):
        field = form.add_prefix(name)
        if data.get(f"{CHOICE}{field}") == "theirs":
            stored = form.get_initial_for_field(form.fields[name], name)
            values = stored if isinstance(stored, list) else [stored]
            data.setlist(field, ["" if value is None else str(value) for value in values])
    return data


@transaction.atomic
def set_aside(by: User, ref: str, data: Any) -> None:
    """Put this screen's wording into the history, and leave the memory as it is."""
    memory = own(by, ref, locked=True)
    if not access.may_write(by, memory):
        return
    sheet = Sheet(memory, user=by, data=data)
    sheet.apply()
    sheet.take_in_homeless_words()
    saving.set_aside(memory, by=by)
