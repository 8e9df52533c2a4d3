"""What a teacher sets a class: a deck, a day, places, a sentence. Nothing counts who did it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from modelcluster.models import ClusterableModel

from families.models import User


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def for_desk_of(self, user: User) -> AssignmentQuerySet:
        """What this student’s class is asked for now. When its day is over it goes by itself."""
        if user.reporter_class_id is None:
            return self.none()
        set_now = self.filter(
            reporter_class=user.reporter_class_id, due_on__gte=timezone.localdate()
        )
        return set_now.select_related("deck__fund", "set_by").order_by("due_on", "pk")


class Assignment(ClusterableModel):
    """A teacher asks a class to gather something, and says what for."""

    school = models.ForeignKey(
        "families.School", on_delete=models.PROTECT, editable=False, related_name="assignments"
    )
    reporter_class = models.ForeignKey(
        "families.ReporterClass",
        verbose_name=_("class"),
        on_delete=models.CASCADE,
        related_name="assignments",
    )
    deck = models.ForeignKey(
        "stories.Deck",
        verbose_name=_("question deck"),
        on_delete=models.PROTECT,
        related_name="assignments",
    )
    sentence = models.CharField(
        _("what you say to the class"),
        max_length=250,
        help_text=_("One sentence. For example: Ask somebody at home about their first job."),
    )
    due_on = models.DateField(
        _("until"), help_text=_("It goes from the desk after this day. Nobody is told off.")
    )
    places = ParentalManyToManyField(
        "stories.Place",
        verbose_name=_("places"),
        blank=True,
        help_text=_("They are ticked already in a memory that begins here."),
    )
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="assignments_set",
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = ["-due_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.deck}, {self.reporter_class.name}"

    def clean(self) -> None:
        """A class and a deck of one’s own school."""
        super().clean()
        wrong: dict[str, Any] = {}
        if self.reporter_class_id and self.reporter_class.school_id != self.school_id:
            wrong["reporter_class"] = _("Choose a class of your school.")
        if self.deck_id and self.deck.school_id not in (None, self.school_id):
            wrong["deck"] = _("Choose a deck of your school.")
        if wrong:
            raise ValidationError(wrong)
