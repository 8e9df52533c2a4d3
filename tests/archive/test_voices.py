"""The public page of a memory with the other voices beside it: only public ones, and only now."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from archive import records
from families.models import User
from stories.models import Story
from stories.models.states import Audience
from tests.archive.test_taken_back_everywhere import by_a_no, by_deleting, by_hiding
from tests.factories import FamilyFactory, ItemFactory, PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def first(student: User) -> Story:
    rita = PersonFactory(public_name="Rita", school=student.school, consenting=True)
    made: Story = StoryFactory(published=True, author=student, title="The van", teller=rita)
    return made


@pytest.fixture
def second(first: Story) -> Story:
    joe = PersonFactory(public_name="Joe", school=first.school, consenting=True)
    made: Story = StoryFactory(published=True, title="The tune", teller=joe, answers=first)
    return made


def page(client: Client, story: Story) -> str:
    return client.get(story.get_absolute_url()).content.decode()


def test_each_says_the_other(client: Client, first: Story, second: Story) -> None:
    html = page(client, first)
    assert "Other voices on this" in html
    assert f'<a href="{second.get_absolute_url()}">The tune</a>' in html
    assert "Told by Joe" in html
    html = page(client, second)
    assert "This memory answers another one:" in html
    assert f'<a href="{first.get_absolute_url()}">The van</a>' in html
    assert "Told by Rita" in html


def test_everybody_is_asked_for_theirs(client: Client, first: Story) -> None:
    html = page(client, first)
    assert "Do you remember it too?" in html
    assert "Other voices" not in html
    assert f'href="/desk/stories/new/?answers={first.ref}"' in html


def test_the_record_knows_both(first: Story, second: Story) -> None:
    said = records.find(first.ref)
    (voice,) = said.answers
    assert (voice.ref, voice.url) == (second.ref, second.get_absolute_url())
    assert (voice.title, voice.teller) == ("The tune", "Joe")
    assert said.answered is None
    assert records.find(second.ref).answered.ref == first.ref


def test_the_first_told_stands_first(first: Story) -> None:
    told = [StoryFactory(published=True, answers=first) for _ in range(3)]
    assert [v.ref for v in records.find(first.ref).answers] == [story.ref for story in told]


@pytest.mark.parametrize("take_back", [by_hiding, by_deleting, by_a_no])
@pytest.mark.parametrize("gone", ["first", "second"])
def test_it_is_gone_beside_the_other_at_once(
    take_back: Callable[[Story], None], gone: str, client: Client, first: Story, second: Story
) -> None:
    goes, stays = (first, second) if gone == "first" else (second, first)
    assert goes.title in page(client, stays)
    take_back(goes)
    html = page(client, stays)
    assert goes.title not in html
    assert goes.ref not in html
    assert "Other voices" not in html


@pytest.mark.parametrize(
    "state", ["draft", "submitted", "changes_requested", "withdrawn", "sealed", "held"]
)
def test_nothing_of_what_is_not_public(client: Client, first: Story, state: str) -> None:
    way = {"published": True, "held": True} if state == "held" else {state: True}
    second = StoryFactory(title="Quite secret", answers=first, **way)
    html = page(client, first)
    assert "Quite secret" not in html
    assert second.ref not in html
    assert "Other voices" not in html


def test_nor_of_what_is_for_a_family(client: Client, student: User, first: Story) -> None:
    family = FamilyFactory(school=student.school, members=[student])
    kept = StoryFactory(
        author=student, submitted=True, audience=Audience.FAMILY, family=family, title="For us"
    )
    second = StoryFactory(published=True, answers=kept)
    client.force_login(student)
    assert "For us" not in page(client, second), "The public page is the same for everybody."


def test_a_child_who_can_be_seen_is_not_named(client: Client, first: Story) -> None:
    bilal = PersonFactory(child=True, public_name="Bilal", school=first.school, consenting=True)
    StoryFactory(
        published=True,
        answers=first,
        teller=bilal,
        people=[(bilal, "shown")],
        parts=["Words", ItemFactory()],
    )
    html = page(client, first)
    assert "Told by a young person" in html
    assert "Bilal" not in html


def test_a_title_is_never_markup(client: Client, first: Story) -> None:
    StoryFactory(published=True, answers=first, title="<b>Bold</b>")
    assert "<b>Bold" not in page(client, first)
