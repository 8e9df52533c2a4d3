"""Starts web servers that can be killed: `python -m tests.media.servers`, spoken to line by line.

Django is loaded once and each server is a fork of this process, so that twenty of them
do not cost a minute. `serve PORT` starts gunicorn as the Procfile does, with one process that
receives, and answers with its process id; `bury PID` waits for one that was killed; `sweep`
clears away what nobody needs, as if a day had gone by. The answer to those is empty.
"""

from __future__ import annotations

import os
import re
import sys
from datetime import timedelta
from pathlib import Path

PROCFILE = Path(__file__).parents[2] / "Procfile"


def main() -> None:
    """Serve until the input ends; no database is opened before a fork."""
    from django.urls import get_resolver

    import config.wsgi  # noqa: F401

    assert get_resolver().url_patterns
    for line in sys.stdin:
        verb, *rest = line.split()
        child = 0 if verb == "bury" else os.fork()
        if verb == "bury":
            os.waitpid(int(rest[0]), 0)
        elif child == 0:
            _become(verb, *rest)
        elif verb == "sweep":
            os.waitpid(child, 0)
        print(child if verb == "serve" else "", flush=True)  # noqa: T201


def _become(verb: str, *rest: str) -> None:
    if verb == "serve":
        os.setsid()
        _serve(rest[0])
    elif verb == "sweep":
        _sweep()
    os._exit(0)


def _serve(port: str) -> None:
    from gunicorn.app.wsgiapp import WSGIApplication

    found = re.search(r"gunicorn (.*)", PROCFILE.read_text())
    options = re.sub(r"--env \S+|--bind \S+", "", found[1] if found else "").split()
    sys.argv = ["gunicorn", *options, "--workers", "1", "--bind", f"127.0.0.1:{port}"]
    WSGIApplication("%(prog)s").run()


def _sweep() -> None:
    from media import sweeping
    from media.resumable import sweeping as uploads

    sweeping.YOUNG, uploads.STRAY = timedelta(0), -1
    uploads.sweep_uploads()
    sweeping.sweep()


if __name__ == "__main__":
    main()
