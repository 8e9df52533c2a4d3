"""Where a memory is on its way, and who its teller lets see it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    """Only ``stories.lifecycle`` moves a memory from one to another."""

    DRAFT = "draft", _("being written")
    SUBMITTED = "submitted", _("with a teacher")
    CHANGES_REQUESTED = "changes", _("your turn")
    PUBLISHED = "published", _("published")
    WITHDRAWN = "withdrawn", _("taken back")
    SEALED = "sealed", _("sealed")


WRITABLE = frozenset({Status.DRAFT, Status.CHANGES_REQUESTED})
"""Where its author may write."""


class Audience(models.TextChoices):
    """Who may see it, as the teller asked. The teller's wish beats every member of staff."""

    JUST_ME = "me", _("Only me and my teachers")
    FAMILY = "family", _("My family and my teachers")
    SCHOOL = "school", _("People at school")
    EVERYONE = "everyone", _("Everyone, on the web")


class Context(models.TextChoices):
    NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")
    FAMILY = "family", _("Family")
    SCHOOL = "school", _("School")
