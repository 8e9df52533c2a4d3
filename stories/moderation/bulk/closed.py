"""Wagtail's own deletion would take rows from beyond the boundary, and nobody deletes here."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from stories.models import Story


class NoBulkDelete(DeleteBulkAction):
    """Takes the place of Wagtail's deletion for memories, and answers "not found"."""

    models = [Story]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        raise Http404
