"""What a reporter says of their own work, for themselves and for whom they let read it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Portfolio(models.Model):
    """The words of one reporter about what they learned. What they made is found by itself."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="portfolio"
    )
    interviewing = models.TextField(blank=True)
    recording = models.TextField(blank=True)
    editing = models.TextField(blank=True)
    describing = models.TextField(blank=True)
    teachers_may_read = models.BooleanField(default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"The portfolio of {self.user}"
