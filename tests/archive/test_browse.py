"""The list of memories: searching, narrowing, sorting, paging, and nonsense in the address."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from archive import decades, filters, subjects
from families.models import User
from stories.index import keeping
from stories.models import Place, Story
from stories.models.states import Context
from stories.places import drawn
from tests.archive.browsing import fund, place, titles
from tests.factories import ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db


class TestNarrowing:
    """Filters combine: any of one kind, all kinds together."""

    @pytest.fixture(autouse=True)
    def told(self) -> None:
        StoryFactory(
            published=True,
            title="Wash day",
            when_text="about 1958",
            places=[place("collyhurst"), place("sandhills")],
            funds=[fund("home-and-money")],
            context=Context.FAMILY,
            parts=["Words", ItemFactory()],
        )
        StoryFactory(
            published=True,
            title="Punk night",
            when_text="between 1976 and 1981",
            places=[place("electric-circus")],
            funds=[fund("music-art-stories")],
            parts=["Words", ItemFactory(audio=True), ItemFactory(video=True)],
        )
        StoryFactory(published=True, title="A rhyme", when_text="", parts=["Words"])

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("?place=collyhurst", {"Wash day"}),
            ("?place=collyhurst&place=electric-circus", {"Wash day", "Punk night"}),
            ("?place=collyhurst&place=sandhills", {"Wash day"}),
            ("?place=collyhurst&fund=music-art-stories", set()),
            ("?fund=home-and-money&fund=music-art-stories", {"Wash day", "Punk night"}),
            ("?kind=image", {"Wash day"}),
            ("?kind=audio&kind=image", {"Wash day", "Punk night"}),
            ("?kind=words", {"A rhyme"}),
            ("?kind=words&kind=video", {"A rhyme", "Punk night"}),
            ("?context=family", {"Wash day"}),
            ("?decade=1950s", {"Wash day"}),
            ("?decade=1970s", {"Punk night"}),
            ("?decade=1980", {"Punk night"}),
            ("?decade=1990s", set()),
            ("?q=words&kind=image&context=family&place=sandhills", {"Wash day"}),
        ],
    )
    def test_found(self, client: Client, query: str, found: set[str]) -> None:
        assert set(titles(client, query)) == found

    @pytest.mark.parametrize(
        "query",
        [
            "?place=atlantis&fund=magic&kind=smell&context=moon&area=moon&showcase=sun&decade=soon&sort=upside-down",
            "?page=-3",
            "?page=banana",
            "?page=9999",
            "?q=%00%00",
            "?decade=00000s",
            "?q=",
            "?place=&fund=&kind=&context=&decade=",
        ],
    )
    def test_nonsense_is_left_out(self, client: Client, query: str) -> None:
        assert len(titles(client, query)) == 3

    def test_chips_take_one_thing_off_each(self, client: Client) -> None:
        query = "?q=words&place=collyhurst&kind=image&decade=1950s&sort=title"
        chips = client.get(f"/stories/{query}").context["asked"].chips
        assert [chip.label for chip in chips] == [
            "“words”",
            "Collyhurst",
            "Pictures",
            "The 1950s",
        ]
        assert chips[1].without == "q=words&kind=image&decade=1950s&sort=title"

    def test_what_was_asked_stays_in_the_form(self, client: Client) -> None:
        html = client.get("/stories/?place=collyhurst&q=wörds").content.decode()
        assert 'value="collyhurst" checked' in html
        assert 'value="wörds"' in html

    def test_what_was_typed_is_never_markup(self, client: Client) -> None:
        html = client.get('/stories/?q="><script>alert(1)</script>').content.decode()
        assert "<script>alert" not in html

    def test_only_a_question_is_answered(self, client: Client) -> None:
        assert client.post("/stories/").status_code == 405


class TestOrder:
    """Newest here, longest ago, or by the alphabet."""

    @pytest.fixture(autouse=True)
    def told(self) -> None:
        now = timezone.now()
        for days, (title, when) in enumerate(
            [("beta", "1990"), ("Alpha", ""), ("gamma", "about 1940")]
        ):
            story = StoryFactory(published=True, title=title, when_text=when)
            Story.objects.filter(pk=story.pk).update(first_published_at=now - timedelta(days=days))

    @pytest.mark.parametrize(
        ("sort", "order"),
        [
            ("", ["beta", "Alpha", "gamma"]),
            ("newest", ["beta", "Alpha", "gamma"]),
            ("oldest-told", ["gamma", "beta", "Alpha"]),
            ("title", ["Alpha", "beta", "gamma"]),
        ],
    )
    def test_order(self, client: Client, sort: str, order: list[str]) -> None:
        assert titles(client, f"?sort={sort}") == order


def test_pages_hold_twenty_four_and_keep_the_question(client: Client) -> None:
    for _ in range(26):
        StoryFactory(published=True, title="Mill")
    keeping.catch_up()
    first = client.get("/stories/?q=mill&sort=title")
    assert len(first.context["cards"]) == 24
    assert "?q=mill&amp;sort=title&amp;page=2" in first.content.decode()
    assert len(titles(client, "?q=mill&page=2")) == 2


def test_empty_archive_says_so(client: Client) -> None:
    assert "The wall is still empty" in client.get("/stories/").content.decode()
    assert "Nothing here yet" in client.get("/stories/?q=zebra").content.decode()
    assert "No stop on this line yet" in client.get("/timeline/").content.decode()
    assert "No story is pinned here yet." in client.get("/map/").content.decode()
    assert "No showcase yet" in client.get("/showcases/").content.decode()


@pytest.mark.parametrize(
    ("said", "start"),
    [("1970s", 1970), ("1970", 1970), ("197", None), ("", None), ("1975s", None), ("0000s", None)],
)
def test_reading_a_decade(said: str, start: int | None) -> None:
    read = decades.read(said)
    assert (read.start if read else None) == start


def test_query_leaves_the_usual_order_out() -> None:
    assert filters.Filters(q="tram & rail").query == "q=tram+%26+rail"


class TestPlaces:
    """Pins, neighbours, and the part of the map around a place."""

    def test_pins_stand_where_the_map_is_drawn(self) -> None:
        pins = subjects.pins(subjects.places())
        assert len(pins) == Place.objects.count()
        monsall = next(pin for pin in pins if pin.key == "monsall-tram-stop")
        assert (monsall.x, monsall.y) == (570.0, 658.9)

    def test_a_place_beyond_the_map_has_no_pin(self) -> None:
        Place.objects.create(
            name="Bury", slug="bury", area="Bury", latitude=53.6, longitude=-2.3, basis="estimate"
        )
        assert "bury" not in {pin.key for pin in subjects.pins(subjects.places())}

    def test_the_nearest_come_first(self) -> None:
        near = subjects.near(place("north-city-library"), subjects.places(), 2)
        assert [one.slug for one in near] == ["harpurhey-baths", "north-city-shopping-centre"]
        assert 0 < near[0].kilometres < 0.1

    def test_the_view_stays_on_the_map(self) -> None:
        assert drawn.view_around(place("heaton-park")) == "0 0 420 420"

    def test_page_of_a_place(self, client: Client) -> None:
        html = client.get("/places/sandhills/").content.decode()
        assert "Do you remember it?" in html
        assert "Near here" in html

    def test_our_areas_come_first(self, client: Client) -> None:
        areas = [area for area, _ in client.get("/places/").context["areas"]]
        assert areas[:2] == ["Collyhurst", "Harpurhey"]

    @pytest.mark.parametrize("address", ["/places/atlantis/", "/funds/magic/"])
    def test_unknown(self, client: Client, address: str) -> None:
        assert client.get(address).status_code == 404


class TestInPlace:
    """What changes on a page that is there already is answered alone."""

    @pytest.fixture(autouse=True)
    def told(self) -> None:
        StoryFactory(published=True, title="Wash day", places=[place("collyhurst")])

    @pytest.mark.parametrize(
        ("headers", "whole"),
        [
            ({}, True),
            ({"HX-Request": "true"}, False),
            ({"HX-Request": "true", "HX-Boosted": "true"}, False),
            ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, True),
        ],
    )
    def test_the_part_or_the_whole(
        self, client: Client, headers: dict[str, str], whole: bool
    ) -> None:
        answer = client.get("/stories/?q=wash", headers=headers)
        html = answer.content.decode()
        assert ("<html" in html) is whole
        assert ('hx-swap-oob="true"' in html) is not whole
        assert "HX-Request" in answer["Vary"]
        assert 'id="results"' in html
        assert 'id="facets"' in html
        assert "“wash” in stories" in html

    def test_a_curator_comes_back_from_the_tray_to_what_is_shown(
        self, client: Client, teacher: User
    ) -> None:
        client.force_login(teacher)
        html = client.get("/stories/?q=wash", headers={"HX-Request": "true"}).content.decode()
        assert 'name="next" value="/stories/?q=wash" hx-swap-oob="true"' in html
