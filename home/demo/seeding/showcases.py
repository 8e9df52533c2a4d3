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
    if block.kind == "stories":
        refs = [ref_of(key) for key in block.stories]
        found = {story.ref: story for story in Story.objects.public().filter(ref__in=refs)}
        return [("story", found[ref]) for ref in refs if ref in found]
    if block.kind == "quote":
        return [("quote", {"text": printed(block.text), "who": block.said_by})]
    if block.kind == "text":
        return [("text", format_html("<p>{}</p>", printed(block.text)))]
    return [(block.kind, block.text)]
