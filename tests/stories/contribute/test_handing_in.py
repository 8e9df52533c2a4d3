"""Looking it over and handing it in; and again after feedback."""

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import lifecycle
from stories.models import Story, StoryPart
from stories.models.states import Status
from tests.factories import ItemFactory, StoryFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db


def address(story: Story) -> str:
    return reverse("desk_story_check", args=[story.ref])


def hand_in(client: Client, story: Story):  # type: ignore[no-untyped-def]
    edition = Story.objects.get(pk=story.pk).edition
    return client.post(address(story), {"edition": edition})


def test_handing_in(desk: Client, story: Story) -> None:
    response = hand_in(desk, story)
    assert response["Location"] == reverse("desk")
    story.refresh_from_db()
    assert story.status == Status.SUBMITTED
    assert "is with your teacher now" in desk.get(reverse("desk")).content.decode()


def test_a_page_with_nothing_missing_says_so(desk: Client, student: User) -> None:
    from stories.models import Fund, Place

    story = StoryFactory(
        author=student, places=[Place.objects.first()], funds=[Fund.objects.first()]
    )
    assert "It has everything." in desk.get(address(story)).content.decode()


def test_what_a_stranger_could_use_is_shown_kindly_first(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, parts=["Ring me on 07700 900123, said Nan."])
    page = desk.get(address(story)).content.decode()
    assert "Could a stranger find somebody with this?" in page
    assert "07700 900123" in page
    assert "This looks like a phone number." in page
    assert hand_in(desk, story).status_code == 302
    assert Story.objects.get().status == Status.SUBMITTED


def test_what_changed_since_is_looked_at_again(desk: Client, story: Story) -> None:
    old = story.edition
    part = story.parts.get()
    Screen(desk, story).type(**{f"part__{part.pk}__text": "Write to nan@example.org"}).press()
    response = desk.post(address(story), {"edition": old})
    assert response.status_code == 409
    assert "nan@example.org" in response.content.decode()
    assert Story.objects.get().status == Status.DRAFT


def test_what_a_teacher_will_ask_about(desk: Client, student: User) -> None:
    picture = StoryPart(kind="item", item=ItemFactory(filename="mill.jpg"))
    refused = StoryPart(kind="item", item=ItemFactory(refused=True, filename="torn.jpg"))
    working = StoryPart(kind="item", item=ItemFactory(audio=True, working=True, filename="a.mp3"))
    story = StoryFactory(
        author=student, teller=None, when_text="", parts=[picture, refused, working]
    )
    page = desk.get(address(story)).context
    sentences = {ask["sentence"] for ask in page["missing"]}
    assert sentences == {
        "Who told it? Tick “Told it” for somebody.",
        "When was it? A guess is fine.",
        "Where was it?",
        "What do people know or do in it?",
        "“torn.jpg” cannot be used. Take it out, or add it again.",
        "“a.mp3” is still being made ready. You need not wait.",
    }
    assert [str(form.part.item) for form in page["asked"]] == [str(picture.item)]


@pytest.mark.parametrize(("title", "parts"), [("", ["Words"]), ("A title", ["", "  "])])
def test_nothing_at_all_is_not_handed_in(
    desk: Client, student: User, title: str, parts: list[str]
) -> None:
    story = StoryFactory(author=student, title=title, parts=parts)
    response = hand_in(desk, story)
    assert response.status_code == 422
    assert "Give it a title and some words first." in response.content.decode()
    assert story.parts.count() == len(parts)


def test_boxes_that_stayed_empty_are_left_out(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, parts=["Words", "", "More"])
    hand_in(desk, story)
    assert [part.text for part in story.parts.all()] == ["Words", "More"]


def test_mending_after_feedback_and_handing_in_again(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, changes_requested=True)
    part = story.parts.get()
    Screen(desk, story).type(**{f"part__{part.pk}__text": "It was very loud."}).press("check")
    hand_in(desk, story)
    story.refresh_from_db()
    assert story.status == Status.SUBMITTED
    assert story.feedback.get().answered_at


def test_what_is_with_a_teacher_is_not_handed_in_twice(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, submitted=True)
    assert "Your teacher has this memory already." in desk.get(address(story)).content.decode()
    assert hand_in(desk, story).status_code == 422


@pytest.mark.parametrize("state", ["taken_up", "published", "withdrawn"])
def test_what_cannot_be_written_cannot_be_handed_in(
    desk: Client, student: User, state: str
) -> None:
    story = StoryFactory(author=student, **{state: True})
    assert desk.get(address(story))["Location"] == reverse("desk_story", args=[story.ref])


def test_a_held_one_goes_nowhere(desk: Client, story: Story) -> None:
    lifecycle.hold(story, by=story.author, reason="worried")
    assert hand_in(desk, story).status_code == 302
    assert Story.objects.get().status == Status.DRAFT
