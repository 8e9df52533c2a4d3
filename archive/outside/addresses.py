"""Whole addresses of our own, and the way back from one to what it names."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest

LONGEST = 500  # characters


def site(request: HttpRequest) -> str:
    """Where this archive is, without the slash behind it."""
    return f"{request.scheme}://{request.get_host()}"


def canonical(request: HttpRequest, query: str = "", page: int = 1) -> str:
    """The one address of what is shown: each page of a list has its own, and noise has none.

    ``query`` is what belongs to it besides the number of the page, encoded.
    """
    asked = "&".join(filter(None, [query, f"page={page}" if page > 1 else ""]))
    return f"{site(request)}{request.path}{'?' if asked else ''}{asked}"


def within(request: HttpRequest, address: str) -> str | None:
    """The path of a whole address that is one of ours; None for anybody else's.

    Somebody may have copied it with another scheme, so that one does not count.
    """
    try:
        parts = urlsplit(address[:LONGEST])
    except ValueError:
        return None
    ours = parts.scheme in ("http", "https") and parts.netloc.lower() == request.get_host().lower()
    return parts.path if ours else None


def is_a_path(address: str) -> bool:
    """Whether this names something of ours and cannot be read as another host's address."""
    rooted = address.startswith("/") and not address.startswith("//")
    plain = address.isprintable() and not set("\\ ") & set(address)
    return rooted and plain and len(address) <= LONGEST
