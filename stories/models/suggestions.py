"""A place that is not on the list, as somebody at the desk named it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class PlaceSuggestion(models.Model):
    """Asked for at the desk, answered by staff of the memory's school.

    A memory gets the place once somebody has said yes; until then its words say where it was.
    ``answer`` is what the suggester reads when it is declined.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        ADDED = "added", _("a new place")
        MERGED = "merged", _("a place we had already")
        DECLINED = "declined", _("not taken")

    name = models.CharField(max_length=60)
    whereabouts = models.CharField(
        max_length=120, blank=True, help_text="What is near it, in the suggester’s words."
    )
    story = models.ForeignKey(
        "stories.Story", on_delete=models.CASCADE, related_name="place_suggestions"
    )
    suggested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="places_suggested"
    )
    suggested_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    place = models.ForeignKey(
        "stories.Place", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answer = models.CharField(max_length=200, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["suggested_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "added", "merged", "declined"]),
                name="suggestion_state_known",
            ),
            models.CheckConstraint(
                condition=models.Q(state="waiting", settled_at=None)
                | (~models.Q(state="waiting") & models.Q(settled_at__isnull=False)),
                name="suggestion_settled_once_answered",
            ),
            models.UniqueConstraint(
                fields=["story", "name"],
                condition=models.Q(state="waiting"),
                name="place_suggested_once_for_a_story",
            ),
        ]

    def __str__(self) -> str:
        return self.name
