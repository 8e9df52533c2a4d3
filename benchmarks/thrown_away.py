"""An archive that is made for a measurement and thrown away behind it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import django


@contextmanager
def archive(*, static: bool = False) -> Iterator[None]:
    """Prepared as on the first day and empty; with its static files where pages are drawn."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("VAR")) as folder:
        os.environ["VAR"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.laptop")
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("prepare", verbosity=0)
        if static:
            call_command("collectstatic", interactive=False, verbosity=0)
        yield
