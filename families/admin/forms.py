"""Forms that know whose school it is."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import ModelChoiceField
from wagtail.admin.forms import WagtailAdminModelForm

from families import consent
from families.models import Family, Person, ReporterClass, User
from families.naming import NO_NAME
from families.roles import Role


class OfOwnSchool(WagtailAdminModelForm):
    """A new row belongs to the school of whoever adds it, and can only point within it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.school_id is None and self.for_user is not None:
            self.instance.school = self.for_user.school
        for field in self.fields.values():
            if isinstance(field, ModelChoiceField) and field.queryset is not None:
                field.queryset = field.queryset.filter(school=self.instance.school_id)

    def _get_validation_exclusions(self) -> set[str]:
        """Check what has to be unique in a school, although nobody types the school."""
        excluded: set[str] = super()._get_validation_exclusions()
        return excluded - {"school"}


class PersonForm(OfOwnSchool):
    """Somebody who may be in a memory. Their answers about consent are asked elsewhere."""

    class Meta:
        model = Person
        fields = ["name", "public_name", "is_child", "never_publish", "family", "user"]
        labels = {"user": "Their account", "never_publish": "Never show this person in public"}
        help_texts = {
            "user": "Leave empty if they have none.",
            "is_child": "Then a parent or guardian has to say yes as well.",
            "family": "The family they remember with, if it is in the list.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.added_by_id is None:
            self.instance.added_by = self.for_user

    def clean_public_name(self) -> str:
        """Staff do not name whoever asked for no name."""
        name: str = self.cleaned_data["public_name"]
        if self.instance.pk and name != NO_NAME and consent.has_no_name(self.instance):
            raise ValidationError(f"They asked for no name. They stay “{NO_NAME}”.")
        return name

    @transaction.atomic
    def save(self, commit: bool = True) -> Person:
        """Save, and take down at once what this person may no longer be shown in."""
        person: Person = super().save(commit)
        if commit:
            consent.reconsider(person, by=self.for_user)
        return person


class ReporterClassForm(OfOwnSchool):
    class Meta:
        model = ReporterClass
        fields = ["name"]
        help_texts = {"name": "For example: 9A."}


class FamilyForm(OfOwnSchool):
    class Meta:
        model = Family
        fields = ["name"]


def contributors_of(school: object) -> Any:
    """Accounts of this school's students and families, and of nobody else."""
    staff = [Role.TEACHER.value, Role.LEAD.value, Role.ADMINISTRATOR.value]
    accounts = User.objects.filter(
        school=school,  # type: ignore[misc]
        groups__name__in=[Role.STUDENT.value, Role.FAMILY.value],
        is_superuser=False,
    )
    return accounts.exclude(groups__name__in=staff).distinct()
