"""A thank-you card leads to what is public, says chosen names, and is nobody else’s."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from django.test import Client
from PIL import Image

from families.models import Person, User
from stories import lifecycle
from stories.models import Story
from tests.factories import PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db
PAGES = ("thanks/", "thanks/card.pdf", "thanks/card.png")


@pytest.fixture
def nan(student: User) -> Person:
    made: Person = PersonFactory(
        consenting=True, school=student.school, name="Mary Kenyon", public_name="Nan Mary"
    )
    return made


@pytest.fixture
def told(student: User, nan: Person) -> Story:
    made: Story = StoryFactory(author=student, teller=nan, published=True, title="Rita’s hooter")
    return made


def at(story: Story, page: str) -> str:
    return f"/desk/stories/{story.ref}/{page}"


def words_of(pdf: bytes) -> str:
    paper = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_bounded() for page in paper)
    return " ".join(text.split())


def test_the_published_memory_offers_it(desk: Client, told: Story) -> None:
    page = desk.get(at(told, "")).content.decode()
    assert f'href="{at(told, "thanks/")}"' in page


def test_the_page_shows_the_card_in_words(desk: Client, told: Story) -> None:
    page = desk.get(at(told, "thanks/")).content.decode()
    assert "Give Nan Mary a card." in page
    assert "The card: Dear Nan Mary, Thank you for telling me this." in page


def test_the_paper_says_it_and_no_surname(desk: Client, told: Story, student: User) -> None:
    answer = desk.get(at(told, "thanks/card.pdf"), {"say": "learned"})
    assert answer.headers["Content-Type"] == "application/pdf"
    said = words_of(answer.content)
    for piece in ("Dear Nan Mary,", "You taught me something", "“Rita’s hooter”", "From "):
        assert piece in said
    assert "Kenyon" not in said


def test_the_square_leads_to_the_public_page(
    desk: Client, told: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    from families import qr

    real = qr.svg
    monkeypatch.setattr(qr, "svg", lambda address: drawn.append(address) or real(address))
    desk.get(at(told, "thanks/card.png"))
    assert drawn == [f"http://testserver{told.get_absolute_url()}"]


def test_the_picture_fits_the_room_the_page_keeps_for_it(desk: Client, told: Story) -> None:
    picture = Image.open(io.BytesIO(desk.get(at(told, "thanks/card.png")).content))
    assert picture.size == (909, 641)


def test_a_sentence_of_ones_own_is_not_taken(desk: Client, told: Story) -> None:
    answer = desk.get(at(told, "thanks/card.pdf"), {"say": "Meet me at four"})
    said = words_of(answer.content)
    assert "Meet me" not in said
    assert "Thank you for telling me this." in said


def test_a_long_title_stays_on_the_card(desk: Client, student: User, nan: Person) -> None:
    long = StoryFactory(author=student, teller=nan, published=True, title="Of sleeves " * 10)
    picture = desk.get(at(long, "thanks/card.png"))
    assert picture.status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_nobody_thanks_before_it_is_out(desk: Client, student: User, page: str) -> None:
    for state in ("draft", "submitted", "withdrawn"):
        story = StoryFactory(author=student, **{state: True})
        assert desk.get(at(story, page)).status_code == 404, state


@pytest.mark.parametrize("page", PAGES)
def test_it_is_gone_with_the_memory(desk: Client, told: Story, page: str) -> None:
    lifecycle.withdraw(told, by=told.author)
    assert desk.get(at(told, page)).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_somebody_elses_is_not_there(client: Client, told: Story, teacher: User, page: str) -> None:
    client.force_login(teacher)
    assert client.get(at(told, page)).status_code == 404


def test_who_told_their_own_thanks_nobody(desk: Client, student: User) -> None:
    own = PersonFactory(consenting=True, school=student.school, user=student, public_name="Amina")
    story = StoryFactory(author=student, teller=own, published=True)
    assert desk.get(at(story, "thanks/")).status_code == 404
    assert "thanks/" not in desk.get(at(story, "")).content.decode()
