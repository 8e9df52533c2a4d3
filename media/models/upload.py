"""A file that is still on its way, so that a line that drops loses nothing."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from media.refusals import sentence


def new_token() -> str:
    """An address that nobody can guess: 128 bits."""
    return secrets.token_hex(16)


class UploadQuerySet(models.QuerySet["ResumableUpload"]):
    """Uploads as the domain speaks of them."""

    def unfinished(self) -> UploadQuerySet:
        """Everything that can still become an item; what is whole never comes too late."""
        in_time = Q(expires_at__gt=timezone.now()) | Q(offset=F("size"))
        return self.filter(in_time, item=None, refusal_code="")

    def too_late(self) -> UploadQuerySet:
        """What was never sent to its end; the names are still known, the bytes are not."""
        return self.filter(
            item=None, refusal_code="", expires_at__lte=timezone.now(), offset__lt=F("size")
        )


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
    metadata = models.TextField(blank=True, help_text="As the client sent it")
    destination = models.CharField(max_length=40, blank=True)
    size = models.PositiveBigIntegerField(help_text="Bytes")
    offset = models.PositiveBigIntegerField(default=0, help_text="Bytes on disk")
    item = models.ForeignKey(
        "media.Item", null=True, on_delete=models.CASCADE, related_name="uploads"
    )
    refusal_code = models.CharField(max_length=20, blank=True)
    begun_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(offset__lte=F("size")), name="media_upload_is_not_longer_than_said"
            )
        ]

    def __str__(self) -> str:
        return f"{self.offset} of {self.size} bytes"

    @property
    def is_over(self) -> bool:
        """Whether no more bytes are taken, for better or worse."""
        return self.item_id is not None or bool(self.refusal_code) or self.has_expired

    @property
    def has_expired(self) -> bool:
        """Whether the rest did not come in time."""
        is_whole = self.offset == self.size
        return self.item_id is None and not is_whole and self.expires_at <= timezone.now()

    @property
    def refusal(self) -> str:
        """Why the file cannot be used, in words for its sender; "" if it can."""
        return sentence(self.refusal_code) if self.refusal_code else ""

    @property
    def percent(self) -> int:
        """How much of it has arrived."""
        return int(100 * self.offset / self.size)
