"""What stands in one view of the map: right, never private, never heavy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from archive import stamps
from archive.kept.pages import PAGES
from archive.mapping.clusters import MOST
from families.models import User
from stories import lifecycle
from stories.index import keeping
from stories.models import Fund, Place, Story
from stories.models.states import Audience
from tests.archive.counting import queries_of
from tests.archive.making import told_again
from tests.factories import ItemFactory, PlaceFactory, StoryFactory

pytestmark = pytest.mark.django_db

FAR, NEAR = 11, 18
HIDDEN: list[dict[str, Any]] = [
    {"draft": True},
    {"submitted": True},
    {"submitted": True, "audience": Audience.FAMILY},
    {"published": True, "held": True},
    {"withdrawn": True},
    {"sealed": True},
]

Tell = Callable[..., Story]


@pytest.fixture
def tell(student: User) -> Tell:
    """Tell of these places, as part of a finished day."""

    def told(*slugs: str, **state: Any) -> Story:
        places = Place.objects.filter(slug__in=slugs)
        story: Story = StoryFactory(author=student, places=places, **{"published": True, **state})
        keeping.catch_up()
        return story

    return told


def seen(client: Client, query: str = "", zoom: int = NEAR) -> list[Any]:
    answer = client.get(f"/map/stories.json?zoom={zoom}&{query}")
    assert answer.status_code == 200
    assert len(answer.content) < 60_000
    clusters: list[Any] = answer.json()["clusters"]
    return clusters


def labels(client: Client, query: str = "", zoom: int = NEAR) -> set[str]:
    return {one["label"] for one in seen(client, query, zoom)}


def test_a_place_alone_says_which_it_is(client: Client, tell: Tell) -> None:
    tell("sandhills")
    tell("sandhills")
    place = Place.objects.get(slug="sandhills")
    place.basis = Place.Basis.SOURCED
    place.save()
    assert seen(client) == [
        {
            "count": 2,
            "label": "2 stories at Sandhills",
            "centre": [round(place.longitude, 6), round(place.latitude, 6)],
            "bounds": [place.longitude, place.latitude, place.longitude, place.latitude],
            "places": 1,
            "place": {
                "slug": "sandhills",
                "name": "Sandhills",
                "url": "/places/sandhills/",
                "count": 2,
                "estimated": False,
            },
        }
    ]


def test_an_estimate_is_said_as_such(client: Client, tell: Tell) -> None:
    Place.objects.filter(slug="sandhills").update(basis=Place.Basis.ESTIMATE)
    tell("sandhills")
    [one] = seen(client)
    assert one["label"] == "1 story at Sandhills (somewhere near here)"
    assert one["place"]["estimated"] is True


def test_places_come_together_from_afar(client: Client, tell: Tell) -> None:
    for slug in ("harpurhey-baths", "north-city-library", "heaton-park"):
        tell(slug)
    assert len(seen(client, zoom=NEAR)) == 3
    middle = {one["places"]: one for one in seen(client, zoom=14)}
    assert sorted(middle) == [1, 2]
    assert middle[2]["label"] == "2 stories at 2 places"
    assert middle[2]["place"] is None
    west, south, east, north = middle[2]["bounds"]
    assert west < middle[2]["centre"][0] < east
    assert south <= middle[2]["centre"][1] <= north
    assert labels(client, zoom=0) == {"3 stories at 3 places"}


def test_a_memory_of_two_places_is_one_memory(client: Client, tell: Tell) -> None:
    tell("harpurhey-baths", "north-city-library")
    tell("harpurhey-baths")
    tell("heaton-park", "sandhills")
    assert labels(client, zoom=0) == {"3 stories at 4 places"}
    assert "2 stories at 2 places" in labels(client, zoom=14)
    assert "2 stories at Harpurhey Baths" in {name.split(" (")[0] for name in labels(client)}
    assert client.get("/map/").context["summary"] == "3 stories at 4 places"


def test_only_what_is_in_view(client: Client, tell: Tell) -> None:
    tell("heaton-park")
    tell("sandhills")
    park = Place.objects.get(slug="heaton-park")
    around = f"{park.longitude - 0.01},{park.latitude - 0.01},{park.longitude + 0.01},"
    box = f"bbox={around}{park.latitude + 0.01}"
    assert [one["place"]["slug"] for one in seen(client, box)] == ["heaton-park"]
    page = client.get(f"/map/?{box}")
    assert page.context["summary"] == "1 story at 1 place in view"
    assert "Sandhills" not in page.content.decode()


def test_years_funds_and_kinds(client: Client, tell: Tell, student: User, settings: Any) -> None:
    settings.KEPT_PAGES = 0  # What was counted is remembered besides.
    neighbours = Fund.objects.filter(slug="neighbours")
    tell("sandhills", when_text="1965", funds=neighbours)
    tell("sandhills", "heaton-park", when_text="from 1968 to 1972")
    tell("sandhills", when_text="in the 1970s")
    tell("sandhills", when_text="1975", parts=[ItemFactory(uploaded_by=student)])
    tell("sandhills", when_text="when Nan was eight")
    wanted = {
        "": 5,
        "from=1970": 3,
        "to=1969": 2,
        "from=1960&to=1969": 2,
        "from=1975&to=1975": 2,
        "from=1990&to=1999": 0,
        "from=1972&to=1972": 2,
        "fund=neighbours": 1,
        "kind=image": 1,
        "kind=words": 4,
        "kind=image&fund=neighbours": 0,
        "fund=neighbours&from=1960&to=1969": 1,
        "fund=neighbours&from=1970": 0,
    }
    for query, count in [*wanted.items()] * 2:  # Counted, and then remembered.
        assert sum(one["count"] for one in seen(client, query, zoom=0)) == count, query
        said = client.get(f"/map/?{query}").context["summary"]
        assert said.startswith(f"{count} stor" if count else "No story fits that."), query


def test_what_is_hidden_is_never_counted(client: Client, tell: Tell) -> None:
    for state in HIDDEN:
        tell("sandhills", **{"published": False, **state})
    assert seen(client) == []
    tell("sandhills")
    assert {name.split(" (")[0] for name in labels(client)} == {"1 story at Sandhills"}


def test_what_is_taken_back_is_gone_from_the_next_answer(client: Client, tell: Tell) -> None:
    neighbours = Fund.objects.filter(slug="neighbours")
    story = tell("sandhills", "heaton-park", funds=neighbours)
    tell("sandhills", funds=neighbours)
    queries = ["", "from=1970&to=1979", "fund=neighbours", "kind=words"]
    for query in queries:
        assert sum(one["count"] for one in seen(client, query)) == 3, query
    lifecycle.withdraw(story, by=story.author)
    for query in queries:
        assert sum(one["count"] for one in seen(client, query)) == 1, query
        assert "1 story at 1 place" in client.get(f"/map/?{query}").content.decode(), query


def test_however_many_places_the_answer_stays_light(client: Client, student: User) -> None:
    places = [
        PlaceFactory(
            name=f"The Very Long Named {number} " + "Corner " * 10,
            slug=f"corner-{number}" + "-corner" * 11,
            latitude=53.0 + number / 100,
            longitude=-2.5 + number % 7 / 10,
        )
        for number in range(MOST + 10)
    ]
    StoryFactory(published=True, author=student, places=places)
    keeping.catch_up()
    drawn = seen(client, zoom=NEAR)
    assert 1 < len(drawn) <= MOST
    assert sum(one["places"] for one in drawn) == len(places)


def test_queries_do_not_grow(client: Client, tell: Tell) -> None:
    """Neither when everything is counted anew, nor when it is known."""
    addresses = ["/map/stories.json?zoom=14", "/map/?place=sandhills", "/map/?from=1970"]

    def asked() -> list[int]:
        stamps.forget()
        return queries_of(client, [*addresses, *addresses])

    story = tell("sandhills", "heaton-park")
    told_again(story, 9)
    asked()
    told_again(story, 1)
    few = asked()
    told_again(story, 49)
    assert asked() == few
    assert few[0] <= 7
    assert few[3] == 1
    assert seen(client, zoom=0)[0]["count"] == 60


TILES = "bbox=-2.24121%2C53.48805%2C-2.19727%2C53.51418&zoom=14"
"""Two tiles of a web map across and two down, as its own scripts ask for them."""


def test_a_view_of_whole_tiles_is_kept_until_it_changes(client: Client, tell: Tell) -> None:
    tell("sandhills")
    address = f"/map/stories.json?{TILES}"
    client.get(address)
    assert queries_of(client, [address]) == [1]
    before = client.get(address).json()["clusters"]
    story = tell("sandhills")
    assert client.get(address).json()["clusters"] != before
    lifecycle.withdraw(story, by=story.author)
    assert client.get(address).json()["clusters"] == before


@pytest.mark.parametrize(
    "noise",
    [
        "bbox=-2.24122%2C53.48805%2C-2.19727%2C53.51418&zoom=14",
        "bbox=-2.24121%2C53.48805%2C-2.19727%2C53.51418&zoom=13",
        "bbox=-2.24121%2C53.48805%2C-2.19727%2C53.51418",
        "zoom=14&bbox=-2.24121%2C53.48805%2C-2.19727%2C53.51418",
        f"{TILES}&utm_source=x",
        "zoom=14",
    ],
)
def test_any_other_view_fills_nothing(client: Client, noise: str) -> None:
    assert client.get(f"/map/stories.json?{noise}").status_code == 200
    assert not PAGES.known
