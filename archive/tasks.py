"""What is made of showcases outside a request."""

from __future__ import annotations

from django_tasks import task

from archive.copies import making


@task()
def make_copy(number: int, kind: str, base: str) -> None:
    """Make one file of a showcase; one that was taken off the web meanwhile is no error."""
    try:
        making.make(number, kind, base=base)
    except making.Changing:
        return
