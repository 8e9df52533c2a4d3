"""A voice is recorded on a phone, and nothing of it is lost: not to a crash, not to bad Wi-Fi."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserType, expect

from media.models import Item
from stories.models import Story
from tests.journeys.accessibility import faults
from tests.journeys.cast import Cast
from tests.journeys.recorder import DEVICE, SAYS_YES, Recorder, begun, launched, lengths
from tests.journeys.recordings import plays, shows_moving_pictures
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.line import line_to

MOST_LOST = 2.0
"""Seconds that may be missing after a crash."""
FORMS = {"sound": "audio", "film": "video"}


@pytest.fixture(scope="module")
def ears(browser_type: BrowserType) -> Iterator[Browser]:
    """A browser with a camera and a microphone, which may be used."""
    with launched(browser_type, DEVICE, SAYS_YES) as browser:
        yield browser


@pytest.fixture
def phone(ears: Browser, archive: str) -> Iterator[Screen]:
    phone = Screen(ears.new_context(**PHONE), archive)
    phone.page.on("dialog", lambda dialog: dialog.accept())
    yield phone
    complaints = phone.complaints()
    phone.context.close()
    assert complaints == []


@pytest.fixture
def ref(cast: Cast, phone: Screen) -> str:
    return begun(phone)


def parts(ref: str) -> list[str]:
    """The kinds of the things in a memory, in their order."""
    return [part.item.kind for part in Story.objects.get(ref=ref).parts.all() if part.item]


@pytest.mark.parametrize("way", FORMS)
def test_it_is_recorded_heard_and_kept(
    phone: Screen, ref: str, worker: Callable[[], None], way: str
) -> None:
    phone.open(f"/desk/stories/{ref}/")
    phone.press({"sound": "Record sound", "film": "Record a film"}[way])
    recorder = Recorder(phone, ref, way)
    recorder.is_in("ready")
    expect(phone.main).to_contain_text("You don’t have to answer.")
    recorder.press("Start recording")
    recorder.records("0:02")
    expect(phone.main).to_contain_text("You don’t have to answer.")
    expect(recorder.root).to_contain_text("We can hear you")
    recorder.press("Pause")
    recorder.is_in("paused")
    recorder.press("Go on")
    recorder.records("0:04")
    recorder.press("I’m done")
    recorder.has(1)
    player = recorder.root.locator("[data-stretches] > li > *")
    (plays if way == "sound" else shows_moving_pictures)(player)
    recorder.keep()
    recorder.is_safe()
    assert parts(ref) == [FORMS[way]]
    assert recorder.kept_here() == {"takes": [], "pieces": []}
    worker()
    assert Item.objects.get().is_ready
    assert 3 <= lengths()[0] < 8
    phone.follow("Back to the memory", within=recorder.root)
    expect(phone.page.get_by_role("listitem").filter(has_text="Recorded")).to_be_visible()


@pytest.mark.parametrize("way", FORMS)
@pytest.mark.parametrize("end", ["crash", "close"])
def test_a_tab_that_dies_loses_two_seconds_at_most(
    phone: Screen, ref: str, worker: Callable[[], None], way: str, end: str
) -> None:
    recorder = Recorder(phone, ref, way).open()
    recorder.press("Start recording")
    recorder.records("0:05")
    getattr(recorder, end)()
    phone.open("/desk/")
    expect(recorder.here).to_contain_text("It is not finished")
    phone.follow("Listen, go on or keep it", within=recorder.here)
    recorder.has(1)
    expect(recorder.root).to_contain_text("It stopped before you were done.")
    recorder.keep()
    recorder.is_safe()
    assert parts(ref) == [FORMS[way]]
    worker()
    assert Item.objects.get().is_ready
    assert lengths()[0] >= 5 - MOST_LOST


def test_it_goes_on_after_a_crash_as_a_second_part(
    phone: Screen, ref: str, worker: Callable[[], None]
) -> None:
    recorder = Recorder(phone, ref).open()
    recorder.press("Start recording")
    recorder.records("0:03")
    recorder.crash()
    recorder.open()
    recorder.has(1)
    recorder.press("Go on recording")
    recorder.records("0:02")
    recorder.press("I’m done")
    recorder.has(2)
    recorder.keep()
    recorder.is_safe(2)
    assert parts(ref) == ["audio", "audio"]
    worker()
    first, second = lengths()
    assert first >= 3 - MOST_LOST
    assert second >= 1


def test_what_nobody_wants_is_thrown_away(phone: Screen, ref: str) -> None:
    recorder = Recorder(phone, ref).open()
    recorder.press("Start recording")
    recorder.records("0:01")
    recorder.press("I’m done")
    recorder.has(1)
    recorder.press("Throw it away")
    recorder.press("No, go back")
    recorder.has(1)
    recorder.press("Throw it away")
    recorder.press("Yes, throw it away")
    recorder.is_in("ready")
    assert recorder.kept_here() == {"takes": [], "pieces": []}
    recorder.open()
    recorder.is_in("ready")
    assert not Item.objects.exists()


def test_it_waits_on_the_phone_until_the_wifi_is_back(phone: Screen, ref: str) -> None:
    recorder = Recorder(phone, ref).open()
    recorder.press("Start recording")
    recorder.records("0:01")
    with phone.expecting("net::ERR_INTERNET_DISCONNECTED"):
        phone.context.set_offline(True)
        recorder.press("I’m done")
        recorder.has(1)
        recorder.keep()
        expect(recorder.here).to_contain_text("On this phone. It goes on by itself")
        assert len(recorder.kept_here()["takes"]) == 1
        phone.context.set_offline(False)
        recorder.is_safe()
    assert parts(ref) == ["audio"]
    assert recorder.kept_here()["takes"] == []


def test_it_goes_on_from_the_phone_after_the_page_was_closed(
    ears: Browser, archive: str, cast: Cast, worker: Callable[[], None]
) -> None:
    """The line dies in the middle of the sending, and the tab with it."""
    with line_to(archive) as line:
        phone = Screen(ears.new_context(**PHONE), line.address)
        ref = begun(phone)
        recorder = Recorder(phone, ref, "film").open()
        recorder.press("Start recording")
        recorder.records("0:03")
        recorder.press("I’m done")
        recorder.has(1)
        line.cut_after(30_000, dead=True)
        recorder.keep()
        expect(recorder.here).to_contain_text("On this phone. It goes on by itself")
        recorder.close()
        line.mend()
        phone.open(f"/desk/stories/{ref}/")
        expect(phone.page.locator("[data-parts] > .part--item")).to_contain_text("Safe at school")
        expect(phone.page.locator("[data-coming]")).to_have_count(0)
        assert parts(ref) == ["video"]
        assert recorder.kept_here()["takes"] == []
        phone.context.close()
    worker()
    assert Item.objects.get().is_ready


def test_whoever_comes_next_sees_and_hears_nothing_of_it(phone: Screen, ref: str) -> None:
    recorder = Recorder(phone, ref).open()
    recorder.press("Start recording")
    recorder.records("0:02")
    recorder.close()
    leaves_it_here(phone)
    phone.sign_in("mary")
    phone.open("/desk/")
    expect(recorder.here).to_be_hidden()
    lying_here = recorder.kept_here()
    assert len(lying_here["takes"]) == 1
    assert "amina" not in str(lying_here).lower()
    # WebM begins with these four bytes (RFC 8794), and what is shut away does not.
    assert lying_here["pieces"][0][:4] != [0x1A, 0x45, 0xDF, 0xA3]
    phone.sign_out()
    phone.sign_in("amina")
    recorder.open()
    recorder.has(1)
    recorder.keep()
    recorder.is_safe()
    assert parts(ref) == ["audio"]


def leaves_it_here(phone: Screen) -> None:
    """Whoever signs out is told what becomes of it."""
    phone.open("/desk/")
    phone.press("Sign out")
    told = phone.page.get_by_role("dialog", name="Not all of it is at school yet")
    phone.press("Stay", within=told)
    expect(told).to_be_hidden()
    phone.press("Sign out")
    phone.press("Sign out, keep it here for me", within=told)
    expect(phone.page).to_have_url(f"{phone.address}/")


def test_two_tabs_do_not_offer_what_is_still_being_recorded(phone: Screen, ref: str) -> None:
    recorder = Recorder(phone, ref).open()
    recorder.press("Start recording")
    recorder.records("0:01")
    other = phone.context.new_page()
    other.goto(phone.page.url)
    expect(other.locator("[data-recorder]")).to_have_attribute("data-state", "ready")
    recorder.press("I’m done")
    recorder.has(1)


def test_a_page_of_a_paper_is_photographed(
    phone: Screen, ref: str, worker: Callable[[], None]
) -> None:
    recorder = Recorder(phone, ref, "picture").open()
    recorder.press("Open the camera")
    recorder.is_in("recording")
    recorder.press("Take the picture")
    recorder.has(1)
    recorder.press("Take another")
    recorder.is_in("recording")
    recorder.press("Take the picture")
    recorder.has(2)
    recorder.close()
    recorder.open()
    recorder.has(2)
    recorder.keep()
    recorder.is_safe(2)
    assert parts(ref) == ["image", "image"]
    worker()
    assert all(item.is_ready and item.filename.endswith(".jpg") for item in Item.objects.all())


def test_closing_the_tab_while_it_records_asks_first(phone: Screen, ref: str) -> None:
    recorder = Recorder(phone, ref).open()
    recorder.press("Start recording")
    recorder.records("0:01")
    with phone.page.expect_event("dialog") as asked:
        phone.page.close(run_before_unload=True)
    assert asked.value.type == "beforeunload"


@pytest.mark.parametrize("device", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_state_of_it_is_accessible(
    ears: Browser, archive: str, cast: Cast, device: dict[str, object]
) -> None:
    screen = Screen(ears.new_context(**device), archive)
    ref = begun(screen)
    found = []
    for way in FORMS:
        recorder = Recorder(screen, ref, way).open()
        recorder.is_in("ready")
        found += faults(screen)
        recorder.press("Start recording")
        recorder.records("0:01")
        found += faults(screen)
        expect(recorder.root.locator("[data-meter]")).to_be_hidden()
        recorder.press("Pause")
        found += faults(screen)
        recorder.press("I’m done")
        recorder.has(1)
        found += faults(screen)
        recorder.press("Throw it away")
        found += faults(screen)
        recorder.press("No, go back")
        recorder.keep()
        recorder.is_safe()
        found += faults(screen)
    screen.open(f"/desk/stories/{ref}/record/")
    found += faults(screen)
    screen.open(f"/desk/stories/{ref}/record/picture/")
    assert found + faults(screen) == []
    screen.context.close()
