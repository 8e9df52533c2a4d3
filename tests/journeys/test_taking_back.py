"""On a phone: hide it, delete it, keep it after all; and one's own things in one file."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from stories.models import Story
from tests.factories import StoryFactory
from tests.journeys.accessibility import look_at
from tests.journeys.cast import Cast
from tests.journeys.screens import Screen


@pytest.fixture
def story(cast: Cast) -> Story:
    made: Story = StoryFactory(author=cast.amina, published=True, title="The mill hooter")
    return made


def test_hidden_deleted_and_kept_after_all(phone: Screen, cast: Cast, story: Story) -> None:
    public = story.get_absolute_url()
    phone.sign_in("amina")
    phone.open(public)
    phone.follow("Delete it")
    phone.press("Yes, delete it")
    expect(phone.page.get_by_text("30 days left.")).to_be_visible()
    _kept_picture(phone, "clock")
    assert phone.answer(public) == 410
    phone.press("Keep it after all")
    assert phone.answer(public) == 410
    phone.open(reverse("desk_story", args=[story.ref]))
    _kept_picture(phone, "hidden")
    phone.follow("I want to share it again")
    phone.press("Yes, I want to go on with it")
    expect(phone.page.get_by_role("status").first).to_be_visible()
    assert Story.objects.get().is_writable


def test_everything_of_mine_in_one_file(
    phone: Screen, cast: Cast, story: Story, worker: Callable[[], None], tmp_path: Path
) -> None:
    phone.sign_in("amina")
    phone.follow("Send me my things")
    phone.press("Pack my things")
    expect(phone.page.get_by_role("progressbar")).to_be_visible()
    worker()
    phone.follow("See how far it is")
    _kept_picture(phone, "packed")
    with phone.page.expect_download() as waiting:
        phone.page.get_by_role("link", name="Fetch my things").click()
    waiting.value.save_as(tmp_path / "things.zip")
    with zipfile.ZipFile(tmp_path / "things.zip") as packed:
        assert f"memories/{story.ref}.txt" in packed.namelist()


def test_every_page_of_it_is_accessible(device: Screen, cast: Cast, story: Story) -> None:
    device.sign_in("amina")
    one = [reverse(f"desk_story_{name}", args=[story.ref]) for name in ("withdraw", "delete")]
    assert look_at(device, [*one, "/desk/my-things/", "/desk/everything/"]) == []


def _kept_picture(phone: Screen, name: str) -> None:
    """For whoever wants to look at it: only where a folder is named."""
    if folder := os.environ.get("PICTURES"):
        phone.page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)
