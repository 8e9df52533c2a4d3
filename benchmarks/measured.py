"""Runs programs and says how long they took and how much memory the hungriest of them held."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ALLOWED = 1.15
"""Times that our work may take, beside a bare run of the same work."""

Command = list[str]


@dataclass(frozen=True)
class Run:
    """Wall-clock seconds, megabytes of resident memory at the peak, and processor seconds."""

    seconds: float
    megabytes: float
    processor: float


def run(*commands: Command) -> Run:
    """Run the commands one after another; raises CalledProcessError."""
    runs = [_one(command) for command in commands]
    return Run(
        sum(each.seconds for each in runs),
        max(each.megabytes for each in runs),
        sum(each.processor for each in runs),
    )


def _one(command: Command) -> Run:
    began = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL)  # noqa: S603 - ours.
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    seconds = time.perf_counter() - began
    return Run(seconds, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)


def own_peak() -> float:
    """Megabytes at the peak of this process or of any child that it waited for."""
    of_all = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(who).ru_maxrss for who in of_all) / 1024


def own_processor() -> float:
    """Processor seconds of this process and of all children that it waited for."""
    of_all = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(who) for who in of_all]
    return sum(each.ru_utime + each.ru_stime for each in used)


def beside(ours: Callable[[], Run], bare: Callable[[], Run], times: int) -> tuple[Run, Run]:
    """The medians of each, taken in turns so that a busy machine slows both."""
    pairs = [(ours(), bare()) for _ in range(times)]
    return _median([pair[0] for pair in pairs]), _median([pair[1] for pair in pairs])


def _median(runs: list[Run]) -> Run:
    return Run(
        statistics.median(each.seconds for each in runs),
        max(each.megabytes for each in runs),
        statistics.median(each.processor for each in runs),
    )


def row(name: str, ours: Run, bare: Run) -> str:
    """A line of the table; what is promised is the time that people wait."""
    ratio, worked = ours.seconds / bare.seconds, ours.processor / bare.processor
    verdict = "within" if ratio <= ALLOWED else "OVER"
    return (
        f"{name:<28} {ours.seconds:8.2f} s {bare.seconds:8.2f} s {ratio:6.2f}  {verdict:<6}"
        f" {worked:9.2f} {ours.megabytes:6.0f} MB {bare.megabytes:6.0f} MB"
    )


HEADINGS = (
    f"{'':<28} {'ours':>10} {'bare':>10} {'ratio':>6}  {ALLOWED:<6} {'processor':>9}"
    f" {'peak':>9} {'of bare':>9}"
)


def say(text: str) -> None:
    """Print at once, also into a pipe."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
