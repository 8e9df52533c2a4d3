"""What people agreed to: rows that are only ever added."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Scope(models.TextChoices):
    """Each place of use and each medium is its own question (Oral History Society)."""

    ARCHIVE = "archive", "keep it in the archive"
    SCHOOL = "school", "show it in school"
    WEB = "web", "put it on the web"
    PRINT = "print", "print it"
    SHARE = "share", "share it with other archives"
    RESEARCH = "research", "let researchers read it"
    FACE = "face", "show my face"
    VOICE = "voice", "use my voice"
    NAME = "name", "use my name"


BEFORE = (Scope.ARCHIVE,)
"""Asked before anything is gathered: whether to take part at all (OHS, participation agreement)."""

AFTER = tuple(scope for scope in Scope if scope not in BEFORE)
"""Asked when the memory has been heard back (OHS, recording agreement)."""


class Decision(models.TextChoices):
    YES = "yes", _("yes")
    NO = "no", _("no")
    WITHDRAWN = "withdrawn", _("taken back")


class Giver(models.TextChoices):
    """Under 16 both have to say yes; either one's no is enough."""

    SELF = "self", "the person"
    GUARDIAN = "guardian", "a parent or guardian"


class Method(models.TextChoices):
    SCREEN = "screen", "on screen"
    OWN_PHONE = "own_phone", "on their own phone"
    PAPER = "paper", "on signed paper"


class AppendOnly(Exception):
    """Raised when somebody tries to change or delete what was agreed."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows that can be added and read, and nothing else."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly("What was said is never changed. Add what is said now.")

    def delete(self) -> NoReturn:
        raise AppendOnly("What was said is never deleted. Record that it was taken back.")


class ConsentWording(models.Model):
    """The words that were on screen or paper when somebody answered; never changed."""

    scope = models.CharField("question about", max_length=12, choices=Scope.choices)
    version = models.PositiveIntegerField()
    text = models.TextField("question")
    explanation = models.TextField(
        blank=True, help_text="What a yes means, in a sentence or two below the question."
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField(default=timezone.now)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["scope", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["scope", "version"], name="wording_version_once"),
            models.CheckConstraint(
                condition=models.Q(scope__in=Scope.values), name="wording_scope_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scope_display()} (version {self.version})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly(
                "Words that somebody may have answered are never changed. Add new ones."
            )
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("Words that somebody may have answered are never deleted.")


class Consent(models.Model):
    """One answer of one giver about one person and one use. The newest answer counts.

    It names its giver by a row that can be masked, so that an erasure never has to touch
    the answer itself.
    """

    person = models.ForeignKey("families.Person", on_delete=models.PROTECT, related_name="consents")
    wording = models.ForeignKey(ConsentWording, on_delete=models.PROTECT, related_name="+")
    scope = models.CharField(max_length=12, choices=Scope.choices)
    decision = models.CharField(max_length=12, choices=Decision.choices)
    giver = models.CharField(max_length=12, choices=Giver.choices)
    given_by = models.ForeignKey(
        "families.Person", on_delete=models.PROTECT, related_name="answers_given"
    )
    story_ref = models.CharField(
        max_length=16,
        blank=True,
        db_index=True,
        help_text="The memory that was heard back; empty for an answer about all of them.",
    )
    shown_as = models.CharField(
        max_length=60, blank=True, help_text="The name they chose, for the question about names."
    )
    method = models.CharField(max_length=12, choices=Method.choices)
    invitation = models.ForeignKey(
        "families.Invitation",
        on_delete=models.PROTECT,
        null=True,
        related_name="answers",
        help_text="The invitation they answered by, on a phone of their own.",
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    given_at = models.DateTimeField()
    renew_on = models.DateField(help_text="Asked again by this day.")

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        ordering = ["given_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(scope__in=Scope.values), name="consent_scope_known"
            ),
            models.CheckConstraint(
                condition=models.Q(decision__in=Decision.values), name="consent_decision_known"
            ),
            models.CheckConstraint(
                condition=models.Q(giver__in=Giver.values), name="consent_giver_known"
            ),
            models.CheckConstraint(
                condition=models.Q(method__in=Method.values), name="consent_method_known"
            ),
            models.CheckConstraint(
                condition=models.Q(giver=Giver.SELF, given_by=models.F("person"))
                | (models.Q(giver=Giver.GUARDIAN) & ~models.Q(given_by=models.F("person"))),
                name="consent_giver_is_who_gave_it",
            ),
        ]

    def __str__(self) -> str:
        return (
            f"{self.given_by.name}: {self.get_decision_display()} to “{self.get_scope_display()}”"
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("A consent is never changed. Record a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("A consent is never deleted. Record that it was taken back.")
