"""Places in the Wagtail admin: as a list and on the drawn map, changed, and two made one."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from stories.models import Place
from stories.places import drawn
from stories.places.drawn import Pin
from stories.places.forms import PlaceForm
from stories.places.merge_page import MergeView


def merge_url(place: Place) -> str:
    return reverse("places:merge", args=[place.pk])


def edit_url(place: Place) -> str:
    return reverse("places:edit", args=[place.pk])


def pin_of(place: Place) -> Pin:
    return drawn.staff_pin(place, url=edit_url(place))


class PlacesIndex(WithinTheBoundaryIndex, generic.IndexView):
    """The map shows what the list has found, page by page no less than all of it."""

    template_name = "stories/places/index.html"

    def get_list_more_buttons(self, instance: Place) -> list[Any]:
        merge = Button("Merge", url=merge_url(instance), icon_name="resubmit", priority=15)
        return [*super().get_list_more_buttons(instance), merge]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return context | {"pins": drawn.drawn(self.object_list, pin_of)}


class PlaceEdit(generic.EditView):
    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton("Merge", url=merge_url(self.object), icon_name="resubmit")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        pins = drawn.drawn([self.object], drawn.staff_pin)
        return context | {"pins": pins, "around": drawn.view_around(self.object)}


def basis(place: Place) -> str:
    """Plain in the list, so that nobody takes a guess for a survey."""
    guessed = place.basis == Place.Basis.ESTIMATE
    return "⚠ only estimated" if guessed else place.get_basis_display()


class PlacesViewSet(WithinTheBoundary, ModelViewSet):
    """Nobody deletes a place that memories may stand at; a double is merged."""

    about = (
        "The places that memories can be pinned to, for every school together. Each is somewhere "
        "with a public name, like a park, a street or a mill. Never somebody’s home."
    )
    model = Place
    name = "places"
    icon = "site"
    menu_label = "Places"
    index_view_class = PlacesIndex
    index_template_name = PlacesIndex.template_name
    edit_view_class = PlaceEdit
    edit_template_name = "stories/places/form.html"
    create_template_name = "stories/places/form.html"
    changing = frozenset({"edit", "merge"})
    list_filter = ("basis", "area")
    list_display = (
        "name",
        "area",
        Column("where", label="Where", accessor=lambda p: f"{p.latitude:.4f}, {p.longitude:.4f}"),
        Column("basis", label="Coordinates are", accessor=basis, sort_key="basis"),
    )
    search_fields = ("name", "area")
    search_backend_name = None
    ordering = "name"

    def get_form_class(self, for_update: bool = False) -> type[PlaceForm]:
        return PlaceForm

    def own_urlpatterns(self) -> list[URLPattern]:
        return [path("<int:pk>/merge/", self.construct_view(MergeView), name="merge")]
