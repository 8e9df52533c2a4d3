"""An account. A person in a memory may have none."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.functional import cached_property


class User(AbstractUser):
    """Somebody who signs in, with a username and no need of an e-mail address.

    The role is the group they are in (see ``families.roles``); the school is the
    boundary of what a teacher may see.
    """

    display_name = models.CharField(
        "name on screen", max_length=80, help_text="What we call you here. A first name is enough."
    )
    school = models.ForeignKey(
        "families.School", on_delete=models.PROTECT, null=True, blank=True, related_name="users"
    )
    reporter_class = models.ForeignKey(
        "families.ReporterClass",
        verbose_name="class",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="students",
    )

    def __str__(self) -> str:
        return self.get_full_name()

    def get_full_name(self) -> str:
        """The name on screen, which Wagtail shows to staff."""
        return self.display_name or self.username

    def get_short_name(self) -> str:
        return self.get_full_name()

    @cached_property
    def group_names(self) -> frozenset[str]:
        """Names of the groups this user is in, read once for each request."""
        return frozenset(self.groups.values_list("name", flat=True))
