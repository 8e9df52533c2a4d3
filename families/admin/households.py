"""Families and the accounts in them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.forms import BaseInlineFormSet, inlineformset_factory
from wagtail.admin.ui.tables import NumberColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from families.admin.forms import FamilyForm, contributors_of
from families.models import Family, FamilyMember

Members: type[BaseInlineFormSet[Any, Any, Any]] = inlineformset_factory(
    Family,
    FamilyMember,
    fields=["user", "relation"],
    extra=3,
    can_delete=True,
    can_delete_extra=False,
)


class FamilyWithMembersForm(FamilyForm):
    """A family's name and, below it, who is in it: students and family members only."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = Members(
            self.data if self.is_bound else None, instance=self.instance, prefix="members"
        )
        accounts = contributors_of(self.instance.school_id)
        for form in [*self.members.forms, self.members.empty_form]:
            form.fields["user"].queryset = accounts
            form.fields["user"].label = "Account"
            form.fields["relation"].label = "Who they are in it"

    def is_valid(self) -> bool:
        return bool(super().is_valid() and self.members.is_valid())

    @transaction.atomic
    def save(self, commit: bool = True) -> Family:
        family: Family = super().save(commit)
        self.members.instance = family
        self.members.save()
        return family


class FamiliesIndex(WithinTheBoundaryIndex, generic.IndexView):
    def get_base_queryset(self) -> QuerySet[Family]:
        rows: QuerySet[Family] = super().get_base_queryset()
        return rows.annotate(how_many=Count("memberships"))


class FamiliesViewSet(WithinTheBoundary, ModelViewSet):
    model = Family
    name = "families"
    icon = "home"
    menu_label = "Families"
    menu_order = 230
    add_to_admin_menu = True
    index_view_class = FamiliesIndex
    create_template_name = "families/admin/family_form.html"
    edit_template_name = "families/admin/family_form.html"
    search_fields = ("name",)
    search_backend_name = None
    list_display = ("name", NumberColumn("how_many", label="Members"))

    def get_form_class(self, for_update: bool = False) -> type[FamilyWithMembersForm]:
        return FamilyWithMembersForm
