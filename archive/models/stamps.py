"""When what the public sees last changed, thing by thing."""

from __future__ import annotations

from django.db import models


class PublicStamp(models.Model):
    """A moment for each thing that pages show, written by triggers (``archive.stamps``).

    The row without a tag is the clock: every change moves it on, in the transaction of the
    change. Moments are in the order in which the changes were committed.
    """

    tag = models.CharField(max_length=60, primary_key=True)
    moment = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.tag or 'clock'} {self.moment}"
