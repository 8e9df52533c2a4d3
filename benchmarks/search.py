"""Looking for words in a large archive: one of one memory, a rare one, one of two fifths of all.

`make bench`, or `python -m benchmarks.search [--memories N …] [--corpus FILE]`. Each archive
is thrown away. A corpus is a file with a memory on each line, as JSON: its title, body, place,
date and transcript; without one, memories are made of the few words below.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import django

from benchmarks.measured import ROOT, own_peak, say

COMMON, RARE, ONE = "harbour", "quillwort", "zanzimander"
EVERY, FIRST = 997, 3
"""One memory of so many has the rare word, and which has it first."""

OF_ONE = 5
"""Memories that the same person tells."""

ASKED = ("archive", "web")
"""What everybody has to say yes to before others can read them."""

THE_ONE = 42
"""The memory that alone has a word of its own."""

SHARE = 0.4
"""How many have the common one."""

TIMES = 25
STEMS = """
remember father mother street house water kitchen evening morning bread coal lamp window
stone field horse cart song neighbour uncle aunt bridge lane hill river rope letter
parcel coat boots rain snow smoke bell clock table chair door yard fence well stove
kettle tea sugar flour apple hive dog mill tram loom wage ration queue basket market
stall penny rent
"""
ENDINGS = ("", "s", "ing", "er", "less", "wise", "ed", "ly")


def main() -> None:
    """Fill an archive of each size, in a process of its own, and print how the times grow."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--memories", type=int, nargs="+", default=[1_000, 10_000])
    asked.add_argument("--corpus", type=Path)
    asked.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.one:
        sys.stdout.write(json.dumps(alone(options.memories[0], options.corpus)))
        return
    seen: dict[str, float] = {}
    for memories in options.memories:
        for name, milliseconds in _apart(memories, options.corpus).items():
            seen.setdefault(name, milliseconds)
            growth = milliseconds / seen[name]
            say(f"{memories:>7,} memories, {name:<28} {milliseconds:10,.1f}  × {growth:.2f}")


def _apart(memories: int, corpus: Path | None) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.search", "--one", "--memories", str(memories)]
    command += ["--corpus", str(corpus.resolve())] if corpus else []
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603 - ours.
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def alone(memories: int, corpus: Path | None) -> dict[str, float]:
    """Milliseconds of each page, and what filling the archive took."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("VAR")) as folder:
        os.environ["VAR"] = folder
        (Path(folder) / "static").mkdir()
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.laptop"
        from django.conf import settings

        plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
        settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}
        settings.DEBUG, settings.ALLOWED_HOSTS = False, ["*"]
        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        call_command("prepare", verbosity=0)
        fill(islice(read(corpus) if corpus else made(), memories))
        return measure(memories)


def measure(memories: int) -> dict[str, float]:
    """Raises RuntimeError where a word is not found as often as it stands somewhere."""
    from django.test import Client

    from stories.index import finding, keeping
    from stories.models import Story

    began = time.process_time()
    keeping.rebuild()
    rebuilt = time.process_time() - began
    rare = len(finding.public(RARE, Story.objects.all()).numbers)
    if rare != len(range(FIRST, memories, EVERY)):
        raise RuntimeError(f"{rare} memories were found to hold the rare word")
    pages = {
        "page of a word of one, ms": f"?q={ONE}",
        "page of a rare word, ms": f"?q={RARE}",
        "page of a common word, ms": f"?q={COMMON}",
        "page of a slip, ms": f"?q={RARE.replace('ll', 'l')}",
        "list, first page, ms": "",
        "list, middle page, ms": f"?page={memories // 48}",
    }
    client = Client()
    times = {name: _median(client, f"/stories/{asked}") for name, asked in pages.items()}
    words = {
        f"index alone, {word}, ms": _clock(
            lambda word=word: finding.public(word, Story.objects.all())
        )
        for word in (ONE, RARE, COMMON)
    }
    return times | words | {"reading all of it, s": rebuilt, "peak, MB": own_peak()}


def _median(client: Any, address: str) -> float:
    def fetch() -> None:
        if client.get(address).status_code != 200:  # noqa: PLR2004 - all is well.
            raise RuntimeError(f"{address} is no page")

    return _clock(fetch)


def _clock(work: Any) -> float:
    """Milliseconds of the processor, the median of many times; the first only warms up.

    SQLite works in this very process, so a machine that is busy with other things matters little.
    """
    work()
    times = []
    for _ in range(TIMES):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return 1000 * statistics.median(times)


def read(corpus: Path) -> Iterator[dict[str, Any]]:
    with corpus.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def made() -> Iterator[dict[str, Any]]:
    """Memories without end, the same on every machine."""
    chance = random.Random(20)  # noqa: S311 - nothing secret.
    words = [stem + ending for stem in STEMS.split() for ending in ENDINGS]
    number = 0
    while True:
        body = chance.choices(words, k=120)
        body += [COMMON] if chance.random() < SHARE else []
        body += [ONE] if number == THE_ONE else []
        body += [RARE] if number % EVERY == FIRST else []
        year = chance.randint(1905, 2019)
        title = " ".join(chance.choices(words, k=4)).capitalize()
        place = chance.randint(1, 400)
        yield {
            "title": title,
            "body": " ".join(body),
            "place": f"Place {place}",
            "lat": 53.49 + place % 20 / 500,
            "lon": -2.23 + place // 20 / 300,
            "date": f"{year}-06-01",
        }
        number += 1


def fill(memories: Iterable[dict[str, Any]]) -> None:
    """Public memories, straight into the tables: the desk is measured elsewhere."""
    from families.models import School, User

    school = School.objects.create(name="Everybody’s")
    author = User.objects.create(username="author", display_name="Author", school=school)
    rest = iter(memories)
    while batch := list(islice(rest, 500)):
        _keep(batch, author)


def _keep(batch: list[dict[str, Any]], author: Any) -> None:
    from django.utils import timezone

    from stories.models import Fund, Place, Story, StoryPart, StoryPerson, TaggedFund, TaggedPlace

    stories = Story.objects.bulk_create(
        Story(
            title=one["title"][:120],
            author=author,
            school=author.school,
            audience="everyone",
            status="published",
            live=True,
            first_published_at=timezone.now(),
            context=("neighbourhood", "family", "school")[number % 3],
            when_text=one["date"][:4],
            when_earliest=one["date"],
            when_latest=one["date"],
        )
        for number, one in enumerate(batch)
    )
    funds = list(Fund.objects.all())
    StoryPart.objects.bulk_create(
        StoryPart(story=story, kind="words", text=text, sort_order=order)
        for story, one in zip(stories, batch, strict=True)
        for order, text in enumerate((one["body"], _said(one)))
        if text
    )
    tellers = [teller for teller in _tellers(stories, author) for _ in range(OF_ONE)]
    StoryPerson.objects.bulk_create(
        StoryPerson(story=story, person=teller, role="teller")
        for story, teller in zip(stories, tellers, strict=False)
    )
    TaggedPlace.objects.bulk_create(
        TaggedPlace(tag=_place(Place, one), content_object=story)
        for story, one in zip(stories, batch, strict=True)
    )
    TaggedFund.objects.bulk_create(
        TaggedFund(tag=funds[number % len(funds)], content_object=story)
        for number, story in enumerate(stories)
    )


def _tellers(stories: list[Any], author: Any) -> list[Any]:
    """Who told them, each several, with a yes to the web for each after hearing it back."""
    from django.utils import timezone

    from families.consent import RENEWED_EVERY
    from families.models import Person
    from families.models.consents import Consent, ConsentWording

    tellers = Person.objects.bulk_create(
        Person(name="Mary", public_name="Mary", school=author.school)
        for _ in range(0, len(stories), OF_ONE)
    )
    now = timezone.now()
    words = {scope: ConsentWording.objects.filter(scope=scope).latest("version") for scope in ASKED}

    def yes(person: Any, scope: str, ref: str = "") -> Consent:
        said = {"decision": "yes", "giver": "self", "method": "screen", "story_ref": ref}
        days = {"given_at": now, "renew_on": now.date() + RENEWED_EVERY}
        who = {"person": person, "given_by": person, "recorded_by": author}
        return Consent(scope=scope, wording=words[scope], **said, **days, **who)

    Consent.objects.bulk_create(
        [yes(teller, "archive") for teller in tellers]
        + [yes(tellers[n // OF_ONE], "web", story.ref) for n, story in enumerate(stories)]
    )
    return tellers


def _said(one: dict[str, Any]) -> str:
    return " ".join(cue["text"] for cue in one.get("transcript", ()))


def _place(places: Any, one: dict[str, Any]) -> Any:
    from django.utils.text import slugify

    where = {"name": one["place"], "area": "Collyhurst", "basis": "estimate"}
    spot = {"latitude": one["lat"], "longitude": one["lon"]}
    slug = slugify(one["place"])[:50]
    return places.objects.get_or_create(slug=slug, defaults={**where, **spot})[0]


if __name__ == "__main__":
    main()
