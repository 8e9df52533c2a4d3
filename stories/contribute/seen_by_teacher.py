"""The author’s own memory with what a teacher sees beside it, so that nothing comes as a surprise.

What the people in it have allowed is not here: that is between them and the school.
"""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stories import access, safeguarding
from stories.contribute.doors import DeskRequest, at_the_desk, held_page, on_hold, own
from stories.contribute.handing_in import missing
from stories.contribute.reading import as_read
from stories.contribute.when_words import said_back
from stories.models import Story
from stories.models.states import Status
from stories.writing import said_on


@require_safe
@at_the_desk
def page(request: DeskRequest, ref: str) -> HttpResponse:
    story = own(request.user, ref)
    if on_hold(story):
        return held_page(request, story)
    read = as_read(story)
    context = read | {
        "findings": safeguarding.unreviewed(story),
        "missing": missing(story, read),
        "roles": _roles(story),
        "when": said_back(story.when_text, said_on=said_on(story)),
        "asks": [part for part in read["parts"] if part.asks_teacher and not part.description],
        "may_write": access.may_write(request.user, story),
        "hidden": story.status == Status.WITHDRAWN,
        "desk_here": "memories",
    }
    return render(request, "stories/desk/as_teacher.html", context)


def _roles(story: Story) -> list[tuple[str, list[Any]]]:
    """Each person once, with everything that they do in it."""
    roles: dict[str, list[Any]] = {}
    for appearance in story.people.select_related("person"):
        roles.setdefault(appearance.person.public_name, []).append(appearance.get_role_display())
    return list(roles.items())
