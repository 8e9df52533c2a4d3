"""A browser's own name for itself, in a few words, so that nothing more is kept of it."""

from __future__ import annotations

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
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "CrOS": "a Chromebook",
    "Android": "an Android phone or tablet",
    "Windows": "a Windows computer",
    "Macintosh": "a Mac",
    "Linux": "a Linux computer",
}


def in_words(user_agent: str) -> str:
    """As somebody would say it: "Chrome on a Chromebook". Words stay as they are."""
    if user_agent and "/" not in user_agent:
        return user_agent
    browser = _first(BROWSERS, user_agent) or "A browser"
    device = _first(DEVICES, user_agent)
    return f"{browser} on {device}" if device else browser


def _first(words: dict[str, str], user_agent: str) -> str:
    return next((word for sign, word in words.items() if sign in user_agent), "")
