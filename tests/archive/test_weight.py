"""A public page is light: at most 30 kB of script and 25 kB of style over the wire.

All of it is counted on each page, whatever a browser has already, modules with what they import;
and every picture on it says how large it is, so that nothing moves when it comes.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from families.models import User
from stories.models import Fund, Place
from tests.archive.kept.reading import read
from tests.archive.making import picture, showcase
from tests.archive.voices import recording
from tests.factories import ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db

BUDGET = {"script": 30_000, "style": 25_000}
"""Bytes as they are served: whitenoise compresses them beforehand, as hard as gzip can."""

NAMED = {
    "script": re.compile(r'<script[^>]* src="/static/([^"]+)"'),
    "style": re.compile(r'<link rel="stylesheet" href="/static/([^"]+)"'),
}
IMPORTED = re.compile(r'(?:from|import)\s*\(?"\./([\w-]+\.js)"')


def test_public_pages_are_light(client: Client, student: User, teacher: User) -> None:
    place, fund = Place.objects.get(slug="collyhurst"), Fund.objects.get(slug="neighbours")
    files = [ItemFactory(uploaded_by=student), recording(student)]
    told = StoryFactory(
        published=True,
        author=student,
        places=[place],
        funds=[fund],
        parts=["The hooter went at six.", *files],
    )
    body = [
        ("story", told),
        ("map", {"title": "Our streets"}),
        ("clip", {"story": told, "which": 1, "start": "0", "end": "2"}),
    ]
    show = showcase(by=teacher, body=body, cover=picture(by=teacher))
    ways = ["/", "/stories/", "/places/", "/map/", "/funds/", "/timeline/", "/showcases/"]
    ways += ["/about/", told.get_absolute_url(), place.get_absolute_url(), fund.get_absolute_url()]
    ways += [show.url, show.slides_url]
    read(client, ways)
    wrong = []
    for way in ways:
        html = client.get(way).content.decode()
        for kind, budget in BUDGET.items():
            weight = sum(map(weighed, every(NAMED[kind].findall(html))))
            assert weight or kind == "script", way
            if weight > budget:
                wrong.append(f"{way}: {weight} bytes of {kind}")
        images = re.findall(r"<img [^>]*>", html)
        wrong += [f"{way}: {one}" for one in images if " width=" not in one]
        late = [one for one in re.findall(r'<article class="card.*?</article>', html, re.S)]
        wrong += [f"{way}: {one}" for one in late if "<img" in one and 'loading="lazy"' not in one]
    assert wrong == []


def every(named: list[str]) -> set[str]:
    """What a page names, and what that imports."""
    found: set[str] = set()
    todo = list(named)
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            folder = name.rpartition("/")[0]
            todo += [f"{folder}/{other}" for other in IMPORTED.findall(text(name))]
    return found


@cache
def text(name: str) -> str:
    path = finders.find(name)
    assert isinstance(path, str), name
    return Path(path).read_text() if name.endswith((".js", ".css")) else ""


@cache
def weighed(name: str) -> int:
    return len(gzip.compress(text(name).encode(), 9))
