"""Finishes what was left whole, and clears away what never became so.

An upload that nobody goes on with loses its bytes after a week and its row a month
later. In between the desk can still say which file it was. One that is whole, and only
waits until its memory takes files again, keeps both for all that time.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from media.models.upload import ResumableUpload
from media.resumable import parts
from media.resumable.finishing import finish_if_whole

REMEMBERED = timedelta(days=30)
"""How long the name of an upload that expired or was done stays known."""

STRAY = 24 * 60 * 60
"""Seconds after which a file that no upload needs is rubbish; a new one may be just beginning."""


def sweep_uploads() -> int:
    """Do all of it, and return how many files were finished or cleared away."""
    return finish_uploads() + _expired() + _strays() + _forgotten()


def finish_uploads() -> int:
    """Finish what is whole, and return how many files that were."""
    waiting = ResumableUpload.objects.unfinished().select_related("user")
    for upload in (whole := [each for each in waiting if parts.length(each.token) == each.size]):
        finish_if_whole(upload)
    return sum(upload.is_over for upload in whole)


def _expired() -> int:
    late = ResumableUpload.objects.too_late()
    return sum(parts.discard(parts.folder() / upload.token) for upload in late)


def _strays() -> int:
    """Files that no upload needs: their sender's account is gone, or a process was killed."""
    stray = {path.name: path for path in parts.strays(STRAY)}
    needed = ResumableUpload.objects.unfinished().filter(token__in=stray)
    for token in needed.values_list("token", flat=True):
        del stray[token]
    return sum(parts.discard(path) for path in stray.values())


def _forgotten() -> int:
    old = ResumableUpload.objects.filter(expires_at__lt=timezone.now() - REMEMBERED)
    return old.delete()[0]
