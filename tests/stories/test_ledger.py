"""A backup that is put back brings nothing back that was taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from stories import ledger, lifecycle
from stories.ledger import Entry
from stories.models import Story, Tombstone
from stories.models.states import Status
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def book(settings: Any, tmp_path: Path) -> Path:
    settings.WITHDRAWALS_LEDGER = str(tmp_path / "withdrawals.log")
    return tmp_path / "withdrawals.log"


def test_a_withdrawal_is_written_once_it_is_kept(
    cast: Cast, book: Path, django_capture_on_commit_callbacks: Any
) -> None:
    story = cast.memory("published", title="A telling title")
    with django_capture_on_commit_callbacks() as waiting:
        lifecycle.withdraw(story, by=cast["author"])
    assert not book.exists()
    for write in waiting:
        write()
    assert ledger.last_words() == {story.ref: Entry.WITHDRAWN}
    assert "telling" not in book.read_text()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([Entry.WITHDRAWN], Status.WITHDRAWN),
        ([Entry.PUBLISHED], Status.PUBLISHED),
        ([Entry.WITHDRAWN, Entry.PUBLISHED], Status.PUBLISHED),
        ([Entry.PUBLISHED, Entry.WITHDRAWN], Status.WITHDRAWN),
        ([Entry.WITHDRAWN, Entry.DELETED], None),
    ],
)
def test_the_last_line_is_done_again(
    cast: Cast, said: list[Entry], status: Status | None, capsys: pytest.CaptureFixture[str]
) -> None:
    story = cast.memory("published")
    for entry in said:
        ledger.write(story.ref, entry)
    call_command("reapply_withdrawals")
    now = Story.objects.filter(pk=story.pk).first()
    assert (now.status if now else None) == status
    assert Tombstone.objects.exists() == (status is None)
    first = capsys.readouterr().out
    call_command("reapply_withdrawals")
    assert capsys.readouterr().out == ""
    assert bool(first) == (status is not Status.PUBLISHED)


def test_a_line_that_was_cut_off_is_passed_over(cast: Cast, book: Path) -> None:
    story = cast.memory("published")
    ledger.write(story.ref, Entry.WITHDRAWN)
    with book.open("a") as file:
        file.write(f"2026-01-01T00:00:00 {story.ref} publ")
    assert ledger.last_words() == {story.ref: Entry.WITHDRAWN}


def test_what_is_not_there_is_no_error() -> None:
    call_command("reapply_withdrawals")
    ledger.write("aaaaaaaaaa", Entry.DELETED)
    call_command("reapply_withdrawals")
