"""Two gigabytes over tus to the web server as it runs in production, beside a bare `cp`.

`python -m benchmarks.uploads [--megabytes N]` starts gunicorn as the Procfile does, in a folder
of its own, sends one file in one request, and says how fast it was, how long a processor was at
work for it, and how much memory the hungriest process ever held. The copy is made before and
after, because a machine that is busy with other things is not equally busy all the time.
"""

from __future__ import annotations

import argparse
import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.measured import ROOT, say

ALLOWED_MEMORY = 300
"""Megabytes of resident memory that any process may hold."""

BLOCK = 16 * 1024**2  # Bytes.


def main() -> None:
    """Measure once, and print one line."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--megabytes", type=int, default=2047)
    size = asked.parse_args().megabytes * 1024**2
    with tempfile.TemporaryDirectory(dir=os.environ.get("VAR")) as folder:
        os.environ["VAR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.laptop"
        source = sound(Path(folder) / "sound.wav", size)
        with served() as (server, port):
            before, busy = seconds_to_copy(source), processor_seconds(server)
            sent = seconds_to_send(source, port)
            busy, memory = processor_seconds(server) - busy, peak_of(server)
            copied = (before + seconds_to_copy(source)) / 2
        say(f"{size / 1024**2:.0f} MB by tus: {sent:.1f} s, by cp and sync: {copied:.1f} s")
        say(f"A processor was at work for the server: {busy:.1f} s")
        say(f"Most memory of any process: {memory:.0f} MB of {ALLOWED_MEMORY}")
        if memory > ALLOWED_MEMORY:
            sys.exit(1)


def sound(path: Path, size: int) -> Path:
    """A WAV file that is as long as it says, of noise."""
    data = size - 44
    head = b"RIFF" + (size - 8).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little")
    pcm = bytes.fromhex("0100 0200 44ac0000 10b10200 0400 1000")
    block = os.urandom(BLOCK)
    with path.open("wb") as file:
        file.write(head + pcm + b"data" + data.to_bytes(4, "little"))
        for at in range(0, data, BLOCK):
            file.write(block[: data - at])
    return path


@contextmanager
def served() -> Iterator[tuple[int, int]]:
    """The process id and the port of a web server with an empty archive behind it."""
    manage = [sys.executable, "manage.py"]
    for verb in (["migrate", "--verbosity", "0"], ["createcachetable"]):
        subprocess.run([*manage, *verb], cwd=ROOT, check=True)  # noqa: S603 - ours.
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    line = re.search(r"gunicorn (.*)", (ROOT / "Procfile").read_text())
    options = line[1] if line else ""
    options = re.sub(r"--env \S+|--bind \S+", "", options)
    command = [sys.executable, "-m", "gunicorn", *options.split(), "--bind", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)  # noqa: S603 - ours.
    try:
        _wait_for(port)
        yield server.pid, port
    finally:
        server.terminate()
        server.wait(timeout=60)


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=5).request("GET", "/healthz")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("The web server did not come up.")


def seconds_to_send(source: Path, port: int) -> float:
    """From the beginning of the upload to the answer that the file is an item."""
    headers = {"Tus-Resumable": "1.0.0", **_signed_in()}
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=600, blocksize=1024**2)
    began = time.perf_counter()
    line.request(
        "POST", "/desk/uploads/", headers=headers | {"Upload-Length": str(source.stat().st_size)}
    )
    begun = line.getresponse()
    said = begun.read()
    if begun.status != http.client.CREATED:
        raise RuntimeError(f"{begun.status}: {said!r}")
    address = begun.headers["Location"]
    piece = {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    piece["Content-Length"] = str(source.stat().st_size)
    with source.open("rb") as file:
        line.request("PATCH", address, body=file, headers=headers | piece)
        answer = line.getresponse()
    if answer.status != http.client.NO_CONTENT:
        raise RuntimeError(f"{answer.status}: {answer.read()!r}")
    return time.perf_counter() - began


def _signed_in() -> dict[str, str]:
    """The headers of somebody with a school, made behind the server's back."""
    made = subprocess.run(  # noqa: S603 - ours.
        [sys.executable, "manage.py", "shell", "--no-imports", "-c", SIGN_IN],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    session, token = made.stdout.split()
    return {"Cookie": f"sessionid={session}; csrftoken={token}", "X-CSRFToken": token}


SIGN_IN = """
from django.test import Client
from django.utils.crypto import get_random_string
from families.models import School, User
user = User.objects.create_user("sender", school=School.objects.create(name="School"))
client = Client(SERVER_NAME="127.0.0.1")
client.force_login(user)
print(client.cookies["sessionid"].value, get_random_string(32))
"""


def peak_of(server: int) -> float:
    """Megabytes that the hungriest process of the server ever held (Linux, /proc)."""
    return max(_high_water(pid) for pid in _processes_of(server))


def processor_seconds(server: int) -> float:
    """Seconds of processor time that the server's processes have used so far (Linux, /proc)."""
    used = [Path(f"/proc/{pid}/stat").read_text().split()[13:15] for pid in _processes_of(server)]
    return sum(int(ticks) for pair in used for ticks in pair) / os.sysconf("SC_CLK_TCK")


def _processes_of(server: int) -> list[str]:
    children = Path(f"/proc/{server}/task/{server}/children").read_text()
    return [str(server), *children.split()]


def _high_water(pid: str) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


def seconds_to_copy(source: Path) -> float:
    """A bare copy on the same disk, until it is really there, as an upload is."""
    copy = source.with_suffix(".copy")
    began = time.perf_counter()
    subprocess.run([shutil.which("cp") or "cp", source, copy], check=True)  # noqa: S603 - ours.
    with copy.open("rb") as file:
        os.fsync(file.fileno())
    taken = time.perf_counter() - began
    copy.unlink()
    return taken


if __name__ == "__main__":
    main()
