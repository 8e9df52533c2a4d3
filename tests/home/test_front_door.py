"""The home page, the plain pages, and the tree that they stand in."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, Site, WorkflowPage

from archive.models import ShowcaseIndexPage
from families.models import User
from home import tree
from home.models import HomePage, PlainPage
from tests.archive.making import picture, showcase
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db

PLAIN = ("/about/", "/privacy/", "/accessibility/")


def test_home_shows_the_newest(client: Client, teacher: User, student: User) -> None:
    story = StoryFactory(published=True, author=student, title="The hooter")
    older = showcase(story, by=teacher, title="Older", cover=picture(by=teacher))
    newer = showcase(story, by=teacher, title="Newer")
    answer = client.get("/")
    html = answer.content.decode()
    assert answer.context["featured"].title == "Newer"
    assert f'href="{newer.url}"' in html
    assert older.url not in html
    assert "The hooter" in html
    assert 'href="/funds/neighbours/"' in html
    assert 'href="/desk/stories/new/"' in html


def test_home_lists_three_showcases(client: Client, teacher: User) -> None:
    for number in range(4):
        showcase(by=teacher, title=f"Number {number}")
    context = client.get("/").context
    assert context["featured"].title == "Number 3"
    assert [card.title for card in context["other_showcases"]] == ["Number 2", "Number 1"]


def test_home_of_an_empty_archive(client: Client) -> None:
    html = client.get("/").content.decode()
    assert "New on the wall" not in html
    assert "Tell yours" in html


@pytest.mark.parametrize("address", PLAIN)
def test_plain_pages(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert f'href="http://testserver{address}"' in answer.content.decode()


@pytest.mark.parametrize(("demonstration", "count"), [(True, 2), (False, 0)])
def test_invented_people_are_said_to_be(
    client: Client, settings: Any, demonstration: bool, count: int
) -> None:
    settings.DEMONSTRATION = demonstration
    html = client.get("/privacy/").content.decode()
    assert html.count("invented") == count


def test_no_script_of_others_and_none_inline(client: Client) -> None:
    for address in ("/", *PLAIN):
        html = client.get(address).content.decode()
        assert "<script>" not in html
        assert 'src="http' not in html
        assert " style=" not in html


class TestTree:
    """The tree is made once, and what staff wrote stays."""

    def test_what_is_there(self) -> None:
        home = HomePage.objects.get()
        assert Site.objects.get().root_page_id == home.pk
        assert ShowcaseIndexPage.objects.get().slug == "showcases"
        assert set(PlainPage.objects.values_list("slug", flat=True)) == {
            "about",
            "privacy",
            "accessibility",
        }

    def test_twice_changes_nothing(self) -> None:
        about = PlainPage.objects.get(slug="about")
        about.body = "<p>Mended by staff.</p>"
        about.save()
        before = list(Page.objects.order_by("path").values_list("path", "title", "pk"))
        tree.install()
        assert list(Page.objects.order_by("path").values_list("path", "title", "pk")) == before
        assert PlainPage.objects.get(slug="about").body == "<p>Mended by staff.</p>"

    def test_wagtails_welcome_leaves(self) -> None:
        HomePage.objects.get().delete()
        Site.objects.all().delete()
        root = Page.get_first_root_node()
        welcome = root.add_child(instance=Page(title="Welcome to Wagtail", slug="home"))
        Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)
        tree.install()
        assert not Page.objects.filter(title__startswith="Welcome").exists()
        assert Site.objects.get().root_page_id == HomePage.objects.get().pk
        assert not WorkflowPage.objects.exists()


class TestWaysDown:
    """A page below is found by its whole address, and nothing else is."""

    def test_to_every_page_and_what_stands_on_it(self, client: Client, teacher: User) -> None:
        page = showcase(by=teacher, title="Looms", slug="looms")
        for address in ("/about/", "/showcases/", page.url, page.slides_url):
            assert client.get(address).status_code == 200, address

    @pytest.mark.parametrize(
        "address",
        [
            "/looms/",
            "/showcases/nothing/",
            "/showcases/looms/nothing/",
            "/showcases/looms/present/nothing/",
            "/showcases/looms/present/notes/nothing/else/",
            "/about/showcases/",
            "/about/about/",
            "/showcases/about/",
        ],
    )
    def test_nowhere_else(self, client: Client, teacher: User, address: str) -> None:
        showcase(by=teacher, title="Looms", slug="looms")
        assert client.get(address).status_code == 404

    def test_not_to_what_is_not_out(self, client: Client, teacher: User) -> None:
        page = showcase(by=teacher, title="Looms", slug="looms")
        address = page.url
        page.unpublish()
        assert client.get(address).status_code == 404
        assert client.get(f"{address}present/").status_code == 404

    def test_staff_get_it_with_all_that_wagtail_knows_now(
        self, client: Client, teacher: User
    ) -> None:
        page = showcase(by=teacher, title="Looms", slug="looms")
        client.force_login(teacher)
        assert client.get(page.url).context["page"].has_unpublished_changes is False
        Page.objects.filter(pk=page.pk).update(has_unpublished_changes=True)
        assert client.get(page.url).context["page"].has_unpublished_changes is True

    def test_a_site_that_is_changed_counts_at_once(self, client: Client) -> None:
        assert client.get("/about/").status_code == 200
        Site.objects.update(root_page=PlainPage.objects.get(slug="about"))
        assert client.get("/about/").status_code == 404
