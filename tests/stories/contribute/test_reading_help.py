"""Size and spacing are a person's own, there when the page opens, with or without script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories.models import Story
from tests.architecture.houses import static_files
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

HERE = "/desk/reading-help/"
CLASSES = re.compile(r'<html lang="en-gb" class="([^"]*)"')


def classes(client: Client, address: str = "/desk/") -> str:
    found = CLASSES.search(client.get(address).content.decode())
    assert found
    return found[1]


def choose(client: Client, **chosen: str) -> str:
    response = client.post(HERE, chosen)
    assert response.status_code == 302
    return str(response["Location"])


def test_nothing_is_chosen_at_first(desk: Client) -> None:
    assert classes(desk) == ""


def test_a_choice_is_there_on_every_page_of_the_desk(desk: Client, story: Story) -> None:
    choose(desk, size="larger", lines="wide", letters="wide")
    pages = ("desk_story", "desk_story_check", "desk_story_preview", "desk_story_as_teacher")
    for address in ("/desk/", HERE, *(reverse(name, args=[story.ref]) for name in pages)):
        assert classes(desk, address) == (
            "reading-size-larger reading-lines-wide reading-letters-wide"
        ), address


def test_the_form_shows_what_was_chosen(desk: Client) -> None:
    choose(desk, size="largest")
    page = desk.get("/desk/").content.decode()
    ticked = re.search(r'<input[^>]*name="size"[^>]*checked[^>]*>', page)
    assert ticked
    assert 'value="largest"' in ticked[0]


def test_the_next_person_at_the_computer_has_their_own(desk: Client, student: User) -> None:
    choose(desk, size="largest")
    other = UserFactory(student=True, school=student.school)
    desk.force_login(other)
    assert classes(desk) == ""
    desk.force_login(student)
    assert classes(desk) == "reading-size-largest"


def test_the_name_of_the_cookie_tells_nobody(desk: Client, student: User) -> None:
    choose(desk, size="large")
    names = [name for name in desk.cookies if name.startswith("reading-")]
    assert len(names) == 1
    assert str(student.pk) not in names[0].split("-")
    assert desk.cookies[names[0]]["httponly"]


@pytest.mark.parametrize("value", ["", "huge", "large.wide.wide.wide", '"><script>', "..", "large"])
def test_a_cookie_that_lies_chooses_nothing_else(desk: Client, value: str) -> None:
    choose(desk, size="large")
    name = next(name for name in desk.cookies if name.startswith("reading-"))
    desk.cookies[name] = value
    assert classes(desk) in ("", "reading-size-large")


def test_a_size_that_there_is_not_is_as_it_comes(desk: Client) -> None:
    choose(desk, size="large")
    choose(desk, size="enormous")
    assert classes(desk) == ""


@pytest.mark.parametrize(
    ("asked", "leads_to"),
    [("/desk/family/", "/desk/family/"), ("https://example.org/", "/desk/"), ("", "/desk/")],
)
def test_one_comes_back_to_where_one_was(desk: Client, asked: str, leads_to: str) -> None:
    assert choose(desk, next=asked) == leads_to


def test_the_script_stays_where_it_is(desk: Client) -> None:
    response = desk.post(HERE, {"size": "large"}, headers={"Accept": "application/json"})
    assert response.status_code == 204
    assert classes(desk) == "reading-size-large"


def test_visitors_have_their_browsers_own(client: Client) -> None:
    assert client.get(HERE)["Location"].startswith("/sign-in/")
    assert classes(client, "/") == ""


SCRIPTS = [path for path in static_files() if path.suffix == ".js"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_asks_where_somebody_is(path: Path) -> None:
    """A place is picked from named public places (ICO Children's Code, geolocation)."""
    assert "geolocation" not in path.read_text(encoding="utf-8").casefold()


def test_speech_stays_on_the_device() -> None:
    script = next(path for path in SCRIPTS if path.name == "reading-help.js")
    text = script.read_text(encoding="utf-8")
    assert "voice.localService" in text
    assert "processLocally: true" in text
    assert "webkitSpeechRecognition" not in text
