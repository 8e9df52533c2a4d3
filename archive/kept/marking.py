"""How a view says that its page may be kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode

Answer = TypeVar("Answer", bound=HttpResponse)

MARK = "_kept_as"


def keep(request: HttpRequest, asked: str = "") -> None:
    """Let the page be kept, if ``asked``, encoded, is the very question of its address.

    The view understood that much of it. With anything else in the address, with noise or in
    another order, the page is made anew each time, so addresses without end fill nothing.
    """
    if request.META.get("QUERY_STRING", "") == asked:
        setattr(request, MARK, True)


def kept(view: Callable[..., Answer]) -> Callable[..., Answer]:
    """For a view of a page that is one and the same, or one of a list by ``page``."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> Answer:
        keep(request)
        return view(request, *args, **kwargs)

    return marked


def of_page(number: int, asked: str = "") -> str:
    """The question of an address with the page of a list as we write it ourselves."""
    pages = urlencode({"page": number}) if number > 1 else ""
    return "&".join(filter(None, (asked, pages)))
