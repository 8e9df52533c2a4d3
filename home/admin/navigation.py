"""Which plain pages stand in the head and in the foot, chosen by administrators."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from families.admin.groups import AdministratorsPolicy
from home import navigation
from home.models import NavigationLink

STAYS = (
    "Everybody has to find the privacy page from every page, so it stays in the foot. "
    "Its words and its place in the row are yours to choose."
)


class NavigationPolicy(AdministratorsPolicy):
    """What stands on every page of the archive is no one school's."""

    actions = frozenset({"add", "change", "view", "delete"})


class LinkForm(WagtailAdminModelForm):
    class Meta:
        model = NavigationLink
        fields = ["page", "place", "words", "position"]
        labels = {"position": "Place in the row"}
        help_texts = {
            "page": "Plain pages are made and changed under Pages.",
            "place": "The menu at the top has room for few. The foot has room for more.",
            "words": "What the link says. Leave it empty to show the title of the page.",
            "position": "0 comes first. You can also drag the rows of the list.",
        }

    def clean(self) -> dict[str, Any]:
        """Moving the privacy page out of the foot is taking it away."""
        cleaned: dict[str, Any] = super().clean()
        before = NavigationLink.objects.filter(pk=self.instance.pk).select_related("page").first()
        moved = {"page", "place"} & set(self.changed_data)
        if before is not None and moved and navigation.is_needed(before):
            raise forms.ValidationError(STAYS)
        return cleaned


class NavigationIndex(WithinTheBoundaryIndex, generic.IndexView):
    page_title = "Navigation"
    add_item_label = "Add a link"

    def get_base_queryset(self) -> QuerySet[NavigationLink]:
        rows: QuerySet[NavigationLink] = super().get_base_queryset()
        return rows.select_related("page")


class LinkDelete(generic.DeleteView):
    """The page itself stays; only the link to it goes."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if navigation.is_needed(self.object):
            messages.error(request, STAYS)
            return redirect("navigation:edit", self.object.pk)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer


class NavigationViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "Which plain pages the menu at the top and the foot of every page lead to, in this order. "
        "The ways into the archive, like Stories and Places, are always there."
    )
    model = NavigationLink
    name = "navigation"
    icon = "list-ul"
    menu_label = "Navigation"
    menu_order = 585
    add_to_settings_menu = True
    closed = frozenset({"copy", "usage"})
    changing = frozenset({"edit", "delete", "reorder"})
    index_view_class = NavigationIndex
    delete_view_class = LinkDelete
    list_display = (
        "__str__",
        Column("page", label="Page", accessor="page.title"),
        Column("place", label="Where", accessor="get_place_display"),
    )
    sort_order_field = "position"
    ordering = "position"

    def get_form_class(self, for_update: bool = False) -> type[LinkForm]:
        return LinkForm

    def get_delete_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        named: dict[str, Any] = super().get_delete_view_kwargs(**kwargs)
        return named | {"usage_url_name": None}
