"""Schools, classes and families."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet
from wagtail.admin.ui.tables import NumberColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import SchoolPolicy, WithinTheBoundary, WithinTheBoundaryIndex
from families.admin.forms import ReporterClassForm
from families.models import ReporterClass, School, User
from families.roles import Anybody, Role, is_administrator


class AdministratorsPolicy(SchoolPolicy):
    """Only an administrator looks after the list of schools."""

    roles = (Role.ADMINISTRATOR,)

    def may_enter(self, user: Anybody) -> bool:
        return is_administrator(user)

    def rows_of(self, user: User) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.model._default_manager.all()
        return rows


class Index(WithinTheBoundaryIndex, generic.IndexView):
    pass


class SchoolsViewSet(WithinTheBoundary, ModelViewSet):
    model = School
    name = "schools"
    icon = "home"
    menu_label = "Schools"
    menu_order = 590
    add_to_settings_menu = True
    index_view_class = Index
    form_fields = ["name"]
    search_fields = ("name",)
    search_backend_name = None


class ClassesIndex(Index):
    def get_base_queryset(self) -> QuerySet[ReporterClass]:
        rows: QuerySet[ReporterClass] = super().get_base_queryset()
        return rows.annotate(how_many=Count("students"))


class ClassesViewSet(WithinTheBoundary, ModelViewSet):
    model = ReporterClass
    name = "classes"
    icon = "group"
    menu_label = "Classes"
    menu_order = 220
    add_to_admin_menu = True
    index_view_class = ClassesIndex
    search_fields = ("name",)
    search_backend_name = None
    list_display = ("name", NumberColumn("how_many", label="Students"))

    def get_form_class(self, for_update: bool = False) -> type[ReporterClassForm]:
        return ReporterClassForm
