"""What an editor sees of a block before choosing it: public memories, and nothing else."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.blocks import StreamBlock

from archive import permissions, samples
from archive.blocks import SHOWCASE_BLOCKS
from families.models import User
from stories.models import Place
from tests.archive.making import picture, showcase
from tests.archive.voices import spoken
from tests.factories import ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db

STREAM = StreamBlock(SHOWCASE_BLOCKS)


class TestPreviews:
    """Each block shows what it makes, of public memories alone."""

    @pytest.fixture(autouse=True)
    def signed_in(self, client: Client, teacher: User) -> None:
        permissions.install()
        client.force_login(teacher)

    def preview(self, client: Client, kind: str) -> str:
        block = STREAM.child_blocks[kind]
        answer = client.get("/admin/block-preview/", {"id": block.definition_prefix})
        assert answer.status_code == 200
        return answer.content.decode()

    @pytest.mark.parametrize("kind", [kind for kind, _ in SHOWCASE_BLOCKS if kind != "notes"])
    def test_of_what_is_public(
        self, client: Client, student: User, teacher: User, kind: str
    ) -> None:
        parts = [ItemFactory(uploaded_by=student), ItemFactory(video=True, uploaded_by=student)]
        places = Place.objects.filter(slug="rochdale-road")
        seen = StoryFactory(published=True, author=student, parts=parts, places=places)
        spoken(student)
        showcase(seen, by=teacher, cover=picture(by=teacher))
        StoryFactory(submitted=True, title="Hush", parts=[ItemFactory(), ItemFactory(audio=True)])
        assert samples.of(kind) is not None
        text = self.preview(client, kind)
        assert "When a public memory has one" not in text
        assert "Hush" not in text

    @pytest.mark.parametrize("kind", ["story", "clip", "picture", "map"])
    def test_of_nothing(self, client: Client, kind: str) -> None:
        assert "When a public memory has one" in self.preview(client, kind)

    def test_all_have_words_about_them(self) -> None:
        for block in STREAM.child_blocks.values():
            assert block.is_previewable
            assert block.get_description()
