"""The one address of each public page, and how it looks when somebody sends it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from archive import paging
from archive.models import ShowcasePage, ShowcaseShare
from families.models import School, User
from stories.index import keeping
from stories.models import Place, Story
from tests.archive.making import showcase
from tests.archive.outside.reading import SITE, head, linked_to, meta
from tests.factories import StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=student,
        title="The hooter",
        places=Place.objects.filter(slug="collyhurst"),
    )
    keeping.catch_up()
    return made


@pytest.fixture
def shown_in(story: Story, teacher: User) -> ShowcasePage:
    return showcase(story, by=teacher, title="Hooters")


ADDRESSES = {
    "/": "/",
    "/?from=a-poster": "/",
    "/about/": "/about/",
    "/privacy/record/?x=1": "/privacy/record/",
    "/places/?utm_source=x": "/places/",
    "/places/collyhurst/?page=1": "/places/collyhurst/",
    "/places/collyhurst/?page=2&x=1": "/places/collyhurst/",
    "/places/collyhurst/?page=nonsense": "/places/collyhurst/",
    "/funds/": "/funds/",
    "/funds/neighbours/": "/funds/neighbours/",
    "/map/?x": "/map/",
    "/timeline/": "/timeline/",
    "/showcases/": "/showcases/",
    "/showcases/hooters/?x=1": "/showcases/hooters/",
    "/showcases/hooters/present/": "/showcases/hooters/",
    "/stories/?utm_source=x&place=collyhurst&page=2": "/stories/?place=collyhurst",
    "/stories/?q=hooter&nonsense=1": "/stories/?q=hooter",
}
"""Addresses as somebody may come by them, and the one that each page gives as its own."""

LISTS = {
    "/stories/": True,
    "/stories/?q=hooter": True,
    "/stories/?q=nobody-ever-said-this": False,
    "/stories/?place=collyhurst": True,
    "/stories/?place=monsall-hospital": False,
    "/stories/?place=collyhurst&context=neighbourhood": False,
}
"""Lists, and whether a search engine may keep each."""


def test_each_page_has_one_address(client: Client, shown_in: ShowcasePage) -> None:
    for asked, canonical in ADDRESSES.items():
        (given,) = linked_to(client, asked, "canonical")
        assert given == f"{SITE}{canonical}", asked


def test_only_lists_worth_keeping_are_kept(client: Client, story: Story) -> None:
    for asked, is_kept in LISTS.items():
        assert ("noindex" in meta(client, asked).get("robots", "")) != is_kept, asked


def test_an_empty_archive_is_kept(client: Client) -> None:
    assert "robots" not in meta(client, "/stories/")


def test_how_a_link_looks_elsewhere(client: Client, story: Story, shown_in: ShowcasePage) -> None:
    cards = {
        "/": ("/card.jpg", "website"),
        "/places/collyhurst/": ("/places/collyhurst/card.jpg", "website"),
        "/funds/neighbours/": ("/funds/neighbours/card.jpg", "website"),
        story.get_absolute_url(): (f"{story.get_absolute_url()}card.jpg", "article"),
        shown_in.url: (f"{shown_in.url}card.jpg", "article"),
    }
    for address, (card, kind) in cards.items():
        said = meta(client, address)
        assert said["og:type"] == kind, address
        assert said["og:url"] == f"{SITE}{address}"
        assert said["og:title"] and said["og:description"] and said["og:image:alt"]
        assert said["og:image"] == f"{SITE}{card}"
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
        assert said["twitter:card"] == "summary_large_image"


def test_which_feed_a_page_leads_to(client: Client, story: Story, shown_in: ShowcasePage) -> None:
    feeds = {
        "/": "/stories/feed/",
        "/stories/": "/stories/feed/",
        story.get_absolute_url(): "/stories/feed/",
        "/places/collyhurst/": "/places/collyhurst/feed/",
        "/funds/neighbours/": "/funds/neighbours/feed/",
        shown_in.url: f"{shown_in.url}feed/",
    }
    for address, there in feeds.items():
        kind = "application/atom+xml"
        found = [tag["href"] for tag in head(client, address) if tag.get("type") == kind]
        assert found == [there]
        assert client.get(there).status_code == 200


def test_another_site_finds_how_to_embed(
    client: Client, story: Story, shown_in: ShowcasePage
) -> None:
    for address in (story.get_absolute_url(), shown_in.url):
        tags = [tag for tag in head(client, address) if tag.get("type", "").endswith("+oembed")]
        assert {tag["type"] for tag in tags} == {"application/json+oembed", "text/xml+oembed"}
        for tag in tags:
            answer = client.get(tag["href"].replace("&amp;", "&").removeprefix(SITE))
            assert answer.status_code == 200


def test_a_draft_tells_other_sites_nothing(
    client: Client, story: Story, teacher: User, other_school: School
) -> None:
    draft = showcase(story, by=teacher, live=False, title="Not out yet", school=teacher.school)
    ShowcaseShare.objects.create(showcase=draft, school=other_school)
    client.force_login(UserFactory(teacher=True, school=other_school))
    address = reverse("showcase_read", args=[draft.pk])
    html = client.get(address).content.decode()
    assert "Not out yet" in html
    assert meta(client, address)["robots"] == "noindex"
    for word in ("og:title", "ld+json", "oembed", "canonical", "share-link"):
        assert word not in html


def test_each_page_of_a_list_has_its_own(
    client: Client, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "A_PAGE", 1)
    StoryFactory(published=True, author=story.author, places=story.places.all())
    for asked, given in {
        "/places/collyhurst/?page=2&x=1": "/places/collyhurst/?page=2",
        "/places/collyhurst/?page=99": "/places/collyhurst/?page=2",
        "/stories/?x=1&page=2&place=collyhurst": "/stories/?place=collyhurst&page=2",
    }.items():
        assert linked_to(client, asked, "canonical") == [f"{SITE}{given}"]


def test_every_page_can_be_passed_on_without_anybody_else(
    client: Client, story: Story, shown_in: ShowcasePage
) -> None:
    framed = {
        story.get_absolute_url(): f"/embed/stories/{story.ref}/",
        shown_in.url: f"/embed/showcases/{shown_in.slug}/",
        "/places/collyhurst/": "",
        "/funds/neighbours/": "",
    }
    for address, frame in framed.items():
        html = client.get(address).content.decode()
        assert f'readonly value="{SITE}{address}"' in html
        assert f'href="/qr/?to={address}"' in html
        assert ("&lt;iframe src=" in html) == bool(frame)
        assert f"{SITE}{frame}&quot;" in html or not frame
