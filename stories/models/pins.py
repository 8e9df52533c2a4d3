"""What a point is about: the whole memory, some words, a part, a moment of a recording."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Pin(models.TextChoices):
    """How closely a point says where it belongs."""

    WHOLE = "whole", _("the whole memory")
    WORDS = "words", _("some words")
    PART = "part", _("a part")
    MOMENT = "moment", _("a moment")


class Pinned(models.Model):
    """A place in a memory that is still found after the memory was changed.

    Words are kept as in the TextQuoteSelector of the Web Annotation Data Model (W3C,
    2017): the very words, and what stood before and after them. A moment is in whole
    seconds from the beginning of its recording.
    """

    pin = models.CharField(max_length=6, choices=Pin.choices, default=Pin.WHOLE)
    part = models.ForeignKey(
        "stories.StoryPart", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    item = models.ForeignKey(
        "media.Item", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    seconds = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=40, blank=True)
    after = models.CharField(max_length=40, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pin__in=Pin.values)
                & (~models.Q(pin="words") | ~models.Q(quote=""))
                & (~models.Q(pin="moment") | models.Q(seconds__isnull=False)),
                name="%(class)s_pin_says_where",
            )
        ]

    @property
    def clock(self) -> str:
        """The moment as a player shows it: "1:05"."""
        minutes, seconds = divmod(self.seconds or 0, 60)
        return f"{minutes}:{seconds:02}"
