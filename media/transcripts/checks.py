"""Says at start-up what is missing for drafts by a computer."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.checks import CheckMessage, Warning

from media.transcripts.drafting import model_folder


def drafts_can_be_made(**kwargs: Any) -> list[CheckMessage]:
    """The setting alone makes no draft: it takes a model on this disk, and the package."""
    folder = model_folder()
    if not folder:
        return []
    found: list[CheckMessage] = []
    if not Path(folder).is_dir():
        found.append(
            Warning(
                f"TRANSCRIPTION_MODEL names a folder that is not there: {folder}",
                hint="Put a model for faster-whisper into it, or leave the setting empty.",
                id="media.W001",
            )
        )
    if find_spec("faster_whisper") is None:
        found.append(
            Warning(
                "TRANSCRIPTION_MODEL is set, but the package faster-whisper is not installed.",
                hint="Install it with: pip install faster-whisper",
                id="media.W002",
            )
        )
    return found
