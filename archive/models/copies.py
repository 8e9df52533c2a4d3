"""What was made of a showcase to take along: its booklet, its poster, its bundle."""

from __future__ import annotations

from django.core.files.storage import Storage, storages
from django.db import models
from django.utils import timezone


class ShowcaseCopy(models.Model):
    """One file, kept as long as nothing that stands in it has changed.

    ``edition`` names everything that was public when it was made, so that a file of another
    edition is never given to anybody, and a memory that is taken back takes it along.
    """

    class Kind(models.TextChoices):
        BOOKLET = "booklet", "Booklet"
        TO_PRINT = "booklet-to-print", "Booklet to print and fold"
        POSTER = "poster", "Poster"
        BUNDLE = "to-keep", "Everything, for a memory stick"

    showcase = models.ForeignKey(
        "archive.ShowcasePage", on_delete=models.CASCADE, related_name="copies"
    )
    kind = models.CharField(max_length=16, choices=Kind.choices)
    edition = models.CharField(max_length=64)
    file = models.CharField(max_length=80)
    size = models.PositiveBigIntegerField(help_text="Bytes")
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["showcase", "kind"], name="one_copy_of_each_kind"),
            models.CheckConstraint(
                condition=models.Q(
                    kind__in=["booklet", "booklet-to-print", "poster", "to-keep"],
                ),
                name="copy_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of showcase {self.showcase_id}"


def store() -> Storage:
    """Beside what people asked for of their own: everything in there can be made again."""
    return storages["parcels"]
