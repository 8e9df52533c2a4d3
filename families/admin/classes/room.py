"""What every page of one class has: the class, its students, and the way back."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from families import look
from families.admin.boundary import signed_in
from families.classes import cards, members
from families.classes.members import Card
from families.models import ReporterClass, User


class ClassPage(WagtailAdminTemplateMixin, TemplateView):
    """The viewset has asked already whether this class is on the teacher's side."""

    model: Any = None
    header_icon = "group"
    index_url_name: str | None = None
    edit_url_name: str | None = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        classes = ReporterClass.objects.select_related("school")
        self.reporter_class = get_object_or_404(classes, pk=kwargs["pk"])
        self.by = signed_in(request)

    @property
    def students(self) -> QuerySet[User]:
        return members.students_of(self.reporter_class)

    @property
    def back(self) -> str:
        return reverse("classes:students", args=[self.reporter_class.pk])

    def get_page_subtitle(self) -> str:
        return self.reporter_class.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        name = self.reporter_class.name
        return [
            *self.breadcrumbs_items,
            {"url": reverse("classes:index"), "label": "Classes"},
            {"url": self.back, "label": name},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"reporter_class": self.reporter_class, "back": self.back}

    @sensitive_variables()
    def hand_out(self, made: list[Card]) -> HttpResponse:
        """The one page that ever holds these passwords, with the PDF inside it."""
        sign_in = self.request.build_absolute_uri(reverse("account_login"))
        school = self.reporter_class.school
        own = look.of(school)
        key = own.key if own else ""
        sheet = cards.pdf(made, dress=look.on_paper(school), sign_in=sign_in, key=key)
        context = self.get_context_data(
            cards=cards.on_screen(made, sign_in=sign_in, key=key),
            sheet=cards.data_uri("application/pdf", sheet),
            sign_in=sign_in,
        )
        response = render(self.request, "families/admin/classes/cards.html", context)
        response["Cache-Control"] = "private, no-store"
        return response


def chosen(students: QuerySet[User], pks: list[str]) -> list[User]:
    """These students of the class. Somebody who is not one of them is not found."""
    wanted = {int(pk) for pk in pks if pk.isdecimal()}
    found = list(students.filter(pk__in=wanted))
    if len(found) < len(set(pks)):
        raise Http404
    return found
