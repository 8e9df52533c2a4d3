"""A parcel of somebody's things, while it is packed and for a week afterwards."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

LASTS = timedelta(days=7)

PATIENCE = timedelta(hours=6)
"""After this a parcel that is still not ready was lost with its worker, and is asked for again."""


def new_token() -> str:
    """An address that nobody can guess: 128 bits."""
    return secrets.token_hex(16)


class ParcelQuerySet(models.QuerySet["Parcel"]):
    """Parcels as the domain speaks of them."""

    def current(self) -> Self:
        """Those that are on their way or can be fetched."""
        now = timezone.now()
        ready = models.Q(state=Parcel.State.READY, asked_at__gt=now - LASTS)
        unfinished = models.Q(state__in=[Parcel.State.WAITING, Parcel.State.PACKING])
        return self.filter(ready | unfinished & models.Q(asked_at__gt=now - PATIENCE))

    def over(self) -> Self:
        """Those that nobody can fetch any more."""
        return self.filter(asked_at__lte=timezone.now() - LASTS)


class Parcel(models.Model):
    """One ZIP that somebody asked for. Only they can fetch it."""

    class State(models.TextChoices):
        WAITING = "waiting", "waiting"
        PACKING = "packing", "being packed"
        READY = "ready", "ready"
        FAILED = "failed", "could not be packed"

    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="parcels"
    )
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0, help_text="Per cent")
    file = models.CharField(max_length=80, blank=True)
    size = models.PositiveBigIntegerField(default=0, help_text="Bytes")
    sha256 = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)

    objects = ParcelQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"Parcel {self.pk}: {self.state}"

    @property
    def ends_at(self) -> object:
        return self.asked_at + LASTS
