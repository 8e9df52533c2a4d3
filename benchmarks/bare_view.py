"""A bare Django view with one query and 19 kB to say: what the public pages are measured by.

`BARE=FILE gunicorn benchmarks.bare_view` serves it from that SQLite file, or from DATABASE_URL;
`BARE=FILE python -m benchmarks.bare_view` makes the file, with one table and a few rows in it.
"""

from __future__ import annotations

import os
from importlib import import_module

from django.conf import settings

SAYS = 19_000
"""Bytes."""


def _databases() -> dict[str, object]:
    if url := os.environ.get("DATABASE_URL"):
        return {"default": import_module("config.settings.database").postgresql(url)}
    return {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["BARE"]}}


settings.configure(
    ALLOWED_HOSTS=["*"],
    SECRET_KEY="nothing to hide",  # noqa: S106 - it signs nothing.
    ROOT_URLCONF=__name__,
    INSTALLED_APPS=["django.contrib.contenttypes"],
    MIDDLEWARE=[],
    DATABASES=_databases(),
)

import django  # noqa: E402

django.setup()

from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.urls import path  # noqa: E402


def bare(request: HttpRequest) -> HttpResponse:
    """One row, and something around it."""
    kind = ContentType.objects.order_by("pk").first()
    return HttpResponse(f"{kind} ".ljust(SAYS, "."))


urlpatterns = [path("", bare)]
application = get_wsgi_application()

if __name__ == "__main__":
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    ContentType.objects.get_or_create(app_label="bare", model="view")
