"""Funds of knowledge in the Wagtail admin: words, picture and order; kept while they are used."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.images.widgets import AdminImageChooser

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from media.models import Picture
from stories import access, fund_use, introducing
from stories.models import Fund


class FundForm(WagtailAdminModelForm):
    class Meta:
        model = Fund
        fields = ["name", "meaning", "introduction", "picture", "position"]
        widgets = {"introduction": AdminAutoHeightTextInput, "picture": AdminImageChooser}
        labels = {"meaning": "In one sentence", "position": "Place in the list"}
        help_texts = {
            "name": "A few words that a 13-year-old says, like “Making and mending”.",
            "meaning": "What people know or can do. It stands on the fund’s page.",
            "introduction": "It stands on the fund’s public page, above its stories. Two or three "
            "short paragraphs. You can leave it empty.",
            "picture": "It stands on the fund’s public page, so show nobody who can be known. "
            "You can leave it empty.",
            "position": "0 comes first. You can also drag the rows of the list.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Another school's picture cannot be chosen, by whatever number it is asked for."""
        super().__init__(*args, **kwargs)
        if self.for_user is not None:
            there = Q(pk=self.instance.picture_id)
            mine = access.library_of(self.for_user).values("pk")
            picture = self.fields["picture"]
            picture.queryset = Picture.objects.filter(there | Q(pk__in=mine))

    def clean_introduction(self) -> str:
        return introducing.clean(self.cleaned_data["introduction"])


class FundsIndex(WithinTheBoundaryIndex, generic.IndexView):
    pass


class FundDelete(generic.DeleteView):
    """A fund that something uses stays; the page says what uses it."""

    usage_url_name = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if used := fund_use.sentence(self.object):
            messages.error(request, used)
            return redirect("funds:edit", self.object.pk)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer


class FundsViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "A fund of knowledge is something people here know and can do, like cooking or a trade. "
        "Each is a way into the archive, for every school together."
    )
    model = Fund
    name = "funds"
    icon = "tag"
    menu_label = "Funds"
    closed = frozenset({"copy"})
    changing = frozenset({"edit", "delete", "reorder"})
    index_view_class = FundsIndex
    delete_view_class = FundDelete
    list_display = ("name", "meaning", "position")
    search_fields = ("name", "meaning")
    search_backend_name = None
    sort_order_field = "position"
    ordering = "position"

    def get_form_class(self, for_update: bool = False) -> type[FundForm]:
        return FundForm

    def get_delete_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        named: dict[str, Any] = super().get_delete_view_kwargs(**kwargs)
        return named | {"usage_url_name": None}
