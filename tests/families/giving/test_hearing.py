"""The files of a memory are played to whoever hears it back, while they are asked."""

from __future__ import annotations

import pytest

from families.models import Person, School, User
from media.models import Item
from stories import lifecycle
from stories.models import Story
from tests.factories import ItemFactory, StoryFactory, UserFactory, agree
from tests.families.giving.conftest import Invite
from tests.families.giving.phone import Phone
from tests.media.answers import body

pytestmark = pytest.mark.django_db


@pytest.fixture
def item(student: User) -> Item:
    made: Item = ItemFactory(uploaded_by=student)
    return made


@pytest.fixture
def memory(student: User, mary: Person, item: Item) -> Story:
    agree(mary)
    made: Story = StoryFactory(author=student, teller=mary, parts=["Look.", item])
    return made


def sent(phone: Phone, item: Item, name: str = "w480.jpg") -> int:
    answer = phone.client.get(item.url(name))
    body(answer)
    return int(answer.status_code)


def test_while_they_are_asked(phone: Phone, mary: Person, memory: Story, invite: Invite) -> None:
    item = memory.parts.get(item__isnull=False).item
    assert sent(phone, item) == 404
    phone.open(invite(mary, story_ref=memory.ref)).start()
    assert item.ref in phone.html
    answer = phone.client.get(item.url("w480.jpg"))
    assert body(answer)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")
    assert sent(phone, item, "original") == 404
    phone.press().press("yes")
    phone.open("/agree/check/").press()
    assert phone.path == "/agree/done/"
    assert sent(phone, item) == 404


def test_no_other_memory(
    phone: Phone, student: User, mary: Person, memory: Story, invite: Invite
) -> None:
    other = ItemFactory(uploaded_by=student)
    StoryFactory(author=student, teller=mary, parts=[other])
    phone.open(invite(mary, story_ref=memory.ref))
    assert sent(phone, other) == 404


def test_not_once_it_is_held(
    phone: Phone, memory: Story, item: Item, lead: User, invite: Invite
) -> None:
    mary = memory.people.get().person
    phone.open(invite(mary, story_ref=memory.ref))
    assert sent(phone, item) == 200
    lifecycle.hold(memory, by=lead, reason="A worry.")
    assert sent(phone, item) == 404


def test_not_by_a_sitting_about_taking_part(
    phone: Phone, mary: Person, memory: Story, item: Item, invite: Invite
) -> None:
    phone.open(invite(mary))
    assert sent(phone, item) == 404


def test_not_on_the_desk_of_somebody_else(
    phone: Phone, memory: Story, item: Item, other_school: School, invite: Invite
) -> None:
    mary = memory.people.get().person
    phone.client.force_login(UserFactory(student=True, school=other_school))
    phone.open(invite(mary, story_ref=memory.ref))
    assert sent(phone, item) == 404
