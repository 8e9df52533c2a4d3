"""The filters of the queue; each offers what the teacher's own school has."""

from __future__ import annotations

from typing import Any

import django_filters  # type: ignore[import-untyped]
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from wagtail.admin.filters import WagtailFilterSet

from families.admin.boundary import signed_in
from families.models import ReporterClass, User
from families.roles import Role
from stories.models import Fund, Place, Story
from stories.models.states import Status


def _classes(request: HttpRequest) -> QuerySet[ReporterClass]:
    return ReporterClass.objects.filter(school=signed_in(request).school_id)


def _staff(request: HttpRequest) -> QuerySet[User]:
    names = [Role.TEACHER.value, Role.LEAD.value]
    staff = User.objects.filter(school=signed_in(request).school_id, groups__name__in=names)
    return staff.distinct()


class QueueFilterSet(WagtailFilterSet):
    """Status, class, fund, place and who has picked it up."""

    status = django_filters.MultipleChoiceFilter(
        label="Where it is", choices=Status.choices, widget=CheckboxSelectMultiple
    )
    reporter_class = django_filters.ModelChoiceFilter(label="Class", queryset=_classes)
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
