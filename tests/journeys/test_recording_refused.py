"""No microphone, no leave, no room, no script: what to do is said, and a file always does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserType, expect

from stories.models import Story
from tests.journeys.cast import Cast
from tests.journeys.files import Files
from tests.journeys.recorder import DEVICE, SAYS_YES, Recorder, begun, launched
from tests.journeys.screens import DESKTOP, PHONE, Screen
from tests.journeys.test_keyboard import Keys

REFUSE = """navigator.mediaDevices.getUserMedia =
  () => Promise.reject(new DOMException("", "NotReadableError"))"""
KEEPS_NOTHING = """IDBFactory.prototype.open =
  () => { throw new DOMException("", "InvalidStateError") }"""
FULL = """const put = IDBObjectStore.prototype.put; let left = 3;
IDBObjectStore.prototype.put = function (value) {
  if (this.name === "pieces" && !(left -= 1)) this.transaction.abort();
  return put.call(this, value);
}"""
CANNOT = "delete window.MediaRecorder"
NO_LEAVE = "This page may not use the microphone yet."

Open = Callable[..., Screen]


@pytest.fixture
def with_flags(browser_type: BrowserType, archive: str) -> Iterator[Open]:
    """``with_flags(*flags, **options)``: a browser of one's own; nothing may go wrong on it."""
    opened: list[tuple[object, Screen]] = []

    def made(*flags: str, **options: object) -> Screen:
        browser = launched(browser_type, *flags)
        opened.append((browser, Screen(browser.__enter__().new_context(**options), archive)))
        return opened[-1][1]

    yield made
    complaints = [complaint for _, screen in opened for complaint in screen.complaints()]
    for browser, _ in opened:
        browser.__exit__(None, None, None)  # type: ignore[attr-defined]
    assert complaints == []


def a_file_does(recorder: Recorder, file: Path) -> None:
    """The other way stands open below, and works."""
    page = recorder.page
    page.get_by_label("Or choose files that are there already").set_input_files(file)
    expect(page.get_by_text("Safe at school. It is in the memory now.")).to_be_visible()
    part = Story.objects.get(ref=recorder.ref).parts.get(item__isnull=False)
    assert part.item.filename == file.name


@pytest.mark.parametrize(
    ("flags", "told"),
    [((DEVICE,), NO_LEAVE), ((), "We cannot find a microphone.")],
    ids=["refused", "missing"],
)
def test_a_microphone_that_is_refused_or_missing(
    with_flags: Open, cast: Cast, files: Files, flags: tuple[str, ...], told: str
) -> None:
    phone = with_flags(*flags, **PHONE)
    recorder = Recorder(phone, begun(phone)).open()
    recorder.press("Start recording")
    expect(recorder.root).to_contain_text(told)
    expect(recorder.root.locator("[data-told]")).to_have_text(told)
    a_file_does(recorder, files.sound)


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (REFUSE, "Something else is using the microphone."),
        (KEEPS_NOTHING, "This browser keeps nothing on the device."),
        (CANNOT, "This browser cannot record here."),
    ],
    ids=["taken", "private", "old"],
)
def test_what_is_in_the_way_is_said(
    with_flags: Open, cast: Cast, files: Files, script: str, told: str
) -> None:
    phone = with_flags(DEVICE, SAYS_YES, **PHONE)
    ref = begun(phone)
    phone.context.add_init_script(script)
    recorder = Recorder(phone, ref).open()
    start = recorder.root.get_by_role("button", name="Start recording")
    if script == REFUSE:
        start.click()
    expect(recorder.root).to_contain_text(told)
    a_file_does(recorder, files.sound)


def test_a_phone_that_is_full_keeps_what_it_has(with_flags: Open, cast: Cast) -> None:
    phone = with_flags(DEVICE, SAYS_YES, **PHONE)
    ref = begun(phone)
    phone.context.add_init_script(FULL)
    recorder = Recorder(phone, ref).open()
    recorder.press("Start recording")
    expect(recorder.root).to_contain_text("This device is full, so we stopped.")
    recorder.has(1)
    recorder.keep()
    recorder.is_safe()
    assert Story.objects.get(ref=ref).parts.filter(item__kind="audio").count() == 1


def test_whoever_was_signed_out_meanwhile_loses_nothing(with_flags: Open, cast: Cast) -> None:
    phone = with_flags(DEVICE, SAYS_YES, **PHONE)
    recorder = Recorder(phone, begun(phone)).open()
    recorder.press("Start recording")
    recorder.records("0:01")
    phone.context.clear_cookies()
    recorder.press("I’m done")
    recorder.has(1)
    with phone.expecting("403"):
        recorder.keep()
        expect(recorder.here).to_contain_text("You have been signed out.")
    phone.sign_in("amina")
    expect(recorder.here).to_contain_text("Safe at school")
    assert Story.objects.get(ref=recorder.ref).parts.filter(item__kind="audio").count() == 1


def test_it_is_done_with_the_keys_alone(with_flags: Open, cast: Cast) -> None:
    desktop = with_flags(DEVICE, SAYS_YES, **DESKTOP)
    recorder = Recorder(desktop, begun(desktop)).open()
    keys = Keys(desktop)
    keys.press("button", "Start recording")
    recorder.records("0:01")
    for name, state in (("Pause", "paused"), ("Go on", "recording"), ("I’m done", "review")):
        focused = desktop.page.locator(":focus")
        if name != "I’m done":
            expect(focused).to_have_text(name)
        keys.press("button", name)
        recorder.is_in(state)
    expect(desktop.page.locator(":focus")).to_have_text("Listen to it first")
    keys.press("button", "Keep it")
    recorder.is_in("kept")
    recorder.is_safe()


def test_without_script_the_phones_own_recorder_does(
    with_flags: Open, cast: Cast, files: Files
) -> None:
    phone = with_flags(**PHONE, java_script_enabled=False)
    ref = begun(phone)
    phone.page.get_by_label("Words", exact=True).fill("She hummed.")
    phone.press("Record sound")
    expect(phone.page.locator("[data-recorder]")).to_be_hidden()
    phone.page.get_by_label("Open your phone’s own recorder").set_input_files(files.sound)
    phone.press("Add them to the memory")
    expect(phone.page.get_by_role("listitem").filter(has_text=files.sound.name)).to_be_visible()
    told = [part.text or part.item.kind for part in Story.objects.get(ref=ref).parts.all()]
    assert told == ["She hummed.", "audio"]
