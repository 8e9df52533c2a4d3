"""Schools, classes and families."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.urls import URLPattern, path, reverse
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import NumberColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from families.admin.boundary import SchoolPolicy, WithinTheBoundary, WithinTheBoundaryIndex
from families.admin.classes import changing, enrolling, roster
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


class SchoolForm(WagtailAdminModelForm):
    class Meta:
        model = School
        fields = ["name"]
        help_texts = {"name": "As it is on the letters that the school sends home."}


class SchoolsViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "Every school of this archive. Staff see the people and the memories of their own school, "
        "and nothing of another’s."
    )
    model = School
    name = "schools"
    icon = "home"
    menu_label = "Schools"
    menu_order = 590
    add_to_settings_menu = True
    index_view_class = Index
    search_fields = ("name",)
    search_backend_name = None

    def get_form_class(self, for_update: bool = False) -> type[SchoolForm]:
        return SchoolForm


class ClassesIndex(Index):
    def get_base_queryset(self) -> QuerySet[ReporterClass]:
        rows: QuerySet[ReporterClass] = super().get_base_queryset()
        return rows.annotate(how_many=Count("students", filter=Q(students__is_active=True)))

    def _get_title_column(self, field_name: str, *args: Any, **kwargs: Any) -> Any:
        """The name of a class leads to who is in it, which is why one comes here."""
        column = self._get_title_column_class(TitleColumn)
        return self._get_custom_column(field_name, column, get_url=students_url)

    def get_list_more_buttons(self, instance: ReporterClass) -> list[Any]:
        students = Button("Students", url=students_url(instance), icon_name="user", priority=5)
        return [students, *super().get_list_more_buttons(instance)]


def students_url(reporter_class: ReporterClass) -> str:
    return reverse("classes:students", args=[reporter_class.pk])


class ClassAdd(generic.CreateView):
    def get_success_url(self) -> str:
        """Straight on to the list of first names."""
        return reverse("classes:enrol", args=[self.object.pk])


class ClassEdit(generic.EditView):
    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton("Students", url=students_url(self.object), icon_name="user")]


CLASS_PAGES: dict[str, tuple[str, Any]] = {
    "students": ("students/", roster.RosterPage),
    "enrol": ("students/add/", enrolling.EnrolPage),
    "cards": ("students/cards/", changing.NewCardsPage),
    "move": ("students/move/", changing.MovePage),
    "leave": ("students/leave/", changing.LeavePage),
    "come_back": ("students/back/", changing.ComeBackPage),
}


class ClassesViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "The classes of your school. Open one to add students, print their cards, or say that "
        "somebody has left."
    )
    model = ReporterClass
    name = "classes"
    icon = "group"
    menu_label = "Classes"
    index_view_class = ClassesIndex
    add_view_class = ClassAdd
    edit_view_class = ClassEdit
    changing = frozenset({"edit", *CLASS_PAGES})
    search_fields = ("name",)
    search_backend_name = None
    list_display = ("name", NumberColumn("how_many", label="Students"))

    def get_form_class(self, for_update: bool = False) -> type[ReporterClassForm]:
        return ReporterClassForm

    def own_urlpatterns(self) -> list[URLPattern]:
        return [
            path(f"<int:pk>/{end}", self.construct_view(page), name=name)
            for name, (end, page) in CLASS_PAGES.items()
        ]
