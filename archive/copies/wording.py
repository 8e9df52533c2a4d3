"""Curators’ rich text as plain pieces, so that no copy has to trust any markup."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

STRONG, LEANING = ("b", "strong"), ("i", "em")
ENDS = ("p", "li", "br", "h2", "h3", "h4")


@dataclass(frozen=True)
class Run:
    """Some words in one face."""

    text: str
    bold: bool = False
    italic: bool = False


Paragraphs = tuple[tuple[Run, ...], ...]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.done: list[tuple[Run, ...]] = []
        self.runs: list[Run] = []
        self.bold = self.italic = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.bold += tag in STRONG
        self.italic += tag in LEANING
        if tag in ENDS:
            self.end()

    def handle_endtag(self, tag: str) -> None:
        self.bold -= tag in STRONG
        self.italic -= tag in LEANING
        if tag in ENDS:
            self.end()

    def handle_data(self, data: str) -> None:
        self.runs.append(Run(data, self.bold > 0, self.italic > 0))

    def end(self) -> None:
        if any(run.text.strip() for run in self.runs):
            self.done.append(tuple(self.runs))
        self.runs = []


def of_html(html: str) -> Paragraphs:
    """The paragraphs of rich text: bold and italic stay, everything else is only words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end()
    return tuple(reader.done)


def of_words(text: str) -> Paragraphs:
    """The paragraphs of what somebody typed, parted by empty lines; line ends stay."""
    parts = (part.strip() for part in text.replace("\r\n", "\n").split("\n\n"))
    return tuple((Run(part),) for part in parts if part)
