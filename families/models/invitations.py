"""A short code, a link and a QR code that are one and the same invitation."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone


class Invitation(models.Model):
    """Lets somebody without an account join a family, or answer about one person's consent.

    Only a keyed hash of the code is stored, so that whoever reads the database
    cannot use it. The code itself is shown once, to whoever made it.
    """

    class Kind(models.TextChoices):
        FAMILY = "family", "to join a family"
        CONSENT = "consent", "to answer for themselves"

    kind = models.CharField(max_length=8, choices=Kind.choices)
    code_hash = models.CharField(max_length=64, unique=True)
    school = models.ForeignKey(
        "families.School", on_delete=models.PROTECT, related_name="invitations"
    )
    family = models.ForeignKey(
        "families.Family",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="invitations",
    )
    person = models.ForeignKey(
        "families.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations",
        help_text="Whose consent is asked.",
    )
    given_by = models.ForeignKey(
        "families.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="invitations_to_answer",
        help_text="Who is asked: the person, or a guardian.",
    )
    story_ref = models.CharField(max_length=16, blank=True)
    for_whom = models.CharField(
        "who is it for?", max_length=60, blank=True, help_text="For example: Nan."
    )
    places = models.PositiveSmallIntegerField(
        default=1, help_text="How many people may use it; more than one is for a household."
    )
    used = models.PositiveSmallIntegerField(default=0)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="invitations_made"
    )
    made_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="family", family__isnull=False, person=None)
                | models.Q(kind="consent", person__isnull=False, given_by__isnull=False),
                name="invitation_is_to_something",
            ),
            models.CheckConstraint(
                condition=models.Q(used__lte=models.F("places")), name="invitation_not_overused"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.for_whom or 'Somebody'}, {self.get_kind_display()}"

    @property
    def is_open(self) -> bool:
        """Whether it can still be used."""
        return (
            self.revoked_at is None and self.used < self.places and self.expires_at > timezone.now()
        )
