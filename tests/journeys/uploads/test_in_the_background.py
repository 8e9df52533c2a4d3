"""Files go on by themselves: on every page of the desk, after a reload, after a closed tab."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from media.models import Item
from tests.journeys.desk import FILES, Desk
from tests.journeys.screens import Screen
from tests.journeys.uploads.sending import half_sent, is_whole
from tests.line import Line


def where(page: Page) -> object:
    return page.locator("[data-work-words]")


def test_it_goes_on_while_one_walks_about(
    desk: Desk, phone: Screen, line: Line, scan: Path
) -> None:
    half_sent(desk, line, scan)
    desk.go_to("when")
    phone.page.get_by_label("When was it?").fill("1972")
    expect(where(phone.page)).to_contain_text("On this phone")
    line.mend()
    phone.open("/desk/family/")
    expect(where(phone.page)).to_have_text("Safe at school")
    is_whole(scan)
    phone.open("/desk/")
    phone.follow("The album")
    expect(desk.thing(scan)).to_contain_text("Safe at school")


def test_it_goes_on_after_a_closed_tab(desk: Desk, phone: Screen, line: Line, scan: Path) -> None:
    half_sent(desk, line, scan)
    address = phone.path
    phone.page.close()
    line.mend()
    phone.page = phone.context.new_page()
    phone.open(address)
    again = Desk(phone)
    expect(again.thing(scan)).to_contain_text("Safe at school")
    expect(phone.page.locator("[data-coming]")).to_have_count(0)
    is_whole(scan)


def test_two_tabs_send_it_once(desk: Desk, phone: Screen, line: Line, scan: Path) -> None:
    half_sent(desk, line, scan)
    line.mend()
    other = phone.context.new_page()
    other.goto(phone.page.url)
    for page in (phone.page, other):
        thing = page.get_by_role("listitem").filter(has_text=f": {scan.name}")
        expect(thing).to_contain_text("Safe at school")
    is_whole(scan)


def test_a_tab_that_nobody_told_asks_school_what_became_of_a_file(
    desk: Desk, phone: Screen, line: Line, scan: Path
) -> None:
    half_sent(desk, line, scan)
    other = phone.context.new_page()
    other.add_init_script("BroadcastChannel.prototype.postMessage = () => {}")
    other.add_init_script("BroadcastChannel.prototype.addEventListener = () => {}")
    line.mend()
    other.goto(phone.page.url)
    thing = other.get_by_role("listitem").filter(has_text=f": {scan.name}")
    expect(thing).to_contain_text("Safe at school")
    is_whole(scan)


def test_what_school_refused_is_told_on_the_page_of_the_memory(
    desk: Desk, phone: Screen, line: Line, scan: Path, settings: object
) -> None:
    settings.MEDIA_QUOTA_USER = 1000  # type: ignore[attr-defined]
    with phone.expecting("413"):
        desk.page.get_by_label(FILES).set_input_files(scan)
        row = phone.page.locator("[data-upload-list] > li")
        expect(row).to_contain_text("You have used all the room")
    phone.open("/desk/family/")
    expect(where(phone.page)).to_have_text("Something needs you")
    phone.follow("Look")
    expect(row).to_contain_text("You have used all the room")
    phone.press("Leave it out", within=row)
    expect(row).to_have_count(0)
    expect(where(phone.page)).to_have_text("Safe at school")


def test_whoever_comes_next_sends_nothing_of_it(
    desk: Desk, phone: Screen, line: Line, scan: Path
) -> None:
    half_sent(desk, line, scan)
    line.mend()
    phone.context.route("**/desk/uploads/**", lambda route: route.abort())
    phone.open("/desk/family/")
    phone.press("Sign out")
    expect(phone.page.get_by_role("dialog")).to_contain_text(scan.name)
    phone.press("Sign out, keep it here for me")
    expect(phone.page).to_have_url(f"{phone.address}/")
    phone.context.unroute("**/desk/uploads/**")
    phone.sign_in("mary")
    phone.open("/desk/")
    expect(where(phone.page)).to_have_text("Safe at school")
    assert not Item.objects.exists()
    phone.sign_out()
    phone.sign_in("amina")
    phone.open("/desk/")
    expect(where(phone.page)).to_have_text("Safe at school")
    is_whole(scan)
