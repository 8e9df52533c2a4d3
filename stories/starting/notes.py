"""What somebody has said on the way to a memory that does not exist yet.

It stays in the session and never in an address, where a name would be in logs and
in the history of a phone that several people use. Each way of beginning is known by
the ref that its memory will have, so two tabs do not mix and Back finds everything.
"""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.base import SessionBase

KEY = "desk.starts"
KEPT = 5
"""Ways of beginning that a session remembers."""


class Notes:
    """Who, what and in what words, for one memory to be."""

    def __init__(self, session: SessionBase, ref: str) -> None:
        self._session = session
        self._ref = ref
        self._said: dict[str, Any] = dict(session.get(KEY, {}).get(ref, {}))

    def __getitem__(self, name: str) -> str:
        """What was said, or "" where nothing was."""
        return str(self._said.get(name, ""))

    def keep(self, **said: str) -> None:
        """Remember this beside what was said before; the oldest of too many ways is forgotten."""
        self._said |= said
        starts = {ref: kept for ref, kept in self._session.get(KEY, {}).items() if ref != self._ref}
        newest = list(starts.items())[-(KEPT - 1) :]
        self._session[KEY] = {**dict(newest), self._ref: self._said}
