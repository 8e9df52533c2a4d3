"""The portfolio on paper: a few pages that somebody may hand in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from families import qr
from families.models import User
from families.own_person import person_of
from families.printed import sheet
from media.formats import Kind
from media.offers import offered
from stories.models import Portfolio, Story
from stories.portfolio import work

HERE = Path(__file__).parent
PICTURE = "w960.jpg"


def pdf(portfolio: Portfolio, *, reader: User, link: Callable[[str], str]) -> bytes:
    """The PDF, with the pictures that `reader` may see. ``link`` makes an address whole."""
    user = portfolio.user
    stories = work.published_by(user)
    files: dict[str, bytes] = {}
    data = {
        "title": _("My portfolio"),
        "name": person_of(user).public_name,
        "where": ", ".join(str(one) for one in (user.reporter_class, user.school) if one),
        "made": ngettext("My memory", "My memories", len(stories)),
        "learned": _("What I learned"),
        "works": [_on_paper(story, reader, link, files) for story in stories],
        "skills": [_skill(one) for one in work.learned(portfolio, stories)],
    }
    return sheet.pdf("portfolio", data, files, folder=HERE)


def _on_paper(
    story: Story, reader: User, link: Callable[[str], str], files: dict[str, bytes]
) -> Mapping[str, Any]:
    picture = _picture(story, reader)
    square = ""
    if picture:
        files[f"{story.ref}.jpg"] = picture
    if story.live:
        square = f"{story.ref}.svg"
        files[square] = qr.svg(link(story.get_absolute_url()))
    told = work.tellers_of(story)
    return {
        "title": story.title,
        "summary": story.summary,
        "when": story.when_text,
        "told": _("Told by %(who)s") % {"who": _(" and ").join(told)} if told else "",
        "picture": f"{story.ref}.jpg" if picture else "",
        "square": square,
    }


def _picture(story: Story, reader: User) -> bytes:
    """The first picture, as the one door offers it to the reader; else nothing."""
    for part in story.parts.all():
        if part.item is None or part.item.kind != Kind.IMAGE:
            continue
        offer = offered(reader, part.item.ref, PICTURE) or offered(
            reader, part.item.ref, "w480.jpg"
        )
        if offer is not None:
            with offer.store.open(offer.name) as file:
                content: bytes = file.read()
                return content
    return b""


def _skill(one: work.Learned) -> Mapping[str, Any]:
    return {"title": str(one.skill.title), "words": one.words, "examples": one.examples}
