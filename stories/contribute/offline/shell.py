"""What a browser keeps of the desk: styles, scripts, icons and one page that is nobody's.

Nothing of anybody's is in it, so the next person on a school computer finds nothing there.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse

STYLES = ("tokens", "base", "layout", "components", "forms", "desk", "desk-forms", "desk-offline")
SCRIPTS = ("work", "offline")
MODULES = ("line", "who", "store", "copies", "drafts", "tus", "sender", "leaving")
"""What the scripts import; a module names another by its plain name, so it is kept under that."""

ICONS = ("icon-192.png", "favicon.svg")
WORKER = "design/js/desk-worker.js"


def files() -> list[str]:
    """The files of the shell by the names under which we keep them."""
    return [
        *(f"design/css/{name}.css" for name in STYLES),
        *(f"design/js/desk-{name}.js" for name in (*SCRIPTS, *MODULES)),
        *(f"design/img/{name}" for name in ICONS),
    ]


def addresses() -> list[str]:
    """Where a browser gets them."""
    plain = {f"design/js/desk-{name}.js" for name in MODULES}
    base = str(settings.STATIC_URL)
    return [base + name if name in plain else staticfiles_storage.url(name) for name in files()]


def told() -> dict[str, Any]:
    """What the worker has to know; the version changes whenever anything of it does."""
    return {"version": version(), "page": reverse("desk_offline"), "files": addresses()}


@cache
def version() -> str:
    """A short name of all that is kept, read from the files, once for each start of a server."""
    whole = hashlib.sha256("\n".join(addresses()).encode())
    for name in (*files(), WORKER):
        whole.update(_read(finders.find(name)))
    whole.update(_read(str(PAGE)))
    return whole.hexdigest()[:16]


PAGE = Path(__file__).parents[2] / "templates" / "stories" / "desk" / "offline" / "page.html"


def _read(path: str | None) -> bytes:
    if path is None:
        raise FileNotFoundError("A file of the shell is missing.")
    return Path(path).read_bytes()
