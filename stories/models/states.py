"""Where a memory is on its way, and who its teller lets see it."""

from django.db import models


class Status(models.TextChoices):
    """Only ``stories.lifecycle`` moves a memory from one to another."""

    DRAFT = "draft", "being written"
    SUBMITTED = "submitted", "with a teacher"
    CHANGES_REQUESTED = "changes", "your turn"
    PUBLISHED = "published", "published"
    WITHDRAWN = "withdrawn", "taken back"
    SEALED = "sealed", "sealed"


WRITABLE = frozenset({Status.DRAFT, Status.CHANGES_REQUESTED})
"""Where its author may write."""


class Audience(models.TextChoices):
    """Who may see it, as the teller asked. The teller's wish beats every member of staff."""

    JUST_ME = "me", "Only me and my teachers"
    FAMILY = "family", "My family and my teachers"
    SCHOOL = "school", "People at school"
    EVERYONE = "everyone", "Everyone, on the web"


class Context(models.TextChoices):
    NEIGHBOURHOOD = "neighbourhood", "Neighbourhood"
    FAMILY = "family", "Family"
    SCHOOL = "school", "School"
