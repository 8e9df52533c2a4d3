"""A verb that may not be done now, and how each verb of this layer says so."""

from __future__ import annotations

from collections.abc import Collection

from stories import publication


class Refused(Exception):
    """The verb may not be done now. ``str()`` is a sentence for the person who tried."""

    def __init__(self, sentence: str, blockers: Collection[publication.Blocker] = ()) -> None:
        super().__init__(sentence)
        self.blockers = list(blockers)


def require(condition: object, sentence: str) -> None:
    if not condition:
        raise Refused(sentence)
