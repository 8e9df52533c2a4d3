"""A file that is still on its way, so that a line that drops loses nothing."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q


def new_token() -> str:
    """An address that nobody can guess: 128 bits."""
    return secrets.token_hex(16)


class ResumableUpload(models.Model):
    """One upload by tus 1.0.0 (tus.io): how much is expected, and how much is on disk.

    `destination` is what the layer above wants to do with the file once it is whole.
    `item` is set when it has become one; `refusal_code` when it could not.
    """

    token = models.CharField(max_length=32, unique=True, default=new_token, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="uploads"
    )
    filename = models.CharField(max_length=255, blank=True)
    destination = models.CharField(max_length=40, blank=True)
    size = models.PositiveBigIntegerField(help_text="Bytes")
    offset = models.PositiveBigIntegerField(default=0, help_text="Bytes on disk")
    item = models.ForeignKey(
        "media.Item", null=True, on_delete=models.SET_NULL, related_name="uploads"
    )
    refusal_code = models.CharField(max_length=20, blank=True)
    begun_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(offset__lte=F("size")), name="media_upload_is_not_longer_than_said"
            )
        ]

    def __str__(self) -> str:
        return f"{self.offset} of {self.size} bytes"
