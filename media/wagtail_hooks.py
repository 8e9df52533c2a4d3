"""Closes the ways to a file that Wagtail opens beside the one door."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail import hooks

from media.door import nothing


@hooks.register("before_serve_document")
def no_second_door(document: Any, request: HttpRequest) -> HttpResponse:
    """Wagtail's own document view knows nothing of stories; its answer is the door's "no"."""
    return nothing(request)
