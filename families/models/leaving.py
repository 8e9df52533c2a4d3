"""Somebody asked for everything about them to be deleted."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from families.models.countdown import Countdown


class Leaving(Countdown):
    """The clock of an account. The safeguarding lead carries it out when it has run down."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="leaving"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta(Countdown.Meta):
        pass
