"""Places and funds of knowledge: tags that staff look after and nobody invents by typing."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase, TaggedItemBase

INTRODUCTION = 1200
"""Characters that may stand above the memories of a place or a fund: some 200 words."""


class Place(TagBase):
    """A named public place. Never a home: a pin is as coarse as the place's name.

    Coordinates are WGS84 degrees. ``basis`` says whether they were looked up or
    only estimated, which the admin shows.
    """

    free_tagging = False

    class Basis(models.TextChoices):
        SOURCED = "sourced", "looked up"
        ESTIMATE = "estimate", "only estimated"

    area = models.CharField(max_length=60)
    latitude = models.FloatField(help_text="WGS84 degrees")
    longitude = models.FloatField(help_text="WGS84 degrees")
    basis = models.CharField("coordinates are", max_length=10, choices=Basis.choices)
    note = models.CharField(max_length=120, blank=True)
    introduction = models.TextField(blank=True, max_length=INTRODUCTION)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="place_on_earth",
            ),
            models.CheckConstraint(
                condition=models.Q(basis__in=["sourced", "estimate"]), name="place_basis_known"
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("place", args=[self.slug])


class FormerPlace(models.Model):
    """What a place was called that is now part of another one.

    Printed addresses name it by its slug, and older versions of memories by its number:
    both lead to the place that it became part of.
    """

    slug = models.SlugField(max_length=100, allow_unicode=True)
    number = models.PositiveBigIntegerField(unique=True, help_text="Its primary key as it was.")
    name = models.CharField(max_length=100)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="former")
    merged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["merged_at", "pk"]

    def __str__(self) -> str:
        return self.name


class Fund(TagBase):
    """A fund of knowledge: something people here know and can do.

    The term is Moll, Amanti, Neff and Gonzalez's (1992), "Funds of knowledge for
    teaching"; the labels and meanings are this project's own.
    """

    free_tagging = False

    meaning = models.CharField(max_length=160)
    introduction = models.TextField(blank=True, max_length=INTRODUCTION)
    picture = models.ForeignKey(
        "media.Picture", on_delete=models.SET_NULL, null=True, blank=True, related_name="funds"
    )
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = "fund of knowledge"
        verbose_name_plural = "funds of knowledge"
        ordering = ["position", "name"]

    def get_absolute_url(self) -> str:
        return reverse("fund", args=[self.slug])

    @property
    def icon(self) -> str:
        """The template of this fund's drawn icon."""
        return f"design/icons/funds/{self.slug}.svg"


class TaggedPlace(ItemBase):
    """A memory that belongs to a place."""

    tag = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="tagged_stories")
    content_object = ParentalKey(
        "stories.Story", on_delete=models.CASCADE, related_name="tagged_places"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="place_once_in_a_story")
        ]


class TaggedFund(ItemBase):
    """A memory that carries a fund of knowledge."""

    tag = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="tagged_stories")
    content_object = ParentalKey(
        "stories.Story", on_delete=models.CASCADE, related_name="tagged_funds"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tag", "content_object"], name="fund_once_in_a_story")
        ]


class TaggedStory(TaggedItemBase):
    """A free word that somebody put on a memory."""

    content_object = ParentalKey(
        "stories.Story", on_delete=models.CASCADE, related_name="tagged_words"
    )
