"""Everything can be done with the keys alone, and one always sees where one is."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from media.models import Transcript
from media.transcripts import verbs, webvtt
from media.transcripts.cues import Cue
from stories.models import Story
from tests.factories import PASSWORD, StoryFactory
from tests.journeys.cast import Cast
from tests.journeys.files import Files
from tests.journeys.screens import Screen
from tests.journeys.transcribing import Transcriber, a_recording
from tests.journeys.wall import Wall

FARTHEST = 120
"""Presses of Tab after which something counts as out of reach."""
RING = """element => {
  const look = getComputedStyle(element);
  const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2;
  return ring || look.boxShadow !== 'none';
}"""


class Keys:
    """Somebody who has no mouse."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.page = screen.page

    def reach(self, role: str, name: str) -> Locator:
        """Press Tab until it has the focus, and see that it shows."""
        return self.tab_to(self.page.get_by_role(role, name=name).first)

    def tab_to(self, wanted: Locator) -> Locator:
        """The same for something that has been found already."""
        expect(wanted).to_be_visible()
        for _ in range(FARTHEST):
            if wanted.evaluate("element => element === document.activeElement"):
                assert wanted.evaluate(RING), f"One does not see that {wanted} has the focus."
                return wanted
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{wanted} cannot be reached with the Tab key.")

    def press(self, role: str, name: str, key: str = "Enter") -> None:
        self.reach(role, name)
        self.page.keyboard.press(key)

    def type(self, name: str, words: str) -> None:
        self.reach("textbox", name)
        self.page.keyboard.insert_text(words)


def test_a_memory_is_told_with_the_keys_alone(cast: Cast, desktop: Screen) -> None:
    keys = Keys(desktop)
    desktop.open("/sign-in/")
    keys.type("Username", "amina")
    keys.type("Password", PASSWORD)
    keys.press("button", "Sign in")
    keys.press("link", "Add a memory")
    keys.press("radio", "Me. I will tell it myself", "Space")
    keys.press("button", "Next")
    keys.press("button", "I know what to tell")
    keys.type("What shall we call it?", "The roof garden")
    keys.press("button", "Start")
    keys.type("Words", "We grew beans on the fourth floor.")
    keys.press("button", "Next: when")
    keys.type("When was it?", "1985")
    keys.press("checkbox", "Sandhills", "Space")
    keys.press("button", "Next: what it is about")
    keys.press("checkbox", "Food, growing and animals", "Space")
    keys.press("button", "Next: people")
    keys.tab_to(desktop.page.locator("summary", has_text="Amina").first)
    expect(desktop.page.get_by_role("checkbox", name="Told it").first).to_be_checked()
    keys.press("checkbox", "Gathered it", "Space")
    keys.press("button", "Next: who may see it")
    keys.press("button", "Check and hand in")
    keys.press("button", "Hand it in to my teacher")
    expect(desktop.page.get_by_role("status")).to_contain_text("is with your teacher now")
    told = Story.objects.get()
    assert [place.name for place in told.places.all()] == ["Sandhills"]
    assert [fund.slug for fund in told.funds.all()] == ["food-growing-animals"]


def test_a_showcase_is_walked_through_with_the_keys_alone(wall: Wall, desktop: Screen) -> None:
    keys = Keys(desktop)
    desktop.open(wall.showcase.url)
    desktop.page.keyboard.press("Tab")
    expect(desktop.page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    desktop.page.keyboard.press("Enter")
    keys.press("link", "Show it full screen")
    place = desktop.page.locator("[data-place]")
    expect(place).to_contain_text("1 of ")
    last = place.inner_text().split()[-1]
    for key, number in (
        ("ArrowRight", "2"),
        ("ArrowRight", "3"),
        ("ArrowLeft", "2"),
        ("End", last),
    ):
        desktop.page.keyboard.press(key)
        expect(place).to_have_text(f"{number} of {last}")
    desktop.page.keyboard.press("Home")
    expect(place).to_have_text(f"1 of {last}")
    expect(desktop.page.locator("[data-told]")).to_contain_text(f"Slide 1 of {last}")
    desktop.page.keyboard.press("Escape")
    expect(desktop.page).to_have_url(f"{desktop.address}{wall.showcase.url}")


def test_what_is_said_is_written_down_with_the_keys_alone(
    cast: Cast, files: Files, desktop: Screen
) -> None:
    item = a_recording(files, by=cast.amina)
    StoryFactory(author=cast.amina, parts=["Nan told me this.", item])
    verbs.save(item, [Cue(0, 600, "It was"), Cue(600, 1800, "loud. We signed.")], by=None, number=0)
    desktop.sign_in("amina")
    keys, desk = Keys(desktop), Transcriber(desktop, item)
    desk.open()
    _listen(keys)
    desk.stand_at(0.8)
    _press(keys, desk, 2, "Starts now")
    expect(desk.time(2, "From")).to_have_value("0:00.8")
    keys.tab_to(desk.words(2))
    desktop.page.keyboard.press("Control+Home")
    for _ in "loud.":
        desktop.page.keyboard.press("ArrowRight")
    _press_more(keys, desk, 2, "Cut here")
    expect(desk.words(3)).to_have_value("We signed.")
    _press_more(keys, desk, 1, "Join with next")
    expect(desk.words(1)).to_have_value("It was loud.")
    desk.is_safe()
    said = webvtt.read(Transcript.objects.get(item=item).vtt)
    assert [cue.text for cue in said] == ["It was loud.", "We signed."]


def _listen(keys: Keys) -> None:
    """Play, pause, and step back to the beginning."""
    player = keys.page.locator("[data-player]")
    keys.press("button", "Play or pause")
    expect(player).to_have_js_property("paused", False)
    keys.press("button", "Play or pause")
    expect(player).to_have_js_property("paused", True)
    keys.press("button", "Back 2 s")
    expect(player).to_have_js_property("currentTime", 0)


def _press(keys: Keys, desk: Transcriber, line: int, name: str) -> None:
    keys.tab_to(desk.line(line).get_by_role("button", name=name))
    keys.page.keyboard.press("Enter")


def _press_more(keys: Keys, desk: Transcriber, line: int, name: str) -> None:
    """A button of a line that is folded away."""
    more = desk.line(line).locator("[data-more]")
    if more.get_attribute("open") is None:
        keys.tab_to(more.locator("summary"))
        keys.page.keyboard.press("Enter")
    _press(keys, desk, line, name)
