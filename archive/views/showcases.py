"""What stands beside a showcase under addresses of files, which Wagtail’s tree does not give."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from archive.copies import asking
from archive.models import ShowcasePage


def _public(slug: str) -> ShowcasePage:
    page: ShowcasePage = get_object_or_404(ShowcasePage.objects.live(), slug=slug)
    return page


@require_safe
def copy(request: HttpRequest, slug: str, name: str) -> HttpResponseBase:
    """A showcase on paper, or for a memory stick."""
    return asking.answer(request, _public(slug), name)
