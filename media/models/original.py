"""What somebody sent, byte for byte."""

from django.db import models

from media import storage
from media.formats import FORMATS, Format


class OriginalFile(models.Model):
    """One stored file, however many people sent the same bytes; written once, never changed."""

    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    size = models.PositiveBigIntegerField(editable=False, help_text="Bytes")
    format_code = models.CharField(max_length=16, editable=False)
    file = models.FileField(storage=storage.originals, max_length=200, editable=False)
    received_at = models.DateTimeField(auto_now_add=True)
    checked_at = models.DateTimeField(null=True, editable=False, help_text="Last fixity check")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(size__gt=0), name="media_original_is_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def format(self) -> Format:
        """What the content was found to be on arrival."""
        return FORMATS[self.format_code]
