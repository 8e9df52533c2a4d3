"""A teacher makes a class of 28 and its cards; a card is lost; students move and leave."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from families.models import Person, ReporterClass, User
from stories.models import Story
from tests.factories import StoryFactory
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults
from tests.journeys.cast import Cast
from tests.journeys.conftest import Open
from tests.journeys.screens import PHONE, Screen

pytestmark = pytest.mark.django_db(transaction=True)

NAMES = (
    *("Ava", "Ben", "Cara", "Daniel", "Ella", "Finn", "Grace", "Hassan", "Isla", "Jayden"),
    *("Kofi", "Lena", "Mary-Ann", "Nia", "Oscar", "Priya", "Quinn", "Rosa", "Sami", "Tomasz"),
    *("Una", "Victor", "Wren", "Xanthe", "Yusuf", "Zoë", "Łukasz", "李娜"),
)


def test_28_sign_ins_in_one_step(desktop: Screen, screen: Open, cast: Cast, tmp_path: Path) -> None:
    page = desktop.page
    desktop.sign_in("hale")
    desktop.open("/admin/classes/new/")
    page.get_by_label("Name").fill("9B")
    desktop.press("Create")
    expect(desktop.heading("Add students to 9B")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    page.get_by_label("First names").fill("\n".join(NAMES))
    desktop.press("Show me what you will make")
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(28)
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    assert not ReporterClass.objects.get(name="9B").students.exists()
    desktop.press("Make the sign-ins and their cards")
    expect(desktop.heading("28 cards are ready")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    assert set(
        User.objects.filter(reporter_class__name="9B").values_list("display_name", flat=True)
    ) == set(NAMES)

    everything = printed(desktop, tmp_path)
    username, words = on_the_card(desktop, "Zoë")
    for shown in ("Zoë", username, *words.split()):
        assert shown in everything
    zoe = screen(**PHONE)
    comes_in_by_the_card(zoe, username, words)


def printed(desktop: Screen, folder: Path) -> str:
    """Save the sheet as the teacher does, and read what comes out of the printer."""
    with desktop.page.expect_download() as waiting:
        desktop.follow("Save the cards to print (PDF)")
    assert waiting.value.suggested_filename == "cards-9b.pdf"
    waiting.value.save_as(folder / "cards.pdf")
    document = pypdfium2.PdfDocument(folder / "cards.pdf")
    assert len(document) == 4
    return "\n".join(sheet.get_textpage().get_text_bounded() for sheet in document)


def on_the_card(desktop: Screen, name: str) -> tuple[str, str]:
    expect(desktop.page.get_by_role("heading", name=re.compile("ready$"))).to_be_visible()
    card = desktop.page.get_by_role("listitem").filter(has=desktop.heading(name))
    username, words = card.locator("b").all_inner_texts()
    return username, words


def comes_in_by_the_card(phone: Screen, username: str, words: str) -> None:
    """The square leads to the sign-in page with the name in it; the words are typed."""
    phone.open(f"/sign-in/?login={username}")
    expect(phone.page.get_by_label("Username")).to_have_value(username)
    phone.page.get_by_label("Password").fill(words)
    phone.press("Sign in")
    expect(phone.heading("My memories")).to_be_visible()


def tick(desktop: Screen, name: str, button: str) -> None:
    nine = ReporterClass.objects.get(name="9A")
    desktop.open(f"/admin/classes/{nine.pk}/students/")
    desktop.page.get_by_role("checkbox", name=re.compile(f"^{name}")).check()
    desktop.press(button)


def test_a_forgotten_password_is_a_new_card(desktop: Screen, screen: Open, cast: Cast) -> None:
    amina = screen(**PHONE)
    amina.open("/sign-in/")
    expect(amina.page.get_by_text("Forgotten it? Ask your teacher.")).to_be_visible()
    desktop.sign_in("hale")
    tick(desktop, "Amina", "New cards")
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.press("Make new cards")
    expect(desktop.heading("1 card is ready")).to_be_visible()
    comes_in_by_the_card(amina, *on_the_card(desktop, "Amina"))


def test_moving_leaving_and_coming_back(desktop: Screen, screen: Open, cast: Cast) -> None:
    nine = cast.amina.reporter_class
    story: Story = StoryFactory(author=cast.amina, reporter_class=nine, title="The mill hooter")
    ReporterClass.objects.create(school=cast.school, name="9B")
    amina = screen(**PHONE)
    amina.sign_in("amina")
    desktop.sign_in("hale")
    tick(desktop, "Amina", "Move to another class")
    desktop.page.get_by_label("Which class do they go to?").select_option(
        label="9B, Irk Valley School"
    )
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.press("Move them")
    expect(desktop.page.get_by_text("Amina: now in 9B.")).to_be_visible()
    amina.open("/desk/")
    expect(amina.page.get_by_text("The mill hooter")).to_be_visible()

    User.objects.filter(pk=cast.amina.pk).update(reporter_class=nine)
    tick(desktop, "Amina", "They have left")
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    desktop.press("Yes, they have left")
    expect(desktop.page.get_by_text("Amina: their accounts are closed.")).to_be_visible()
    assert faults(desktop, OUR_PART_OF_WAGTAIL) == []
    amina.open("/desk/")
    assert urlsplit(amina.page.url).path == "/sign-in/"
    assert Person.objects.get(user=cast.amina).left_on == timezone.localdate()
    story.refresh_from_db()
    assert (story.author, story.reporter_class) == (cast.amina, nine)

    tick(desktop, "Amina", "They are back")
    desktop.press("Yes, they are back")
    desktop.press("Make new cards")
    comes_in_by_the_card(amina, *on_the_card(desktop, "Amina"))
