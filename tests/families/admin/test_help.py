"""Every room of ours in the admin says what it is for, and every box what to put in it."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from families.models import User
from tests.architecture.houses import APPS
from tests.factories import ReporterClassFactory, UserFactory

pytestmark = pytest.mark.django_db

OTHERS = (ChooserViewSet, SnippetViewSet)
"""Windows inside other pages, and the queue with its review page, which say it themselves."""

# The admin's rooms are known once its addresses are.
get_resolver().url_patterns  # noqa: B018
OURS = {
    viewset.name: viewset
    for viewset in viewsets.viewsets
    if type(viewset).__module__.split(".")[0] in APPS and not isinstance(viewset, OTHERS)
}
ROLES: tuple[dict[str, Any], ...] = (
    {"teacher": True},
    {"lead": True},
    {"administrator": True, "school": None},
)


def page_of(name: str, view: str, school: Any) -> Any:
    """The page as the first role that may see it sees it; None where the room has no such page."""
    try:
        address = reverse(f"{name}:{view}")
    except NoReverseMatch:
        return None
    for role in ROLES:
        client = Client()
        client.force_login(UserFactory(**{"school": school} | role))
        answer = client.get(address, follow=True)
        if answer.request["PATH_INFO"].startswith(address) and answer.status_code == 200:
            return BeautifulSoup(answer.content, "html.parser")
    return None


def said(page: Any) -> str:
    return " ".join(page.find("main").get_text(" ").split())


def test_the_walk_finds_our_rooms() -> None:
    assert {"people", "places", "funds", "decks", "worries", "files", "renewals"} <= OURS.keys()
    assert "images" not in OURS


@pytest.mark.parametrize("name", OURS)
def test_a_room_says_what_it_is_for(name: str, school: Any) -> None:
    about = str(OURS[name].about)
    assert about.endswith("."), f"Say in a sentence what {name} is for."
    page = page_of(name, "index", school)
    assert " ".join(about.split()) in said(page)
    add = page_of(name, "add", school)
    assert add is None or about in said(add)


@pytest.mark.parametrize("name", OURS)
def test_every_box_says_what_to_put_in_it(name: str, student: User) -> None:
    ReporterClassFactory(school=student.school)
    page = page_of(name, "add", student.school)
    if page is None:
        return
    silent = [box for box in boxes(page) if not helped(page, box)]
    assert silent == [], f"Give a help text to {silent} of {name}."


def boxes(page: Any) -> list[str]:
    """The names of what is filled in, one for each question; not the rows of a list below."""
    form = page.find("form", id="w-editor-form")
    fields = form.find_all(["input", "select", "textarea"])
    named = {f.get("name", "") for f in fields if f.get("type") not in ("hidden", "submit")}
    return sorted(name for name in named if name and "-" not in name)


def helped(page: Any, name: str) -> bool:
    field = page.find(attrs={"name": name})
    wrapper = field.find_parent(class_="w-field__wrapper") or field.find_parent("section")
    text = wrapper.find(class_="help") if wrapper else None
    return bool(text and text.get_text(strip=True))
