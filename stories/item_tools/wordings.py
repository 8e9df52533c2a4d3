"""The earlier wordings of a transcript, as a list that one can look through."""

from __future__ import annotations

from media.models import Transcript, TranscriptRevision
from media.transcripts.verbs import ONE_SITTING

MOST = 30
"""Entries in the list."""


def listed(transcript: Transcript | None) -> list[TranscriptRevision]:
    """The last wording of each sitting, newest first, without the one that counts now."""
    if transcript is None or transcript.pk is None:
        return []
    entries: list[TranscriptRevision] = []
    newer: TranscriptRevision | None = None
    for revision in transcript.revisions.select_related("by").defer("vtt").iterator(200):
        if newer is not None and not _same_sitting(revision, newer):
            entries.append(revision)
        newer = revision
        if len(entries) == MOST:
            break
    return entries


def _same_sitting(revision: TranscriptRevision, newer: TranscriptRevision) -> bool:
    alike = (revision.by_id, revision.by_computer) == (newer.by_id, newer.by_computer)
    return alike and newer.made_at - revision.made_at < ONE_SITTING
