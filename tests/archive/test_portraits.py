"""What a place and a fund tell besides their lists: voices, lines, then and now."""

from __future__ import annotations

import pytest
from django.test import Client

from archive import lines, records, subjects
from families.models import User
from media.models import Item
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories.models import Story
from tests.archive.browsing import fund, place
from tests.factories import ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db

SAID = (
    Cue(0, 2000, "You never count them out.", "Frank"),
    Cue(2000, 4000, "You only count them home.", "Frank"),
    Cue(9000, 9900, "That was after the war.", "Frank"),
)


def spoken(by: User, *cues: Cue, **fields: object) -> Item:
    item: Item = ItemFactory(uploaded_by=by, audio=True, duration=20.0, **fields)
    if cues:
        verbs.save(item, cues, by=by, number=0)
    return item


@pytest.fixture
def told(student: User) -> Story:
    """One of Sandhills with a voice; two more of it and of other things."""
    here = {"published": True, "author": student, "places": [place("sandhills")]}
    StoryFactory(
        title="Lately here",
        when_text="2019",
        funds=[fund("neighbours"), fund("caring")],
        parts=["The flats came down on a Sunday, and nobody went to watch."],
        **here,
    )
    StoryFactory(title="In the sixties", when_text="the 1960s", parts=["Short."], **here)
    voice: Story = StoryFactory(
        title="Counting them home",
        when_text="about 1934",
        funds=[fund("neighbours")],
        parts=["Pigeons.", spoken(student, *SAID)],
        **here,
    )
    return voice


class TestPlace:
    @pytest.fixture(autouse=True)
    def world(self, told: Story) -> None:
        self.voice = told

    def test_staff_introduce_it(self, client: Client) -> None:
        here = place("sandhills")
        here.introduction = "Red sand.\n\n<b>Gone</b> now."
        here.save()
        html = client.get("/places/sandhills/").content.decode()
        assert "<p>Red sand.</p>" in html
        assert "&lt;b&gt;Gone" in html

    def test_voices_lines_and_what_people_know(self, client: Client) -> None:
        answer = client.get("/places/sandhills/")
        portrait = answer.context["portrait"]
        assert [(one.line, one.speaker) for one in portrait.voices] == [
            ("You never count them out. You only count them home.", "Frank")
        ]
        assert [one.line for one in portrait.pulled] == [
            "The flats came down on a Sunday, and nobody went to watch."
        ]
        assert [one.slug for one in answer.context["funds"]] == ["neighbours", "caring"]
        html = answer.content.decode()
        assert "Voices from here" in html
        assert "sound.m4a" in html

    def test_how_it_changed_in_the_order_of_time(self, client: Client) -> None:
        changed = client.get("/places/sandhills/").context["portrait"].changed
        assert changed.then.title == "Counting them home"
        assert [record.title for record in changed.between] == ["In the sixties"]
        assert changed.now.title == "Lately here"

    def test_only_the_first_page_has_them(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("archive.paging.A_PAGE", 1)
        html = client.get("/places/sandhills/?page=2").content.decode()
        assert "Stories from here" in html
        assert "Voices from here" not in html
        assert "How it changed" not in html
        assert "Voices on this" not in client.get("/funds/neighbours/?page=2").content.decode()

    def test_what_is_near_and_how_far(self, client: Client) -> None:
        html = client.get("/places/sandhills/").content.decode()
        assert "St Malachy" in html
        assert "min walk" in html
        far = subjects.Neighbour("heaton-park", "Heaton Park", "/places/heaton-park/", 6.2)
        assert far.walk == "6 km away"


def test_a_fund_is_told_somewhere_and_along_with_others(client: Client, told: Story) -> None:
    known = fund("neighbours")
    known.introduction = "A key on a string."
    known.save()
    answer = client.get("/funds/neighbours/")
    assert [one.slug for one in answer.context["places"]] == ["sandhills"]
    assert [one.slug for one in answer.context["kindred"]] == ["caring"]
    html = answer.content.decode()
    for words in (
        "A key on a string.",
        "Where it is told",
        "Often told together",
        "How it changed",
    ):
        assert words in html


def test_nothing_has_changed_within_ten_years(client: Client) -> None:
    for year in ("1968", "1971"):
        StoryFactory(published=True, when_text=year, places=[place("sandhills")])
    html = client.get("/places/sandhills/").content.decode()
    assert "How it changed" not in html


def test_what_lies_between_is_spread_over_the_whole_time(client: Client) -> None:
    for decade in range(192, 202):
        StoryFactory(published=True, when_text=f"{decade}5", places=[place("sandhills")])
    between = client.get("/places/sandhills/").context["portrait"].changed.between
    assert [record.when_text for record in between] == [
        "1935",
        "1945",
        "1955",
        "1975",
        "1985",
        "1995",
    ]


class TestLines:
    """What is pulled out stands alone, and spares whoever did not ask for it."""

    @pytest.mark.parametrize(
        ("words", "line"),
        [
            ("The tram came in at ten past eight.", "The tram came in at ten past eight."),
            ("No. The tram came in at ten past eight.", "No. The tram came in at ten past eight."),
            ("It came late. " + "So we sang " * 20 + ".", ""),
            (
                "My nan died in that house. The lamps were lit at four.",
                "The lamps were lit at four.",
            ),
            ("Short.", ""),
            ("", ""),
        ],
    )
    def test_told(self, words: str, line: str) -> None:
        story = StoryFactory(published=True, parts=[words or ItemFactory()])
        assert lines.told(records.find(story.ref)) == line

    @pytest.mark.parametrize(
        ("cues", "line"),
        [
            ((), ""),
            (
                (("Are you sitting down,", "Ann", 0), ("love, by the fire?", "Ann", 950)),
                "Are you sitting down, love, by the fire?",
            ),
            ((("Are you sitting down", "Ann", 0), ("and warm, love?", "Joe", 950)), ""),
            ((("Are you sitting down", "Ann", 0), ("and warm, love?", "Ann", 9000)), ""),
        ],
    )
    def test_said_by_one_and_without_a_gap(
        self, student: User, cues: tuple[tuple[str, str, int], ...], line: str
    ) -> None:
        said = [Cue(at, at + 900, words, who) for words, who, at in cues]
        story = StoryFactory(published=True, author=student, parts=[spoken(student, *said)])
        assert lines.said(records.find(story.ref).items[0]) == line
