"""Every public address for search engines, and no other."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive.outside import sitemaps
from families.models import User
from stories import lifecycle
from stories.models import Fund, Place, Story
from tests.archive.making import showcase
from tests.archive.outside.reading import SITE, mapped
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=student,
        places=Place.objects.filter(slug="collyhurst"),
        funds=Fund.objects.filter(slug="neighbours"),
    )
    return made


def test_the_index_names_each_piece(client: Client, story: Story) -> None:
    found = mapped(client, "/sitemap.xml")
    assert set(found) == {f"{SITE}/sitemap-{name}.xml" for name in sitemaps.PIECES}
    story.refresh_from_db()
    assert found[f"{SITE}/sitemap-stories.xml"] == story.last_published_at.isoformat()


def test_everything_public_is_in_one_piece(client: Client, story: Story, teacher: User) -> None:
    StoryFactory(submitted=True, author=story.author)
    page = showcase(story, by=teacher)
    showcase(story, by=teacher, live=False)
    day = story.last_published_at.date().isoformat() if story.last_published_at else None
    expected = {
        "stories": {story.get_absolute_url(): day},
        "places": {"/places/collyhurst/": day},
        "funds": {"/funds/neighbours/": day},
        "showcases": {page.url: page.last_published_at.date().isoformat()},
    }
    for name, addresses in expected.items():
        found = mapped(client, f"/sitemap-{name}.xml")
        assert set(found) == {f"{SITE}{address}" for address in addresses}, name
        assert all(found.values()), name
    pages = mapped(client, "/sitemap-pages.xml")
    for address in ("/", "/about/", "/showcases/", "/stories/", "/map/", "/timeline/"):
        assert f"{SITE}{address}" in pages
    for address in {**pages, **mapped(client, "/sitemap-places.xml")}:
        assert client.get(address.removeprefix(SITE)).status_code == 200


def test_what_is_taken_back_is_gone_at_once(client: Client, story: Story) -> None:
    lifecycle.withdraw(story, by=story.author)
    for name in ("stories", "places", "funds"):
        assert mapped(client, f"/sitemap-{name}.xml") == {}


def test_many_come_in_pieces(client: Client, story: Story, monkeypatch: Any) -> None:
    monkeypatch.setattr(sitemaps.Stories, "limit", 2)
    others = [StoryFactory(published=True, author=story.author) for _ in range(2)]
    assert f"{SITE}/sitemap-stories.xml?p=2" in mapped(client, "/sitemap.xml")
    first = mapped(client, "/sitemap-stories.xml")
    second = mapped(client, "/sitemap-stories.xml?p=2")
    assert len(first) == 2
    assert list(second) == [f"{SITE}{others[-1].get_absolute_url()}"]
    assert client.get("/sitemap-stories.xml?p=3").status_code == 404


def test_a_piece_that_there_is_not(client: Client) -> None:
    assert client.get("/sitemap-people.xml").status_code == 404


def test_robots_are_told_where_everything_is(client: Client) -> None:
    answer = client.get("/robots.txt")
    assert answer["Content-Type"].startswith("text/plain")
    lines = answer.content.decode().splitlines()
    assert f"Sitemap: {SITE}/sitemap.xml" in lines
    assert "Disallow: /desk/" in lines
    assert "Disallow: /" not in lines
