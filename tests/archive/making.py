"""Showcases and library pictures, made as the admin makes them."""

from __future__ import annotations

import io
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from archive.models import ShowcaseIndexPage, ShowcasePage
from families.models import User
from media.models import Picture
from media.refs import new_ref
from stories.index import keeping
from stories.models import Story, StoryPart, TaggedPlace

_numbers = count(1)


def showcase(*stories: Story, by: User, live: bool = True, **fields: Any) -> ShowcasePage:
    """A showcase of these memories, each under the one before, by this teacher."""
    number = next(_numbers)
    body = fields.pop("body", [("story", story) for story in stories])
    fields.setdefault("title", f"Showcase {number}")
    fields.setdefault("introduction", "What people remember.")
    page = ShowcasePage(owner=by, live=False, body=body, **fields)
    ShowcaseIndexPage.objects.get().add_child(instance=page)
    revision = page.save_revision(user=by)
    if live:
        revision.publish(user=by)
    return ShowcasePage.objects.get(pk=page.pk)


def picture(*, by: User, description: str = "A mill at dusk.") -> Picture:
    """A picture in the library, put through the same accession as any file."""
    written = io.BytesIO()
    Image.new("RGB", (24, 16), "#a33b20").save(written, "JPEG")
    made = Picture(title="The mill", description=description, uploaded_by_user=by)
    made.file.save("mill.jpg", ContentFile(written.getvalue()), save=False)
    made.save()
    made.file.close()
    return made


def told_again(story: Story, times: int, **fields: Any) -> list[Story]:
    """Copies of a public memory, row by row: for lists that have to be long and quickly there."""
    columns = {
        field.attname: getattr(story, field.attname) for field in story._meta.concrete_fields
    }
    columns |= {"id": None, **fields}
    made = Story.objects.bulk_create([Story(**{**columns, "ref": new_ref()}) for _ in range(times)])
    StoryPart.objects.bulk_create(
        [StoryPart(story=one, kind="words", text="Again.") for one in made]
    )
    places = list(story.tagged_places.values_list("tag", flat=True))
    TaggedPlace.objects.bulk_create(
        [TaggedPlace(tag_id=place, content_object=one) for one in made for place in places]
    )
    keeping.refresh([one.pk for one in made])
    return made
