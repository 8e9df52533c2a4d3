"""What files are called: kept as it came, and shown as it is."""

from __future__ import annotations

import pytest

from media.names import TURNING, kept_name, shown_name

NAMES = {
    "../../etc/passwd": "passwd",
    "..": "..",
    "C:\\Users\\mary\\photo.jpg": "photo.jpg",
    "نانا\u202egpj.jpg": "نانا\u202egpj.jpg",
    "👵🏽 in 1972.jpg": "👵🏽 in 1972.jpg",
    "👨\u200d👩\u200d👧.jpg": "👨\u200d👩\u200d👧.jpg",
    '"><script>alert(1)<\\script>.jpg': "script>.jpg",
    "<b>'nan' & \"me\".jpg": "<b>'nan' & \"me\".jpg",
    "a\x00b\r\nc.jpg": "abc.jpg",
    "ы" * 400: "ы" * 255,
    "bad\udc80.jpg": "bad?.jpg",
    "CON": "CON",
    "con.jpg": "con.jpg",
    "'; DROP TABLE items; --.jpg": "'; DROP TABLE items; --.jpg",
    "%2e%2e%2fa.jpg": "%2e%2e%2fa.jpg",
    " ": " ",
    "": "",
}


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_is_kept_as_data(name: str) -> None:
    assert kept_name(name) == NAMES[name]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("nan\u202egpj.exe", "nangpj.exe"),
        ("\u2066nan\u2069.jpg", "nan.jpg"),
        ("نانا.jpg", "نانا.jpg"),
        ("👨\u200d👩\u200d👧.jpg", "👨\u200d👩\u200d👧.jpg"),
        ("", ""),
    ],
    ids=ascii,
)
def test_a_name_on_screen_cannot_be_a_disguise(name: str, shown: str) -> None:
    assert shown_name(name) == shown


@pytest.mark.parametrize("mark", TURNING, ids=ascii)
def test_every_mark_that_turns_writing_is_left_out(mark: str) -> None:
    assert shown_name(f"a{mark}b") == "ab"
