"""What people agreed to: rows that are only ever added."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models


class Scope(models.TextChoices):
    """Each place of use is its own question (Oral History Society)."""

    ARCHIVE = "archive", "keep it in the archive"
    SCHOOL = "school", "show it in school"
    WEB = "web", "put it on the web"
    SHARE = "share", "share it with other archives and researchers"


class Decision(models.TextChoices):
    YES = "yes", "yes"
    NO = "no", "no"
    WITHDRAWN = "withdrawn", "taken back"


class Giver(models.TextChoices):
    """Under 16 both have to say yes; either one's no is enough."""

    SELF = "self", "the person"
    GUARDIAN = "guardian", "a parent or guardian"


class Method(models.TextChoices):
    SCREEN = "screen", "on screen"
    PAPER = "paper", "on signed paper"


class AppendOnly(Exception):
    """Raised when somebody tries to change or delete what was agreed."""


class AppendOnlyQuerySet(models.QuerySet["Consent"]):
    """Rows that can be added and read, and nothing else."""

    def update(self, **kwargs: Any) -> NoReturn:
        raise AppendOnly("A consent is never changed. Record a new one.")

    def delete(self) -> NoReturn:
        raise AppendOnly("A consent is never deleted. Record that it was taken back.")


class ConsentWording(models.Model):
    """The words that were on screen or paper when somebody answered."""

    scope = models.CharField(max_length=12, choices=Scope.choices)
    version = models.PositiveIntegerField()
    text = models.TextField()

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


class Consent(models.Model):
    """One answer of one giver about one person and one use. The newest answer counts."""

    person = models.ForeignKey("families.Person", on_delete=models.PROTECT, related_name="consents")
    wording = models.ForeignKey(ConsentWording, on_delete=models.PROTECT, related_name="+")
    scope = models.CharField(max_length=12, choices=Scope.choices)
    decision = models.CharField(max_length=12, choices=Decision.choices)
    giver = models.CharField(max_length=12, choices=Giver.choices)
    giver_name = models.CharField(max_length=120)
    method = models.CharField(max_length=12, choices=Method.choices)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
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
        ]

    def __str__(self) -> str:
        return f"{self.giver_name}: {self.get_decision_display()} to “{self.get_scope_display()}”"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("A consent is never changed. Record a new one.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("A consent is never deleted. Record that it was taken back.")
