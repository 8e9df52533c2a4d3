"""The portfolios that reporters let their teachers read, in the staff's room."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse_lazy
from django.views.generic import TemplateView, View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from families.admin.boundary import signed_in
from families.audit.looks import look
from families.roles import is_staff_of
from stories.models import Portfolio
from stories.portfolio import sheet, work
from stories.portfolio.desk import as_file


class StaffOfTheSchool(View):
    """For teachers and leads, of their own school; to everybody else it is not there."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = signed_in(request)
        if not is_staff_of(user, user.school_id):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    @property
    def shown(self) -> QuerySet[Portfolio]:
        mine = Portfolio.objects.filter(teachers_may_read=True)
        return mine.filter(user__school=signed_in(self.request).school_id, user__is_active=True)

    def looked_at(self, pk: int) -> Portfolio:
        found = get_object_or_404(self.shown.select_related("user__school"), pk=pk)
        look(signed_in(self.request), found, "stories.look_portfolio")
        return found


class ListView(WagtailAdminTemplateMixin, StaffOfTheSchool, TemplateView):
    """Whose there are."""

    template_name = "stories/portfolio/list.html"
    page_title = "Portfolios"
    header_icon = "user"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.shown.select_related("user__reporter_class", "user__person")
        return super().get_context_data(**kwargs) | {
            "portfolios": rows.order_by("user__display_name", "pk")
        }


class ReadView(WagtailAdminTemplateMixin, StaffOfTheSchool, TemplateView):
    """One of them."""

    template_name = "stories/portfolio/read.html"
    header_icon = "user"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        portfolio = self.looked_at(kwargs["pk"])
        self.page_title = str(portfolio)
        stories = work.published_by(portfolio.user)
        return super().get_context_data(**kwargs) | {
            "portfolio": portfolio,
            "stories": stories,
            "learned": work.learned(portfolio, stories),
        }


class PrintView(StaffOfTheSchool):
    """The same as a PDF."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        portfolio = self.looked_at(pk)
        reader = signed_in(request)
        return as_file(sheet.pdf(portfolio, reader=reader, link=request.build_absolute_uri))


class PortfoliosMenuItem(MenuItem):
    """Shown to those who find something behind it."""

    def is_shown(self, request: HttpRequest) -> bool:
        user = signed_in(request)
        return is_staff_of(user, user.school_id)


urlpatterns: list[URLPattern] = [
    path("portfolios/", ListView.as_view(), name="portfolios"),
    path("portfolios/<int:pk>/", ReadView.as_view(), name="portfolio"),
    path("portfolios/<int:pk>/portfolio.pdf", PrintView.as_view(), name="portfolio_printed"),
]


def menu_item() -> MenuItem:
    return PortfoliosMenuItem(
        "Portfolios", reverse_lazy("portfolios"), name="portfolios", icon_name="user", order=330
    )
