"""People who are told about, shown or heard, with or without an account."""

from __future__ import annotations

import re
import unicodedata

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _


class Person(models.Model):
    """Somebody in a memory. The full name is private; only the public name is ever shown.

    A child's public name is a first name or a pen name (NSPCC guidance on naming
    children online), so it may hold no word of the private surname.
    """

    name = models.CharField("full name", max_length=120, help_text="Private. Never shown.")
    public_name = models.CharField(
        max_length=60, help_text="What readers see. For a child: a first name or a pen name."
    )
    is_child = models.BooleanField("under 16", default=False)
    never_publish = models.BooleanField(
        default=False, help_text="Overrides every consent. Seen by staff only."
    )
    school = models.ForeignKey("families.School", on_delete=models.PROTECT, related_name="people")
    family = models.ForeignKey(
        "families.Family", on_delete=models.SET_NULL, null=True, blank=True, related_name="people"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="person",
    )
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="people_added",
    )
    guardians = models.ManyToManyField(
        "self", symmetrical=False, through="families.Guardianship", related_name="wards", blank=True
    )
    left_on = models.DateField(
        "left the school on",
        null=True,
        blank=True,
        help_text="They are asked everything again; what nobody renews comes down.",
    )

    class Meta:
        verbose_name_plural = "people"
        ordering = ["public_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(public_name=""), name="person_has_a_public_name"
            )
        ]

    def __str__(self) -> str:
        return self.public_name

    def clean(self) -> None:
        """Refuse a surname in a child's public name, whatever form it is typed in."""
        super().clean()
        if self.is_child and self.shows_surname:
            raise ValidationError(
                {"public_name": _("Use a first name or a pen name. Leave the surname out.")}
            )

    @property
    def shows_surname(self) -> bool:
        """Whether the public name holds a surname, also one run together with a first name."""
        shown = words_of(self.public_name)
        together = "".join(shown)
        return any(
            surname in shown or (len(surname) >= TELLING and surname in together)
            for surname in self.surnames()
        )

    def surnames(self) -> set[str]:
        """Every word of the private name after the first, as ``words_of`` writes it."""
        rest = self.name.split()[1:]
        return {word for part in rest for word in words_of(part)}


class Guardianship(models.Model):
    """A parent or guardian of somebody under 16, whose yes is needed and whose no counts."""

    child = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="guardianships")
    guardian = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="wardships")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "guardian"], name="guardian_once_of_a_child"),
            models.CheckConstraint(
                condition=~models.Q(child=models.F("guardian")), name="guardian_is_somebody_else"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.guardian.name}, for {self.child.public_name}"


TELLING = 4
"""Letters of a surname that is not in another name by chance, as Lee is in Leeanne."""


def words_of(text: str) -> list[str]:
    """The words of a name or a text, so that Müller-O’Neill is found as muller and oneill."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in apart if not unicodedata.combining(c) and c not in APOSTROPHES)
    return re.findall(r"\w+", plain)


APOSTROPHES = "'’‘ʼ`"
