"""A browser's own name for itself, in a few words, so that nothing more is kept of it."""

from __future__ import annotations

from django.utils.translation import gettext, gettext_noop

# The first that fits: many browsers also claim to be the ones after them.
BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "SamsungBrowser": "Samsung Internet",
    "Firefox": "Firefox",
    "FxiOS": "Firefox",
    "CriOS": "Chrome",
    "Chrome": "Chrome",
    "Safari": "Safari",
}
DEVICES = {
    "iPhone": gettext_noop("an iPhone"),
    "iPad": gettext_noop("an iPad"),
    "CrOS": gettext_noop("a Chromebook"),
    "Android": gettext_noop("an Android phone or tablet"),
    "Windows": gettext_noop("a Windows computer"),
    "Macintosh": gettext_noop("a Mac"),
    "Linux": gettext_noop("a Linux computer"),
}


def in_words(user_agent: str) -> str:
    """As somebody would say it: "Chrome on a Chromebook". Words stay as they are."""
    if user_agent and "/" not in user_agent:
        return user_agent
    browser = _first(BROWSERS, user_agent) or gettext_noop("A browser")
    device = _first(DEVICES, user_agent)
    return f"{browser} on {device}" if device else browser


def said(kept: str) -> str:
    """What ``in_words`` kept, in the language of whoever reads it."""
    browser, _on, device = kept.partition(" on ")
    if not device:
        return gettext(browser) if browser else ""
    words = {"browser": gettext(browser), "device": gettext(device)}
    return gettext("%(browser)s on %(device)s") % words


def _first(words: dict[str, str], user_agent: str) -> str:
    return next((word for sign, word in words.items() if sign in user_agent), "")
