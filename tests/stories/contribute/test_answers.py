"""Points on the writer's desk: beside what they are about, and answered in the same form."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from families.models import User
from stories import lifecycle
from stories.conversation import points
from stories.models import Feedback, KeptPoint, Pin, Story
from tests.factories import ItemFactory, StoryFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db
LOUD = "The looms were so loud."


def ask(story: Story, teacher: User, **said: Any) -> Feedback:
    """One point of a teacher, sent; where nothing is said, it is about a sentence."""
    place = {"pin": Pin.WORDS, "part": story.parts.first(), "quote": LOUD}
    kept = KeptPoint(story=story, given_by=teacher, text="How loud?", **(place | said))
    points.keep(kept)
    lifecycle.request_changes(story, by=teacher)
    return Feedback.objects.latest("pk")


@pytest.fixture
def story(student: User) -> Story:
    sound = ItemFactory(audio=True, uploaded_by=student)
    made: Story = StoryFactory(author=student, submitted=True, parts=[f"It was red. {LOUD}", sound])
    return made


def test_a_point_stands_in_its_part(desk: Client, story: Story, teacher: User) -> None:
    point = ask(story, teacher, thanks="I like the red.")
    text = Screen(desk, story).text
    first, second = story.parts.all()
    places = [
        f'id="part-{first.pk}"',
        "I like the red.",
        f"<mark>{LOUD}</mark>",
        "How loud?",
        f'id="part-{second.pk}"',
    ]
    start = text.index(places[0])
    found = [text.index(place, start) for place in places]
    assert found == sorted(found)
    assert f'name="reply-{point.pk}"' in text


def test_a_moment_has_its_player(desk: Client, story: Story, teacher: User) -> None:
    sound = story.parts.all()[1]
    ask(story, teacher, pin=Pin.MOMENT, part=sound, item=sound.item, seconds=65, quote="")
    text = Screen(desk, story).text
    assert f"/files/{sound.item.ref}/sound.m4a#t=65" in text
    assert "About the moment at 1:05:" in text


@pytest.mark.parametrize("how", ["changed", "left"])
@pytest.mark.parametrize("json", [True, False])
def test_an_answer_keeps_what_was_typed(
    desk: Client, story: Story, teacher: User, how: str, json: bool
) -> None:
    point = ask(story, teacher)
    screen = Screen(desk, story)
    name = f"part-{story.parts.first().pk}-text"
    screen.type(**{name: "You could not hear yourself.", f"reply-{point.pk}": "As a train."})
    answer = screen.press(f"{how}-{point.pk}", json=json)
    assert answer.status_code == (200 if json else 302)
    point.refresh_from_db()
    assert (point.answer, point.reply) == (how, "As a train.")
    assert story.parts.first().text == "You could not hear yourself."
    shown = answer.json()["html"]["parts"] if json else desk.get(answer.url).content.decode()
    assert "This sentence has changed since." in shown
    assert "Your teacher sees this when you hand it in." in shown


def test_a_reply_is_saved_as_it_is_typed(desk: Client, story: Story, teacher: User) -> None:
    point = ask(story, teacher)
    Screen(desk, story).type(**{f"reply-{point.pk}": "As a train."}).press(json=True)
    point.refresh_from_db()
    assert (point.reply, point.answer) == ("As a train.", "")


@pytest.mark.parametrize("json", [True, False])
def test_a_reply_gives_nothing_away(desk: Client, story: Story, teacher: User, json: bool) -> None:
    point = ask(story, teacher)
    typed = {f"reply-{point.pk}": "Ring me on 0161 496 0000"}
    answer = Screen(desk, story).type(**typed).press(f"changed-{point.pk}", json=json)
    point.refresh_from_db()
    assert point.reply == ""
    if json:
        assert "phone number" in answer.json()["errors"][f"reply-{point.pk}"][0]
    else:
        assert answer.status_code == 422
        assert "Ring me on 0161 496 0000" in answer.content.decode()


def test_a_point_that_a_teacher_settled_meanwhile(
    desk: Client, story: Story, teacher: User
) -> None:
    point = ask(story, teacher)
    screen = Screen(desk, story)
    points.close(point, by=teacher)
    answer = screen.press(f"changed-{point.pk}")
    assert answer.status_code == 302
    assert f'name="reply-{point.pk}"' not in desk.get(answer.url).content.decode()
    point.refresh_from_db()
    assert point.answer == ""


def test_somebody_elses_point_is_not_answered(
    desk: Client, story: Story, teacher: User, student: User
) -> None:
    ask(story, teacher)
    other = StoryFactory(author=student, changes_requested=True)
    Screen(desk, story).press(f"changed-{other.feedback.get().pk}")
    assert other.feedback.get().answer == ""


def test_what_a_point_was_about_is_gone(desk: Client, story: Story, teacher: User) -> None:
    ask(story, teacher)
    first = story.parts.first()
    Screen(desk, story).press(f"out-{first.pk}")
    assert "What it was about is not in your memory any more." in Screen(desk, story).text


def test_both_sides_are_read_later(desk: Client, story: Story, teacher: User) -> None:
    point = ask(story, teacher, thanks="I like the red.")
    Screen(desk, story).type(**{f"reply-{point.pk}": "It was."}).press(f"left-{point.pk}")
    lifecycle.take_up(lifecycle.submit(story, by=story.author), by=teacher)
    text = desk.get(reverse("desk_story", args=[story.ref])).content.decode()
    for said in ("I like the red.", LOUD, "How loud?", "You left it as it is.", "It was.", "done"):
        assert said in text


def test_many_points_ask_no_more_questions(desk: Client, story: Story, teacher: User) -> None:
    ask(story, teacher)
    Screen(desk, story)
    with CaptureQueriesContext(connection) as one:
        Screen(desk, story)
    sound = story.parts.all()[1]
    for seconds in range(5):
        place = {"pin": Pin.MOMENT, "part": sound, "item": sound.item, "seconds": seconds}
        Feedback.objects.create(story=story, given_by=teacher, text="And here?", **place)
    with CaptureQueriesContext(connection) as many:
        Screen(desk, story)
    assert len(many) == len(one)


class TestAskingBack:
    def here(self, story: Story) -> str:
        return reverse("desk_story_ask_back", args=[story.ref])

    def test_nobody_reads_it_yet(self, desk: Client, story: Story) -> None:
        assert "you have it back at once" in desk.get(self.here(story)).content.decode()
        desk.post(self.here(story))
        story.refresh_from_db()
        assert story.status == "draft"

    def test_it_goes_back_to_changes_where_it_came_from_there(
        self, desk: Client, story: Story, teacher: User
    ) -> None:
        ask(story, teacher)
        lifecycle.submit(story, by=story.author)
        desk.post(self.here(story))
        story.refresh_from_db()
        assert story.status == "changes"
        again = lifecycle.submit(story, by=story.author)
        assert again.current_workflow_state is not None

    def test_a_teacher_reads_it(self, desk: Client, story: Story, teacher: User) -> None:
        lifecycle.take_up(story, by=teacher)
        page = reverse("desk_story", args=[story.ref])
        assert self.here(story) in desk.get(page).content.decode()
        assert "Your teacher is reading it." in desk.get(self.here(story)).content.decode()
        desk.post(self.here(story))
        desk.post(self.here(story))
        story.refresh_from_db()
        assert (story.status, story.taken_up_by) == ("submitted", teacher)
        assert story.asked_back_at is not None
        text = desk.get(page).content.decode()
        assert "You want to change something. Your teacher can see that." in text
        assert self.here(story) not in text

    def test_it_is_over_once_it_is_not_with_a_teacher(self, desk: Client, story: Story) -> None:
        lifecycle.hold(story, by=story.author, reason="worried")
        assert desk.post(self.here(story)).status_code == 302
        story.refresh_from_db()
        assert story.asked_back_at is None

    def test_publishing_and_feedback_end_the_wish(
        self, desk: Client, story: Story, teacher: User
    ) -> None:
        lifecycle.take_up(story, by=teacher)
        lifecycle.ask_back(story, by=story.author)
        lifecycle.request_changes(story, by=teacher, feedback="Yes, please do.")
        story.refresh_from_db()
        assert story.asked_back_at is None

    def test_a_family_member_may_not(self, client: Client, story: Story, teacher: User) -> None:
        client.force_login(teacher)
        assert client.post(self.here(story)).status_code == 404


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("draft", "It is your turn. Hand it in when you are ready."),
        ("changes_requested", "It is your turn. Mend it. Then hand it in again."),
        ("submitted", "Until they begin to read, you can still change it."),
        ("taken_up", "Your teacher is reading it now."),
        ("published", "It is done. Everybody can read it."),
    ],
)
def test_whose_turn_it_is(desk: Client, student: User, state: str, sentence: str) -> None:
    StoryFactory(author=student, **{state: True})
    assert sentence in desk.get(reverse("desk")).content.decode()
