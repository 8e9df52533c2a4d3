"""A clean file made from an original, fit to be shown."""

from django.db import models

from media import storage


class Derivative(models.Model):
    """One file behind the door; `name` is the last part of its address."""

    item = models.ForeignKey("media.Item", on_delete=models.CASCADE, related_name="derivatives")
    name = models.CharField(max_length=40)
    file = models.FileField(storage=storage.derivatives, max_length=200, editable=False)
    content_type = models.CharField(max_length=40)
    size = models.PositiveBigIntegerField(help_text="Bytes")
    sha256 = models.CharField(max_length=64)
    width = models.PositiveIntegerField(null=True, blank=True, help_text="Pixels")
    height = models.PositiveIntegerField(null=True, blank=True, help_text="Pixels")

    class Meta:
        ordering = ["item", "name"]
        constraints = [
            models.UniqueConstraint(fields=["item", "name"], name="media_derivative_once"),
            models.CheckConstraint(
                condition=models.Q(size__gt=0), name="media_derivative_is_not_empty"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id}/{self.name}"

    @property
    def url(self) -> str:
        """The door's address; asks for the item, so fetch it together."""
        return self.item.url(self.name)
