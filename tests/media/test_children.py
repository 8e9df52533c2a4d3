"""A decoder has limits, and its end is always noticed."""

from __future__ import annotations

import json
import os
import resource
import runpy
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from media import confine
from media.children import BEAT, CONFINE, Ended, Limits, run
from media.formats import FORMATS
from media.recipes import child, confined
from media.recipes.hiding import NOTHING
from media.recipes.made import Made, Outcome
from media.refusals import Refused
from tests.media import samples

NOTHING_HIDDEN = json.dumps(NOTHING.as_json())


@pytest.fixture(scope="session")
def song(made: Callable[..., Path]) -> Path:
    return made("song.m4a", samples.sound)


def python(code: str, limits: Limits | None = None, **listeners: Any) -> Ended:
    return run([sys.executable, "-c", code], limits=limits or Limits(), **listeners)


def gaps(moments: list[float]) -> list[float]:
    return [later - sooner for sooner, later in pairwise(moments)]


def test_lines_are_heard_as_they_come() -> None:
    heard: list[str] = []
    ended = python("print('one'); print('tw\\u00f6'); print('three', end='')", on_line=heard.append)
    assert heard == ["one", "tw\u00f6"]
    assert (ended.code, ended.was_stopped) == (0, False)


def test_complaints_are_kept_up_to_a_bound() -> None:
    ended = python("import sys; sys.stderr.write('x' * 200_000 + 'end'); sys.exit(3)")
    assert ended.code == 3
    assert ended.complaints.endswith("end")
    assert len(ended.complaints) == 64 * 1024


def test_a_silent_child_still_beats() -> None:
    beats: list[float] = []
    python("import time; time.sleep(1.8)", on_beat=lambda: beats.append(time.monotonic()))
    assert len(beats) >= 3
    assert all(gap >= BEAT * 0.9 for gap in gaps(beats))


def test_a_chatty_child_still_beats() -> None:
    beats: list[float] = []
    code = "import time\nfor _ in range(18):\n    print('x', flush=True); time.sleep(0.1)"
    python(code, on_beat=lambda: beats.append(time.monotonic()))
    assert len(beats) >= 3
    assert all(gap >= BEAT * 0.9 for gap in gaps(beats))


def test_the_clock_on_the_wall_ends_it() -> None:
    started = time.monotonic()
    ended = python("import time; time.sleep(60)", Limits(wall=1))
    assert ended.was_stopped
    assert time.monotonic() - started < 10


def test_a_child_that_closes_its_output_and_stays_is_ended() -> None:
    ended = python("import os, time; os.close(1); time.sleep(60)", Limits(wall=1))
    assert ended.timed_out


def test_memory_is_bounded() -> None:
    ended = python("bytearray(2 * 1024**3)", Limits(memory=512 * 1024**2))
    assert "MemoryError" in ended.complaints


def test_processor_time_is_bounded() -> None:
    ended = python("while True: pass", Limits(cpu=1, wall=30))
    assert ended.was_stopped
    assert not ended.timed_out


def test_the_size_of_a_file_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "big"
    ended = python(
        f"f = open({str(path)!r}, 'wb'); f.write(bytes(5000)); f.close()", Limits(file_size=1000)
    )
    assert ended.code != 0
    assert path.stat().st_size <= 1000


def test_nothing_is_left_running(tmp_path: Path) -> None:
    code = (
        "import os, time\nif os.fork() == 0:\n    os.close(1); time.sleep(60)\nprint(os.getpid())"
    )
    heard: list[str] = []
    python(code, on_line=heard.append)
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            os.killpg(int(heard[0]), 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    pytest.fail("A grandchild is still there.")


def test_a_decoder_dies_with_its_worker() -> None:
    """SIGKILL leaves the worker no time to clean up."""
    worker = subprocess.Popen(
        [sys.executable, "-c", WORKER],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        text=True,
    )
    assert worker.stdout is not None
    decoder = int(worker.stdout.readline())
    worker.kill()
    worker.wait()
    worker.stdout.close()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{decoder}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{decoder}").exists()


WORKER = """
import sys
from media.children import Limits, run
code = "import os, time; print(os.getpid(), flush=True); time.sleep(60)"
run([sys.executable, "-c", code], limits=Limits(), on_line=lambda line: print(line, flush=True))
"""


def test_an_exception_in_a_listener_ends_the_child() -> None:
    def fail(line: str) -> None:
        raise LookupError(line)

    started = time.monotonic()
    with pytest.raises(LookupError, match="here"):
        python("import time; print('here', flush=True); time.sleep(60)", on_line=fail)
    assert time.monotonic() - started < 10


def test_a_child_has_none_of_our_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hush")
    heard: list[str] = []
    python("import os; print(sorted(os.environ)); print(os.read(0, 1))", on_line=heard.append)
    assert "SECRET_KEY" not in heard[0]
    assert heard[1] == "b''"


def test_limits_are_set_before_the_program_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    limits: dict[int, tuple[int, int]] = {}
    started: list[Any] = []
    monkeypatch.setattr(confine.walls, "die_with_parent", lambda signal: None)
    monkeypatch.setattr(confine.walls, "raise_walls", lambda: None)
    monkeypatch.setattr(resource, "setrlimit", limits.__setitem__)
    monkeypatch.setattr(resource, "getrlimit", lambda what: (0, 50))
    monkeypatch.setattr(confine.os, "execv", lambda *args: started.append(args))
    confine.main(["100", "20", "30", "/bin/true", "-x"])
    assert limits[resource.RLIMIT_AS] == (50, 50)
    assert limits[resource.RLIMIT_CPU] == (20, 20)
    assert limits[resource.RLIMIT_FSIZE] == (30, 30)
    assert started == [("/bin/true", ["/bin/true", "-x"])]


def test_it_is_a_script_that_finds_the_walls_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in this process, where coverage can see it, and with nothing that would last."""
    done: list[Any] = []
    walls = SimpleNamespace(die_with_parent=done.append, raise_walls=lambda: done.append("walls"))
    monkeypatch.setitem(sys.modules, "walls", walls)
    monkeypatch.setattr(sys, "path", list(sys.path))
    monkeypatch.setattr(sys, "argv", [str(CONFINE), "100", "20", "30", "/bin/true", "-x"])
    monkeypatch.setattr(resource, "setrlimit", lambda *limit: None)
    monkeypatch.setattr(os, "execv", lambda *program: done.append(program))
    runpy.run_path(str(CONFINE), run_name="__main__")
    assert done == [signal.SIGKILL, "walls", ("/bin/true", ["/bin/true", "-x"])]
    assert str(CONFINE.parent) in sys.path


@pytest.mark.parametrize("verb", ["check", "make"])
@pytest.mark.parametrize("kind", ["jpeg", "pdf"])
def test_the_program_of_the_child(  # noqa: PLR0917
    verb: str,
    kind: str,
    photo: Path,
    paper: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Run in this process, where coverage can see it."""
    source = photo if kind == "jpeg" else paper
    into = [str(tmp_path), NOTHING_HIDDEN] if verb == "make" else []
    assert child.main([verb, kind, str(source), *into]) == 0
    *progress, last = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all("progress" in line for line in progress)
    assert bool(Outcome.from_json(last["outcome"]).made) is (verb == "make")


def test_the_child_probes(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    child.main(["probe", "mp3", str(sound)])
    assert json.loads(capsys.readouterr().out)["streams"]["has_sound"]


@pytest.mark.parametrize(
    ("fixture", "file", "names"),
    [
        ("film", Made("film.mp4", "video/mp4", 320, 240), ["film.mp4", "poster.jpg"]),
        ("song", Made("song.m4a", "audio/mp4"), ["song.m4a"]),
    ],
)
def test_the_child_looks_at_what_was_made(  # noqa: PLR0917
    fixture: str,
    file: Made,
    names: list[str],
    request: pytest.FixtureRequest,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    source: Path = request.getfixturevalue(fixture)
    shutil.copyfile(source, tmp_path / source.name)
    outcome = Outcome((file,), duration=float(samples.SECONDS), peaks=(1, 100))
    said = (json.dumps(outcome.as_json()), NOTHING_HIDDEN)
    assert child.main(["finish", "mp4", str(tmp_path), *said]) == 0
    heard = Outcome.from_json(json.loads(capsys.readouterr().out)["outcome"])
    assert [each.name for each in heard.made] == names
    assert (heard.duration, heard.peaks) == (samples.SECONDS, (1, 100))
    assert all((tmp_path / name).stat().st_size for name in names)


def test_a_recording_that_is_not_as_meant_is_our_mistake(song: Path, tmp_path: Path) -> None:
    shutil.copyfile(song, tmp_path / song.name)
    outcome = Outcome((Made(song.name, "audio/mp4"),), duration=60.0)
    with pytest.raises(confined.ChildFailed, match=r"song.m4a lasts .* s, not 60.0 s."):
        confined.finish(tmp_path, outcome, lambda percent: None, NOTHING)


def test_what_went_wrong_in_a_child_that_writes_nothing_is_heard(film: Path) -> None:
    """A probe may write no file, but its complaints are one."""
    unheard_of = replace(FORMATS["mp4"], code="unheard-of")
    with pytest.raises(confined.ChildFailed, match="KeyError: 'unheard-of'"):
        confined.probe(film, unheard_of)


def test_the_child_refuses(sound: Path, capsys: pytest.CaptureFixture[str]) -> None:
    child.main(["check", "jpeg", str(sound)])
    assert json.loads(capsys.readouterr().out) == {"refused": "broken"}


@pytest.mark.parametrize(
    "ended", [Ended(-9, ""), Ended(1, "", timed_out=True), Ended(1, "MemoryError")]
)
def test_a_child_that_hit_a_limit_met_a_hard_file(
    ended: Ended, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "run", lambda *args, **kwargs: ended)
    with pytest.raises(Refused) as caught:
        confined.check(photo, FORMATS["jpeg"])
    assert caught.value.code == "too_hard"


@pytest.mark.parametrize("ended", [Ended(1, "Traceback"), Ended(0, "")])
def test_a_child_without_an_answer_is_our_mistake(
    ended: Ended, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "run", lambda *args, **kwargs: ended)
    with pytest.raises(confined.ChildFailed):
        confined.check(photo, FORMATS["jpeg"])


def test_a_silent_child_repeats_how_far_it_is(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pretend(command: list[str], *, on_line: Any, on_beat: Any, **kwargs: Any) -> Ended:
        on_beat()
        on_line('{"progress": 40}')
        on_beat()
        on_line(json.dumps({"outcome": Outcome().as_json()}))
        return Ended(0, "")

    heard: list[int] = []
    monkeypatch.setattr(confined, "run", pretend)
    confined.make(photo, FORMATS["jpeg"], tmp_path, heard.append)
    assert heard == [0, 40, 40]
