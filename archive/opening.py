"""Showcases that open, or close, on the day their curators chose."""

from __future__ import annotations

from django.core.management import call_command
from django.db.models import Q
from django.utils import timezone

from archive.models import ShowcasePage


def on_their_day() -> int:
    """Let Wagtail publish and close what is due; how many showcases were due before."""
    now = timezone.now()
    opens = Q(_revisions__approved_go_live_at__lte=now)
    due = ShowcasePage.objects.filter(opens | Q(live=True, expire_at__lt=now)).distinct()
    number: int = due.count()
    call_command("publish_scheduled", verbosity=0)
    return number
