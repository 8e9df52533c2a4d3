"""What machines ask: is it alive, and is it able to serve?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import DatabaseError, connection
from django.db.models import Q
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from media.models import Job, JobState

PATIENCE = timedelta(minutes=10)
"""How long a job may be silent, waiting or at work, before the worker counts as gone."""

STORES = ("originals", "derivatives")
PROBE = "readyz.probe"


@never_cache
@require_safe
def alive(request: HttpRequest) -> JsonResponse:
    """``/healthz``: the process answers. Nothing else is asked, so that it is never restarted for
    somebody else's fault."""
    return JsonResponse({"alive": True})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """``/readyz``: 200 where everything a visitor or reporter needs is there, else 503."""
    answers = dict(_answers())
    able = all(answers.values())
    return JsonResponse({"ready": able, **answers}, status=200 if able else 503)


def _answers() -> Iterator[tuple[str, bool]]:
    checks: dict[str, Callable[[], bool]] = {
        "database": _database,
        "storage": _storage,
        "worker": _worker,
    }
    for name, check in checks.items():
        try:
            yield name, check()
        except (DatabaseError, OSError):
            yield name, False


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


def _storage() -> bool:
    """Whether a file can be written and taken away again, in every store."""
    for name in STORES:
        written = storages[name].save(PROBE, ContentFile(b"ready"))
        storages[name].delete(written)
    return True


def _worker() -> bool:
    """Whether no job has been waiting or silent for so long that the worker must be gone."""
    unfinished = Q(state=JobState.WAITING) | Q(state=JobState.RUNNING)
    silent = Job.objects.filter(unfinished, heartbeat__lt=timezone.now() - PATIENCE)
    return not silent.exists()
