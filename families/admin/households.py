"""Families and the accounts in them."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Count, QuerySet
from django.forms import BaseInlineFormSet, inlineformset_factory
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from families.admin.forms import FamilyForm, contributors_of
from families.admin.inviting import AnswerView, CallBackView, CardView, InviteView
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
    """Those that a student asked for stand first."""

    page_title = "Families"

    def get_base_queryset(self) -> QuerySet[Family]:
        rows: QuerySet[Family] = super().get_base_queryset()
        return rows.select_related("asked_by").annotate(how_many=Count("memberships"))

    def get_list_more_buttons(self, instance: Family) -> list[Any]:
        if instance.pending:
            answer = reverse("families:asked_for", args=[instance.pk])
            return [Button("Answer", url=answer, icon_name="help", priority=5)]
        invite = reverse("families:invite", args=[instance.pk])
        own = [Button("Invite", url=invite, icon_name="plus", priority=5)]
        return [*own, *super().get_list_more_buttons(instance)]


class FamilyEdit(generic.EditView):
    """One that is only asked for is answered first."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if Family.objects.filter(pk=kwargs["pk"], pending=True).exists():
            return redirect("families:asked_for", kwargs["pk"])
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    @property
    def header_buttons(self) -> list[HeaderButton]:
        invite = reverse("families:invite", args=[self.object.pk])
        return [HeaderButton("Invite", url=invite, icon_name="plus")]


def asked_for_in_words(family: Family) -> str:
    """Who waits for an answer, for a list."""
    return f"{family.asked_by or 'A student'} asks for it" if family.pending else ""


class FamiliesViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "A family is the people around one or more students who remember together. Invite "
        "somebody into it from here, by a code, a link or a square to point a camera at."
    )
    model = Family
    name = "families"
    icon = "home"
    menu_label = "Families"
    index_view_class = FamiliesIndex
    edit_view_class = FamilyEdit
    changing = frozenset({"edit", "asked_for", "invite", "call_back", "card"})
    create_template_name = "families/admin/family_form.html"
    edit_template_name = "families/admin/family_form.html"
    ordering = ("-pending", "name")
    search_fields = ("name",)
    search_backend_name = None
    list_display = (
        "name",
        NumberColumn("how_many", label="Members"),
        Column("pending", label="Asked for", accessor=asked_for_in_words),
    )

    def own_urlpatterns(self) -> list[URLPattern]:
        letters = "<int:pk>/invitations/<int:number>/"
        views = [
            ("<int:pk>/asked-for/", AnswerView, "asked_for"),
            ("<int:pk>/invite/", InviteView, "invite"),
            (f"{letters}call-back/", CallBackView, "call_back"),
            (f"{letters}card/", CardView, "card"),
        ]
        return [path(at, self.construct_view(view), name=name) for at, view, name in views]

    def get_form_class(self, for_update: bool = False) -> type[FamilyWithMembersForm]:
        return FamilyWithMembersForm
