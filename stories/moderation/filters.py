"""The filters of the queue; each offers what the teacher's own school has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet

from families.admin.boundary import signed_in
from families.models import ReporterClass, User
from families.roles import Role, is_lead
from media.formats import Kind
from stories.models import Fund, Place, Story, StoryPart, Turn
from stories.models.states import Status
from stories.models.turns import NOT_YET
from stories.moderation import flags

TURNS = {
    "nobody": ("Nobody’s yet", NOT_YET),
    "teacher": ("A teacher’s", {Turn.TEACHER}),
    "writer": ("Its writer’s", {Turn.WRITER}),
    "second": ("A second adult’s", {Turn.SECOND_ADULT}),
    "lead": ("The safeguarding lead’s", {Turn.LEAD}),
}
"""For each choice its words and the turns that it finds."""

OF_THE_LEAD = frozenset({"lead"})

AGES = [("3", "More than 3 days"), ("7", "More than a week"), ("28", "More than four weeks")]
"""Days in which nobody has done what they are waited for."""

WORDS = "words"
KINDS = [
    (Kind.IMAGE.value, "Pictures"),
    (Kind.AUDIO.value, "Sound"),
    (Kind.VIDEO.value, "Film"),
    (Kind.DOCUMENT.value, "Papers"),
    (WORDS, "Words alone"),
]


def _classes(request: HttpRequest) -> QuerySet[ReporterClass]:
    return ReporterClass.objects.filter(school=signed_in(request).school_id)


def _accounts(request: HttpRequest, *roles: Role) -> QuerySet[User]:
    names = [role.value for role in roles]
    people = User.objects.filter(school=signed_in(request).school_id, groups__name__in=names)
    return people.distinct().order_by("display_name", "pk")


def _writers(request: HttpRequest) -> QuerySet[User]:
    return _accounts(request, Role.STUDENT, Role.FAMILY).select_related("reporter_class")


def _staff(request: HttpRequest) -> QuerySet[User]:
    return _accounts(request, Role.TEACHER, Role.LEAD)


class WriterField(django_filters.fields.ModelChoiceField):
    """Two may have one name, so the class says which of them it is."""

    def label_from_instance(self, writer: User) -> str:
        group = writer.reporter_class
        return f"{writer}, {group.name}" if group else str(writer)


class WriterFilter(django_filters.ModelChoiceFilter):
    field_class = WriterField


class QueueFilterSet(WagtailFilterSet):
    """Whose turn, who, about what, what is in it, what is with it, and since when."""

    turn = django_filters.ChoiceFilter(
        label="Whose turn",
        choices=[(name, words) for name, (words, _) in TURNS.items()],
        method="of_turn",
    )
    status = django_filters.MultipleChoiceFilter(
        label="Where it is", choices=Status.choices, widget=CheckboxSelectMultiple
    )
    reporter_class = django_filters.ModelChoiceFilter(label="Class", queryset=_classes)
    student = WriterFilter(label="Student or family member", field_name="author", queryset=_writers)
    flag = django_filters.MultipleChoiceFilter(
        label="With all of these",
        choices=flags.CHOICES,
        widget=CheckboxSelectMultiple,
        method="with_flags",
    )
    age = django_filters.ChoiceFilter(label="Waiting for", choices=AGES, method="of_age")
    kind = django_filters.MultipleChoiceFilter(
        label="What is in it", choices=KINDS, widget=CheckboxSelectMultiple, method="with_kinds"
    )
    fund = django_filters.ModelChoiceFilter(
        label="Fund of knowledge", field_name="tagged_funds__tag", queryset=Fund.objects.all()
    )
    place = django_filters.ModelChoiceFilter(
        label="Place", field_name="tagged_places__tag", queryset=Place.objects.all()
    )
    taken_up_by = django_filters.ModelChoiceFilter(label="Picked up by", queryset=_staff)

    class Meta:
        model = Story
        fields: list[Any] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Only a lead learns that somebody is worried, and sees what is held."""
        super().__init__(*args, **kwargs)
        if not is_lead(signed_in(self.request)):
            for name, of_the_lead in (("flag", flags.OF_THE_LEAD), ("turn", OF_THE_LEAD)):
                choices = self.filters[name].extra["choices"]
                self.filters[name].extra["choices"] = [
                    choice for choice in choices if choice[0] not in of_the_lead
                ]

    def of_turn(self, rows: Any, name: str, turn: str) -> Any:
        return rows.filter(turn__in=TURNS[turn][1])

    def of_age(self, rows: Any, name: str, days: str) -> Any:
        before = timezone.now() - timedelta(days=int(days))
        for_a_teacher = Q(status=Status.SUBMITTED, submitted_at__lte=before)
        for_its_writer = Q(status=Status.CHANGES_REQUESTED, updated_at__lte=before)
        return rows.filter(for_a_teacher | for_its_writer)

    def with_kinds(self, rows: Any, name: str, kinds: Sequence[str]) -> Any:
        items = StoryPart.objects.filter(story=OuterRef("pk"), item__isnull=False)
        found = Q(Exists(items.filter(item__kind__in=kinds)))
        if WORDS in kinds:
            found |= ~Q(Exists(items))
        return rows.filter(found) if kinds else rows

    def with_flags(self, rows: Any, name: str, wanted: Sequence[str]) -> Any:
        for flag in wanted:
            rows = flags.FLAGS[flag](rows, signed_in(self.request))
        return rows
