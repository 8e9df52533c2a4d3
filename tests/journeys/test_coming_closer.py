"""A picture comes closer: by two fingers on a phone, by wheel and keys at a desk."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from stories.models import Story, StoryPart
from tests.factories import StoryFactory
from tests.journeys.cast import Cast
from tests.journeys.files import Files, kept
from tests.journeys.screens import Screen
from tests.journeys.touching import Fingers, middle

PLACE = """image => {
  const { a, e, f } = new DOMMatrix(getComputedStyle(image).transform);
  return [a, e, f];
}"""
"""How many times as large, and how many pixels further to the right and down."""
STANDS = f"""([image, wanted]) => ({PLACE})(image)
  .every((number, at) => wanted[at] === null || Math.abs(number - wanted[at]) < 0.1)"""


@pytest.fixture
def story(cast: Cast, files: Files) -> Story:
    """Its picture is large enough to be moved about in."""
    item = kept(files.photo, by=cast.amina)
    part = StoryPart(kind="item", item=item, description="A mill.")
    made: Story = StoryFactory(published=True, author=cast.amina, title="The mill", parts=[part])
    return made


def opened(screen: Screen, story: Story) -> tuple[Locator, Locator]:
    """What leads to the picture, and the picture, large."""
    screen.open(story.get_absolute_url())
    link = screen.main.get_by_role("link", name="A mill. See it large")
    link.click()
    image = screen.page.get_by_role("dialog").get_by_role("img", name="A mill.")
    expect(image).to_be_visible()
    stands(image, 1)
    return link, image


def stands(image: Locator, scale: float, right: float | None = 0, down: float | None = 0) -> None:
    """Waits until it does; None is anywhere."""
    wanted = [image.element_handle(), [scale, right, down]]
    image.page.wait_for_function(STANDS, arg=wanted)


def test_two_fingers_bring_it_closer_and_one_moves_it(phone: Screen, story: Story) -> None:
    link, image = opened(phone, story)
    fingers = Fingers(phone)
    x, y = middle(image)
    fingers.draw(((x - 20, y), (x - 80, y)), ((x + 20, y), (x + 80, y)))
    stands(image, 4, None, None)
    _, right, down = image.evaluate(PLACE)
    fingers.draw(((x, y), (x + 60, y + 24)))
    stands(image, 4, right + 60, down + 24)
    fingers.draw(((x - 80, y), (x - 40, y)), ((x + 80, y), (x + 40, y)))
    stands(image, 2, None, None)
    fingers.tap_twice((x, y))
    stands(image, 1)
    phone.page.get_by_role("button", name="Close").tap()
    expect(link).to_be_focused()


def test_a_wheel_and_keys_do_the_same(desktop: Screen, story: Story) -> None:
    link, image = opened(desktop, story)
    keyboard, mouse = desktop.page.keyboard, desktop.page.mouse
    mouse.move(*middle(image))
    mouse.wheel(0, -100)
    stands(image, 1.15)
    mouse.wheel(0, 100)
    stands(image, 1)
    for key, wanted in (("+", 1.5), ("=", 2.25), ("-", 1.5), ("0", 1), ("-", 1)):
        keyboard.press(key)
        stands(image, wanted)
    for _ in range(3):
        keyboard.press("+")
    keyboard.press("ArrowLeft")
    stands(image, 3.375, 80)
    keyboard.press("ArrowUp")
    stands(image, 3.375, 80, 80)
    keyboard.press("Escape")
    expect(link).to_be_focused()
