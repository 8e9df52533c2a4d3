"""What public pages rest on, and since when it has not changed.

Each page names the things that it shows: ``story:7``, ``place:3``, ``showcases``. Triggers in
the database give a thing a new moment in the very transaction that changes it, whoever does:
the lifecycle, the admin, an ``update()`` or a person at the database's own prompt. So what was
made before is known to be old as soon as a withdrawal is committed, in every process.
"""

from archive.stamps.facts import fact, facts, forget, searched
from archive.stamps.reading import (
    Reading,
    have_changed,
    now,
    reading,
    rest_on,
    rest_on_today,
)

__all__ = [
    "Reading",
    "fact",
    "facts",
    "forget",
    "have_changed",
    "now",
    "reading",
    "rest_on",
    "rest_on_today",
    "searched",
]
