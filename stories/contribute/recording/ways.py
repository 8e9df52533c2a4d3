"""The ways to record on a device: each has a screen, and a file button that does without script."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Way:
    """``accept`` and ``capture`` are what a file button needs so that a phone opens its own
    recorder or camera (W3C HTML Media Capture); ``uses`` is what of the device is opened.
    """

    key: str
    accept: str
    capture: str
    uses: tuple[str, ...]


WAYS = {
    way.key: way
    for way in (
        Way("sound", "audio/*", "user", ("microphone",)),
        Way("film", "video/*", "environment", ("microphone", "camera")),
        Way("picture", "image/*", "environment", ("camera",)),
    )
}
