"""Wagtail pages that may be kept as they went over the wire."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse

LINK = 'linktype="page"'
"""What Wagtail writes for a link to another page, whose address it looks up when it is shown."""


class MayBeKept:
    """For a page that is the same for every visitor; what it shows of others is said there."""

    pk: Any

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from archive.kept import keep
        from archive.stamps import rest_on

        keep(request)
        rest_on(f"page:{self.pk}")
        if LINK in self.rich_words():
            rest_on("addresses")
        served: HttpResponse = super().serve(request, *args, **kwargs)  # type: ignore[misc]
        return served

    def get_view_restrictions(self) -> Any:
        """Wagtail's restrictions of pages are part of the site: known until one of them changes."""
        from archive.stamps import fact, rest_on

        def asked() -> Any:
            rest_on(f"page:{self.pk}")
            found = super(MayBeKept, self).get_view_restrictions()  # type: ignore[misc]
            # Read now, so that whoever looks through them asks nothing; the admin asks on.
            len(found)
            return found

        return fact(f"restrictions of {self.pk}", asked)

    def rich_words(self) -> str:
        """Words of it in which there may be links to other pages."""
        return ""
