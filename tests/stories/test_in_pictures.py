"""A face that nobody confirmed, and a uniform that somebody saw, keep a picture from the public."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any
from unittest import mock

import pytest
from django.utils import timezone

from families.models import User
from media import faces, tasks
from media.hiding import hide_areas
from media.models import Item
from media.recipes.hiding import Area
from media.signals import item_ready
from stories import in_pictures, lifecycle, publication
from stories.in_pictures import FACE, UNIFORM, UNIFORM_SEEN, Uniform
from stories.models import FindingReview, Story
from tests.factories import ItemFactory, PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db
LEFT, RIGHT = Area(0.1, 0.1, 0.2, 0.2), Area(0.6, 0.1, 0.2, 0.2)


@pytest.fixture
def picture(student: User) -> Item:
    made: Item = ItemFactory(uploaded_by=student, faces=[asdict(LEFT), asdict(RIGHT)])
    return made


@pytest.fixture
def story(student: User, picture: Item) -> Story:
    made: Story = StoryFactory(submitted=True, author=student, parts=[picture])
    return made


def codes(story: Story) -> list[str]:
    return [blocker.code for blocker in publication.blockers(Story.objects.get(pk=story.pk))]


def note(story: Story, kind: str, excerpt: str, by: User) -> FindingReview:
    return FindingReview.objects.create(story=story, kind=kind, excerpt=excerpt, reviewed_by=by)


def test_a_face_waits_for_a_person(story: Story, picture: Item, teacher: User) -> None:
    assert codes(story) == ["face"]
    note(story, FACE, in_pictures.name_of(picture, LEFT), teacher)
    assert codes(story) == ["face"]
    note(story, FACE, in_pictures.name_of(picture, RIGHT), teacher)
    assert codes(story) == []


def test_what_was_said_of_one_memory_is_not_said_of_another(
    story: Story, picture: Item, student: User, teacher: User
) -> None:
    other = StoryFactory(submitted=True, author=student, parts=[picture])
    for face in (LEFT, RIGHT):
        note(other, FACE, in_pictures.name_of(picture, face), teacher)
    assert codes(story) == ["face"]
    assert codes(other) == []


def test_a_face_under_a_box_is_none(story: Story, picture: Item, student: User) -> None:
    hide_areas(picture, [Area(0.05, 0.05, 0.9, 0.3)], by=student)
    assert "face" not in codes(story)
    assert faces.uncovered(Item.objects.get(pk=picture.pk)) == []


def test_where_nobody_has_looked_nothing_is_asked(student: User) -> None:
    story = StoryFactory(submitted=True, author=student, parts=[ItemFactory(uploaded_by=student)])
    assert codes(story) == []


def test_a_uniform_holds_until_the_picture_has_other_boxes(
    story: Story, picture: Item, teacher: User
) -> None:
    Item.objects.filter(pk=picture.pk).update(faces=[])
    seen = note(story, UNIFORM_SEEN, picture.ref, teacher)
    assert codes(story) == ["uniform"]
    hide_areas(picture, [LEFT], by=teacher)
    assert "uniform" not in codes(story)
    picture = Item.objects.get(pk=picture.pk)
    said = in_pictures.answers(story)
    assert in_pictures.uniform(picture, said, is_asked=True) == Uniform.OPEN
    FindingReview.objects.filter(pk=seen.pk).update(
        reviewed_at=timezone.now() + timedelta(minutes=1)
    )
    assert "uniform" in codes(story)
    note(story, UNIFORM, picture.ref, teacher)
    assert "uniform" not in codes(story)


@pytest.mark.parametrize(
    ("child", "role", "asked"),
    [(True, "shown", True), (True, "mentioned", False), (False, "shown", False)],
)
def test_a_uniform_is_asked_about_where_a_child_is_shown(
    student: User, child: bool, role: str, asked: bool
) -> None:
    person = PersonFactory(school=student.school, child=child, consenting=True)
    story = StoryFactory(author=student, people=[(person, role)])
    assert in_pictures.shows_a_child(story) is asked
    stands = in_pictures.uniform(ItemFactory(), {}, is_asked=asked)
    assert stands == (Uniform.OPEN if asked else Uniform.NOT_ASKED)


def test_handing_in_asks_a_computer_to_look_once(
    student: User, picture: Item, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    new, sound = ItemFactory(uploaded_by=student), ItemFactory(audio=True, uploaded_by=student)
    story = StoryFactory(author=student, parts=[new, picture, sound])
    with (
        mock.patch("media.tasks.enqueue_look") as enqueue,
        django_capture_on_commit_callbacks(execute=True),
    ):
        lifecycle.submit(story, by=student)
    assert [call.args[0] for call in enqueue.call_args_list] == [new]


def test_a_look_is_noted_and_nothing_where_nobody_could() -> None:
    item = ItemFactory()
    tasks.enqueue_look(item)
    with mock.patch.object(faces, "proposed", return_value=[LEFT]):
        tasks.look_for_faces.func(item.ref)
    item.refresh_from_db()
    assert faces.uncovered(item) == [LEFT]
    other = ItemFactory()
    with mock.patch.object(faces, "proposed", side_effect=faces.NotSeen):
        tasks.look_for_faces.func(other.ref)
    other.refresh_from_db()
    assert other.faces is None
    tasks.look_for_faces.func("aaaaaaaaaa")


@pytest.mark.parametrize(
    ("state", "traits", "is_asked"),
    [
        ("submitted", {}, True),
        ("draft", {}, False),
        ("submitted", {"audio": True}, False),
        ("submitted", {"faces": []}, False),
    ],
)
def test_a_picture_that_came_late_is_looked_at_once_it_is_ready(
    student: User,
    state: str,
    traits: dict[str, Any],
    is_asked: bool,
    django_capture_on_commit_callbacks: Callable[..., Any],
) -> None:
    item = ItemFactory(uploaded_by=student, **traits)
    StoryFactory(author=student, parts=[item], **({state: True} if state != "draft" else {}))
    with (
        mock.patch("media.tasks.enqueue_look") as enqueue,
        django_capture_on_commit_callbacks(execute=True),
    ):
        item_ready.send(sender=Item, item=item)
    assert [call.args[0] for call in enqueue.call_args_list] == [item] * is_asked
