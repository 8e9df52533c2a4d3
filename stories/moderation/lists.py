"""Places and funds of knowledge, which staff look after and nobody invents by typing."""

from __future__ import annotations

from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from stories.models import Fund, Place


class Index(WithinTheBoundaryIndex, generic.IndexView):
    pass


def basis(place: Place) -> str:
    """Plain in the list, so that nobody takes a guess for a survey."""
    guessed = place.basis == Place.Basis.ESTIMATE
    return "⚠ only estimated" if guessed else place.get_basis_display()


class PlacesViewSet(WithinTheBoundary, ModelViewSet):
    model = Place
    name = "places"
    icon = "site"
    menu_label = "Places"
    menu_order = 250
    add_to_admin_menu = True
    index_view_class = Index
    edit_template_name = "stories/moderation/place_form.html"
    create_template_name = "stories/moderation/place_form.html"
    form_fields = ["name", "area", "latitude", "longitude", "basis", "note"]
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


class FundsViewSet(WithinTheBoundary, ModelViewSet):
    model = Fund
    name = "funds"
    icon = "tag"
    menu_label = "Funds"
    menu_order = 260
    add_to_admin_menu = True
    index_view_class = Index
    form_fields = ["name", "meaning", "position"]
    list_display = ("name", "meaning", "position")
    search_fields = ("name", "meaning")
    search_backend_name = None
    ordering = "position"
