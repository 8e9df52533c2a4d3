"""Which plain pages the head and the foot lead to: chosen by administrators, in their order."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from home import tree
from home.models import HomePage, NavigationLink, PlainPage
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

FOOT = "nav[aria-label='About this site'] a"
HEAD = "#site-menu a"


@pytest.fixture
def room(client: Client) -> Client:
    client.force_login(UserFactory(administrator=True, school=None))
    return client


@pytest.fixture
def thanks() -> PlainPage:
    page = PlainPage(title="With thanks to", slug="thanks", body="<p>Many.</p>")
    made: PlainPage = HomePage.objects.get().add_child(instance=page)
    return made


def found(where: str) -> dict[str, str]:
    """The links that a visitor sees, by their words."""
    page = BeautifulSoup(Client().get("/places/").content, "html.parser")
    return {link.get_text(strip=True): link["href"] for link in page.select(where)}


def link(**changed: Any) -> NavigationLink:
    return NavigationLink.objects.get(**changed)


def test_an_archive_begins_with_its_own_pages() -> None:
    assert found(FOOT) == {
        "About us": "/about/",
        "Privacy: what we keep, and why": "/privacy/",
        "Accessibility: using this site your way": "/accessibility/",
    }
    assert found(HEAD)["About"] == "/about/"


def test_what_came_with_the_archive_is_translated() -> None:
    client = Client()
    client.cookies["django_language"] = "pl"
    page = client.get("/sign-in/").content.decode()
    assert "Privacy: what we keep" not in page
    assert 'href="/privacy/"' in page


def test_another_page_joins_in_its_place(room: Client, thanks: PlainPage) -> None:
    typed = {"page": thanks.pk, "place": "foot", "words": "", "position": 1}
    assert room.post(reverse("navigation:add"), typed).status_code == 302
    NavigationLink.objects.filter(page__slug="privacy").update(position=0)
    assert next(iter(found(FOOT))) == "Privacy: what we keep, and why"
    assert found(FOOT)["With thanks to"] == "/thanks/"


def test_a_page_that_is_not_public_is_left_out(thanks: PlainPage) -> None:
    NavigationLink.objects.create(page=thanks, place="head")
    assert "With thanks to" in found(HEAD)
    thanks.unpublish()
    assert "With thanks to" not in found(HEAD)


def test_rows_are_dragged_into_order(room: Client) -> None:
    last = link(page__slug="accessibility")
    room.post(f"{reverse('navigation:reorder', args=[last.pk])}?position=0")
    assert next(iter(found(FOOT))) == "Accessibility: using this site your way"


def test_a_link_goes_and_its_page_stays(room: Client) -> None:
    gone = link(page__slug="accessibility")
    room.post(reverse("navigation:delete", args=[gone.pk]))
    assert "/accessibility/" not in found(FOOT).values()
    assert Client().get("/accessibility/").status_code == 200
    tree.install()
    assert "/accessibility/" not in found(FOOT).values()


def test_an_empty_row_begins_again(room: Client) -> None:
    NavigationLink.objects.all().delete()
    PlainPage.objects.get(slug="accessibility").delete()
    PlainPage.objects.filter(slug="about").update(slug="about-us")
    tree._lead_to_plain_pages()
    assert list(found(FOOT).values()) == ["/privacy/"]


class TestPrivacyStays:
    def test_it_is_not_deleted(self, room: Client) -> None:
        privacy = link(page__slug="privacy")
        answer = room.post(reverse("navigation:delete", args=[privacy.pk]), follow=True)
        assert "so it stays in the foot" in answer.content.decode()
        assert NavigationLink.objects.filter(pk=privacy.pk).exists()

    def test_it_is_not_moved_away(self, room: Client, thanks: PlainPage) -> None:
        privacy = link(page__slug="privacy")
        typed = {"page": privacy.page_id, "place": "foot", "words": "Privacy", "position": 0}
        edit = reverse("navigation:edit", args=[privacy.pk])
        for changed in ({"place": "head"}, {"page": thanks.pk}):
            assert "so it stays in the foot" in room.post(edit, typed | changed).content.decode()
        assert room.post(edit, typed).status_code == 302
        assert found(FOOT)["Privacy"] == "/privacy/"


@pytest.mark.parametrize("who", ["teacher", "lead", "student", "family_member"])
def test_others_choose_nothing(client: Client, who: str) -> None:
    client.force_login(UserFactory(**{who: True}))
    first = NavigationLink.objects.all()[0]
    for address in (
        reverse("navigation:index"),
        reverse("navigation:add"),
        reverse("navigation:edit", args=[first.pk]),
        reverse("navigation:delete", args=[first.pk]),
    ):
        client.post(address, {"words": "Mine"})
        assert client.get(address).status_code in (302, 404)
    assert NavigationLink.objects.count() == len(tree.LINKED)
    assert not NavigationLink.objects.filter(words="Mine").exists()


@pytest.mark.parametrize("page", [HomePage, PlainPage])
def test_the_pages_themselves_say_what_they_are_for(room: Client, page: Any) -> None:
    html = room.get(
        reverse("wagtailadmin_pages:edit", args=[page.objects.all()[0].pk])
    ).content.decode()
    for said in {HomePage: ("The front door.",), PlainPage: ("Write for a 13-year-old.",)}[page]:
        assert said in html
