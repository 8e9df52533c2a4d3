"""What the page of one memory shows."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from families.models import User
from media import choosing, quotas, refusals
from media.bounds import MAX_PAGES, MAX_SECONDS
from media.limits import in_words, largest
from media.refs import new_ref
from stories import minding, safeguarding, voices
from stories.contribute import born, places, saving, suggested
from stories.contribute.outcome import still_coming
from stories.contribute.sheet import Sheet
from stories.contribute.turns import whose_turn
from stories.contribute.when_words import said_back
from stories.models import StoryPerson
from stories.writing import said_on

STEPS = [
    ("tell", _("Tell it")),
    ("when", _("When")),
    ("about", _("About")),
    ("people", _("People")),
    ("who", _("Who sees")),
]


def context_of(sheet: Sheet) -> dict[str, Any]:
    """Everything that the page needs, in a number of queries that does not grow."""
    ticked = sheet.details["places"].value() or []
    choices = places.choices(sheet.details.fields["places"].queryset, ticked)  # type: ignore[attr-defined]
    words = sheet.details["when_text"].value() or ""
    return {
        "story": sheet.story,
        "sheet": sheet,
        "details": sheet.details,
        "edition": sheet.story.edition,
        "screen": _screen(sheet),
        "last_screen": saving.last_screen(sheet.story),
        "steps": _steps(sheet),
        "areas": places.by_area(choices),
        "pins": [choice.pin() for choice in choices],
        "minded": _minded(sheet),
        "when": said_back(words, said_on=said_on(sheet.story)),
        "age": born.asks_about(words),
        "turn": whose_turn(sheet.story),
        "files": about_files(sheet.user),
        "coming": still_coming(sheet.user, sheet.story.ref),
        "opened": suggested.opened(sheet.data).isoformat(),
        "suggestions": list(sheet.story.place_suggestions.select_related("place")),
        "answered": voices.answered_by(sheet.story, sheet.user),
        "parting": sheet.story.parting_words.filter(over_at=None).select_related("by").first(),
        "is_mended": sheet.story.mendings.exists(),
        "desk_here": "memories",
    }


def _minded(sheet: Sheet) -> minding.Underlines:
    """What is underlined, from what the screen has read of the memory already."""
    texts = minding.texts(sheet.story, [on_screen.part for on_screen in sheet.parts])
    there = [form.person for form in sheet.people if form.was_in_it]
    children = [person for person in there if person.is_child]
    return minding.underlines(texts, children, safeguarding.let_stay(sheet.story))


def about_files(user: User) -> dict[str, Any]:
    """What the file button asks for, and the limits that are said beside it."""
    return {
        "accepted": choosing.accepted(),
        "papers": choosing.papers(),
        "largest": largest(),
        "largest_words": in_words(largest()),
        "hours": MAX_SECONDS // 3600,
        "pages": MAX_PAGES,
        "room_left_words": _room_left(user),
        "too_big": refusals.sentence("too_big"),
    }


def _room_left(user: User) -> str:
    """How much the writer can still add, where that is worth saying; else ""."""
    room = quotas.left_if_near(user)
    return "" if room is None else in_words(room)


def _screen(sheet: Sheet) -> str:
    typed: str = sheet.data.get("screen", "") if sheet.data else ""
    return typed or new_ref()


def _steps(sheet: Sheet) -> list[dict[str, Any]]:
    """The progress line: each step, and whether there is something in it."""
    story = sheet.story
    roles = {role for form in sheet.people for role in form.initial["roles"]}
    filled = {
        "tell": any(p.part.item or p.part.text.strip() for p in sheet.parts),
        "when": bool(story.when_text or sheet.details.initial["places"]),
        "about": bool(sheet.details.initial["funds"]),
        "people": StoryPerson.Role.TELLER in roles,
        "who": True,
    }
    return [{"key": key, "label": label, "filled": filled[key]} for key, label in STEPS]
