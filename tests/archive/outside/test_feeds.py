"""New stories as feeds: whose, in which order, under which names, and gone at once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from families.models import User
from stories import lifecycle
from stories.models import FormerPlace, Fund, Place, Story
from stories.models.states import Audience
from tests.archive.making import showcase
from tests.archive.outside.reading import ATOM, SITE, entries, feed
from tests.factories import PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=student,
        title="The hooter & \x0bthe bell",
        summary="Loud <b>and</b> long.",
        teller=PersonFactory(public_name="Rita", school=student.school, consenting=True),
        places=Place.objects.filter(slug="collyhurst"),
        funds=Fund.objects.filter(slug="neighbours"),
    )
    return made


def test_an_entry(client: Client, story: Story) -> None:
    (entry,) = feed(client, "/stories/feed/").iter(f"{ATOM}entry")
    said = {name: entry.findtext(f"{ATOM}{name}") for name in ("id", "title", "summary")}
    assert said == {
        "id": f"tag:127.0.0.1,2026:stories/{story.ref}",
        "title": "The hooter & the bell",
        "summary": "Loud &lt;b&gt;and&lt;/b&gt; long.",
    }
    assert entry.find(f"{ATOM}link").get("href") == f"{SITE}{story.get_absolute_url()}"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Rita"
    story.refresh_from_db()
    assert entry.findtext(f"{ATOM}published") == story.first_published_at.isoformat()
    assert entry.findtext(f"{ATOM}updated") == story.last_published_at.isoformat()
    terms = {one.get("term") for one in entry.iter(f"{ATOM}category")}
    assert terms == {place.name for place in story.places.all()} | {
        fund.name for fund in story.funds.all()
    }


def test_a_name_in_a_feed_stays_when_the_title_changes(client: Client, story: Story) -> None:
    before = feed(client, "/stories/feed/").findtext(f"{ATOM}entry/{ATOM}id")
    Story.objects.filter(pk=story.pk).update(title="Another name")
    after = feed(client, "/stories/feed/")
    assert after.findtext(f"{ATOM}entry/{ATOM}title") == "Another name"
    assert after.findtext(f"{ATOM}entry/{ATOM}id") == before


def test_each_feed_has_its_own(client: Client, story: Story, teacher: User) -> None:
    other = StoryFactory(published=True, author=story.author, title="Elsewhere")
    StoryFactory(published=True, author=story.author, audience=Audience.EVERYONE, held=True)
    StoryFactory(submitted=True, author=story.author, title="Waiting")
    page = showcase(other, by=teacher, title="Only one")
    hooter = "The hooter & the bell"
    assert entries(client, "/stories/feed/") == ["Elsewhere", hooter]
    assert entries(client, "/places/collyhurst/feed/") == [hooter]
    assert entries(client, "/funds/neighbours/feed/") == [hooter]
    assert entries(client, "/places/monsall-hospital/feed/") == []
    empty = feed(client, "/places/monsall-hospital/feed/")
    assert empty.findtext(f"{ATOM}updated") == "2026-01-01T00:00:00+00:00"
    assert entries(client, f"{page.url}feed/") == ["Elsewhere"]
    ids = {feed(client, at).findtext(f"{ATOM}id") for at in ("/stories/feed/", f"{page.url}feed/")}
    assert ids == {"tag:127.0.0.1,2026:feeds/stories/", f"tag:127.0.0.1,2026:feeds{page.url}"}
    title = feed(client, "/places/collyhurst/feed/").findtext(f"{ATOM}title")
    assert title.startswith("Collyhurst – ")


def test_what_is_taken_back_is_gone_at_once(client: Client, story: Story, teacher: User) -> None:
    page = showcase(story, by=teacher)
    addresses = [
        "/stories/feed/",
        "/places/collyhurst/feed/",
        "/funds/neighbours/feed/",
        f"{page.url}feed/",
    ]
    assert all(entries(client, address) for address in addresses)
    lifecycle.withdraw(story, by=story.author)
    assert not any(entries(client, address) for address in addresses)


def test_a_memory_that_came_back_waits_to_be_asked_for_the_showcase(
    client: Client, story: Story, teacher: User
) -> None:
    page = showcase(story, by=teacher)
    Story.objects.filter(pk=story.pk).update(withdrawn_at=timezone.now())
    assert entries(client, "/stories/feed/") == ["The hooter & the bell"]
    assert entries(client, f"{page.url}feed/") == []


def test_a_place_that_was_merged_goes_on(client: Client, story: Story) -> None:
    place = Place.objects.get(slug="collyhurst")
    FormerPlace.objects.create(slug="the-dwellings", number=99, name="Dwellings", place=place)
    assert entries(client, "/places/the-dwellings/feed/") == ["The hooter & the bell"]


@pytest.mark.parametrize(
    "address", ["/places/nowhere/feed/", "/funds/nothing/feed/", "/showcases/none/feed/"]
)
def test_no_feed_of_what_there_is_not(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_showcase_that_is_not_out_has_none(client: Client, story: Story, teacher: User) -> None:
    page = showcase(story, by=teacher, live=False)
    assert client.get(f"{page.url}feed/").status_code == 404
