"""News is written after the commit, which a test has to let happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Committing = Callable[[], Any]


@pytest.fixture
def committing(django_capture_on_commit_callbacks: Any) -> Committing:
    """``with committing(): …`` does what waits for the commit."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
