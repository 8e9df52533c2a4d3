"""A recipe has changed: what it made is made again, and stays in use meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django_tasks import default_task_backend

from media import recipes, tasks
from media.formats import Kind
from media.models import Item, Job, JobState, Status
from media.processing import process
from media.remaking import make_again
from tests.factories.families import UserFactory
from tests.factories.media import ItemFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db
Add = Callable[..., Item]
Capture = Callable[..., object]
Queued = Callable[..., list[str]]


@pytest.fixture
def queued(
    django_capture_on_commit_callbacks: Capture, capsys: pytest.CaptureFixture[str]
) -> Queued:
    """`queued("--all")`: the refs that `remake_derivatives` printed, which are those it queued."""

    def run(*options: str) -> list[str]:
        default_task_backend.clear()
        with django_capture_on_commit_callbacks(execute=True):
            call_command("remake_derivatives", *options)
        printed = capsys.readouterr().out.split()
        # Nobody waits for a renewal, so it waits behind all others.
        places = {
            result.args[0]: result.task.priority
            for result in default_task_backend.results
            if result.task.module_path == "media.tasks.process_item"
        }
        assert places == dict.fromkeys(printed, tasks.LAST)
        return printed

    return run


def item(kind: Kind = Kind.IMAGE, *, recipe: int | None = None, **traits: object) -> Item:
    made = recipes.VERSIONS[kind] if recipe is None else recipe
    return ItemFactory(kind=kind, recipe=made, **traits)


def test_what_an_older_recipe_made_is_queued(queued: Queued) -> None:
    item()
    old, older = item(recipe=1), item(Kind.AUDIO, recipe=0, audio=True)
    assert queued() == [old.ref, older.ref]
    assert queued() == []  # It is on its way.
    assert {job.state for job in Job.objects.all()} == {JobState.WAITING}


@pytest.mark.parametrize("trait", ["waiting", "working", "refused"])
def test_only_what_is_in_use_is_made_again(queued: Queued, trait: str) -> None:
    unready = item(recipe=0, **{trait: True})
    assert queued("--all") == []
    assert queued("--all", unready.ref) == []


def test_all_one_kind_or_some_items(queued: Queued) -> None:
    new, old, song = item(), item(recipe=1), item(Kind.AUDIO, recipe=1, audio=True)
    assert queued("--kind", "audio") == [song.ref]
    assert queued("--kind", "document") == []
    assert queued(new.ref) == []  # It is up to date.
    assert queued("--all", new.ref) == [new.ref]
    assert queued("--all") == [old.ref]


def test_an_item_that_there_is_not(queued: Queued) -> None:
    old = item(recipe=1)
    with pytest.raises(CommandError, match=r"There is no item nonesuch\."):
        queued(old.ref, "nonesuch")
    assert not Job.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_it_stays_in_use_until_the_new_files_take_its_place(
    add: Add, photo: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sender = UserFactory(student=True)
    item = process(add(photo, sender))
    client = Client()
    client.force_login(sender)
    url = item.url("w480.jpg")
    before = body(client.get(url))
    monkeypatch.setitem(recipes.VERSIONS, Kind.IMAGE, recipes.VERSIONS[Kind.IMAGE] + 1)
    make, seen = recipes.make, []

    def making(*arguments: object, **options: object) -> object:
        outcome = make(*arguments, **options)
        answer = client.get(url)
        seen.append((answer.status_code, body(answer) == before))
        return outcome

    monkeypatch.setattr(recipes, "make", making)
    call_command("remake_derivatives")
    assert capsys.readouterr().out.split() == [item.ref]
    old = {str(made.file.name) for made in item.derivatives.all()}
    assert process(Item.objects.get()).recipe == recipes.VERSIONS[Kind.IMAGE]
    assert seen == [(200, True)]
    assert body(client.get(url))
    fresh = {str(made.file.name) for made in item.derivatives.all()}
    assert len(fresh) == len(old) and not fresh & old
    call_command("remake_derivatives")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("trait", "status"), [("ready", Status.WAITING), ("refused", Status.REFUSED)]
)
def test_a_new_wish_takes_it_out_of_sight_at_once(trait: str, status: Status) -> None:
    found = ItemFactory(**{trait: True})
    Job.objects.create(item=found, state=JobState.DONE, attempts=2, deaths=3, claim="an old run")
    make_again(found)
    found.refresh_from_db()
    assert found.status == status
    job = found.job
    fresh = (JobState.WAITING, 0, 0, "")
    assert ((job.state, job.attempts, job.deaths, job.claim) == fresh) is (trait == "ready")
