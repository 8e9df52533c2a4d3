"""The whole index, compared with the memories and mended."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.management import call_command

from stories import tasks
from stories.index import documents, finding, keeping
from stories.models import KnownWord, PublicDocument, Story
from tests.stories.cast import Cast
from tests.stories.index.looking import titles, titles_for

pytestmark = pytest.mark.django_db

TITLE = "The lamplighter"


class TestRebuilding:
    """The whole index, compared and mended."""

    def test_twice_is_once(self, cast: Cast) -> None:
        for title in ("One mill", "Two mills"):
            cast.memory("published", title=title)
        cast.memory("draft", title="A draft of a mill")

        assert keeping.rebuild() == 5
        assert keeping.rebuild() == 0
        assert titles("mill") and len(titles_for(cast["lead"], "mills")) == 3

    def test_what_is_wrong_or_missing_is_put_right(self, cast: Cast, capsys: Any) -> None:
        story, other = (cast.memory("published", title=f"Mill {n}") for n in (1, 2))
        keeping.rebuild()
        PublicDocument.objects.filter(story=story).update(told="quillwort")
        PublicDocument.objects.filter(story=other).delete()
        KnownWord.objects.create(audience="public", word="quillwort", stem="quillwort")
        keeping._waiting().clear()

        call_command("rebuild_index")
        assert "2 entries" in capsys.readouterr().out
        call_command("rebuild_index", verbosity=0)
        assert capsys.readouterr().out == ""
        assert set(titles("mill")) == {"Mill 1", "Mill 2"}
        assert titles("quillwort") == []
        assert not KnownWord.objects.filter(word="quillwort").exists()

    def test_it_goes_in_batches(self, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
        for number in range(3):
            cast.memory("draft", title=f"Mill {number}")
        monkeypatch.setattr(keeping, "BATCH", 2)
        asked: list[int] = []
        staff = documents.staff
        monkeypatch.setattr(documents, "staff", lambda pks: asked.append(len(pks)) or staff(pks))

        assert keeping.rebuild() == 3
        assert asked == [2, 1]

    def test_an_archive_older_than_its_index_is_read_once(self, cast: Cast) -> None:
        cast.memory("published", title=TITLE)
        keeping._waiting().clear()

        keeping.begin()
        assert finding.public("lamplighter", Story.objects.all()).numbers
        PublicDocument.objects.all().delete()
        keeping.begin()
        assert not PublicDocument.objects.exists()


def test_the_worker_reads_what_is_too_much_for_a_page(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = [cast.memory("published", title=f"Mill {n}") for n in range(3)]
    keeping._waiting().clear()
    for story in stories:
        keeping.notice("pk", story.pk)
    monkeypatch.setattr(keeping, "MANY", 2)
    queued: list[list[int]] = []
    monkeypatch.setattr(
        tasks.index_memories.__class__, "enqueue", lambda _, pks: queued.append(pks)
    )
    keeping.catch_up()

    assert queued == [[s.pk for s in stories[:2]], [stories[2].pk]]
    assert not PublicDocument.objects.exists()
    tasks.index_memories.call(queued[0])
    assert PublicDocument.objects.count() == 2
