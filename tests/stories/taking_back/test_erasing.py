"""When the clock has run down nothing of the memory is left but that there was one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision, TaskState, WorkflowState

from families.models.consents import Scope
from media import storage
from media.models import Item, OriginalFile
from stories import lifecycle
from stories.erasing import clock, going
from stories.models import Deletion, Feedback, Story, Tombstone, Worry
from tests.factories import ItemFactory, PersonFactory, agree
from tests.factories.media import OriginalFileFactory
from tests.stories.cast import Cast, teller_of

pytestmark = pytest.mark.django_db

SECRET = "Quillfeather"


def due(story: Story, by: Any, days: int = 0) -> Story:
    story = lifecycle.delete(story, by=by)
    Deletion.objects.filter(story=story).update(due_on=timezone.localdate() + timedelta(days=days))
    return story


def erase(capture: Any) -> list[str]:
    with capture(execute=True):
        return clock.erase_due()


def everywhere(word: str) -> list[str]:
    """Tables in which the word stands, in whatever column."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            columns = connection.introspection.get_table_description(cursor, table)
            for column in columns:
                name = connection.ops.quote_name(column.name)
                where = f"CAST({name} AS TEXT) LIKE %s"
                cursor.execute(
                    f"SELECT 1 FROM {connection.ops.quote_name(table)} WHERE {where} LIMIT 1",  # noqa: S608
                    [f"%{word}%"],
                )
                if cursor.fetchone():
                    found.append(f"{table}.{column.name}")
    return found


def test_not_a_word_is_left_in_any_table(
    cast: Cast, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    item = ItemFactory(uploaded_by=cast["author"], filename=f"{SECRET}.jpg")
    story = cast.memory(
        "changes_requested", title=f"{SECRET} Mill", parts=[f"About {SECRET}.", item]
    )
    story = lifecycle.submit(story, by=cast["author"])
    lifecycle.publish(story, by=cast["teacher"])
    address = story.get_absolute_url()
    Worry.objects.create(story=story, about=address, words="It says too much.")
    names = [made.file.name for made in item.derivatives.all()]
    original = str(item.original.file.name)
    assert everywhere(SECRET)
    due(story, cast["author"])
    assert erase(django_capture_on_commit_callbacks) == [story.ref]
    assert everywhere(SECRET) == []
    assert everywhere("quillfeather") == []
    assert not any(storage.derivatives().exists(name) for name in names)
    assert not storage.originals().exists(original)
    for model in (Story, Feedback, Revision, WorkflowState, TaskState, Item, OriginalFile):
        assert not model._default_manager.exists(), model
    assert not ReferenceIndex.objects.filter(object_id=str(story.pk)).exists()
    gone = client.get(address)
    assert gone.status_code == 410
    assert SECRET not in gone.content.decode()
    assert Tombstone.objects.get().ref == story.ref


def test_the_log_still_says_what_was_done_and_when(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    story = cast.memory("published", title=f"{SECRET} Mill")
    lifecycle.hold(story, by=cast["teacher"], reason=f"{SECRET} lives there.")
    lifecycle.release(story, by=cast["lead"])
    due(story, cast["author"])
    before = list(ModelLogEntry.objects.values_list("action", "timestamp").order_by("pk"))
    erase(django_capture_on_commit_callbacks)
    after = ModelLogEntry.objects.order_by("pk")
    assert list(after.values_list("action", "timestamp")) == before
    mine = after.filter(object_id=str(story.pk), action__startswith="stories.")
    assert set(mine.values_list("label", flat=True)) == {going.MASKED}
    assert mine.get(action="stories.withdraw").data == {"because": "asked"}
    assert mine.get(action="stories.hold").data == {}


def test_the_same_bytes_of_another_family_stay(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    original = OriginalFileFactory()
    mine = ItemFactory(uploaded_by=cast["author"], original=original)
    theirs = ItemFactory(uploaded_by=cast["classmate"], original=original)
    due(cast.memory("submitted", parts=[mine]), cast["author"])
    erase(django_capture_on_commit_callbacks)
    assert list(Item.objects.all()) == [theirs]
    assert storage.originals().exists(str(original.file.name))


def test_a_file_that_another_memory_holds_stays(
    cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    item = ItemFactory(uploaded_by=cast["author"])
    cast.memory("submitted", parts=[item])
    due(cast.memory("submitted", parts=[item]), cast["author"])
    erase(django_capture_on_commit_callbacks)
    assert Story.objects.get().parts.get().item == item


@pytest.mark.parametrize("days", [1, 30])
def test_nothing_goes_before_its_day(
    cast: Cast, days: int, django_capture_on_commit_callbacks: Any
) -> None:
    due(cast.memory("submitted"), cast["author"], days)
    assert erase(django_capture_on_commit_callbacks) == []
    assert Story.objects.exists()


@pytest.mark.parametrize("state", ["held_published", "sealed", "held_sealed"])
def test_what_the_lead_looks_at_waits(
    cast: Cast, state: str, django_capture_on_commit_callbacks: Any
) -> None:
    story = due(cast.memory(state), cast["lead"])
    assert erase(django_capture_on_commit_callbacks) == []
    lifecycle.release(story, by=cast["lead"])
    assert erase(django_capture_on_commit_callbacks) == [story.ref]


def test_one_that_cannot_go_does_not_keep_the_others(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    stuck, goes = (due(cast.memory("submitted"), cast["author"]) for _ in range(2))
    destroy = going.destroy

    def killed(story: Story) -> None:
        destroy(story)
        if story.ref == stuck.ref:
            raise RuntimeError("The disk is full.")

    monkeypatch.setattr(going, "destroy", killed)
    assert erase(django_capture_on_commit_callbacks) == [goes.ref]
    assert list(Story.objects.all()) == [stuck]
    monkeypatch.undo()
    assert erase(django_capture_on_commit_callbacks) == [stuck.ref]


def test_a_memory_that_was_never_public_is_as_if_it_had_never_been(
    cast: Cast, client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    story = due(cast.memory("submitted"), cast["author"])
    erase(django_capture_on_commit_callbacks)
    assert client.get(story.get_absolute_url()).status_code == 404


class TestToldBySeveral:
    """Whoever leaves is taken out; what the others told stays theirs."""

    def test_it_is_not_destroyed(self, cast: Cast, django_capture_on_commit_callbacks: Any) -> None:
        leaver = teller_of(cast, "neighbour")
        leaver.public_name = SECRET
        leaver.save()
        stays = PersonFactory(consenting=True, school=cast.school)
        sent = ItemFactory(uploaded_by=cast["neighbour"])
        kept = ItemFactory(uploaded_by=cast["author"])
        story = self.told(cast, leaver, stays, [sent, kept])
        due(story, cast["neighbour"])
        assert erase(django_capture_on_commit_callbacks) == []
        left = Story.objects.get()
        assert left.title == "somebody and the mill"
        assert [one.person for one in left.people.all()] == [stays]
        assert [part.item for part in left.parts.all() if part.item] == [kept]
        words = left.parts.get(kind="words").text
        assert words == "somebody told me. Quillfeathers are birds."
        assert not Deletion.objects.exists()
        assert not Story.objects.public().exists()
        assert not Item.objects.filter(pk=sent.pk).exists()
        assert all(SECRET + " " not in str(r.content) for r in Revision.objects.all())

    def told(self, cast: Cast, leaver: Any, stays: Any, items: list[Item]) -> Story:
        agree(stays, Scope.WEB)
        return cast.memory(
            "submitted",
            title=f"{SECRET} and the mill",
            teller=leaver,
            people=[(stays, "teller")],
            parts=[f"{SECRET} told me. Quillfeathers are birds.", *items],
        )


def test_the_command_says_what_is_gone(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    story = due(cast.memory("submitted"), cast["author"])
    call_command("erase_due")
    assert capsys.readouterr().out == f"{story.ref}\n"
    call_command("erase_due")
    assert capsys.readouterr().out == ""
