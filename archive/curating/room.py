"""The frame of the curators’ pages in the Wagtail admin, and who comes in."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from archive.models import ShowcasePage
from archive.permissions import is_curator, may_read_draft, showcases_of
from families.admin.boundary import signed_in
from families.models import User


class CuratorsRoom(WagtailAdminTemplateMixin, TemplateView):
    """For staff of a school and administrators; to everybody else it is not there."""

    header_icon = "folder-open-inverse"
    http_method_names = ["get", "head", "post", "options"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not is_curator(self.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> User:
        return signed_in(self.request)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]


class OneShowcase(CuratorsRoom):
    """About one showcase that this person looks after; another school's is not found."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.showcase = get_object_or_404(self.allowed(), pk=kwargs["pk"])

    def allowed(self) -> Any:
        return showcases_of(self.user)

    def get_page_subtitle(self) -> str:
        return str(self.showcase)

    @property
    def edit_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.showcase.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        page = {"url": self.edit_url, "label": str(self.showcase)}
        return [*self.breadcrumbs_items, page, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"showcase": self.showcase, "edit_url": self.edit_url}
        return super().get_context_data(**kwargs) | own


def readable(user: User, pk: int) -> ShowcasePage:
    """A showcase that this person may read before it is public. Raises Http404."""
    showcase = get_object_or_404(ShowcasePage, pk=pk)
    if not may_read_draft(user, showcase):
        raise Http404
    return showcase
