"""Which plain pages the head and the foot of every page lead to, in which order."""

from __future__ import annotations

from django.db import models


class NavigationLink(models.Model):
    """One plain page in the head or in the foot. A page that is not public is left out."""

    class Place(models.TextChoices):
        HEAD = "head", "the menu at the top"
        FOOT = "foot", "the foot of every page"

    place = models.CharField("where", max_length=4, choices=Place.choices, default=Place.FOOT)
    page = models.ForeignKey(
        "home.PlainPage", on_delete=models.CASCADE, related_name="navigation_links"
    )
    words = models.CharField(max_length=60, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["place", "page"], name="page_linked_once_in_a_place"),
            models.CheckConstraint(
                condition=models.Q(place__in=["head", "foot"]), name="navigation_place_known"
            ),
        ]

    def __str__(self) -> str:
        return self.words or self.page.title
