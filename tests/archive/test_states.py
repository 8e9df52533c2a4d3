"""Every state of a memory at every public address: only what is public is ever shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client

from archive.models import ShowcasePage
from families.models import User
from stories.index import keeping
from stories.models import Fund, Place, Story
from stories.models.states import Audience
from tests.archive.making import showcase
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db

TITLE = "The lamplighter of Barnes Green"
STATES = {
    "draft": {"draft": True},
    "submitted": {"submitted": True},
    "taken up": {"taken_up": True},
    "changes requested": {"changes_requested": True},
    "published": {"published": True},
    "published and held": {"published": True, "held": True},
    "published for the family": {"published": True},
    "withdrawn": {"withdrawn": True},
    "withdrawn and held": {"withdrawn": True, "held": True},
    "sealed": {"sealed": True},
}
STATUS_OF_STORY_PAGE = {"published": 200, "withdrawn": 410}


@dataclass(frozen=True)
class Scene:
    """One memory, in a place, a fund and a showcase."""

    story: Story
    place: Place
    fund: Fund
    page: ShowcasePage


ADDRESSES: dict[str, Callable[[Scene], str]] = {
    "list": lambda s: "/stories/",
    "search": lambda s: "/stories/?q=lamplighter",
    "list of the place": lambda s: f"/stories/?place={s.place.slug}",
    "list of the fund": lambda s: f"/stories/?fund={s.fund.slug}",
    "list of the decade": lambda s: "/stories/?decade=1970s",
    "list of the context": lambda s: "/stories/?context=neighbourhood",
    "list of words alone": lambda s: "/stories/?kind=words",
    "place": lambda s: f"/places/{s.place.slug}/",
    "fund": lambda s: f"/funds/{s.fund.slug}/",
    "showcase": lambda s: s.page.url,
    "slides": lambda s: s.page.slides_url,
    "home": lambda s: "/",
    "timeline": lambda s: "/timeline/",
    "story page": lambda s: s.story.get_absolute_url(),
}
NEVER_BY_TITLE: dict[str, Callable[[Scene], str]] = {
    "places": lambda s: "/places/",
    "map": lambda s: "/map/",
    "funds": lambda s: "/funds/",
    "list of showcases": lambda s: "/showcases/",
}


@pytest.fixture
def scene(state: str, student: User, teacher: User) -> Scene:
    place, fund = Place.objects.get(slug="collyhurst"), Fund.objects.get(slug="neighbours")
    story = StoryFactory(author=student, title=TITLE, places=[place], funds=[fund], **STATES[state])
    if state == "published for the family":
        Story.objects.filter(pk=story.pk).update(audience=Audience.FAMILY)
    keeping.catch_up()
    return Scene(story, place, fund, showcase(story, by=teacher))


@pytest.fixture(params=["visitor", "author", "teacher"])
def reader(request: pytest.FixtureRequest, client: Client, scene: Scene, teacher: User) -> Client:
    """Nobody sees more on a public page, not even the one who wrote it."""
    if request.param != "visitor":
        client.force_login(scene.story.author if request.param == "author" else teacher)
    return client


@pytest.mark.parametrize("state", STATES)
def test_every_address(state: str, scene: Scene, reader: Client) -> None:
    for name, address in {**ADDRESSES, **NEVER_BY_TITLE}.items():
        shown = TITLE in reader.get(address(scene)).content.decode()
        assert shown == (state == "published" and name in ADDRESSES), name


@pytest.mark.parametrize("state", STATES)
def test_story_page_answers(state: str, scene: Scene, reader: Client) -> None:
    wanted = STATUS_OF_STORY_PAGE.get(state, 404)
    assert reader.get(scene.story.get_absolute_url()).status_code == wanted


@pytest.mark.parametrize("state", STATES)
def test_wrong_slug_leads_to_the_right_one_for_public_memories_alone(
    state: str, scene: Scene, client: Client
) -> None:
    answer = client.get(f"/stories/not-its-title-{scene.story.ref}/")
    assert answer.status_code == {"published": 301, "withdrawn": 410}.get(state, 404)
    assert TITLE not in answer.content.decode()
    if state == "published":
        assert answer["Location"] == scene.story.get_absolute_url()
    else:
        assert "Location" not in answer.headers


@pytest.mark.parametrize("state", STATES)
def test_pins_and_windows_follow_what_is_public(state: str, scene: Scene, client: Client) -> None:
    public = state == "published"
    assert ("1 story" in client.get("/map/").content.decode()) == public
    assert ("1 story" in client.get("/places/").content.decode()) == public
    assert ('value="neighbours"' in client.get("/stories/").content.decode()) == public
    assert ("1970s" in client.get("/timeline/").content.decode()) == public
