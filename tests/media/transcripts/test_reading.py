"""Captions go in as people have them; what cannot be read is told by its line."""

from __future__ import annotations

import pytest

from media.transcripts import reading, subrip, webvtt
from media.transcripts.cues import MAX_BYTES, MAX_CHARACTERS, MAX_CUES, Cue, Cues
from media.transcripts.problems import Malformed

HELLO = (Cue(1000, 2500, "Hello."),)

WEBVTT: dict[str, tuple[str, Cues]] = {
    "the least": ("WEBVTT\n\n00:01.000 --> 00:02.500\nHello.", HELLO),
    "hours": ("WEBVTT\n\n00:00:01.000 --> 00:00:02.500\nHello.\n", HELLO),
    "a name for each": ("WEBVTT\n\n1\n00:01.000 --> 00:02.500\nHello.\n", HELLO),
    "a heading that says more": (
        "WEBVTT - Nan at the mill\nKind: captions\n\n00:01.000 --> 00:02.500\nHello.",
        HELLO,
    ),
    "windows line ends": ("WEBVTT\r\n\r\n00:01.000 --> 00:02.500\r\nHello.\r\n", HELLO),
    "old line ends": ("WEBVTT\r\r00:01.000 --> 00:02.500\rHello.\r", HELLO),
    "a byte order mark": ("\ufeffWEBVTT\n\n00:01.000 --> 00:02.500\nHello.", HELLO),
    "a place on the screen": (
        "WEBVTT\n\n00:01.000 --> 00:02.500 align:start position:10%\nHello.",
        HELLO,
    ),
    "many empty lines": ("WEBVTT\n\n\n\n00:01.000 --> 00:02.500\nHello.\n\n\n", HELLO),
    "notes, styles and regions": (
        "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE\na secret\n\n"
        "NOTE another\n\n00:01.000 --> 00:02.500\nHello.",
        HELLO,
    ),
    "a speaker": (
        "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Rita>Hello.",
        (Cue(1000, 2500, "Hello.", "Rita"),),
    ),
    "a speaker with a class, and an end": (
        "WEBVTT\n\n00:01.000 --> 00:02.500\n<v.loud Rita O&apos;Neill &amp; Co>Hello.</v>",
        (Cue(1000, 2500, "Hello.", "Rita O'Neill & Co"),),
    ),
    "two speakers at once": (
        "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Rita>Hello.\n<v Jo>Hiya.",
        (Cue(1000, 2500, "Hello.", "Rita"), Cue(1000, 2500, "Hiya.", "Jo")),
    ),
    "markup": (
        "WEBVTT\n\n00:01.000 --> 00:02.500\n"
        "<b>He</b><i>l</i><u>l</u><lang en>o</lang><c.red.big>.</c><00:00:02.000>",
        HELLO,
    ),
    "script": (
        "WEBVTT\n\n00:01.000 --> 00:02.500\n<script>alert(1)</script><img src=x onerror=a>",
        (Cue(1000, 2500, "alert(1)"),),
    ),
    "escaped script": (
        "WEBVTT\n\n00:01.000 --> 00:02.500\n&lt;script&gt;",
        (Cue(1000, 2500, "<script>"),),
    ),
    "a heart": (
        "WEBVTT\n\n00:01.000 --> 00:02.500\nI <3 Nan & 2 > 1",
        (Cue(1000, 2500, "I <3 Nan & 2 > 1"),),
    ),
    "two lines": (
        "WEBVTT\n\n00:01.000 --> 00:02.500\nOne\nTwo",
        (Cue(1000, 2500, "One\nTwo"),),
    ),
    "out of order": (
        "WEBVTT\n\n00:03.000 --> 00:04.000\nTwo\n\n00:01.000 --> 00:02.000\nOne",
        (Cue(1000, 2000, "One"), Cue(3000, 4000, "Two")),
    ),
    "no words yet": ("WEBVTT\n\n00:01.000 --> 00:02.000\n", (Cue(1000, 2000, ""),)),
    "a speaker who says nothing yet": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Rita>",
        (Cue(1000, 2000, "", "Rita"),),
    ),
    "every script and direction": (
        "WEBVTT\n\n00:01.000 --> 00:02.500\nسلام \u202eабв 🎉",
        (Cue(1000, 2500, "سلام \u202eабв 🎉"),),
    ),
    "nothing at all": ("WEBVTT", ()),
}


@pytest.mark.parametrize("name", WEBVTT)
def test_webvtt_is_read(name: str) -> None:
    text, cues = WEBVTT[name]
    assert webvtt.read(text) == cues


ONE = "00:01.000 --> 00:02.000\nOne\n"

MALFORMED_WEBVTT: dict[str, tuple[str, list[str]]] = {
    "empty": ("", ["Line 1: the file has to begin with the word WEBVTT."]),
    "another heading": ("WEBVTTX\n\n" + ONE, ["Line 1: the file has to begin"]),
    "a heading below": ("\nWEBVTT\n\n" + ONE, ["Line 1: the file has to begin"]),
    "backwards": (
        "WEBVTT\n\n" + ONE + "\n00:05.000 --> 00:04.000\nTwo",
        ["Line 6: the end time is before the start."],
    ),
    "no length": (
        "WEBVTT\n\n00:05.000 --> 00:05.000\nOne",
        ["Line 3: the end time is the same as the start."],
    ),
    "a comma": ("WEBVTT\n\n00:01,000 --> 00:02,000\nOne", ["Line 3: this is not a time."]),
    "sixty seconds": ("WEBVTT\n\n00:60.000 --> 01:02.000\nOne", ["Line 3: this is not a time."]),
    "half an arrow": ("WEBVTT\n\n00:01.000 -> 00:02.000\nOne", ["Line 3: this is not a time."]),
    "one time": ("WEBVTT\n\n00:01.000\nOne", ["Line 3: this is not a time."]),
    "words for a time": ("WEBVTT\n\nsoon --> later\nOne", ["Line 3: this is not a time."]),
    "other digits": (
        "WEBVTT\n\n٠٠:٠١.٠٠٠ --> ٠٠:٠٢.٠٠٠\nOne",
        ["Line 3: this is not a time."],
    ),
    "a year": (
        "WEBVTT\n\n00:01.000 --> 8760:00:00.000\nOne",
        ["Line 3: this time is more than a day."],
    ),
    "words without a time": (
        "WEBVTT\n\n" + ONE + "\nTwo\nThree",
        ["Line 6: these words have no time above them."],
    ),
    "no empty line between": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n00:03.000 --> 00:04.000\nTwo",
        ["Line 5: leave an empty line before each time."],
    ),
    "no empty line below the heading": (
        "WEBVTT\n" + ONE,
        ["Line 2: leave an empty line before each time."],
    ),
    "a name above": (
        "WEBVTT\n\nfirst\n00:02.000 --> 00:01.000\nOne",
        ["Line 4: the end time is before the start."],
    ),
    "too much in one line": (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n" + "a" * (MAX_CHARACTERS + 1),
        ["Line 4: there are too many words for one line."],
    ),
    "two mistakes": (
        "WEBVTT\r\n\r\nTwo\r\n\r\n00:03.000 --> 00:01.000\r\nOne",
        ["Line 3: these words have no time", "Line 5: the end time is before"],
    ),
}


@pytest.mark.parametrize("name", MALFORMED_WEBVTT)
def test_malformed_webvtt_is_told_by_its_lines(name: str) -> None:
    text, told = MALFORMED_WEBVTT[name]
    with pytest.raises(Malformed) as malformed:
        webvtt.read(text)
    assert [str(p)[: len(t)] for p, t in zip(malformed.value.problems, told, strict=True)] == told


SUBRIP: dict[str, tuple[str, Cues]] = {
    "the least": ("1\n00:00:01,000 --> 00:00:02,500\nHello.", HELLO),
    "no numbers": ("00:00:01,000 --> 00:00:02,500\nHello.\n", HELLO),
    "a full stop and one digit": ("1\n0:00:01.0 --> 0:00:02.5\nHello.\n", HELLO),
    "html": (
        '1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<font color="red"><b>Hello.</b></font>',
        HELLO,
    ),
    "coordinates": ("1\n00:00:01,000 --> 00:00:02,500 X1:1 Y1:2\nHello.", HELLO),
    "a number without words": (
        "1\n00:00:01,000 --> 00:00:02,500\nHello.\n\n2\n",
        HELLO,
    ),
    "windows line ends": ("1\r\n00:00:01,000 --> 00:00:02,500\r\nHello.\r\n\r\n", HELLO),
}


@pytest.mark.parametrize("name", SUBRIP)
def test_subrip_is_read(name: str) -> None:
    text, cues = SUBRIP[name]
    assert subrip.read(text) == cues
    assert reading.read(text) == cues


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1\n00:00:05,000 --> 00:00:04,000\nOne", "Line 2: the end time is before the start."),
        ("1\n00:00:05,000 -> 00:00:06,000\nOne\n", "Line 2: this is not a time."),
        ("1\n00:00:05,000 --> soon\nOne\n", "Line 2: this is not a time."),
        ("1\n00:00:01,000 --> 00:00:02,000\nOne\n\nTwo", "Line 5: these words have no time"),
    ],
)
def test_malformed_subrip_is_told_by_its_lines(text: str, told: str) -> None:
    with pytest.raises(Malformed, match=told):
        subrip.read(text)


TYPED: dict[str, tuple[str, Cues]] = {
    "times and names": (
        "[0:01] Rita: Hello.\n[0:02.5] Jo: Hiya.\n",
        (Cue(1000, 2500, "Hello.", "Rita"), Cue(2500, 4000, "Hiya.", "Jo")),
    ),
    "words alone follow each other": (
        "Hello.\n\nHiya.",
        (Cue(0, 1500, "Hello."), Cue(1500, 3000, "Hiya.")),
    ),
    "a long pause": (
        "[1:00] Hello.\n[2:00:00] Hiya.",
        (Cue(60_000, 61_500, "Hello."), Cue(7_200_000, 7_201_500, "Hiya.")),
    ),
    "a colon is not always a name": (
        "[0:01] It was. Then: nothing.",
        (Cue(1000, 2600, "It was. Then: nothing."),),
    ),
    "script": ("<script>alert(1)</script>", (Cue(0, 1500, "<script>alert(1)</script>"),)),
}


@pytest.mark.parametrize("name", TYPED)
def test_typed_lines_are_read(name: str) -> None:
    text, cues = TYPED[name]
    assert reading.read(text) == cues


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[0:01] One\n[soon] Two", "Line 2: this is not a time."),
        ("One\n" + "a" * (MAX_CHARACTERS + 1), "Line 2: there are too many words"),
        (" \n\n", "There are no words in it."),
        ("WEBVTT\n", "There are no words in it."),
        ("[0:01] a\n" * (MAX_CUES + 1), "There are more than 5,000 lines."),
        ("a " * MAX_BYTES, "This file is bigger than 1 MB."),
    ],
)
def test_what_cannot_be_kept_is_told(text: str, told: str) -> None:
    with pytest.raises(Malformed, match=told):
        reading.read(text)


SAID = "WEBVTT\n\n00:01.000 --> 00:02.500\nCafé – “naïve”."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
def test_every_usual_encoding_is_read(encoding: str) -> None:
    assert reading.read_file(SAID.encode(encoding)) == (Cue(1000, 2500, "Café – “naïve”."),)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "This is not a file of words."),
        (b"\0" * 100, "This is not a file of words."),
        (b"", "There are no words in it."),
        (b"a" * (MAX_BYTES + 1), "This file is bigger than 1 MB."),
    ],
)
def test_a_file_that_is_no_transcript_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(Malformed, match=told):
        reading.read_file(data)
