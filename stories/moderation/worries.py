"""Worries, for the safeguarding lead: read, note what was done, settle, release."""

from __future__ import annotations

from typing import Any

from django.db.models import F, QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from stories import lifecycle
from stories.models import Worry


class WorriesIndex(WithinTheBoundaryIndex, generic.IndexView):
    page_title = "Worries"

    def get_base_queryset(self) -> QuerySet[Worry]:
        rows: QuerySet[Worry] = super().get_base_queryset()
        open_first = F("settled_at").asc(nulls_first=True)
        return rows.select_related("story", "settled_by").order_by(open_first, "-raised_at")


class WorryEdit(generic.EditView):
    """The lead writes what was done, and settles it. What was said stays as it was said."""

    template_name = "stories/moderation/worry.html"
    actions = ["edit", "settle"]
    object: Worry

    def save_instance(self) -> Worry:
        worry: Worry = super().save_instance()
        if self.action == "settle":
            worry.settled_at, worry.settled_by = timezone.now(), self.request.user
            worry.save(update_fields=["settled_at", "settled_by"])
        return worry

    def get_page_subtitle(self) -> str:
        return capfirst(str(self.object))

    def get_success_message(self) -> str:
        return "It is settled." if self.action == "settle" else "Kept."

    def get_success_buttons(self) -> list[Any]:
        return []


class ReleaseView(View):
    """Ends the hold of the memory that a worry is about."""

    model: Any = None

    def post(self, request: Any, pk: int) -> HttpResponse:
        worry = Worry.objects.select_related("story").get(pk=pk)
        try:
            if worry.story is None:
                raise lifecycle.Refused("This worry is about no memory in particular.")
            lifecycle.release(worry.story, by=request.user)
            messages.success(request, "The memory is released.")
        except lifecycle.Refused as refused:
            messages.error(request, str(refused))
        return redirect(reverse("worries:edit", args=[pk]))


def kind(worry: Worry) -> str:
    return capfirst(worry.get_kind_display())


def settled(worry: Worry) -> str:
    return f"settled by {worry.settled_by}" if worry.settled_at else "open"


class WorriesViewSet(WithinTheBoundary, ModelViewSet):
    model = Worry
    name = "worries"
    icon = "warning"
    menu_label = "Worries"
    menu_order = 110
    add_to_admin_menu = True
    closed = frozenset({"add", "copy", "delete"})
    changing = frozenset({"edit", "release"})
    index_view_class = WorriesIndex
    edit_view_class = WorryEdit
    edit_template_name = WorryEdit.template_name
    edit_handler = ObjectList([FieldPanel("note", heading="What was done")])
    list_display = (
        TitleColumn("kind", label="What", accessor=kind, url_name="worries:edit"),
        Column("story", label="About"),
        DateColumn("raised_at", label="When", sort_key="raised_at"),
        Column("settled", label="It is", accessor=settled),
    )

    def own_urlpatterns(self) -> list[URLPattern]:
        return [path("<int:pk>/release/", self.construct_view(ReleaseView), name="release")]
