"""Schools, classes and families. The school is the tenant boundary."""

from django.conf import settings
from django.db import models


class School(models.Model):
    """A school whose teachers see its own classes and families, and nobody else's."""

    name = models.CharField(max_length=120, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class ReporterClass(models.Model):
    """A class of community reporters."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="classes")
    name = models.CharField(max_length=60)

    class Meta:
        verbose_name = "class"
        verbose_name_plural = "classes"
        ordering = ["school__name", "name"]
        constraints = [
            models.UniqueConstraint(fields=["school", "name"], name="class_name_once_in_a_school")
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.school}"


class Family(models.Model):
    """The people around one or more students who remember together."""

    school = models.ForeignKey(School, on_delete=models.PROTECT, related_name="families")
    name = models.CharField(max_length=80, help_text="Seen by the family and its teachers only.")
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="families.FamilyMember", related_name="families"
    )

    pending = models.BooleanField(
        "asked for",
        default=False,
        help_text="A student asked for it. It has nobody in it until a teacher says yes.",
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="families_asked_for",
    )
    at_home = models.CharField(
        "who is at home", max_length=200, blank=True, help_text="In the student’s own words."
    )

    class Meta:
        verbose_name_plural = "families"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["asked_by"],
                condition=models.Q(pending=True),
                name="family_asked_for_one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.name


class FamilyMember(models.Model):
    """One account's place in one family. Somebody with two grandchildren may be in two."""

    family = models.ForeignKey(Family, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    relation = models.CharField(max_length=40, help_text="For example: nan, dad, student.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["family", "user"], name="member_once_in_a_family")
        ]

    def __str__(self) -> str:
        return f"{self.user} ({self.relation})"
