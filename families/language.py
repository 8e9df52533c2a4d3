"""The language that somebody chose for the desk, and for the ways to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

Handler = Callable[[HttpRequest], HttpResponse]

REACH = ("/desk/", "/join/", "/agree/", "/sign-in/", "/account/", "/worry/")
"""Beginnings of the addresses whose words are translated."""


class ChosenLanguage:
    """Speaks the language that somebody chose where everything is translated, else English.

    What the browser says it likes is not asked: a page that is half translated
    serves nobody, and the public pages are in English only.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        in_reach = is_in_reach(request)
        language = chosen(request) if in_reach else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        if in_reach:
            patch_vary_headers(response, ("Cookie",))
        return response


def offered(request: HttpRequest) -> dict[str, Any]:
    """Whether a page has the choice of languages on it, and which (context processor)."""
    return {"may_choose_language": is_in_reach(request), "languages": settings.LANGUAGES}


def is_in_reach(request: HttpRequest) -> bool:
    return request.path.startswith(REACH)


def chosen(request: HttpRequest) -> str:
    """The language in the cookie, or English where there is none that we speak."""
    wish = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return wish if wish in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
