"""The ways out of a mark: where it is mended, and what a teacher would ask about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from stories.conversation.quotes import CONTEXT
from stories.in_pictures import FACE, UNIFORM, UNIFORM_SEEN
from stories.models import Story, StoryPart
from stories.moderation.marks.hit import CONSENT, DESCRIPTION, THEME, TRANSCRIPT, Hit
from stories.moderation.marks.said import line_at
from stories.moderation.mending import edit_url

ASKS = {
    "email": "Please take the e-mail address out, so that no stranger can write.",
    "phone": "Please take the phone number out, so that no stranger can ring.",
    "postcode": "Please leave the postcode out. The name of the street is enough.",
    "address": "Please leave the house number out. The name of the street is enough.",
    "handle": "Please take this name from social media out.",
    "surname": "Please use just the first name here.",
    THEME: "This part is about something hard. Are you sure that everybody may read it? "
    "If you are, say in one sentence at the beginning what it is about.",
    FACE: "Has everybody in this picture said yes? Please hide the face of whoever has not.",
    UNIFORM: "Can one see a school uniform or a badge here? Please hide it, or choose another "
    "picture.",
    UNIFORM_SEEN: "One can see a school uniform or a badge here. Please hide it, or choose "
    "another picture.",
    DESCRIPTION: "Please say what this picture shows, for somebody who cannot see it.",
    TRANSCRIPT: "Please write down what is said here, for somebody who cannot hear it.",
    CONSENT: "Please ask whoever is seen or heard here whether we may show it.",
}
"""A ready sentence for each kind, to send as it is or to change. None says what it is about."""


@dataclass(frozen=True)
class Way:
    """A link to the tool that mends it."""

    url: str
    label: str


@dataclass(frozen=True)
class Ask:
    """A ready sentence and the place to pin it to; without a part it is about the whole."""

    sentence: str
    part: int | None = None
    quote: str = ""
    before: str = ""
    after: str = ""
    moment: str = ""

    @property
    def anchor(self) -> str:
        return f"about-{self.part}" if self.part else "request_changes"


def mend(hit: Hit, story: Story, part: StoryPart | None, *, mends: bool) -> Way | None:
    """Where this is mended; None where whoever looks may not change the memory."""
    if hit.kind == CONSENT:
        return Way(hit.anchor, "See who has to say yes")
    if part is not None and part.item is not None:
        if hit.kind in (FACE, UNIFORM, UNIFORM_SEEN):
            return Way(_tool("hide", part, story), "Hide it")
        if hit.kind == TRANSCRIPT:
            return Way(_tool("transcript", part, story), "Write it down")
        if hit.text is not None and hit.text.box == "said" and hit.kind != THEME:
            line = line_at(part.item, hit.start)
            anchor = f"#line-{line.number}" if line else ""
            return Way(_tool("transcript", part, story) + anchor, "Mend it, or hold it back")
    return _in_the_editor(hit, story) if mends else None


def _tool(name: str, part: StoryPart, story: Story) -> str:
    ref = part.item.ref if part.item else ""
    return f"{reverse(f'admin_item_{name}', args=[ref])}?memory={story.ref}"


def _in_the_editor(hit: Hit, story: Story) -> Way:
    """At the very box: Wagtail names it after the place of the part."""
    if hit.kind == THEME:
        return Way(f"{edit_url(story)}#id_summary", "Say so in the sentence about it")
    if hit.text is not None and hit.text.is_printed:
        return Way(f"{edit_url(story)}#inline_child_parts-{hit.part}", "Take the paper out")
    box = hit.text.box if hit.text else DESCRIPTION
    field = f"parts-{hit.part}-{box}" if hit.part >= 0 else box
    return Way(f"{edit_url(story)}#id_{field}", "Mend it")


def ask(hit: Hit, part: StoryPart | None) -> Ask:
    """Pinned as closely as a point can be: to the words, to the second, or to the part."""
    sentence = ASKS[hit.kind]
    if part is None or part.pk is None:
        return Ask(sentence)
    if hit.text is not None and hit.text.box == "text":
        return Ask(sentence, part.pk, hit.words, *_around(hit))
    if hit.text is not None and hit.text.box == "said" and part.item is not None:
        line = line_at(part.item, hit.start)
        return Ask(sentence, part.pk, moment=line.line.time if line else "")
    return Ask(sentence, part.pk)


def _around(hit: Hit) -> tuple[str, str]:
    words = hit.text.words if hit.text else ""
    return words[max(0, hit.start - CONTEXT) : hit.start], words[hit.end : hit.end + CONTEXT]
