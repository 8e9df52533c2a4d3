"""The queue: what a teacher finds, in which order, and at what cost."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from families.models import User
from stories.index import keeping
from stories.moderation import wording
from tests.factories import (
    FundFactory,
    ItemFactory,
    PlaceFactory,
    ReporterClassFactory,
    StoryFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def queue(client: Client, **filters: object) -> str:
    return client.get(reverse("moderation:list"), filters).content.decode()


def listed(client: Client, **filters: object) -> list[str]:
    found = client.get(reverse("moderation:list"), filters).context["object_list"]
    return [story.title for story in found]


def test_the_menu_has_it_at_the_top_and_not_among_snippets(desk: Client) -> None:
    html = desk.get(reverse("wagtailadmin_home")).content.decode()

    assert reverse("moderation:list") == "/admin/moderation/"
    assert '"name": "moderation"' in html
    assert '"name": "snippets"' not in html


def test_what_waits_comes_first(desk: Client, student: User, teacher: User) -> None:
    for title, state in [("Out there", "published"), ("Being read", "taken_up")]:
        StoryFactory(author=student, title=title, teacher=teacher, **{state: True})
    StoryFactory(author=student, title="Waiting longer", submitted=True)
    StoryFactory(author=student, title="Waiting", submitted=True)
    StoryFactory(author=student, title="Sent back", changes_requested=True)

    assert listed(desk) == ["Waiting longer", "Waiting", "Being read", "Sent back", "Out there"]
    assert f"being read by {teacher}" in queue(desk)


def test_other_peoples_drafts_stay_out_until_asked_for(desk: Client, student: User) -> None:
    StoryFactory(author=student, title="Not ready", draft=True)

    assert "Not ready" not in queue(desk)
    assert "Not ready" in queue(desk, status="draft")


def test_filters(desk: Client, student: User, teacher: User) -> None:
    place, fund = PlaceFactory(), FundFactory()
    other_class = ReporterClassFactory(school=student.school)
    StoryFactory(author=student, title="Here", submitted=True, places=[place], funds=[fund])
    StoryFactory(author=student, title="There", taken_up=True, teacher=teacher)
    StoryFactory(author=student, title="Elsewhere", submitted=True, reporter_class=other_class)
    keeping.catch_up()

    for filters, expected in (
        ({"place": place.pk}, {"Here"}),
        ({"fund": fund.pk}, {"Here"}),
        ({"taken_up_by": teacher.pk}, {"There"}),
        ({"reporter_class": other_class.pk}, {"Elsewhere"}),
        ({"status": "published"}, set()),
        ({"q": "There"}, {"There"}),
    ):
        assert set(listed(desk, **filters)) == expected


def test_words_are_found_wherever_they_stand_but_not_in_what_is_frozen(
    desk: Client, student: User
) -> None:
    StoryFactory(author=student, title="Gas", submitted=True, parts=["He lit the lamps."])
    StoryFactory(author=student, title="Held", submitted=True, held=True, parts=["A lamp."])
    StoryFactory(submitted=True, title="Another school’s", parts=["A lamp."])
    keeping.catch_up()

    for typed in ("lamp", "lamps", "lit lam", "lampps"):
        assert listed(desk, q=typed) == ["Gas"], typed
    assert listed(desk, q="zebra") == listed(desk, q="…") == []


def test_filters_offer_the_own_school_only(desk: Client, student: User) -> None:
    stranger = UserFactory(teacher=True, display_name="Stranger Danger")
    elsewhere = ReporterClassFactory(school=stranger.school, name="Nowhere")

    html = queue(desk)

    assert "Stranger Danger" not in html
    assert elsewhere.name not in html


def test_what_is_frozen_is_only_counted(desk: Client, student: User) -> None:
    StoryFactory(author=student, title="Secret", sealed=True)

    html = queue(desk)

    assert "1 memory is held or sealed." in html
    assert "Secret" not in html


def test_contents_in_words(student: User) -> None:
    parts = ["Words.", ItemFactory(image=True), ItemFactory(image=True), ItemFactory(audio=True)]
    story = StoryFactory(author=student, parts=[*parts, "More words."])

    assert wording.contents(story) == "words, 2 pictures, 1 sound"


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"draft": True}, "being written"),
        ({"submitted": True}, "waiting for a teacher"),
        ({"taken_up": True}, "being read by Ms Begum"),
        ({"changes_requested": True}, "with Kai, who has a change to make"),
        ({"published": True}, "published"),
        ({"withdrawn": True}, "taken back"),
        ({"submitted": True, "held": True}, "held for the safeguarding lead"),
    ],
)
def test_state_in_words(student: User, state: dict[str, bool], words: str) -> None:
    student.display_name = "Kai"
    student.save()

    assert wording.state(StoryFactory(author=student, **state)) == words


def test_the_queue_asks_as_much_for_many_as_for_few(desk: Client, student: User) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            StoryFactory(
                author=student,
                taken_up=True,
                parts=["Words.", ItemFactory(uploaded_by=student)],
                places=[PlaceFactory()],
            )

    fill(2)
    queue(desk)
    with CaptureQueriesContext(connection) as few:
        queue(desk)
    fill(6)
    with CaptureQueriesContext(connection) as many:
        queue(desk)
    assert len(many) == len(few)
