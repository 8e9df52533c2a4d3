"""Introductions of places and funds, where nobody has written one."""

from __future__ import annotations

from home.demo.content.introductions import FUNDS, PLACES
from stories.models import Fund, Place


def plant() -> None:
    """Staff may change or empty them: none comes back where there is any."""
    for model, texts in ((Place, PLACES), (Fund, FUNDS)):
        rows = model._default_manager
        if not rows.exclude(introduction="").exists():
            for slug, words in texts.items():
                rows.filter(slug=slug).update(introduction=words.text)
