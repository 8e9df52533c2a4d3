"""A concern, raised by anybody, for the safeguarding lead alone."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Worry(models.Model):
    """Somebody is worried about something here, or asks for it to be taken down.

    Nothing is deleted (Keeping Children Safe in Education, part two). A worry
    about no memory in particular goes to every lead.
    """

    class Kind(models.TextChoices):
        WORRY = "worry", "somebody is worried"
        TAKEDOWN = "takedown", "somebody asks to take it down"

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.WORRY)
    about = models.CharField(max_length=300, blank=True, help_text="The address of the page.")
    story = models.ForeignKey(
        "stories.Story", on_delete=models.SET_NULL, null=True, blank=True, related_name="worries"
    )
    words = models.TextField()
    contact = models.CharField(max_length=200, blank=True)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    raised_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    note = models.TextField("what was done", blank=True)

    class Meta:
        verbose_name_plural = "worries"
        ordering = ["settled_at", "-raised_at"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.raised_at:%d %B %Y}"
