"""How a school looks to its own people: at the desk, where they sign in, and on paper."""

from __future__ import annotations

from django.db import models


class Accent(models.TextChoices):
    """Colours of the neighbourhood that can be read on paper, by day and by night."""

    BRICK = "brick", "brick red"
    CANAL = "canal", "canal green"
    SKY = "sky", "sky blue"
    HEATHER = "heather", "heather purple"
    SLATE = "slate", "slate grey"


class SchoolLook(models.Model):
    """A school's name as shown, crest, colour and welcome. Public pages stay the archive's own.

    ``key`` stands in the address of the school's own sign-in page; it names the school, and
    never changes, because it is printed on cards.
    """

    school = models.OneToOneField(
        "families.School", on_delete=models.CASCADE, editable=False, related_name="look"
    )
    key = models.SlugField(max_length=60, unique=True, editable=False)
    shown_name = models.CharField("name as shown", max_length=60, blank=True)
    crest = models.ForeignKey(
        "media.Picture", on_delete=models.SET_NULL, null=True, blank=True, related_name="crest_of"
    )
    accent = models.CharField("colour", max_length=8, choices=Accent.choices, default=Accent.BRICK)
    welcome = models.CharField("welcome sentence", max_length=160, blank=True)

    class Meta:
        verbose_name = "school’s look"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accent__in=Accent.values), name="look_accent_known"
            )
        ]

    def __str__(self) -> str:
        return self.shown_name or self.school.name

    @property
    def crest_url(self) -> str:
        """The crest through the one door; "" while there is none that can be shown."""
        item = self.crest.item if self.crest else None
        address: str = item.url("w480.jpg") if item and item.is_ready else ""
        return address
