"""A decoder has limits, and its end is always noticed."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from media import confine
from media.children import BEAT, Ended, Limits, run
from media.formats import FORMATS
from media.recipes import child, confined
from media.recipes.hiding import NOTHING
from media.recipes.made import Outcome
from media.refusals import Refused

NOTHING_HIDDEN = json.dumps(NOTHING.as_json())


def python(code: str, limits: Limits | None = None, **listeners: Any) -> Ended:
    return run([sys.executable, "-c", code], limits=limits or Limits(), **listeners)


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
    python("import time; time.sleep(2.3)", on_beat=lambda: beats.append(time.monotonic()))
    assert len(beats) == 4
    assert beats[1] - beats[0] == pytest.approx(BEAT, abs=0.5)


def test_a_chatty_child_still_beats() -> None:
    beats: list[int] = []
    code = "import time\nfor _ in range(25):\n    print('x', flush=True); time.sleep(0.1)"
    python(code, on_beat=lambda: beats.append(1))
    assert 3 <= len(beats) <= 5


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
