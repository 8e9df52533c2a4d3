"""Rooms of Wagtail's that are for administrators: to other staff they are not there.

Wagtail looks a row up before it asks who may see it, so its answers tell which numbers
exist; and its reports on workflows offer the names of every school's people to choose from.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from families.groups import ENTER_THE_ADMIN
from families.roles import is_administrator

Handler = Callable[[HttpRequest], HttpResponse]

ROOMS = re.compile(
    r"/admin/(users|groups|sites|workflows|collections|reports/workflow|reports/workflow_tasks)/"
)
MENU = {"workflows", "workflow-tasks"}


class AdministratorsAlone:
    """Whoever may not enter the admin at all is left to its own door."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: Any) -> None:
        """Raises ``Http404`` for staff who are no administrators."""
        user = request.user
        is_theirs = bool(ROOMS.match(request.path_info)) and user.has_perm(ENTER_THE_ADMIN)
        if is_theirs and not is_administrator(user):
            raise Http404


def without_their_reports(request: HttpRequest, items: list[Any]) -> None:
    """Take what they cannot open off the menu."""
    if not is_administrator(request.user):
        items[:] = [item for item in items if item.name not in MENU]
