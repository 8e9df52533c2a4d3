"""The queue: what a teacher finds, in which order, and at what cost."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from families.models import User
from media.models import Item
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories import lifecycle
from stories.index import keeping
from stories.models import Story, StoryPart, Worry
from stories.moderation import wording
from stories.moderation.policies import StoryPolicy
from stories.moderation.queue import IN_ORDER
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


def classmate(student: User) -> User:
    made: User = UserFactory(
        student=True, school=student.school, reporter_class=student.reporter_class
    )
    return made


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

    StoryFactory(title="A first one", submitted=True, author=classmate(student))

    assert listed(desk) == [
        "A first one",
        "Waiting longer",
        "Waiting",
        "Being read",
        "Sent back",
        "Out there",
    ]


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
    StoryFactory(author=classmate(student), title="Back", changes_requested=True)
    keeping.catch_up()

    for filters, expected in (
        ({"place": place.pk}, {"Here"}),
        ({"fund": fund.pk}, {"Here"}),
        ({"taken_up_by": teacher.pk}, {"There"}),
        ({"reporter_class": other_class.pk}, {"Elsewhere"}),
        ({"student": student.pk}, {"Here", "There", "Elsewhere"}),
        ({"student": student.pk, "turn": "nobody"}, {"Here", "Elsewhere"}),
        ({"turn": "teacher"}, {"There"}),
        ({"turn": "writer"}, {"Back"}),
        ({"turn": "second"}, set()),
        ({"status": "published"}, set()),
        ({"q": "There"}, {"There"}),
        ({"turn": "nonsense"}, {"Here", "There", "Elsewhere", "Back"}),
    ):
        assert set(listed(desk, **filters)) == expected, filters


def test_what_is_in_it(desk: Client, student: User) -> None:
    for title, parts in {
        "Film": [ItemFactory(video=True)],
        "Sound and paper": [ItemFactory(audio=True), ItemFactory(document=True), "Words."],
        "Words": ["Words."],
    }.items():
        StoryFactory(author=student, title=title, submitted=True, parts=parts)

    for kinds, expected in (
        (["video"], {"Film"}),
        (["audio", "document"], {"Sound and paper"}),
        (["words"], {"Words"}),
        (["words", "video"], {"Words", "Film"}),
        (["image"], set()),
    ):
        assert set(listed(desk, kind=kinds)) == expected, kinds


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        ("3", {"Waits 8", "Waits 30", "Back 8"}),
        ("7", {"Waits 8", "Waits 30", "Back 8"}),
        ("28", {"Waits 30"}),
    ],
)
def test_how_long_it_has_waited(desk: Client, student: User, age: str, expected: set[str]) -> None:
    for days in (1, 8, 30):
        story = StoryFactory(author=student, title=f"Waits {days}", submitted=True)
        _ago(story, submitted_at=days)
    _ago(StoryFactory(author=student, title="Back 8", changes_requested=True), updated_at=8)
    _ago(StoryFactory(author=student, title="Out", published=True), submitted_at=90, updated_at=90)

    assert set(listed(desk, age=age)) == expected


def _ago(story: Story, **days: int) -> None:
    then = {name: timezone.now() - timedelta(days=number) for name, number in days.items()}
    Story.objects.filter(pk=story.pk).update(**then)


class TestFlags:
    @pytest.fixture(autouse=True)
    def stories(self, student: User, teacher: User) -> None:
        """One memory with each flag, and one with none, by somebody who has published."""
        StoryFactory(author=student, title="Out", published=True)
        self.told(student, "None")
        self.told(classmate(student), "First")
        self.told(student, "No yes", heard_back=False)
        lifecycle.ask_back(self.told(student, "Wanted", "taken_up", teacher=teacher), by=student)
        self.told(student, "Help", parts=[self.picture(asks_teacher=True, description="A mill.")])
        self.told(student, "Bare", parts=[self.picture()])
        self.told(student, "Unwritten", parts=[ItemFactory(audio=True)], teller=None, held=True)
        Worry.objects.create(story=self.told(student, "Worry"), words="Hm.")
        settled = Worry.objects.create(story=self.told(student, "Settled"), words="Hm.")
        Worry.objects.filter(pk=settled.pk).update(settled_at=timezone.now())

    def told(self, author: User, title: str, state: str = "submitted", **details: Any) -> Story:
        made: Story = StoryFactory(author=author, title=title, **{state: True}, **details)
        return made

    def picture(self, **details: Any) -> StoryPart:
        return StoryPart(kind=StoryPart.Kind.ITEM, item=ItemFactory(image=True), **details)

    @pytest.mark.parametrize(
        ("flags", "expected"),
        [
            (["first"], {"First"}),
            (["consent"], {"No yes"}),
            (["back"], {"Wanted"}),
            (["help"], {"Help"}),
            (["description"], {"Bare"}),
            (["first", "consent"], set()),
        ],
    )
    def test_find(self, desk: Client, flags: list[str], expected: set[str]) -> None:
        assert set(listed(desk, flag=flags)) == expected

    def test_a_recording_that_nobody_wrote_down(self, client: Client, lead: User) -> None:
        client.force_login(lead)
        assert listed(client, flag="transcript") == ["Unwritten"]
        verbs.save(Item.objects.get(kind="audio"), [Cue(0, 900, "Loud.")], by=lead, number=0)
        assert listed(client, flag="transcript") == []

    def test_only_a_lead_finds_what_somebody_is_worried_about(
        self, desk: Client, lead: User
    ) -> None:
        everything = set(listed(desk))
        assert set(listed(desk, flag="worry")) == everything
        assert "Somebody is worried" not in queue(desk)
        desk.force_login(lead)
        assert listed(desk, flag="worry") == ["Worry"]
        assert "Somebody is worried" in queue(desk)

    def test_only_a_lead_finds_what_is_held(self, desk: Client, lead: User) -> None:
        assert "The safeguarding lead’s" not in queue(desk)
        desk.force_login(lead)
        assert listed(desk, turn="lead") == ["Unwritten"]

    def test_a_first_memory_says_so(self, desk: Client) -> None:
        assert queue(desk).count('<span class="w-status w-status--primary">') == 1
        assert listed(desk)[0] == "First"


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
        ({"draft": True}, "Kai, who is writing it"),
        ({"submitted": True}, "Nobody’s yet"),
        ({"taken_up": True}, "Ms Begum, who is reading it"),
        ({"changes_requested": True}, "Kai, who has a change to make"),
        ({"published": True}, "Nobody’s: it is published"),
        ({"withdrawn": True}, "Nobody’s: it is taken back"),
        ({"sealed": True, "sealed_until": date(2190, 1, 2)}, "Nobody’s until 2 January 2190"),
        ({"submitted": True, "held": True}, "The safeguarding lead, who is looking at it"),
    ],
)
def test_whose_turn_in_words(
    student: User, teacher: User, state: dict[str, Any], words: str
) -> None:
    student.display_name = "Kai"
    student.save()
    story = StoryFactory(author=student, **state)
    story.refresh_from_db()

    assert wording.turn(story, teacher) == words


def test_whose_turn_is_said_to_whoever_has_it(student: User, teacher: User) -> None:
    story = StoryFactory(author=student, taken_up=True, teacher=teacher)
    story.refresh_from_db()
    assert wording.turn(story, teacher) == "Yours: you are reading it"
    published = StoryFactory(author=student, published=True)
    published.save_revision(user=teacher)
    published.refresh_from_db()
    assert wording.turn(published, teacher).startswith("A second adult")


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


@pytest.mark.parametrize(
    "filters",
    [{}, {"flag": ["consent", "help"]}, {"q": "mill"}, {"age": "3", "kind": "image"}],
)
def test_the_queue_asks_as_much_for_many_as_for_few(
    desk: Client, student: User, filters: dict[str, Any]
) -> None:
    def fill(count: int) -> None:
        for _ in range(count):
            picture = ItemFactory(uploaded_by=student)
            part = StoryPart(kind=StoryPart.Kind.ITEM, item=picture, asks_teacher=True)
            for state in ("taken_up", "submitted", "changes_requested"):
                story = StoryFactory(
                    author=classmate(student),
                    **{state: True},
                    heard_back=False,
                    parts=["Words.", part if state == "submitted" else "More."],
                    places=[PlaceFactory()],
                )
                _ago(story, submitted_at=9, updated_at=9)

    fill(1)
    queue(desk, **filters)
    with CaptureQueriesContext(connection) as few:
        queue(desk, **filters)
    fill(3)
    with CaptureQueriesContext(connection) as many:
        queue(desk, **filters)
    assert len(many) == len(few)


def test_the_order_comes_from_the_index(student: User, teacher: User) -> None:
    """Whatever the number of memories, the database sorts none of them."""
    StoryFactory(author=student, submitted=True)
    rows = StoryPolicy(Story).rows_of(teacher).exclude(status="draft").order_by(*IN_ORDER)
    plan = rows.explain()
    assert "story_queue_in_its_order" in plan
    assert "TEMP B-TREE" not in plan
