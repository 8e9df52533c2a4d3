"""The list of files in the admin: who sees which, and what its two buttons change."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from families.models import School, User
from media import jobs
from media.admin import boundary
from media.admin.boundary import ItemPolicy
from media.models import Item, Job, JobState, Status
from media.processing import process
from tests.factories.families import UserFactory
from tests.factories.media import ItemFactory
from tests.stories.moderation.addresses import addresses, names

pytestmark = pytest.mark.django_db
Add = Callable[..., Item]

SECRET = "Zebedee.jpg"
INDEX = "/admin/files/"
STRANGERS: dict[str, dict[str, Any]] = {
    "teacher of another school": {"teacher": True},
    "lead of another school": {"lead": True},
    "administrator": {"administrator": True, "school": None},
    "superuser": {"administrator": True, "is_superuser": True, "school": None},
    "student": {"student": True},
    "family member": {"family_member": True},
    "staff without a school": {"teacher": True, "school": None},
}


@pytest.fixture
def item(school: School) -> Item:
    sender = UserFactory(student=True, school=school)
    made: Item = ItemFactory(refused=True, uploaded_by=sender, filename=SECRET)
    Job.objects.create(item=made, state=JobState.DONE, attempts=1)
    return made


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def press(client: Client, verb: str, item: Item) -> tuple[int, list[str]]:
    """What a press of the button is answered: the status, and the messages that are shown."""
    answer = client.post(reverse(f"files:{verb}", args=[item.pk]), follow=True)
    shown = (
        [str(message).strip() for message in answer.context["messages"]] if answer.context else []
    )
    return answer.status_code, shown


def buttons(client: Client, item: Item) -> set[str]:
    """The verbs whose buttons the list shows beside a file."""
    html = client.get(INDEX).content.decode()
    verbs = {"stop", "again"}
    return {verb for verb in verbs if reverse(f"files:{verb}", args=[item.pk]) in html}


@pytest.mark.parametrize("trait", ["teacher", "lead"])
def test_staff_of_the_school_see_its_files(
    client: Client, school: School, item: Item, trait: str
) -> None:
    client.force_login(UserFactory(school=school, **{trait: True}))
    answer = client.get(INDEX)
    html = answer.content.decode()
    assert answer.status_code == 200
    for said in (SECRET, item.uploaded_by.display_name, "Can't be used", item.refusal[:20]):
        assert said.replace("'", "&#x27;") in html
    assert "broken: " in html


@pytest.mark.parametrize("stranger", STRANGERS)
def test_nobody_else_sees_or_presses_anything(client: Client, item: Item, stranger: str) -> None:
    client.force_login(UserFactory(**STRANGERS[stranger]))
    known = {"pk": item.pk}
    for name, url in addresses("files", known):
        for answer in (client.get(url, {"q": SECRET[:4]}), client.post(url)):
            assert SECRET not in answer.content.decode(), name
            if "pk" in dict(names("files"))[name]:
                assert answer.status_code in (302, 404), name
    item.refresh_from_db()
    assert item.status == Status.REFUSED
    assert not ModelLogEntry.objects.filter(action__startswith="media.").exists()


@pytest.mark.parametrize("trait", ["student", "family_member"])
def test_contributors_are_sent_to_their_desk(client: Client, school: School, trait: str) -> None:
    client.force_login(UserFactory(school=school, **{trait: True}))
    assert client.get(INDEX, follow=True).redirect_chain[-1][0] == "/desk/"


def test_strangers_sign_in_first(client: Client, item: Item) -> None:
    for name, url in addresses("files", {"pk": item.pk}):
        for answer in (client.get(url), client.post(url)):
            assert answer.url.startswith("/admin/login/"), name
    item.refresh_from_db()
    assert item.status == Status.REFUSED


def test_nothing_is_added_changed_or_deleted_here(desk: Client, item: Item) -> None:
    for name, url in addresses("files", {"pk": item.pk}):
        expected = {"stop": 405, "again": 405}.get(name, 200 if name.startswith("index") else 404)
        assert desk.get(url).status_code == expected, name


def test_what_a_layer_above_keeps_is_left_out(
    desk: Client, teacher: User, item: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(boundary, "_kept", [])

    def kept(user: User) -> Q:
        return Q(filename=SECRET)

    assert boundary.keep(kept) is boundary.keep(kept)
    assert len(boundary._kept) == 1
    assert SECRET not in desk.get(INDEX).content.decode()
    assert press(desk, "again", item)[0] == 404
    assert not ItemPolicy(Item).rows_of(teacher).exists()


def test_a_file_is_stopped(desk: Client, teacher: User, item: Item) -> None:
    Item.objects.update(status=Status.WORKING, refusal_code="", progress=40)
    Job.objects.update(state=JobState.RUNNING)
    assert buttons(desk, item) == {"stop"}
    assert "Being made ready, 40 %" in desk.get(INDEX).content.decode()
    assert press(desk, "stop", item) == (200, [f"“{item}”: we stopped the work on it."])
    item.refresh_from_db()
    assert (item.status, item.refusal_code) == (Status.REFUSED, "stopped_by_staff")
    assert Job.objects.get().state == JobState.STOPPED
    entry = ModelLogEntry.objects.get(action__startswith="media.")
    assert (entry.action, entry.user, entry.object_id) == ("media.stop", teacher, str(item.pk))


def test_the_buttons_work_in_a_browser(teacher: User, item: Item) -> None:
    """Which is refused without the page's token, as other clients of tests are not."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(teacher)
    token = re.search(
        r'name="csrfmiddlewaretoken" value="(\w+)"', client.get(INDEX).content.decode()
    )
    assert token is not None
    again = reverse("files:again", args=[item.pk])
    assert client.post(again).status_code == 403
    assert client.post(again, {"csrfmiddlewaretoken": token[1]}).url == INDEX


def test_a_file_is_tried_again(desk: Client, teacher: User, item: Item) -> None:
    assert buttons(desk, item) == {"again"}
    assert press(desk, "again", item) == (200, [f"“{item}”: we try again."])
    item.refresh_from_db()
    assert (item.status, item.refusal_code) == (Status.WAITING, "")
    job = Job.objects.get()
    assert (job.state, job.attempts) == (JobState.WAITING, 0)
    entry = ModelLogEntry.objects.get(action__startswith="media.")
    assert (entry.action, entry.user) == ("media.retry", teacher)
    assert buttons(desk, item) == {"stop"}


@pytest.mark.parametrize("verb", ["stop", "again"])
def test_a_button_pressed_too_late_changes_nothing(desk: Client, item: Item, verb: str) -> None:
    Item.objects.update(status=Status.READY, refusal_code="")
    assert buttons(desk, item) == set()
    status, (message,) = press(desk, verb, item)
    assert (status, message) == (200, "Nothing was done: this file is already somewhere else.")
    assert Item.objects.get().status == Status.READY
    assert not ModelLogEntry.objects.filter(action__startswith="media.").exists()


def test_a_file_in_use_that_is_made_again(
    desk: Client, school: School, add: Add, photo: Path
) -> None:
    made = process(add(photo, UserFactory(student=True, school=school)))
    assert buttons(desk, made) == set()
    jobs.renew(made)
    assert "Ready; being made again" in desk.get(INDEX).content.decode()
    assert buttons(desk, made) == {"stop"}
    assert press(desk, "stop", made)[0] == 200
    assert Item.objects.get().is_ready
    assert buttons(desk, made) == set()


def test_what_went_wrong_on_our_side_is_shown_to_staff(desk: Client, item: Item) -> None:
    Item.objects.update(status=Status.WAITING, refusal_code="")
    Job.objects.update(state=JobState.FAILED, attempts=2, error="OSError: no room on the <disk>")
    html = desk.get(INDEX).content.decode()
    assert "OSError: no room on the &lt;disk&gt;" in html


def test_a_file_that_was_put_in_by_hand_has_no_job(desk: Client, item: Item) -> None:
    Job.objects.all().delete()
    Item.objects.update(status=Status.READY, refusal_code="")
    assert SECRET in desk.get(INDEX).content.decode()


@pytest.mark.parametrize(
    ("query", "found"),
    [("status=refused", True), ("status=ready", False), ("q=zebe", True), ("q=nobody", False)],
)
def test_the_list_is_narrowed(desk: Client, item: Item, query: str, found: bool) -> None:
    assert (SECRET in desk.get(f"{INDEX}?{query}").content.decode()) is found


@pytest.mark.parametrize(
    "order", ["added_at", "-status", "kind", "original__size", "job__attempts"]
)
def test_the_list_is_sorted(desk: Client, item: Item, order: str) -> None:
    assert SECRET in desk.get(INDEX, {"ordering": order}).content.decode()


def test_twenty_files_cost_no_more_questions_than_two(desk: Client, school: School) -> None:
    def more(count: int) -> int:
        for number in range(count):
            traits = [{"refused": True}, {"working": True}, {"ready": True}][number % 3]
            sender = UserFactory(student=True, school=school)
            Job.objects.create(item=ItemFactory(uploaded_by=sender, **traits))
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(INDEX).status_code == 200
        return len(asked)

    desk.get(INDEX)
    assert more(3) == more(18)
