"""Looking for words in the list: what is shown, counted and suggested."""

from __future__ import annotations

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive import search
from families.models import User
from media.models import Transcript
from stories import lifecycle
from stories.index import finding, keeping
from stories.index.question import read
from stories.models import Story
from stories.models.states import Context
from tests.archive.browsing import fund, page, place, titles
from tests.archive.counting import queries_of
from tests.archive.making import showcase
from tests.factories import ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db


class TestWords:
    """Words are found wherever they stand; which ones is told with the index."""

    @pytest.fixture(autouse=True)
    def told(self) -> Story:
        story: Story = StoryFactory(
            published=True,
            title="Mum’s CAFÉ",
            summary="Where the tram drivers ate.",
            parts=["A full breakfast for two bob.", ItemFactory()],
            places=[place("harpurhey")],
            funds=[fund("food-growing-animals")],
        )
        part = story.parts.get(kind="item")
        part.caption, part.description = "The counter", "Steam over an <urn>."
        part.save()
        StoryFactory(published=True, title="Something else", summary="Not it.")
        return story

    @pytest.mark.parametrize(
        "typed", ["mum’s cafe", "breakf", "counter", "urn", "growing harpurhey", "“two bob”"]
    )
    def test_found(self, client: Client, typed: str) -> None:
        assert titles(client, f"?q={typed}") == ["Mum’s CAFÉ"]

    @pytest.mark.parametrize("typed", ["breakfast monsall", "zebra", "_", "%22"])
    def test_every_word_has_to_be_there(self, client: Client, typed: str) -> None:
        assert titles(client, f"?q={typed}") == []

    def test_what_answers_is_marked_and_never_markup(self, client: Client) -> None:
        html = page(client, "?q=steam urns").content.decode()

        assert "<mark>Steam</mark> over an &lt;<mark>urn</mark>&gt;." in html
        assert "<urn>" not in html

    def test_without_words_nothing_is_marked(self, client: Client) -> None:
        assert "<mark>" not in page(client).content.decode()
        assert "<mark>" not in page(client, "?q=something").content.decode()

    def test_a_slip_is_mended_and_said(self, client: Client) -> None:
        answer = page(client, "?q=brekfast&kind=image&sort=title")
        html = answer.content.decode()

        assert [card.title for card in answer.context["cards"]] == ["Mum’s CAFÉ"]
        assert "No story has “brekfast”. Did you mean" in html
        assert 'href="?q=breakfast&amp;kind=image&amp;sort=title"' in html
        assert "Did you mean" not in page(client, "?q=zebra").content.decode()

    def test_the_best_match_comes_first_unless_another_order_is_asked_for(
        self, client: Client
    ) -> None:
        StoryFactory(published=True, title="Breakfast", parts=["Tea."])
        StoryFactory(published=True, title="A tale", parts=["One breakfast among many things."])

        assert titles(client, "?q=breakfast")[0] == "Breakfast"
        assert titles(client, "?q=breakfast&sort=newest")[0] == "A tale"
        assert titles(client, "?q=breakfast&sort=title") == ["A tale", "Breakfast", "Mum’s CAFÉ"]
        assert next(iter(page(client, "?q=tea").context["asked"].sorts.values())) == "Best match"

    def test_too_many_are_said_to_be_more(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(finding, "MOST", 1)
        html = page(client, "?q=a").content.decode()

        assert "One story found" in html
        assert "There are more than" in html

    def test_one_that_is_taken_back_meanwhile_is_left_out(self, told: Story) -> None:
        keeping.catch_up()
        hits = search.Hits([told.pk, 0], read("café"), "q=café")
        told.public_document.delete()

        assert len(hits) == 2
        assert [record.found for record in hits[:]] == [None]
        assert hits[0].title == "Mum’s CAFÉ"


class TestTurningPages:
    """Whoever goes on and comes back is not looked up again, and is never told what was."""

    @pytest.fixture(autouse=True)
    def told(self) -> Story:
        told: Story = StoryFactory(published=True, title="The tram", parts=["It stopped here."])
        StoryFactory(published=True, title="Another tram", parts=["It went by."])
        return told

    def test_the_same_is_looked_for_once(self, client: Client) -> None:
        page(client, "?q=tram")
        assert queries_of(client, ["/stories/?q=tram", "/stories/?q=tram&page=2"]) == [1, 1]

    def test_other_words_are_found(self, client: Client, told: Story) -> None:
        assert titles(client, "?q=stopped") == ["The tram"]
        part = told.parts.get()
        part.text = "It waited here."
        part.save()
        assert titles(client, "?q=stopped") == []
        assert titles(client, "?q=waited") == ["The tram"]

    def test_another_name_is_shown_before_the_index_knows_it(
        self, client: Client, told: Story
    ) -> None:
        assert sorted(titles(client, "?q=tram")) == ["Another tram", "The tram"]
        Story.objects.filter(pk=told.pk).update(title="The trolleybus")
        assert sorted(titles(client, "?q=tram")) == ["Another tram", "The trolleybus"]

    def test_what_is_taken_back_is_gone(self, client: Client, told: Story) -> None:
        assert sorted(titles(client, "?q=tram")) == ["Another tram", "The tram"]
        lifecycle.withdraw(told, by=told.author)
        assert titles(client, "?q=tram") == ["Another tram"]
        assert "One story found" in page(client, "?q=tram").content.decode()

    def test_what_it_may_be_narrowed_by_follows(self, client: Client, told: Story) -> None:
        def contexts() -> dict[str, int]:
            found = page(client, "?q=tram").context["facets"].contexts
            return {one.value: one.count for one in found}

        assert contexts() == {"neighbourhood": 2}
        told.context = Context.FAMILY
        told.save()
        assert contexts() == {"family": 1, "neighbourhood": 1}


class TestSaid:
    """The moment at which a word is said, as a link that begins there."""

    def test_a_link_to_the_line(self, client: Client) -> None:
        sound = ItemFactory(audio=True)
        vtt = "WEBVTT\n\n01:02.500 --> 01:04.000\nThe <v>knocker-up was early.\n"
        vtt += "\n01:02.500 --> 01:05.000\nHe was.\n"
        Transcript.objects.create(item=sound, vtt=vtt, spoken="The knocker-up was early.")
        story = StoryFactory(published=True, title="Early", parts=["Words.", sound])
        html = page(client, "?q=knocker").content.decode()
        line = f"said-{sound.ref}-62500"

        assert f'href="{story.get_absolute_url()}#{line}"' in html
        assert "Hear it at 1:02" in html
        assert "The <mark>knocker</mark>-up was early." in html
        told = client.get(story.get_absolute_url()).content.decode()
        assert told.count(f'id="{line}"') == 1
        assert "design/js/player.js" in told


class TestCounting:
    """Each thing to narrow by says how many stories it would leave."""

    @pytest.fixture(autouse=True)
    def told(self, teacher: User, settings: LazySettings) -> None:
        settings.KEPT_PAGES = 0  # A page that was kept is not made of anything that one can ask.
        common = {"published": True, "when_text": "between 1958 and 1961"}
        first = StoryFactory(
            title="Wash day",
            places=[place("collyhurst"), place("sandhills")],
            funds=[fund("home-and-money")],
            context=Context.FAMILY,
            parts=["Soap", ItemFactory()],
            **common,
        )
        StoryFactory(title="Punk", places=[place("electric-circus")], parts=["Loud"], **common)
        StoryFactory(title="A rhyme", parts=["Soap"], published=True, when_text="", context="")
        StoryFactory(title="Not yet", places=[place("collyhurst")], parts=["Soap"])
        showcase(first, by=teacher, title="Our streets")
        showcase(first, by=teacher, title="Not out", live=False)

    def counts(self, client: Client, query: str = "") -> dict[str, dict[str, int]]:
        facets = page(client, query).context["facets"]
        groups = {
            "areas": [street.area for street in facets.areas],
            "places": [option for street in facets.areas for option in street.places],
        } | {
            name: getattr(facets, name)
            for name in ("funds", "kinds", "contexts", "decades", "showcases")
        }
        return {
            name: {option.value: option.count for option in options}
            for name, options in groups.items()
        }

    def test_of_everything(self, client: Client) -> None:
        assert self.counts(client) == {
            "areas": {"collyhurst": 2},
            "places": {"collyhurst": 1, "electric-circus": 1, "sandhills": 1},
            "funds": {"home-and-money": 1},
            "kinds": {"image": 1, "words": 2},
            "contexts": {"neighbourhood": 1, "family": 1},
            "decades": {"1950s": 2, "1960s": 2},
            "showcases": {"our-streets": 1},
        }

    def test_of_what_words_find(self, client: Client) -> None:
        counts = self.counts(client, "?q=soap")

        assert counts["kinds"] == {"image": 1, "words": 1}
        assert counts["contexts"] == {"family": 1}
        assert counts["showcases"] == {"our-streets": 1}

    @pytest.mark.parametrize("words", ["", "&q=soap"])
    def test_a_group_counts_what_its_other_choices_would_add(
        self, client: Client, words: str
    ) -> None:
        counts = self.counts(client, f"?kind=image{words}")

        assert counts["kinds"] == {"image": 1, "words": 1 if words else 2}
        assert counts["contexts"] == {"family": 1}

    def test_what_is_chosen_stays_even_where_nothing_is_left(self, client: Client) -> None:
        query = "?kind=audio&decade=1890s&context=school&fund=neighbours&place=monsall&area=irk"
        counts = self.counts(client, query)

        assert (counts["kinds"], counts["decades"]) == ({"audio": 0}, {"1890s": 0})
        assert (counts["contexts"], counts["funds"]) == ({"school": 0}, {"neighbours": 0})

    def test_an_area_is_all_its_places(self, client: Client) -> None:
        assert set(titles(client, "?area=collyhurst")) == {"Wash day", "Punk"}
        assert set(titles(client, "?area=collyhurst&place=sandhills&kind=image")) == {"Wash day"}
        chips = page(client, "?area=collyhurst").context["asked"].chips
        assert [chip.label for chip in chips] == ["All of Collyhurst"]

    def test_a_showcase(self, client: Client) -> None:
        assert titles(client, "?showcase=our-streets&q=soap") == ["Wash day"]
        assert len(titles(client, "?showcase=not-out")) == 3
        html = page(client, "?showcase=our-streets").content.decode()
        assert 'name="showcase" value="our-streets" checked' in html

    def test_the_whole_is_counted_again_once_anything_changes(self, client: Client) -> None:
        self.counts(client)
        with CaptureQueriesContext(connection) as again:
            self.counts(client)
        assert not [q for q in again if "marks" in q["sql"]]

        lifecycle.withdraw(
            Story.objects.get(title="Punk"), by=User.objects.get(stories__title="Punk")
        )
        assert self.counts(client)["kinds"] == {"image": 1, "words": 1}


class TestSuggestions:
    """Titles, places and funds as somebody types, and nothing that is not public."""

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("wash", ["The wash house"]),
            ("HOUSE wa", ["The wash house"]),
            ("sandh", ["Sandhills"]),
            ("neighb", ["Neighbours"]),
            ("w", []),
            ("", []),
            ("soap", []),
            ("secret", []),
        ],
    )
    def test_suggested(self, client: Client, typed: str, said: list[str]) -> None:
        StoryFactory(published=True, title="The wash house", parts=["Soap."])
        StoryFactory(submitted=True, title="Secret wash")
        keeping.catch_up()
        answer = client.get("/stories/suggestions/", {"q": typed})

        assert answer.json() == {"suggestions": said}
