"""The incident button: what was sealed when it was pressed, and whom to call."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.conf import settings
from django.core.validators import URLValidator
from django.db import models
from django.utils import timezone

from stories.models.worries import OnlyAdded


class Incident(OnlyAdded):
    """Everything of one child came off the web at once, and what there was is sealed here.

    ``contents`` is a copy of the memories and the checksums of their files at that
    moment; ``sha256`` is the checksum of the copy itself.
    """

    child = models.ForeignKey("families.Person", on_delete=models.PROTECT, related_name="incidents")
    school = models.ForeignKey("families.School", on_delete=models.PROTECT, related_name="+")
    worry = models.ForeignKey(
        "stories.Worry", on_delete=models.PROTECT, null=True, related_name="incidents"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    contents = models.JSONField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"Incident, {self.at:%d %B %Y}"

    @property
    def is_as_sealed(self) -> bool:
        """Whether the copy is still the one that was sealed."""
        return checksum(self.contents) == self.sha256


class SafeguardingContact(models.Model):
    """Whom a lead calls, as their school keeps the list."""

    school = models.ForeignKey(
        "families.School", on_delete=models.CASCADE, related_name="safeguarding_contacts"
    )
    who = models.CharField("whom to call", max_length=120)
    when = models.CharField("when", max_length=200, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    web = models.CharField("web page", max_length=200, blank=True, validators=[URLValidator()])
    position = models.PositiveSmallIntegerField(default=10)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.who


def checksum(contents: Any) -> str:
    """SHA-256 of the copy, written in one fixed way (hex)."""
    return hashlib.sha256(json.dumps(contents, sort_keys=True).encode()).hexdigest()
