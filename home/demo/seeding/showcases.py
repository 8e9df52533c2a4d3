"""The showcases, made and published as a teacher would."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html

from archive.models import ShowcaseIndexPage, ShowcasePage
from families.models import User
from home.demo import pictures
from home.demo.content.shapes import Block, DemoShowcase, printed
from home.demo.content.showcases import SHOWCASES
from home.demo.seeding.stories import ref_of
from media.models import Picture
from stories.models import Story

CURATOR = "demo-teacher"
APART = timedelta(days=9)
"""Between one showcase and the next, so that the home page has a newest one."""


def missing() -> list[DemoShowcase]:
    """The showcases that are not there yet."""
    there = set(ShowcasePage.objects.values_list("slug", flat=True))
    return [showcase for showcase in SHOWCASES if showcase.slug not in there]


@transaction.atomic
def plant(showcase: DemoShowcase, folder: Path) -> None:
    """Make one showcase under the list of them, and publish it."""
    curator = User.objects.get(username=CURATOR)
    page = ShowcasePage(
        title=showcase.title,
        slug=showcase.slug,
        owner=curator,
        school=curator.school,
        introduction=showcase.introduction,
        opening_line=showcase.opening_line,
        palette=showcase.palette,
        curated_by=showcase.curated_by,
        cover=_cover(showcase, curator, folder),
        body=[row for block in showcase.blocks for row in _rows(block)],
        live=False,
    )
    ShowcaseIndexPage.objects.get().add_child(instance=page)
    page.save_revision(user=curator).publish(user=curator)
    moment = timezone.now() - APART * SHOWCASES.index(showcase) - timedelta(hours=1)
    ShowcasePage.objects.filter(pk=page.pk).update(
        first_published_at=moment, last_published_at=moment
    )


def _cover(showcase: DemoShowcase, curator: User, folder: Path) -> Picture:
    path = pictures.draw(showcase.cover, folder)
    with path.open("rb") as file:
        picture = Picture(
            title=showcase.title,
            description=showcase.cover_description,
            file=File(file, name=path.name),
            uploaded_by_user=curator,
        )
        picture.save()
    return picture


def _rows(block: Block) -> list[tuple[str, Any]]:
    """What one block of the demonstration is in the body of a page."""
    told, text = _told(block.stories), printed(block.text)
    if block.kind == "stories":
        return [("story", story) for story in told]
    if block.kind == "text":
        return [("text", format_html("<p>{}</p>", text))]
    if block.kind == "heading":
        return [("heading", text)]
    if block.kind == "chapter":
        return [("chapter", {"title": text, "text": printed(block.about)})]
    if len(told) < len(block.stories):
        return []
    return [(block.kind, _value(block, text, told))]


def _value(block: Block, text: str, told: list[Story]) -> dict[str, Any]:
    """The fields of a block that is made of several."""
    panes = [{"story": story, "which": 1, "caption": ""} for story in told]
    match block.kind:
        case "gallery":
            return {"title": text, "pictures": panes}
        case "pair":
            return {"then": panes[0], "now": panes[1]}
        case "map" | "timeline":
            return {"title": text}
        case "pull_quote":
            return {"story": told[0], "text": text}
    start, end = block.seconds
    value = {"story": told[0], "which": 1, "caption": text, "start": start, "end": end}
    return {name: value[name] for name in FIELDS[block.kind]}


FIELDS = {
    "clip": ("story", "which", "start", "end", "caption"),
    "film": ("story", "which", "caption"),
    "picture_story": ("story", "caption"),
}


def _told(keys: tuple[str, ...]) -> list[Story]:
    """Those of the memories that are public, in their order."""
    refs = [ref_of(key) for key in keys]
    found = {story.ref: story for story in Story.objects.public().filter(ref__in=refs)}
    return [found[ref] for ref in refs if ref in found]
