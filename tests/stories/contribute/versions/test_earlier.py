"""Earlier wordings: one's own, seen and brought back, and nothing else moves."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import lifecycle
from stories.models import Story
from stories.models.states import Audience, Status
from tests.factories import ItemFactory, StoryFactory, UserFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    """Handed in once with other words, and written on."""
    made: Story = StoryFactory(author=student, title="The flood", parts=["It rained."])
    lifecycle.submit(made, by=student)
    return made


@pytest.fixture
def written_on(desk: Client, story: Story) -> Story:
    words = f"part-{story.parts.get().pk}-text"
    Screen(desk, story).type(**{words: "It poured."}, title="The wet summer").press()
    return story


def page(story: Story) -> str:
    return reverse("desk_story_earlier", args=[story.ref])


def back(client: Client, story: Story, number: object = None) -> int:
    number = number or story.revisions.earliest("pk").pk
    return client.post(page(story), {"wording": number}).status_code


def now(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


def test_what_it_said_then_is_seen_beside_now(desk: Client, written_on: Story) -> None:
    text = desk.get(page(written_on)).content.decode()
    assert "rained" in text
    assert "poured" in text
    assert "Bring this one back" in text


def test_a_memory_that_never_changed_has_none(desk: Client, story: Story) -> None:
    assert "This memory has only the words it has now." in desk.get(page(story)).content.decode()


def test_it_says_again_what_it_said_then(desk: Client, written_on: Story) -> None:
    before = now(written_on)
    assert back(desk, written_on) == 302
    after = now(written_on)
    assert (after.title, [p.text for p in after.parts.all()]) == ("The flood", ["It rained."])
    assert (after.status, after.audience, after.edition) == (
        Status.SUBMITTED,
        before.audience,
        before.edition + 1,
    )
    assert "The wet summer" in {r.as_object().title for r in after.revisions.all()}


def test_it_does_not_change_who_may_see_it_or_who_is_in_it(desk: Client, written_on: Story) -> None:
    Story.objects.filter(pk=written_on.pk).update(audience=Audience.EVERYONE)
    written_on.people.all().delete()
    back(desk, written_on)
    assert now(written_on).audience == Audience.EVERYONE
    assert not now(written_on).people.exists()


def test_a_picture_added_since_stays(desk: Client, written_on: Story, student: User) -> None:
    from stories.contribute import saving

    item = ItemFactory(uploaded_by=student, image=True)
    saving.append(written_on.ref, item, by=student)
    back(desk, written_on)
    assert [part.item for part in now(written_on).parts.all()] == [None, item]


def test_a_memory_that_a_teacher_reads_is_left_alone(
    desk: Client, written_on: Story, teacher: User
) -> None:
    lifecycle.take_up(written_on, by=teacher)
    assert "Bring this one back" not in desk.get(page(written_on)).content.decode()
    assert back(desk, written_on) == 404
    assert now(written_on).title == "The wet summer"


def test_a_memory_taken_up_in_the_same_moment_is_left_alone(
    written_on: Story, student: User, teacher: User
) -> None:
    from stories import writing

    lifecycle.take_up(written_on, by=teacher)
    with pytest.raises(writing.Overtaken):
        writing.bring_back(written_on.revisions.earliest("pk"), by=student)


def test_the_moment_is_said_by_the_page_of_the_memory(
    desk: Client, written_on: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    from stories import writing

    def overtaken(*args: object, **kwargs: object) -> None:
        raise writing.Overtaken

    monkeypatch.setattr(writing, "bring_back", overtaken)
    assert back(desk, written_on) == 302


def test_a_held_memory_shows_nothing(desk: Client, written_on: Story, lead: User) -> None:
    lifecycle.hold(written_on, by=lead, reason="A worry.")
    assert desk.get(page(written_on)).status_code == 302


@pytest.mark.parametrize("number", ["x", "987654321", "²"])
def test_a_wording_that_is_none(desk: Client, written_on: Story, number: str) -> None:
    assert back(desk, written_on, number) == 404


def test_a_wording_of_another_memory(desk: Client, written_on: Story, student: User) -> None:
    other = StoryFactory(author=student, submitted=True, title="Another")
    revision = other.save_revision(user=student)
    assert back(desk, written_on, revision.pk) == 404


def test_what_a_teacher_mended_is_not_in_the_list(
    desk: Client, written_on: Story, teacher: User
) -> None:
    mended = now(written_on)
    mended.title = "Mended"
    revision = mended.save_revision(user=teacher)
    assert "Mended" not in desk.get(page(written_on)).content.decode()
    assert back(desk, written_on, revision.pk) == 404


def test_somebody_elses_memory_is_not_found(client: Client, written_on: Story) -> None:
    other = Client()
    other.force_login(UserFactory(student=True, school=written_on.school))
    assert other.get(page(written_on)).status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_memory(
    desk: Client, written_on: Story, django_assert_max_num_queries: object
) -> None:
    with django_assert_max_num_queries(60):  # type: ignore[operator]
        desk.get(page(written_on))


def test_the_cover_and_the_question_to_a_teacher_come_back_too(desk: Client, student: User) -> None:
    pictures = [ItemFactory(uploaded_by=student, image=True) for _ in range(2)]
    story = StoryFactory(author=student, title="The flood", parts=["It rained.", *pictures])
    story.parts.filter(item=pictures[1]).update(is_cover=True, asks_teacher=True)
    lifecycle.submit(story, by=student)
    words = f"part-{story.parts.get(item=None).pk}-text"
    Screen(desk, story).type(**{words: "It poured."}).press()
    assert back(desk, story) == 302
    again = story.parts.get(item=pictures[1])
    assert (again.is_cover, again.asks_teacher) == (True, True)
