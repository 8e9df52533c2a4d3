"""What the papers promise is there: migrations, settings, commands."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from django.core.management import call_command, get_commands

from tests.architecture.houses import ROOT, python_files

PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
TARGET = re.compile(r"`?\bmake ([a-z][a-z-]*)\b")
COMMAND = re.compile(r"manage\.py ([a-z_]+)")


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=0)


def test_migrations_import_nothing_of_ours_that_may_change() -> None:
    """A field may name a function of ours; logic that a later version drops may not be run."""
    for path in sorted(ROOT.glob("*/migrations/0*.py")):
        text = path.read_text(encoding="utf-8")
        assert "lifecycle" not in text
        assert "from tests" not in text


def start(settings: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {"PATH": os.environ["PATH"], "VAR": os.environ["VAR"]}
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup()"],
        cwd=ROOT,
        env=kept | {"DJANGO_SETTINGS_MODULE": settings} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_server_without_a_secret_key_does_not_start() -> None:
    done = start("config.settings.production")
    assert done.returncode != 0
    assert "SECRET_KEY" in done.stderr


def test_what_decodes_files_is_in_no_other_process() -> None:
    """Faces, film and papers are looked at by children: 100 MB that no web worker has to hold."""
    code = (
        "import sys, django; django.setup(); import config.urls, config.wsgi;"
        "assert not {'cv2', 'numpy', 'av', 'pypdfium2'} & sys.modules.keys(), sys.modules.keys();"
        "import cv2"
    )
    kept = {"PATH": os.environ["PATH"], "VAR": os.environ["VAR"]}
    subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | {"DJANGO_SETTINGS_MODULE": "config.settings.laptop"},
        check=True,
    )


def test_a_server_is_safe_unless_told_otherwise() -> None:
    code = (
        "from django.conf import settings as s;"
        "assert not s.DEBUG and not s.DEMONSTRATION and s.ALLOWED_HOSTS == [];"
        "assert s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE and s.SECURE_SSL_REDIRECT;"
        "assert not getattr(s, 'MEDIA_URL', '').startswith('/media')"
    )
    kept = {"PATH": os.environ["PATH"], "VAR": os.environ["VAR"], "SECRET_KEY": "x" * 60}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=kept | {"DJANGO_SETTINGS_MODULE": "config.settings.production"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_command_in_the_papers_exists(paper: object) -> None:
    text = paper.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    told = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL))
    targets = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert set(TARGET.findall(told)) <= targets
    assert set(COMMAND.findall(told)) <= set(get_commands())


def test_bare_make_lists_the_targets() -> None:
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    for target in ("run", "test", "check"):
        assert re.search(rf"^{target}\b", done.stdout, re.MULTILINE)


def test_nothing_imports_the_configuration() -> None:
    for path in python_files("families", "media", "stories", "archive", "home"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"^\s*(?:from|import) config\b", text, re.MULTILINE), path
