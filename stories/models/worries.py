"""A concern, raised by anybody, for the safeguarding lead alone."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from families.models.consents import AppendOnly
from media.refs import new_ref

FOLLOWED_UP = frozenset(
    {"state", "ground", "outcome", "removed_at", "settled_at", "settled_by", "story", "school"}
)
"""What a lead writes about a worry. What was said stays as it was said."""


class Worry(models.Model):
    """Somebody is worried about something here, or asks for it to be taken down.

    Nothing is deleted (Keeping Children Safe in Education, part two). A worry that
    belongs to no school goes to every lead.
    """

    class Kind(models.TextChoices):
        WORRY = "worry", "somebody is worried"
        TAKEDOWN = "takedown", "somebody asks to take it down"

    class State(models.TextChoices):
        NEW = "new", _("received")
        LOOKING = "looking", _("being looked at")
        DONE = "done", _("decided")

    class Ground(models.TextChoices):
        """Why something comes down while somebody looks (OHS, takedown policy)."""

        PERSONAL = "personal", "It shows or names somebody who does not want it"
        CHILD = "child", "It is about a child who may be harmed by it"
        CONSENT = "consent", "Somebody in it was never asked"
        UNTRUE = "untrue", "It says something untrue about somebody"
        RIGHTS = "rights", "It belongs to somebody else"
        LAW = "law", "It may be against the law"

    class Outcome(models.TextChoices):
        DOWN = "down", _("It stays down")
        BACK = "back", _("It is back as it was")
        CHANGED = "changed", _("It was changed")
        NOTHING = "nothing", _("Nothing had to be done")
        PASSED_ON = "passed_on", _("Passed on to somebody outside")

    ref = models.CharField(max_length=10, unique=True, default=new_ref, editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.WORRY)
    about = models.CharField(max_length=300, blank=True, help_text="The address of the page.")
    story = models.ForeignKey(
        "stories.Story", on_delete=models.SET_NULL, null=True, blank=True, related_name="worries"
    )
    school = models.ForeignKey(
        "families.School", on_delete=models.PROTECT, null=True, blank=True, related_name="worries"
    )
    words = models.TextField()
    contact = models.CharField(max_length=200, blank=True)
    raised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    raised_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.NEW)
    ground = models.CharField(max_length=10, choices=Ground.choices, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "worries"
        ordering = ["settled_at", "-raised_at"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.raised_at:%d %B %Y}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Belong to the school of the memory; later, write what was done and nothing else."""
        if self._state.adding:
            if self.school_id is None and self.story is not None:
                self.school_id = self.story.school_id
        elif not set(kwargs.get("update_fields") or ("words",)) <= FOLLOWED_UP:
            raise AppendOnly("What somebody said is never changed.")
        super().save(*args, **kwargs)


class OnlyAdded(models.Model):
    """A row that is never changed and never deleted."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AppendOnly("This is never changed. Add to it.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise AppendOnly("This is never deleted.")


class WorryNote(OnlyAdded):
    """What a lead did about a worry, as they wrote it then."""

    worry = models.ForeignKey(Worry, on_delete=models.PROTECT, related_name="notes")
    text = models.TextField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.by}, {self.at:%d %B %Y}"
