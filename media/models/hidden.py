"""What people asked to keep out of sight or hearing; the worker makes it so."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from media.recipes.hiding import Area, Passage

WITHIN = Q(left__gte=0, top__gte=0, width__gt=0, height__gt=0)


class HiddenArea(models.Model):
    """A box in a picture, for example a face; shares of its width and height, 0 to 1."""

    item = models.ForeignKey("media.Item", on_delete=models.CASCADE, related_name="hidden_areas")
    left = models.FloatField()
    top = models.FloatField()
    width = models.FloatField()
    height = models.FloatField()
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    hidden_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=WITHIN & Q(left__lte=1, top__lte=1, width__lte=1, height__lte=1),
                name="media_hidden_area_is_in_the_picture",
            )
        ]

    def __str__(self) -> str:
        return f"Hidden in item {self.item_id}"

    @property
    def area(self) -> Area:
        """As a recipe takes it."""
        return Area(self.left, self.top, self.width, self.height)


class HeldPassage(models.Model):
    """A stretch of a recording that is bleeped, and whose words are shown to nobody."""

    item = models.ForeignKey("media.Item", on_delete=models.CASCADE, related_name="held_passages")
    start_ms = models.PositiveIntegerField(help_text="Milliseconds from the beginning")
    end_ms = models.PositiveIntegerField(help_text="Milliseconds from the beginning")
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    held_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["start_ms", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end_ms__gt=F("start_ms")), name="media_held_passage_has_a_length"
            )
        ]

    def __str__(self) -> str:
        return f"Held back in item {self.item_id}"

    @property
    def passage(self) -> Passage:
        """As a recipe takes it."""
        return Passage(self.start_ms / 1000, self.end_ms / 1000)
