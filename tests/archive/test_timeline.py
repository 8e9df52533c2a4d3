"""The timeline: how much there is of which time, honest about "about", and then the stories."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from archive import density, stamps
from families.models import User
from stories import lifecycle
from stories.index import keeping
from stories.models import Story
from tests.archive.counting import queries_of
from tests.archive.making import told_again
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db


def tell(title: str, when_text: str, **state: Any) -> Story:
    told = {"published": True, **state}
    story: Story = StoryFactory(title=title, when_text=when_text, **told)
    keeping.catch_up()
    return story


def bars(answer: Any) -> dict[str, str]:
    return {bar.slug: bar.words for bar in answer.context["bars"]}


def test_stops(client: Client) -> None:
    told_again(tell("Sixties", "in the 1960s"), 7)
    tell("Lately", "2012")
    tell("Once", "when Nan was eight")
    answer = client.get("/timeline/")
    stops = answer.context["stops"]
    assert [(stop.decade.slug, stop.count) for stop in stops] == [("1960s", 8), ("2010s", 1)]
    assert len(stops[0].records) == density.MOST_AT_A_STOP
    html = answer.content.decode()
    assert "All 8 stories" in html
    assert "Year by year" in html
    assert "1 more story does not say when" in html


@pytest.fixture
def line(client: Client) -> None:
    tell("The strike", "1974")
    tell("The floods", "from 1973 to 1974")
    tell("The flares", "in the 1970s")
    tell("The loom", "about 1974")
    tell("The long walk", "from 1968 to 1981")
    tell("When Nan was eight", "when Nan was eight")


def test_a_decade_says_what_is_sure_and_what_is_about(client: Client, line: None) -> None:
    stops = client.get("/timeline/").context["stops"]
    assert [(stop.bar.slug, stop.bar.words) for stop in stops] == [
        ("1960s", "1 story from around then"),
        ("1970s", "4 stories, and 1 from around then"),
        ("1980s", "1 story from around then"),
    ]
    assert [(stop.bar.sure_width, stop.bar.width) for stop in stops] == [
        (0, 20),
        (80, 100),
        (0, 20),
    ]
    assert "go on into these years" in client.get("/timeline/").content.decode()


def test_a_decade_by_its_years(client: Client, line: None) -> None:
    answer = client.get("/timeline/?decade=1970s")
    assert bars(answer)["1974"] == "1 story, and 4 from around then"
    assert bars(answer)["1973"] == "3 stories from around then"
    assert bars(answer)["1970"] == "2 stories from around then"
    sure, about = answer.context["sure"], answer.context["about"]
    assert [card.title for card in sure] == ["The flares", "The floods", "The strike", "The loom"]
    assert [card.title for card in about] == ["The long walk"]
    html = answer.content.decode()
    assert '<a href="?decade=1970s" aria-current="page">' in html
    assert "/stories/?decade=1970s&amp;sort=oldest-told" in html
    assert "5 stories of these years" in " ".join(html.split())


def test_a_year(client: Client, line: None) -> None:
    answer = client.get("/timeline/?year=1974")
    assert [card.title for card in answer.context["sure"]] == ["The strike"]
    around = [card.title for card in answer.context["about"]]
    assert around == ["The long walk", "The flares", "The floods", "The loom"]
    html = answer.content.decode()
    assert 'href="/timeline/?year=1974" aria-current="page"' in html
    assert "Around then" in html


def test_a_year_without_stories(client: Client, line: None) -> None:
    answer = client.get("/timeline/?year=1925")
    assert set(bars(answer).values()) == {"no story"}
    assert {bar.width for bar in answer.context["bars"]} == {0}
    assert "No story says that it was then." in answer.content.decode()


@pytest.mark.parametrize("query", ["year=74", "year=0974", "year=19745", "decade=soon", "decade="])
def test_nonsense_shows_every_decade(client: Client, query: str) -> None:
    tell("The strike", "1974")
    assert client.get(f"/timeline/?{query}").context["stops"]


@pytest.mark.parametrize("query", ["decade=0010s", "decade=9990s", "year=2999", "year=1000"])
def test_the_ends_of_time(client: Client, query: str) -> None:
    assert client.get(f"/timeline/?{query}").status_code == 200


def test_what_is_hidden_is_never_counted(client: Client) -> None:
    for state in ({"draft": True}, {"submitted": True}, {"withdrawn": True}, {"sealed": True}):
        tell("Hidden", "1974", published=False, **state)
    tell("Held", "1974", held=True)
    assert client.get("/timeline/").context["stops"] == []
    story = tell("The strike", "1974")
    assert bars(client.get("/timeline/?year=1974"))["1974"] == "1 story"
    lifecycle.withdraw(story, by=story.author)
    assert bars(client.get("/timeline/?year=1974"))["1974"] == "no story"
    assert client.get("/timeline/").context["stops"] == []
    assert client.get("/timeline/?year=1974").context["sure"] == []


def test_pages_keep_the_year(client: Client, student: User) -> None:
    told_again(tell("The strike", "1974"), 25)
    answer = client.get("/timeline/?year=1974")
    assert len(answer.context["sure"]) == 24
    assert "?year=1974&amp;page=2" in answer.content.decode()
    assert len(client.get("/timeline/?year=1974&page=2").context["sure"]) == 2
    assert "?decade=1970s&amp;page=2" in client.get("/timeline/?decade=1970s").content.decode()


def test_queries_do_not_grow(client: Client) -> None:
    """Neither when everything is counted anew, nor when it is known."""
    addresses = ["/timeline/", "/timeline/?decade=1970s", "/timeline/?year=1974"]

    def asked() -> list[int]:
        stamps.forget()
        return queries_of(client, [*addresses, *addresses])

    story = tell("The strike", "1974")
    told_again(story, 9)
    asked()
    told_again(story, 1)
    few = asked()
    told_again(story, 30)
    told_again(story, 20, when_earliest="1961-01-01", when_latest="1979-12-31")
    assert asked() == few
    assert max(few[3:]) <= 9
