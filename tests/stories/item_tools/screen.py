"""What a browser without script sends from the page of a transcript."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

from django.test import Client
from django.urls import reverse

from media.models import Item, Transcript
from media.transcripts import webvtt
from media.transcripts.cues import Cue

SAID = (
    Cue(0, 2000, "It was loud.", "Rita"),
    Cue(2000, 4000, "My neighbour drank.", "Rita"),
    Cue(4000, 6000, "We signed with our hands.", "Rita"),
)

COLUMNS = ("key", "start", "end", "speaker", "text")


class _Fields(HTMLParser):
    """Collects the fields of the form of lines, as a browser would; a template is no part of it."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = False
        self.in_template = False
        self.fields: dict[str, list[str]] = {}
        self.buttons: list[str] = []
        self.textarea: str | None = None

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        given = dict(pairs)
        if tag == "form":
            self.inside = given.get("id") == "transcript-form"
        if tag == "template":
            self.in_template = True
        if not self.inside or self.in_template or "disabled" in given:
            return
        name = given.get("name")
        if tag == "button" and name == "do":
            self.buttons.append(given.get("value") or "")
        elif tag == "textarea" and name:
            self.textarea = name
            self.fields.setdefault(name, []).append("")
        elif tag == "input" and name and _counts(given):
            self.fields.setdefault(name, []).append(given.get("value") or "")

    def handle_data(self, data: str) -> None:
        if self.textarea:
            self.fields[self.textarea][-1] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.textarea = None
        if tag == "form":
            self.inside = False
        if tag == "template":
            self.in_template = False


def _counts(given: dict[str, str | None]) -> bool:
    return given.get("type") != "checkbox" or "checked" in given


class TranscriptScreen:
    """One open page of a transcript. Type into its lines, then press a button."""

    def __init__(self, client: Client, item: Item, room: str = "desk_item") -> None:
        self.client = client
        self.address = reverse(f"{room}_transcript", args=[item.ref])
        self.again()

    def again(self) -> TranscriptScreen:
        """Load the page."""
        self.shows(self.client.get(self.address))
        return self

    def shows(self, response: Any) -> Any:
        """Take over the fields of a page that came back."""
        read = _Fields()
        self.text = response.content.decode()
        read.feed(self.text)
        self.fields, self.buttons = read.fields, read.buttons
        return response

    def column(self, name: str) -> list[str]:
        """What stands in one field of every line."""
        return self.fields.get(name, [])

    def type(self, line: int, **typed: str) -> TranscriptScreen:
        """Fill in fields of a line, counted from 1."""
        for name, value in typed.items():
            self.fields[name][line - 1] = value
        return self

    def write(self, **typed: str) -> TranscriptScreen:
        """Put a new line at the end, as the page's script does."""
        values = {"key": f"n{len(self.column('key'))}", **typed}
        for name in COLUMNS:
            self.fields.setdefault(name, []).append(values.get(name, ""))
        return self

    def tick(self, *lines: int) -> TranscriptScreen:
        """Tick exactly these lines for holding back."""
        self.fields["held"] = [self.column("key")[line - 1] for line in lines]
        return self

    def press(self, button: str = "save", *, json: bool = False, **extra: Any) -> Any:
        """Send the page with a button; "" for the save that the page's script makes by itself."""
        data: dict[str, Any] = {**self.fields, **({"do": button} if button else {}), **extra}
        headers = {"Accept": "application/json"} if json else {}
        return self.client.post(self.address, data, headers=headers)

    def press_on(self, line: int, verb: str) -> Any:
        """A button of one line."""
        return self.press(f"{verb}-{self.column('key')[line - 1]}")


def said(item: Item) -> list[tuple[int, int, str, str]]:
    """What is kept: from, to, who and what."""
    cues = webvtt.read(Transcript.objects.get(item=item).vtt)
    return [(cue.start_ms, cue.end_ms, cue.speaker, cue.text) for cue in cues]


def texts(item: Item) -> list[str]:
    """The words of each line that is kept."""
    return [line[-1] for line in said(item)]


def held(item: Item) -> list[tuple[int, int]]:
    """What is held back, in milliseconds."""
    return [(passage.start_ms, passage.end_ms) for passage in item.held_passages.all()]
