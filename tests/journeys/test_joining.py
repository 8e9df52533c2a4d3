"""A student invites, and somebody at home joins on a phone: by the square, or by the letters."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from families.models import User
from tests.journeys.accessibility import OUR_PART_OF_WAGTAIL, faults, look_at
from tests.journeys.cast import Cast
from tests.journeys.screens import PHONE, Screen

Open = Callable[..., Screen]
LINK = re.compile(r"https?://[^/]+(/join/[a-z]{8}/)")


def invites(screen: Screen, *, whom: str, household: bool = False) -> None:
    """From the family's page at the desk to the letter that is shown once."""
    screen.open("/desk/family/")
    screen.page.get_by_role("link", name="Invite somebody").click()
    screen.page.get_by_label("Who is it for?").fill(whom)
    choice = "Everybody at home" if household else "Just one person"
    screen.page.get_by_role("radio", name=re.compile(choice)).check()
    screen.press("Make the invitation")
    expect(screen.page.get_by_role("img", name=re.compile("square"))).to_be_visible()


def says_who(
    screen: Screen, name: str, relation: str, way: str = "With a password of three words"
) -> None:
    screen.page.get_by_label("What shall we call you?").fill(name)
    screen.page.get_by_label("Who are you in the family?").fill(relation)
    screen.page.get_by_role("radio", name=way).check()
    screen.page.get_by_role("checkbox", name="I am 16 or older.").check()
    screen.press("Go on")


def comes_in(screen: Screen, name: str) -> tuple[str, str]:
    """With the username and the words that are offered, which are returned."""
    expect(screen.heading(f"Hello, {name}")).to_be_visible()
    username = screen.page.get_by_label("Your username").input_value()
    words = screen.page.get_by_label("Your password").input_value()
    screen.page.get_by_role("button", name=re.compile("^Join ")).click()
    expect(screen.page).to_have_url(re.compile("/desk/$"))
    expect(screen.page.get_by_role("status")).to_contain_text("You are in The family at number 4")
    return username, words


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_by_the_square(cast: Cast, screen: Open, script: bool) -> None:
    host = screen(**PHONE, java_script_enabled=script)
    guest = screen(**PHONE, java_script_enabled=script)
    host.sign_in("amina")
    invites(host, whom="Grandad")
    message = host.page.get_by_label("Copy this").input_value()
    link = LINK.search(message)
    assert link is not None, message
    guest.open(link[1])
    assert guest.path == "/join/"
    expect(guest.heading("The family at number 4 invites you")).to_be_visible()
    says_who(guest, "Bill", "Grandad")
    username, words = comes_in(guest, "Bill")
    guest.sign_out()
    guest.open("/sign-in/")
    guest.page.get_by_label("Username").fill(username)
    guest.page.get_by_label("Password").fill(words)
    guest.press("Sign in")
    expect(guest.page).to_have_url(re.compile("/desk/$"))


def test_by_the_letters(cast: Cast, screen: Open) -> None:
    host, guest = screen(**PHONE), screen(**PHONE)
    host.sign_in("mary")
    invites(host, whom="Everybody", household=True)
    letters = host.page.locator(".letter__code [aria-hidden]").inner_text()
    guest.open("/join/")
    guest.page.get_by_label("Your code").fill("zzzz zzzz")
    with guest.expecting(422):
        guest.press("Go on")
        expect(guest.page.get_by_role("alert")).to_contain_text("does not open anything here")
    guest.page.get_by_label("Your code").fill(letters.lower())
    guest.press("Go on")
    says_who(guest, "Joan", "Aunt")
    comes_in(guest, "Joan")
    assert User.objects.get(display_name="Joan").families.get() == cast.family


def test_with_a_fingerprint(cast: Cast, screen: Open) -> None:
    """A phone that knows its owner's finger adds a passkey, and signs in with it next time."""
    host, guest = screen(**PHONE), screen(**PHONE)
    knows_a_finger(guest)
    host.sign_in("amina")
    invites(host, whom="Grandad")
    link = LINK.search(host.page.get_by_label("Copy this").input_value())
    assert link is not None
    guest.open(link[1])
    says_who(guest, "Bill", "Grandad", "With my fingerprint, my face or the PIN of this phone")
    guest.page.get_by_role("button", name=re.compile("^Join ")).click()
    expect(guest.page).to_have_url(re.compile("/account/2fa/webauthn/add/"))
    guest.page.locator("#mfa_webauthn_add").click()
    expect(guest.page).not_to_have_url(re.compile("/add/"))
    assert Authenticator.objects.filter(user__display_name="Bill", type="webauthn").count() == 1
    guest.sign_out()
    guest.open("/sign-in/")
    guest.page.locator("#passkey_login").click()
    expect(guest.page).to_have_url(re.compile("/desk/$"))


def knows_a_finger(screen: Screen) -> None:
    """The device's own keeper of passkeys, played by the browser (WebAuthn, section 11)."""
    devtools = screen.context.new_cdp_session(screen.page)
    devtools.send("WebAuthn.enable")
    finger = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": finger})


def test_it_is_made_for_everybody(cast: Cast, device: Screen, screen: Open) -> None:
    """No page of inviting and joining has anything that axe minds."""
    device.sign_in("amina")
    invite = f"/desk/family/{cast.family.pk}/invite/"
    assert look_at(device, [invite, "/desk/family/", "/desk/family/ask/"]) == []
    invites(device, whom="Grandad")
    assert faults(device) == []
    link = LINK.search(device.page.get_by_label("Copy this").input_value())
    assert link is not None
    device.sign_out()
    device.open(link[1])
    assert faults(device) == []
    says_who(device, "Bill", "Grandad")
    expect(device.heading("Hello, Bill")).to_be_visible()
    assert faults(device) == []
    assert look_at(device, ["/join/email/"]) == []
    device.page.get_by_label("Your e-mail address").fill("bill@example.org")
    device.press("Send me a code")
    expect(device.heading("Look in your e-mail")).to_be_visible()
    assert faults(device) == []


def test_in_the_staff_room(cast: Cast, device: Screen) -> None:
    device.sign_in("hale")
    there = f"/admin/families/{cast.family.pk}/invite/"
    assert look_at(device, [there], OUR_PART_OF_WAGTAIL) == []
