"""One walk over every public address, before and after a memory is taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from families.models import User
from media.models import Item
from stories.index import keeping
from stories.models import Fund, Place, Story
from tests.archive.making import showcase
from tests.archive.taking_back import by_a_no, by_deleting, by_hiding
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db

TITLE = "The lamplighter of Barnes Green"


def pages(place: Place, fund: Fund, show: str, slides: str) -> list[str]:
    return [
        "/",
        "/stories/",
        "/stories/?q=lamplighter",
        f"/stories/?place={place.slug}",
        f"/stories/?fund={fund.slug}",
        "/stories/?decade=1970s",
        "/stories/?kind=image",
        f"/places/{place.slug}/",
        f"/funds/{fund.slug}/",
        "/timeline/",
        show,
        slides,
    ]


def files(item: Item) -> list[str]:
    return [item.url(made.name) for made in item.derivatives.all()]


def fetched(client: Client, address: str) -> Any:
    """The answer of the door, read to its end as a browser does, so that its file is closed."""
    answer = client.get(address)
    assert body(answer), address
    return answer


@pytest.mark.parametrize("take_back", [by_hiding, by_deleting, by_a_no])
def test_it_is_gone_from_every_address_at_once(
    take_back: Callable[[Story], None], client: Client, student: User, teacher: User
) -> None:
    place, fund = Place.objects.get(slug="collyhurst"), Fund.objects.get(slug="neighbours")
    item = ItemFactory(uploaded_by=student)
    story = StoryFactory(
        published=True,
        author=student,
        title=TITLE,
        teller=PersonFactory(consenting=True, school=student.school),
        places=[place],
        funds=[fund],
        parts=["He lit the lamps.", item],
    )
    stays = StoryFactory(published=True, author=student, title="The one that stays")
    show = showcase(story, stays, by=teacher)
    addresses = pages(place, fund, show.url, show.slides_url)
    keeping.catch_up()
    suggested = "/stories/suggestions/?q=lamplighter"
    assert client.get(suggested).json() == {"suggestions": [TITLE]}
    before = {a: client.get(a) for a in addresses}
    assert all(item.ref in r.content.decode() for r in before.values()), "Not seen before"
    held = {a: fetched(client, a)["ETag"] for a in files(item)}
    assert f"/files/{item.ref}/w" in client.get(story.get_absolute_url()).content.decode()

    take_back(story)

    for address in addresses:
        page = client.get(address)
        assert page.status_code == 200
        assert TITLE not in page.content.decode(), address
        assert item.ref not in page.content.decode(), address
        assert "no-cache" in page["Cache-Control"] or "no-store" in page["Cache-Control"]
    assert client.get(suggested).json() == {"suggestions": []}
    assert "The one that stays" in client.get(show.url).content.decode()
    gone = client.get(story.get_absolute_url())
    assert gone.status_code == 410
    assert TITLE not in gone.content.decode()
    for address, etag in held.items():
        # A browser that asks whether its copy still counts gets the same no as a stranger.
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 404


@pytest.mark.parametrize("take_back", [by_hiding, by_deleting, by_a_no])
def test_it_is_gone_from_whatever_machines_and_other_sites_read(
    take_back: Callable[[Story], None], client: Client, student: User, teacher: User
) -> None:
    place, fund = Place.objects.get(slug="collyhurst"), Fund.objects.get(slug="neighbours")
    common = {"published": True, "author": student, "places": [place], "funds": [fund]}
    teller = PersonFactory(consenting=True, school=student.school)
    story = StoryFactory(title=TITLE, teller=teller, **common)
    stays = StoryFactory(title="The one that stays", **common)
    show = showcase(story, stays, by=teacher)
    listed = [
        "/stories/feed/",
        "/places/collyhurst/feed/",
        "/funds/neighbours/feed/",
        f"{show.url}feed/",
        "/sitemap-stories.xml",
    ]
    whole = f"http://testserver{story.get_absolute_url()}"
    alone = [f"/embed/stories/{story.ref}/", f"{story.get_absolute_url()}card.jpg"]
    alone += [f"/oembed/?url={whole}"]
    assert all(story.ref in client.get(address).content.decode() for address in listed)
    assert [client.get(address).status_code for address in alone] == [200, 200, 200]

    take_back(story)

    for address in listed:
        said = client.get(address).content.decode()
        assert story.ref not in said, address
        assert stays.ref in said, address
    assert {client.get(address).status_code for address in alone} <= {404, 410}
    for _ in range(5):
        assert stays.ref in client.get("/walk/")["Location"]


def test_a_browser_keeps_a_public_file_for_minutes_and_asks_again(
    client: Client, student: User
) -> None:
    item = ItemFactory(uploaded_by=student)
    StoryFactory(published=True, author=student, parts=["Words", item])
    answer = fetched(client, item.url("w480.jpg"))
    told = dict(part.strip().partition("=")[::2] for part in answer["Cache-Control"].split(","))
    assert 0 < int(told["max-age"]) <= 300
    assert "must-revalidate" in told
    assert answer["ETag"]
