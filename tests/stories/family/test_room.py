"""The family's room: what is shared, what one is in, and yes or no to being in it."""

from __future__ import annotations

from datetime import date
from typing import Any
from unittest.mock import patch

import pytest
from django.test import Client
from django.urls import reverse

from families.models import Person
from families.models.consents import Decision, Scope
from stories import lifecycle
from stories.family import inside
from stories.models import Story
from stories.models.states import Audience
from tests.factories import ItemFactory, PersonFactory, StoryFactory, agree, answer
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db

ROOM = "/desk/family/"


@pytest.fixture
def nan(cast: Cast) -> Person:
    made: Person = PersonFactory(
        user=cast["relative"], school=cast.school, family=cast.family, public_name="Nan Joan"
    )
    return made


@pytest.fixture
def nell(cast: Cast, nan: Person) -> Person:
    made: Person = PersonFactory(child=True, school=cast.school, public_name="Nell")
    made.guardians.add(nan)
    return made


@pytest.fixture
def room(client: Client, cast: Cast) -> Any:
    client.force_login(cast["relative"])

    def opened() -> str:
        return client.get(ROOM).content.decode()

    return opened


def test_what_is_shared_can_be_answered(room: Any, cast: Cast) -> None:
    story = cast.memory("submitted")
    text = room()
    assert "Shared with you" in text
    assert "Tell one too" in text
    assert f"{reverse('desk_story_new')}?answers={story.ref}" in text


def test_ones_own_stands_apart(room: Any, cast: Cast) -> None:
    own = StoryFactory(submitted=True, author=cast["relative"], family=cast.family)
    StoryFactory(author=cast["relative"], family=cast.family, title="Still a draft")
    text = room()
    assert "Shared by you" in text
    assert f"?answers={own.ref}" not in text
    assert "Still a draft" not in text


def test_nothing_is_told_by_somebody_without_a_family(client: Client, cast: Cast) -> None:
    client.force_login(cast["neighbour"])
    assert "Tell a memory" not in client.get(ROOM).content.decode()


@pytest.mark.parametrize(
    ("role", "how"),
    [
        ("teller", "You told it."),
        ("reporter", "You helped to make it."),
        ("shown", "You can be seen in it."),
        ("heard", "You can be heard in it."),
    ],
)
def test_what_one_is_in(room: Any, cast: Cast, nan: Person, role: str, how: str) -> None:
    story = cast.memory("submitted", people=[(nan, role)], title="The tram")
    text = room()
    assert "You are in this one" in text
    assert how in text
    assert "You have not said yes or no yet." in text
    assert f'name="story" value="{story.ref}"' in text
    asked = text[text.index('id="inside"') :]
    assert "checked" not in asked[: asked.index("</section>")]


@pytest.mark.parametrize("role", ["teller", "reporter", "shown", "heard", "mentioned"])
def test_a_guardian_is_asked_for_a_child(room: Any, cast: Cast, nell: Person, role: str) -> None:
    cast.memory("submitted", people=[(nell, role)])
    text = room()
    assert "Nell" in text
    assert "You answer for Nell. We ask Nell too." in text
    assert f'name="person" value="{nell.pk}"' in text


class TestNotAsked:
    """Nothing is asked about what is not for this person to hear."""

    def test_what_they_wrote_down_themselves(self, cast: Cast, nan: Person) -> None:
        StoryFactory(submitted=True, author=cast["relative"], people=[(nan, "shown")])
        assert inside.of(cast["relative"]) == []

    @pytest.mark.parametrize("state", ["draft", "sealed", "held_submitted"])
    def test_what_is_not_told_or_not_open(self, cast: Cast, nell: Person, state: str) -> None:
        cast.memory(state, people=[(nell, "shown")])
        assert inside.of(cast["relative"]) == []

    def test_what_was_taken_back(self, cast: Cast, nell: Person) -> None:
        story = cast.memory("submitted", people=[(nell, "shown")])
        lifecycle.withdraw(story, by=cast["author"])
        assert inside.of(cast["relative"]) == []

    def test_what_a_child_keeps(self, cast: Cast, nell: Person) -> None:
        cast.memory("submitted", people=[(nell, "shown")], audience=Audience.JUST_ME)
        assert inside.of(cast["relative"]) == []

    def test_a_child_of_others(self, cast: Cast, nell: Person) -> None:
        cast.memory("submitted", people=[(nell, "shown")])
        assert inside.of(cast["neighbour"]) == []
        assert inside.of(cast["author"]) == []


class TestAnswering:
    """Yes and no go through the pages of consent, and what they do is the gate's."""

    @pytest.fixture
    def story(self, cast: Cast, nan: Person) -> Story:
        return cast.memory("submitted", people=[(nan, "shown")], title="The tram")

    def begin(self, client: Client, cast: Cast, nan: Person, story: Story) -> str:
        client.force_login(cast["relative"])
        form = {"person": nan.pk, "story": story.ref, "back": "family"}
        where: str = client.post("/desk/consent/answer/", form)["Location"]
        return where

    def test_it_is_heard_first_and_one_comes_back(
        self, client: Client, cast: Cast, nan: Person, story: Story
    ) -> None:
        agree(nan, Scope.ARCHIVE)
        assert (
            "Hello, Nan Joan" in client.get(self.begin(client, cast, nan, story)).content.decode()
        )
        first = client.get("/agree/question/web/")
        assert first["Location"] == reverse("agree_hear"), "The memory comes before the question."
        assert set(nan.consents.values_list("scope", flat=True)) == {Scope.ARCHIVE}
        assert client.post(reverse("agree_stop"))["Location"] == ROOM

    @pytest.mark.parametrize(
        ("decision", "says"),
        [
            (Decision.YES, "You said yes to the web."),
            (Decision.NO, "You said no. It stays off the web."),
            (Decision.WITHDRAWN, "You said no. It stays off the web."),
        ],
    )
    def test_what_was_said(
        self, room: Any, nan: Person, story: Story, decision: Decision, says: str
    ) -> None:
        answer(nan, Scope.WEB, decision, story_ref=story.ref)
        text = room()
        assert says in text
        assert "Answer again" in text

    def test_a_yes_that_has_run_out_is_none(self, nan: Person, story: Story, cast: Cast) -> None:
        agree(nan, Scope.WEB, story_ref=story.ref)
        assert [one.said for one in inside.of(cast["relative"])] == ["yes"]
        with patch("stories.family.inside.timezone.localdate", return_value=date(2999, 1, 1)):
            assert [one.said for one in inside.of(cast["relative"])] == [""]

    def test_an_answer_to_another_memory_does_not_count(
        self, nan: Person, story: Story, cast: Cast
    ) -> None:
        agree(nan, Scope.WEB, story_ref=cast.memory("submitted").ref)
        (one,) = inside.of(cast["relative"])
        assert (one.ref, one.said) == (story.ref, "")


class TestTalkedAbout:
    """A grown-up who is only talked about is not asked, but told how to say that it is wrong."""

    def test_they_read_it_and_may_tell_someone(self, room: Any, cast: Cast, nan: Person) -> None:
        story = cast.memory("submitted", people=[(nan, "mentioned")])
        text = room()
        assert "Somebody talks about you here" in text
        assert "You are in this one" not in text
        assert f"/worry/?about=/desk/stories/{story.ref}/read/" in text

    def test_not_where_they_are_asked_already(self, cast: Cast, nan: Person) -> None:
        cast.memory("submitted", people=[(nan, "mentioned"), (nan, "shown")])
        assert inside.talking_about(cast["relative"]) == []

    def test_not_what_they_may_not_read(self, cast: Cast, nan: Person) -> None:
        StoryFactory(submitted=True, school=cast.school, people=[(nan, "mentioned")])
        assert inside.talking_about(cast["relative"]) == []

    def test_what_is_public_is_read_there(self, cast: Cast, nan: Person) -> None:
        story = StoryFactory(published=True, school=cast.school, people=[(nan, "mentioned")])
        (one,) = inside.talking_about(cast["relative"])
        assert one.address == story.get_absolute_url()


def test_a_longer_room_asks_no_more_questions(
    client: Client, cast: Cast, nan: Person, nell: Person, django_assert_max_num_queries: Any
) -> None:
    client.force_login(cast["relative"])

    def told(number: int) -> int:
        for _ in range(number):
            parts = ["Words", ItemFactory(uploaded_by=cast["author"])]
            cast.memory("submitted", people=[(nan, "shown"), (nell, "heard")], parts=parts)
            cast.memory("submitted", people=[(nan, "mentioned")])
        with django_assert_max_num_queries(60) as asked:
            client.get(ROOM)
        return len(asked)

    assert told(1) == told(3)
