"""Small things that many pages need, kept in this process for as long as they are true."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from threading import Lock
from typing import Any, ClassVar, TypeVar

from django.utils import timezone
from django.utils.translation import get_language

from archive.stamps.reading import changed, current, reading, rest_on, rest_on_today

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
Name = tuple[Hashable, Hashable, str | None]


@dataclass
class _Fact:
    value: Any
    tags: frozenset[str]
    moment: int
    today: date | None


class Facts:
    """At most so many of them; the one that was asked for longest ago goes first."""

    every: ClassVar[list[Facts]] = []

    def __init__(self, most: int) -> None:
        self.most = most
        self.known: OrderedDict[Name, _Fact] = OrderedDict()
        self.lock = Lock()
        Facts.every.append(self)

    def one(self, name: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` says, made anew once anything that it rests on has changed.

        What stands behind a name is small and never altered. Outside of a
        page in the making nobody knows the moment, so nothing is kept.
        """

        def alone(_: Collection[str]) -> Iterator[tuple[str, T]]:
            yield "", make()

        return self.many(name, [""], alone)[""]

    def many(
        self,
        kind: Hashable,
        keys: Collection[K],
        make: Callable[[Collection[K]], Iterable[tuple[K, T]]],
    ) -> dict[K, T]:
        """Many of one kind, as ``one``. At most one query says which of them are true still.

        ``make`` gets the keys of the others and yields each that there is with what it found, one
        after another: what is rested on between two of them is what the later one rests on.
        """
        page = current()
        if page is None or page.moment is None:
            return dict(make(keys))
        names: dict[K, Name] = {key: (kind, key, get_language()) for key in keys}
        found = self._still_true(names, page.moment)
        missing = [key for key in names if key not in found]
        if missing:
            found |= self._made(names, missing, make, page.moment)
        for one in found.values():
            rest_on(*one.tags)
            if one.today:
                rest_on_today()
        return {key: one.value for key, one in found.items()}

    def forget(self) -> None:
        """Know nothing any more."""
        with self.lock:
            self.known.clear()

    def _made(
        self,
        names: dict[K, Name],
        missing: Collection[K],
        make: Callable[[Collection[K]], Iterable[tuple[K, T]]],
        moment: int,
    ) -> dict[K, _Fact]:
        """Each with what it alone rests on."""
        found: dict[K, _Fact] = {}
        making = iter(make(missing))
        while True:
            with reading(moment) as inner:
                one = next(making, None)
            if one is None:
                return found
            key, value = one
            found[key] = _Fact(value, frozenset(inner.tags), moment, inner.today)
            self._keep(names[key], found[key])

    def _keep(self, name: Name, made: _Fact) -> None:
        with self.lock:
            self.known[name] = made
            if len(self.known) > self.most:
                self.known.popitem(last=False)

    def _still_true(self, names: dict[K, Name], moment: int) -> dict[K, _Fact]:
        """Those that are as true at this moment as when they were made. The clock never goes
        back."""
        with self.lock:
            known = {key: self.known[name] for key, name in names.items() if name in self.known}
            for key in known:
                self.known.move_to_end(names[key])
        older = {key: one for key, one in known.items() if one.moment < moment}
        if older:
            news = changed(
                set().union(*(one.tags for one in older.values())),
                min(one.moment for one in older.values()),
            )
            for one in older.values():
                if not any(news.get(tag, 0) > one.moment for tag in one.tags):
                    one.moment = moment
        days = (None, timezone.localdate())
        return {k: one for k, one in known.items() if one.moment == moment and one.today in days}


MOST, MOST_SEARCHES = 1_500, 60
"""Facts that a process knows; and of what was looked for lately, which may be long."""

_usual = Facts(MOST)
fact, facts = _usual.one, _usual.many
searched = Facts(MOST_SEARCHES).one


def forget() -> None:
    """Know nothing any more."""
    for known in Facts.every:
        known.forget()
