"""Public pages beside a bare Django view: from the page cache, made anew, and in a large archive.

`make bench`, or `python -m benchmarks.public --corpus FILE [--sizes N …] [--database-url URL]`.
The corpus is a file with a memory on each line, as for ``benchmarks.search``; without one,
memories are made of a few words. Each archive is made anew, served by gunicorn with two workers
beside the bare view, and thrown away. A database that is named has to be empty, and is left full
when there is only one size. Exits with 1 where a target was missed.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import django

from benchmarks.measured import ROOT, say
from benchmarks.search import COMMON, RARE, fill, made, read
from benchmarks.visitors import Crowd, Visit

SIZES = [1_000, 10_000]
SECONDS = 2.0
PORTS = {"bare": 8151, "anew": 8152, "kept": 8153}
LOADED = 160
"""Memories that have to be loaded in a second, without files."""

UP = 10
"""Seconds after which the task worker has everything in memory that it works with."""

MEGABYTES = 400
"""Two web workers and the task worker, PSS."""

A_PAGE = 24
ZOOMS = {"far": 6, "middle": 10, "near": 14}


@dataclass(frozen=True)
class Target:
    """Least share of the bare view's rate, and most that the time may grow over all sizes."""

    anew: float
    growth: float
    kept: float | None = 2.0


WAY_IN, LIST, VIEW = Target(0.2, 1.1), Target(0.12, 1.5), Target(0.2, 1.2)
TARGETS = {
    "home": WAY_IN,
    "story": WAY_IN,
    "showcase": WAY_IN,
    "place": WAY_IN,
    "list": LIST,
    "list, middle": LIST,
    "list, one place": Target(0.12, 1.5),
    "rare word": Target(0.2, 1.5, None),
    "common word": Target(0.1, 3.0, None),
    "map, far": VIEW,
    "map, middle": VIEW,
    "map, near": VIEW,
    "map, its page": Target(0, 9),
    "timeline": Target(0, 9),
}
MIDDLE = 0.9
"""Least share of the first page's rate that the middle one has."""

Measured = dict[str, Any]


def main() -> None:
    """Measure each size in a process of its own; exit with 1 where a target was missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    asked.add_argument("--corpus", type=Path, default=os.environ.get("CORPUS"))
    asked.add_argument("--database-url", default="")
    asked.add_argument("--seconds", type=float, default=SECONDS)
    asked.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.one:
        sys.stdout.write(json.dumps(alone(options)))
        return
    found = {size: _apart(size, options) for size in options.sizes}
    missed = [line for size in found for line in table(size, found[size], found[min(found)])]
    say("\n".join(["", *(missed or ["Every target was met."])]))
    sys.exit(1 if missed else 0)


def _apart(size: int, options: argparse.Namespace) -> Measured:
    command = [sys.executable, "-m", "benchmarks.public", "--one", "--sizes", str(size)]
    command += ["--seconds", str(options.seconds), "--database-url", options.database_url]
    command += ["--corpus", str(Path(options.corpus).resolve())] if options.corpus else []
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)  # noqa: S603 - ours.
    measured: Measured = json.loads(done.stdout)
    return measured


def alone(options: argparse.Namespace) -> Measured:
    """Fill an archive, serve it, and visit it."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("VAR")) as folder:
        os.environ["VAR"] = folder
        os.environ["DATABASE_URL"] = options.database_url
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.laptop"
        django.setup()
        loaded, addresses = _filled(options)
        with ExitStack() as up:
            for name, port in PORTS.items():
                up.enter_context(_served(name, port, folder))
            pages = {name: _visited(at, options.seconds) for name, at in addresses.items()}
        # Alone, for what several servers share is counted for each of them in part (PSS).
        with ExitStack() as up:
            web = up.enter_context(_served("kept", PORTS["kept"] + 1, folder))
            for at in addresses.values():
                Crowd(PORTS["kept"] + 1, at).visit(0.3)
            # Last, for it begins with the work of the night.
            worker = up.enter_context(_running([sys.executable, "manage.py", "work"]))
            time.sleep(UP)
            megabytes = {"web": _memory(web.pid), "worker": _memory(worker.pid)}
    return {"pages": pages, "loaded": loaded, "megabytes": megabytes}


def _filled(options: argparse.Namespace) -> tuple[float, dict[str, str]]:
    """Memories a second, with what they are found by; and where to go."""
    from django.core.management import call_command

    from stories.index import keeping

    call_command("migrate", verbosity=0)
    call_command("prepare", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    size = options.sizes[0]
    began = time.perf_counter()
    fill(islice(read(options.corpus) if options.corpus else made(), size))
    keeping.rebuild()
    return size / (time.perf_counter() - began), _addresses(size)


def _addresses(size: int) -> dict[str, str]:
    from stories.models import Place, Story

    stories = Story.objects.order_by("pk")
    place = Place.objects.filter(stories=stories[size // 2]).get()
    return {
        "home": "/",
        "story": stories[size // 2].get_absolute_url(),
        "showcase": _showcase(list(stories[:12])),
        "place": place.get_absolute_url(),
        "list": "/stories/",
        "list, middle": f"/stories/?page={max(size // A_PAGE // 2, 1)}",
        "list, one place": f"/stories/?place={place.slug}",
        "rare word": f"/stories/?q={RARE}",
        "common word": f"/stories/?q={COMMON}",
        "map, its page": "/map/",
        **{f"map, {how}": _view(place, zoom) for how, zoom in ZOOMS.items()},
        "timeline": "/timeline/",
    }


def _view(place: Any, zoom: int) -> str:
    """Three tiles of a web map by three around a place, as the map's own scripts ask for them."""
    from archive.mapping import mercator
    from archive.mapping.asking import Box

    x = int(mercator.across(place.longitude, 2**zoom))
    y = int(mercator.down(place.latitude, 2**zoom))
    box = str(Box.of_tiles(x - 1, y + 2, x + 2, y - 1, zoom))
    return f"/map/stories.json?{urlencode({'bbox': box, 'zoom': zoom})}"


def _showcase(stories: list[Any]) -> str:
    from archive.models import ShowcaseIndexPage, ShowcasePage

    page = ShowcasePage(title="A walk", introduction="Twelve memories.", live=False)
    page.body = [("heading", "Where we begin"), *(("story", story) for story in stories)]
    ShowcaseIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return str(ShowcasePage.objects.get().url)


@contextmanager
def _served(name: str, port: int, folder: str) -> Iterator[subprocess.Popen[bytes]]:
    application = "benchmarks.bare_view" if name == "bare" else "config.wsgi"
    env = {"BARE": str(Path(folder) / "bare.sqlite3")}
    env["KEPT_PAGES"] = "0" if name == "anew" else ""
    command = [sys.executable, "-m", "gunicorn", application, "--workers", "2"]
    command += ["--bind", f"127.0.0.1:{port}", "--log-level", "error", "--no-control-socket"]
    if name == "bare":
        table = [sys.executable, "-m", "benchmarks.bare_view"]
        subprocess.run(table, cwd=ROOT, env=os.environ | env, check=True)  # noqa: S603 - ours.
    with _running(command, env) as server:
        _wait_for(port)
        yield server


@contextmanager
def _running(command: list[str], env: dict[str, str] | None = None) -> Iterator[Any]:
    child = subprocess.Popen(  # noqa: S603 - ours.
        command,
        cwd=ROOT,
        env=os.environ | (env or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield child
    finally:
        child.terminate()
        child.wait()


def _wait_for(port: int) -> None:
    for _ in range(120):
        try:
            Crowd(port, "/").visit(0)
        except OSError:
            time.sleep(0.5)
        else:
            return
    raise RuntimeError(f"Nothing answers at port {port}")


def _visited(address: str, seconds: float) -> dict[str, dict[str, float]]:
    """Each in turn beside the bare view, so that a busy machine slows both."""
    for name in ("anew", "kept"):
        Crowd(PORTS[name], address).visit(0.5)
    turns = [("bare", "/"), ("anew", address), ("kept", address), ("bare", "/")]
    seen = [(name, Crowd(PORTS[name], at).visit(seconds)) for name, at in turns]
    bare = sum(visit.rate for name, visit in seen if name == "bare") / 2
    return {name: _row(visit, bare) for name, visit in seen}


def _row(visit: Visit, bare: float) -> dict[str, float]:
    return vars(visit) | {"ratio": visit.rate / bare}


def _memory(pid: int) -> float:
    """Megabytes (PSS) of a process and its children: shared memory is counted once."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return own / 1024 + sum(_memory(int(child)) for child in children)


def table(size: int, here: Measured, least: Measured) -> list[str]:
    """Print what was measured; the targets that were missed, as sentences."""
    say(f"\n{size:,} memories; {'':<12} kept   anew  growth      p50      p95     size")
    missed = []
    for name, target in TARGETS.items():
        page, first = here["pages"][name], least["pages"][name]
        anew, kept = page["anew"], page["kept"]
        growth = first["anew"]["ratio"] / anew["ratio"]
        say(
            f"{name:<28} {kept['ratio']:6.2f} {anew['ratio']:6.3f} {growth:7.2f}"
            f" {anew['p50']:6.0f} ms {anew['p95']:6.0f} ms {anew['size'] / 1000:5.1f} kB"
        )
        told = f"{size:,} memories, {name}"
        if target.kept and kept["ratio"] < target.kept:
            missed.append(f"{told}: {kept['ratio']:.2f} from the page cache, not {target.kept}")
        if anew["ratio"] < target.anew:
            missed.append(f"{told}: {anew['ratio']:.3f} made anew, not {target.anew}")
        if growth > target.growth:
            missed.append(f"{told}: {growth:.2f} times the time, not {target.growth}")
    return missed + _besides(size, here)


def _besides(size: int, here: Measured) -> list[str]:
    pages, megabytes = here["pages"], here["megabytes"]
    middle = pages["list, middle"]["anew"]["ratio"] / pages["list"]["anew"]["ratio"]
    together = sum(megabytes.values())
    say(
        f"middle of the list {middle:.2f} of its beginning; {here['loaded']:.0f} loaded a second; "
        f"{together:.0f} MB together"
    )
    return [
        f"{size:,} memories: {words}"
        for is_met, words in (
            (middle >= MIDDLE, f"the middle of the list makes {middle:.2f} of its beginning"),
            (here["loaded"] >= LOADED, f"{here['loaded']:.0f} loaded in a second, not {LOADED}"),
            (together <= MEGABYTES, f"{together:.0f} MB together, not {MEGABYTES}"),
        )
        if not is_met
    ]


if __name__ == "__main__":
    main()
