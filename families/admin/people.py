"""People, and what they allow."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import Button, HeaderButton

from families import consent
from families.admin.asking import AskView
from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex
from families.admin.consents import ConsentsView
from families.admin.forms import PersonForm
from families.models import Person
from families.models.consents import Giver, Scope


def consents_url(person: Person) -> str:
    return reverse("people:consents", args=[person.pk])


def ask_url(
    person: Person, *, story_ref: str = "", scope: Scope | None = None, giver: Giver | None = None
) -> str:
    """Where somebody is asked for exactly this yes."""
    wanted = {"story": story_ref, "scope": scope or "", "giver": giver or ""}
    query = urlencode({name: str(value) for name, value in wanted.items() if value})
    return f"{reverse('people:ask', args=[person.pk])}?{query}"


def web_in_words(person: Person) -> str:
    """Whether the web may show this person, as a short sentence for a list."""
    lacking = consent.missing(person, Scope.WEB)
    return "Yes" if not lacking else "; ".join(lacking).capitalize()


class PeopleIndex(WithinTheBoundaryIndex, generic.IndexView):
    """Lists people with what is still missing, in a number of queries that does not grow."""

    page_title = "People"

    def get_base_queryset(self) -> QuerySet[Person]:
        rows: QuerySet[Person] = super().get_base_queryset()
        return rows.select_related("family").prefetch_related("consents")

    def get_list_more_buttons(self, instance: Person) -> list[Any]:
        consents = Button("Consent", url=consents_url(instance), icon_name="check", priority=5)
        ask = Button("Ask", url=ask_url(instance), icon_name="mail", priority=6)
        return [consents, ask, *super().get_list_more_buttons(instance)]


class PersonEdit(generic.EditView):
    @property
    def header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton("Consent", url=consents_url(self.object), icon_name="check")]


class PersonAdd(generic.CreateView):
    def get_success_url(self) -> str:
        """Straight on to what they allow, which is why one adds a person."""
        return consents_url(self.object)


class PeopleViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "Everybody who tells, is seen, is heard or is talked about in a memory, with or without a "
        "sign-in. Open one to see what they allow, or to ask them."
    )
    model = Person
    name = "people"
    icon = "group"
    menu_label = "People"
    index_view_class = PeopleIndex
    add_view_class = PersonAdd
    edit_view_class = PersonEdit
    changing = frozenset({"edit", "consents", "ask"})
    looking = frozenset({"edit", "consents", "history"})
    look_word = "families.look"
    search_fields = ("public_name", "name")
    search_backend_name = None
    list_filter = ("is_child", "never_publish")
    list_display = (
        "public_name",
        "name",
        Column("is_child", label="Under 16", accessor=lambda p: "Under 16" if p.is_child else ""),
        "family",
        Column("web", label="May the web show them?", accessor=web_in_words),
    )

    def own_urlpatterns(self) -> list[URLPattern]:
        return [
            path("<int:pk>/consents/", self.construct_view(ConsentsView), name="consents"),
            path("<int:pk>/ask/", self.construct_view(AskView), name="ask"),
        ]

    def get_form_class(self, for_update: bool = False) -> type[PersonForm]:
        return PersonForm
