"""A note on what is hard to hear comes before anything of that memory, wherever it is met."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest
from django.test import Client
from django.utils.html import escape

from archive import records
from archive.models import ShowcasePage
from archive.outside import cards
from families.models import User
from stories.index import keeping
from stories.models import Fund, Place, Story
from tests.archive.copies.taking import unpacked
from tests.archive.making import showcase
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db
NOTE = "Rita talks about her brother’s death."


@pytest.fixture
def picture(student: User) -> str:
    return str(ItemFactory(image=True, uploaded_by=student).ref)


@pytest.fixture
def story(student: User, picture: str) -> Story:
    from media.models import Item

    made: Story = StoryFactory(
        published=True,
        author=student,
        title="The last shift",
        summary="What happened in 1961.",
        content_note=NOTE,
        teller=PersonFactory(public_name="Rita", school=student.school, consenting=True),
        parts=[Item.objects.get(ref=picture), "The cable broke."],
        places=Place.objects.filter(slug="collyhurst"),
        funds=Fund.objects.filter(slug="work-and-trades"),
    )
    keeping.catch_up()
    return made


@pytest.fixture
def shown(story: Story, teacher: User) -> ShowcasePage:
    pane = {"story": story, "which": 1, "caption": "The pit"}
    return showcase(
        by=teacher,
        body=[
            ("story", story),
            ("picture_story", {"story": story, "caption": ""}),
            ("pull_quote", {"story": story, "text": "The cable broke."}),
            ("pair", {"then": pane, "now": pane}),
            ("gallery", {"title": "", "pictures": [pane, pane]}),
        ],
    )


def html(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_the_page_is_covered_until_somebody_wants_it(
    client: Client, story: Story, picture: str
) -> None:
    page = html(client, story.get_absolute_url())
    cover = page.index("<details")
    assert "data-covered" in page[cover : cover + 60]
    assert page.index(NOTE, cover) < page.index("The cable broke.", cover)
    before = page[:cover]
    assert "The cable broke." not in before
    assert picture not in before
    assert f'name="description" content="{NOTE}"' in before


@pytest.mark.parametrize(
    "address", ["/stories/", "/stories/?q=cable", "/places/collyhurst/", "/funds/work-and-trades/"]
)
def test_a_card_says_it_and_shows_nothing(
    client: Client, story: Story, picture: str, address: str
) -> None:
    page = html(client, address)
    assert NOTE in page
    assert "What happened in 1961." in page
    assert picture not in page
    assert "broke" not in page


def test_a_showcase_says_it_before_each_thing(
    client: Client, shown: ShowcasePage, picture: str
) -> None:
    page = html(client, shown.url)
    assert page.count(NOTE) >= 4
    assert page.index(NOTE) < page.index(f"/files/{picture}/")
    assert page.index("<details") < page.index(f"/files/{picture}/")


def test_slides_say_it_before_each_thing(client: Client, shown: ShowcasePage, picture: str) -> None:
    slides = html(client, f"{shown.url}present/").split('class="slide ')[1:]
    told_first = 0
    for before, slide in pairwise(slides):
        if picture in slide and picture not in before:
            assert NOTE in before
            told_first += 1
    assert told_first >= 4


@pytest.mark.parametrize("address", ["/stories/feed/", "/embed/stories/{ref}/"])
def test_other_sites_say_it_and_show_nothing(
    client: Client, story: Story, picture: str, address: str
) -> None:
    answer = html(client, address.format(ref=story.ref))
    assert escape(NOTE) in answer
    assert picture not in answer
    assert "broke" not in answer


def test_no_card_shows_it(story: Story) -> None:
    record = records.find(story.ref)
    assert record is not None
    assert record.cover is not None
    assert cards.of_story(record).cover is None


def test_a_memory_stick_says_it_before_each_thing(
    client: Client, shown: ShowcasePage, picture: str
) -> None:
    page = unpacked(client, f"{shown.url}to-keep.zip")
    told = next(raw.decode() for name, raw in page.items() if name.startswith("stories/"))
    assert told.index(f"<details><summary>Before you go on: {NOTE}") < told.index("broke")
    assert told.index("<details>") < told.index(picture)


def test_paper_says_it_before_each_thing(client: Client, shown: ShowcasePage) -> None:
    paper = pypdfium2.PdfDocument(body(client.get(f"{shown.url}booklet.pdf")))
    words = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in paper)
    assert words.index(f"Before you go on. {NOTE}") < words.rindex("The cable broke.")


def test_without_a_note_nothing_is_covered(client: Client, student: User) -> None:
    plain = StoryFactory(published=True, author=student, parts=["Words.", ItemFactory()])
    page = html(client, plain.get_absolute_url())
    assert "data-covered" not in page
