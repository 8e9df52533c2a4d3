"""On a phone: a voice at the door, the place it speaks of, a memory of it, and on by chance."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from media.transcripts import verbs
from stories.index import keeping
from stories.models import Place
from tests.factories import ItemFactory, StoryFactory
from tests.journeys.cast import Cast
from tests.journeys.screens import Screen
from tests.journeys.wall import PLACE, SAID, another


def test_from_a_voice_to_wherever_chance_leads(cast: Cast, phone: Screen) -> None:
    voice = ItemFactory(uploaded_by=cast.amina, audio=True, duration=21.0, peaks=[10, 60, 30])
    verbs.save(voice, SAID, by=cast.amina, number=0)
    StoryFactory(
        published=True,
        author=cast.amina,
        title="The bakery at the corner",
        when_text="about 1934",
        parts=("Barm cakes.", voice),
        places=Place.objects.filter(slug=PLACE),
    )
    another(cast)
    keeping.catch_up()
    page = phone.page
    phone.open("/")
    listen = page.get_by_role("region", name="A voice to press play on")
    expect(listen.locator("blockquote")).to_have_text(
        "We queued in the dark. And the bread was hot."
    )
    expect(listen.locator("audio[controls]")).to_be_visible()
    assert listen.locator("svg rect").count() == 3
    phone.follow("Rochdale Road", within=listen)
    expect(page.get_by_role("heading", name="Voices from here")).to_be_visible()
    changed = page.get_by_role("region", name="How it changed")
    expect(changed.get_by_role("article")).to_contain_text(["about 1934", "summers in the 60s"])
    phone.follow("Whit walks in white", within=changed)
    beside = page.get_by_role("region", name="More like this")
    expect(beside).to_contain_text("Also Rochdale Road")
    phone.follow("Wander on")
    expect(page.get_by_role("heading", level=1)).to_have_text("The bakery at the corner")
    expect(page).to_have_url(re.compile(r"/stories/the-bakery-at-the-corner-\w+/\?seen=\w{10}$"))
    phone.follow("Wander on")
    expect(page.get_by_role("heading", level=1)).to_have_text("Whit walks in white")
