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
from stories.models import Story

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
