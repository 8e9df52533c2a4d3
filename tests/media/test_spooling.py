"""A file that is far too big is refused in words, and fills no disk on its way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from media import spooling
from media.models import Item
from stories.models import Story
from tests.factories import StoryFactory, UserFactory
from tests.stories.contribute.screen import Screen

KILOBYTE = 1024
LARGEST = 100 * KILOBYTE


@pytest.mark.django_db
@pytest.mark.parametrize("kilobytes", [99, 1000])
def test_no_more_is_written_than_may_be_taken(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch, kilobytes: int
) -> None:
    settings.MEDIA_LARGEST_UPLOAD = LARGEST
    written: list[int] = []
    complete = spooling.BoundedFileHandler.file_complete

    def weighed(handler: Any, size: int) -> Any:
        file = complete(handler, size)
        written.append(Path(handler.file.file.name).stat().st_size)
        return file

    monkeypatch.setattr(spooling.BoundedFileHandler, "file_complete", weighed)
    story: Story = StoryFactory(author=UserFactory(student=True))
    client.force_login(story.author)
    size = kilobytes * KILOBYTE
    file = SimpleUploadedFile("long.mp3", b"x" * size)
    answer = Screen(client, story).press("save", files=[file])
    page = client.get(answer["Location"]).content.decode()
    assert written[0] == size if size <= LARGEST else written[0] <= LARGEST
    assert ("“long.mp3”: This file is too big" in page) is (size > LARGEST)
    assert Item.objects.exists() is (size <= LARGEST)
