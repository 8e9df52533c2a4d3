"""The desk where there is no line: written on the phone, at school later, one person's only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from media.models import Item
from stories.contribute.offline import shell
from stories.models import Story
from tests.journeys.accessibility import faults
from tests.journeys.cast import Cast
from tests.journeys.desk import Desk
from tests.journeys.files import Files
from tests.journeys.screens import PHONE, Screen
from tests.line import Line, line_to

LOST = ("net::ERR_", "Failed to load resource", "Failed to load module script")
"""What a browser says of a line that died; the last where it died between two headers."""

IN_CACHES = """async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys())
      found.push(new URL(request.url).pathname);
  return found;
}"""


@pytest.fixture
def line(archive: str) -> Iterator[Line]:
    with line_to(archive) as line:
        yield line


@pytest.fixture
def phone(browser: Browser, cast: Cast, line: Line) -> Iterator[Screen]:
    """A phone on a line that can die; Amina has opened her desk on it once."""
    phone = Screen(browser.new_context(**PHONE), line.address)
    with phone.expecting(*LOST):
        phone.sign_in("amina")
        is_installed(phone)
        yield phone
        complaints = phone.complaints()
    phone.context.close()
    assert complaints == []


def is_installed(phone: Screen) -> None:
    """The worker is in charge and a few starts are there."""
    phone.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    expect(where(phone)).to_have_text("Safe at school")
    phone.page.wait_for_function(
        """() => new Promise((done) => {
          const opened = indexedDB.open("desk");
          opened.onsuccess = () => {
            const rows = opened.result.transaction("starts").objectStore("starts").count();
            rows.onsuccess = () => { opened.result.close(); done(rows.result >= 3); };
          };
        })"""
    )


def where(phone: Screen) -> Any:
    return phone.page.locator("[data-work-words]")


def goes(line: Line, phone: Screen) -> None:
    line.die()
    phone.context.set_offline(True)


def comes_back(line: Line, phone: Screen) -> None:
    line.mend()
    phone.context.set_offline(False)


def begun_without_a_line(phone: Screen, line: Line) -> None:
    goes(line, phone)
    phone.open("/desk/")
    expect(phone.heading("There is no Wi-Fi")).to_be_visible()
    phone.page.get_by_label("What shall we call it?").fill("The flood")
    phone.press("Begin a memory")
    phone.page.get_by_label("Words", exact=True).fill("The Irk came up.")
    expect(where(phone)).to_contain_text("On this phone")


def test_a_memory_begun_without_a_line_is_at_school_when_it_is_back(
    phone: Screen, line: Line, files: Files
) -> None:
    begun_without_a_line(phone, line)
    phone.page.get_by_label("Add pictures or sounds").set_input_files(files.photo)
    expect(phone.page.get_by_text(f"{files.photo.name}. On this phone")).to_be_visible()
    phone.page.reload()
    expect(phone.page.get_by_label("Words", exact=True)).to_have_value("The Irk came up.")
    assert not Story.objects.exists()
    comes_back(line, phone)
    desk = Desk(phone)
    expect(desk.sign).to_have_text("Safe at school")
    expect(desk.words).to_have_value("The Irk came up.")
    expect(desk.thing(files.photo)).to_contain_text("Safe at school")
    story = Story.objects.get()
    assert (story.title, [p.text for p in story.parts.all()]) == (
        "The flood",
        ["The Irk came up.", ""],
    )
    assert Item.objects.count() == 1


def test_it_goes_by_itself_from_any_page_of_the_desk(phone: Screen, line: Line) -> None:
    begun_without_a_line(phone, line)
    phone.page.close()
    comes_back(line, phone)
    phone.page = phone.context.new_page()
    phone.open("/desk/family/")
    expect(where(phone)).to_have_text("Safe at school")
    phone.open("/desk/")
    phone.follow("The flood")
    expect(Desk(phone).words).to_have_value("The Irk came up.")
    assert Story.objects.count() == 1


def test_words_typed_in_an_open_memory_are_there_without_a_line_and_go_by_themselves(
    phone: Screen, line: Line
) -> None:
    desk = Desk(phone)
    ref = desk.begin("The album")
    goes(line, phone)
    desk.words.fill("Page one.")
    expect(desk.sign).to_contain_text("On this phone")
    phone.page.reload()
    expect(phone.page.get_by_label("Words", exact=True)).to_have_value("Page one.")
    phone.page.get_by_label("Words", exact=True).fill("Page one, and two.")
    comes_back(line, phone)
    phone.open("/desk/family/")
    expect(where(phone)).to_have_text("Safe at school")
    assert Story.objects.get(ref=ref).parts.get().text == "Page one, and two."


def test_only_the_shell_is_kept_and_nothing_of_anybody(phone: Screen, files: Files) -> None:
    desk = Desk(phone)
    desk.begin("The album")
    desk.add(files.photo)
    phone.open("/desk/my-things/")
    kept = phone.page.evaluate(IN_CACHES)
    assert sorted(kept) == sorted([*shell.addresses(), "/desk/offline/"])
    phone.open("/desk/offline/")
    expect(phone.page.get_by_role("link", name="Staff room")).to_have_count(0)


def test_whoever_leaves_is_asked_and_may_keep_it(phone: Screen, line: Line, cast: Cast) -> None:
    begun_without_a_line(phone, line)
    comes_back(line, phone)
    phone.context.route("**/desk/drafts/", lambda route: route.abort())
    phone.open("/desk/")
    phone.press("Sign out")
    expect(phone.page.get_by_role("dialog")).to_contain_text("The flood")
    phone.press("Stay")
    expect(phone.page).to_have_url(f"{phone.address}/desk/")
    phone.press("Sign out")
    phone.press("Sign out, keep it here for me")
    expect(phone.page).to_have_url(f"{phone.address}/")
    the_next_person_sees_nothing(phone, line)
    phone.context.unroute("**/desk/drafts/")
    phone.sign_out()
    phone.sign_in("amina")
    expect(where(phone)).to_have_text("Safe at school")
    assert Story.objects.get().author == cast.amina


def the_next_person_sees_nothing(phone: Screen, line: Line) -> None:
    phone.sign_in("mary")
    expect(where(phone)).to_have_text("Safe at school")
    goes(line, phone)
    phone.open("/desk/")
    expect(phone.heading("There is no Wi-Fi")).to_be_visible()
    expect(phone.page.get_by_text("Begin a memory").first).to_be_attached()
    expect(phone.page.get_by_text("The flood")).to_have_count(0)
    comes_back(line, phone)


def test_whoever_leaves_may_throw_it_away(phone: Screen, line: Line) -> None:
    begun_without_a_line(phone, line)
    comes_back(line, phone)
    phone.context.route("**/desk/drafts/", lambda route: route.abort())
    phone.open("/desk/")
    phone.press("Sign out")
    phone.press("Throw it away and sign out")
    expect(phone.page).to_have_url(f"{phone.address}/")
    phone.context.unroute("**/desk/drafts/")
    phone.sign_in("amina")
    expect(where(phone)).to_have_text("Safe at school")
    assert not Story.objects.exists()


@pytest.mark.parametrize("where_from", ["the desk", "the page without Wi-Fi"])
def test_signing_out_without_a_line_hides_everything_and_school_is_told_later(
    phone: Screen, line: Line, where_from: str
) -> None:
    phone.open("/desk/")
    goes(line, phone)
    if where_from == "the page without Wi-Fi":
        phone.open("/desk/")
    phone.press("Sign out")
    expect(phone.page.get_by_text("Your desk opens when the Wi-Fi is back")).to_be_visible()
    comes_back(line, phone)
    phone.open("/desk/")
    expect(phone.page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()


def test_a_new_release_replaces_the_old_one(phone: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "version", lambda: "another-release")
    phone.open("/desk/")
    phone.page.wait_for_function(
        """async () => {
          const names = await caches.keys();
          return names.length === 1 && names[0] === "desk-shell-another-release";
        }"""
    )


def test_each_screen_of_it_is_accessible(phone: Screen, line: Line) -> None:
    desk = Desk(phone)
    desk.begin("The album")
    other = phone.context.new_page()
    other.goto(phone.page.url)
    desk.words.fill("We had a long album.")
    desk.is_safe()
    with phone.expecting(*LOST, "409"):
        other.get_by_label("Words", exact=True).fill("We had a red album.")
        expect(other.get_by_text("This screen", exact=True)).to_be_visible()
    phone.page.close()
    phone.page = other
    found = faults(phone)
    phone.press("Use the other one")
    desk = Desk(phone)
    desk.is_safe()
    phone.follow("Earlier wordings")
    found += faults(phone)
    with phone.expecting(*LOST):
        begun_without_a_line(phone, line)
        found += faults(phone)
        phone.follow("Back to the list")
        phone.press("Sign out")
        expect(phone.page.get_by_role("dialog")).to_be_visible()
        found += faults(phone)
        phone.press("Stay")
        comes_back(line, phone)
    assert found == []


def test_without_javascript_nothing_false_is_said(
    cast: Cast, screen: Callable[..., Screen]
) -> None:
    phone = screen(**PHONE, java_script_enabled=False)
    phone.sign_in("amina")
    expect(phone.page.locator("[data-work]")).to_be_hidden()
