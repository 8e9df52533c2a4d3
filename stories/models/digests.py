"""How often a member of staff hears by e-mail that somebody waits for them."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class StaffDigest(models.Model):
    """Somebody asked for a letter. No row: they did not."""

    class Often(models.TextChoices):
        DAILY = "daily", "Every morning, if somebody waits"
        WEEKLY = "weekly", "Once a week, if somebody waits"

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="staff_digest"
    )
    often = models.CharField(max_length=6, choices=Often.choices)
    sent_on = models.DateField(null=True, blank=True, help_text="The day of the last letter.")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(often__in=["daily", "weekly"]), name="digest_often_known"
            )
        ]

    def __str__(self) -> str:
        return f"Letters to {self.user_id}: {self.often}"
