"""Lists in pages. A page that does not exist is the nearest one that does, never an error."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from archive.shapes import Record

A_PAGE = 24
"""Memories on one page: full rows of the brick bond at every width."""


def page_of(request: HttpRequest, shelf: Sequence[Record]) -> Page[Record]:
    """The page asked for, cut from the shelf. Six queries."""
    return Paginator(shelf, A_PAGE).get_page(request.GET.get("page"))
