"""A teacher sets up a second step; a nan signs in by her finger; a desk that nobody uses closes."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth
from django.test import override_settings
from playwright.sync_api import Page, expect

from tests.factories import PASSWORD, StoryFactory
from tests.journeys.accessibility import faults
from tests.journeys.cast import Cast
from tests.journeys.screens import Screen

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def enforced(settings: Any) -> Iterator[None]:
    with override_settings(STAFF_SECOND_FACTOR=True):
        yield


def a_finger(page: Page) -> None:
    """A device that makes passkeys and finds its owner's finger every time (WebAuthn, level 2)."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def shown_by_app(secret: str) -> str:
    return str(auth.format_hotp_value(auth.hotp_value(secret, int(time.time()) // 30)))


def test_a_teacher_sets_up_an_app_and_signs_in_with_it(
    enforced: None, cast: Cast, device: Screen
) -> None:
    device.sign_in("hale", at="/admin/")
    expect(device.heading("One more step to keep children safe")).to_be_visible()
    assert faults(device) == []
    device.follow("Use an app on my phone")
    device.page.get_by_label("Password").fill(PASSWORD)
    device.press("Go on")
    device.page.get_by_text("No camera?").click()
    secret = device.page.locator(".second-step__key").inner_text()
    assert faults(device) == []
    device.page.get_by_label("The six numbers").fill(shown_by_app(secret))
    device.press("Use this app")
    expect(device.heading("Your spare codes")).to_be_visible()
    assert faults(device) == []
    spare = device.page.locator(".second-step__codes code").first.inner_text()
    device.follow("I have kept them. Go on")
    expect(device.page).to_have_url(f"{device.address}/admin/")
    device.open("/account/")
    assert faults(device) == []
    device.sign_out()

    device.sign_in("hale", at="/admin/")
    expect(device.heading("Your second step")).to_be_visible()
    assert faults(device) == []
    device.page.get_by_label(re.compile("spare code")).fill(spare)
    device.press("Go on")
    expect(device.page).to_have_url(f"{device.address}/admin/")


def test_a_teacher_uses_a_passkey_for_both_steps(
    enforced: None, cast: Cast, desktop: Screen
) -> None:
    a_finger(desktop.page)
    desktop.sign_in("hale", at="/admin/")
    desktop.follow("Use a passkey")
    desktop.page.get_by_label("Password").fill(PASSWORD)
    desktop.press("Go on")
    desktop.press("Add a passkey")
    expect(desktop.heading("Your spare codes")).to_be_visible()
    desktop.follow("I have kept them. Go on")
    expect(desktop.page).to_have_url(f"{desktop.address}/admin/")
    desktop.sign_out()

    desktop.open("/sign-in/?next=/admin/")
    desktop.press("Use a passkey")
    expect(desktop.page).to_have_url(f"{desktop.address}/admin/")


def test_a_nan_signs_in_by_her_finger(cast: Cast, phone: Screen) -> None:
    a_finger(phone.page)
    phone.sign_in("mary")
    phone.follow("How you sign in")
    expect(phone.heading("How you sign in")).to_be_visible()
    assert faults(phone) == []
    phone.follow("Add a passkey")
    phone.page.get_by_label("Password").fill(PASSWORD)
    phone.press("Go on")
    assert faults(phone) == []
    phone.page.get_by_label(re.compile("What do you call")).fill("Nan’s phone")
    phone.press("Add a passkey")
    expect(phone.page.get_by_text("Your passkey is added.")).to_be_visible()
    phone.sign_out()

    phone.open("/sign-in/")
    phone.page.get_by_label(re.compile("my own phone")).check()
    phone.press("Use a passkey")
    expect(phone.heading("My memories")).to_be_visible()
    phone.open("/account/sessions/")
    expect(phone.page.get_by_text("This is where you are now.")).to_be_visible()
    assert faults(phone) == []


def test_a_desk_that_nobody_uses_saves_and_closes(cast: Cast, desktop: Screen) -> None:
    story = StoryFactory(author=cast.amina, school=cast.school)
    page = desktop.page
    page.clock.install()
    desktop.sign_in("amina")
    desktop.open(f"/desk/stories/{story.ref}/")
    page.locator("[name=title]").fill("Nan and the tram")
    page.clock.run_for(2_000)
    expect(page.locator("[data-saved]")).to_have_text("Safe at school")
    page.clock.fast_forward(18 * 60_000 + 5_000)
    expect(desktop.heading("Are you still there?")).to_be_visible()
    assert faults(desktop) == []
    desktop.press("I’m still here")
    expect(desktop.heading("Are you still there?")).to_be_hidden()
    # The page may ask how far its files are in the very moment in which its session ends.
    with desktop.expecting(401):
        page.clock.fast_forward(20 * 60_000 + 5_000)
        page.clock.run_for(5_000)
        expect(page).to_have_url(re.compile("/sign-in/"))
        expect(page.get_by_text("You were away for a while")).to_be_visible()
    story.refresh_from_db()
    assert story.title == "Nan and the tram"
