"""One click and a confirmation, for the author, the teller and the family's grown-ups."""

import pytest
from django.test import Client
from django.urls import reverse

from stories.models import Story
from stories.models.states import Status
from tests.factories import UserFactory
from tests.stories.cast import STATES, Cast, teller_of

pytestmark = pytest.mark.django_db


# What is sealed stays with the safeguarding lead.
OPEN = [state for state in STATES if state != "withdrawn" and "sealed" not in state]


def address(story: Story) -> str:
    return reverse("desk_story_withdraw", args=[story.ref])


def take_back(client: Client, cast: Cast, role: str, story: Story):  # type: ignore[no-untyped-def]
    client.force_login(cast[role])
    assert client.get(address(story)).status_code == 200
    return client.post(address(story))


@pytest.mark.parametrize("state", OPEN)
def test_the_author_from_every_state(client: Client, cast: Cast, state: str) -> None:
    story = cast.memory(state)
    assert take_back(client, cast, "author", story)["Location"] == reverse("desk")
    story.refresh_from_db()
    assert (story.status, story.live) == (Status.WITHDRAWN, False)


@pytest.mark.parametrize("state", ["sealed", "held_sealed"])
def test_nobody_from_a_seal(client: Client, cast: Cast, state: str) -> None:
    story = cast.memory(state)
    client.force_login(cast["author"])
    assert client.post(address(story)).status_code == 404
    assert Story.objects.get().status == Status.SEALED


def test_the_teller(client: Client, cast: Cast) -> None:
    story = cast.memory("published", teller=teller_of(cast, "neighbour"))
    assert take_back(client, cast, "neighbour", story)["Location"] == reverse("desk")
    assert Story.objects.get().status == Status.WITHDRAWN


def test_a_grown_up_of_the_family(client: Client, cast: Cast) -> None:
    story = cast.memory("published")
    assert take_back(client, cast, "relative", story)["Location"] == reverse("desk_family")
    assert Story.objects.get().status == Status.WITHDRAWN


def test_a_reporter_beside_the_author_while_it_is_on_the_web(client: Client, cast: Cast) -> None:
    gathered = (teller_of(cast, "classmate"), "reporter")
    draft = cast.memory("submitted", people=[gathered])
    client.force_login(cast["classmate"])
    assert client.post(address(draft)).status_code == 404
    story = cast.memory("published", people=[gathered])
    assert address(story) in client.get(story.get_absolute_url()).content.decode()
    assert client.post(reverse("desk_story_delete", args=[story.ref])).status_code == 404
    take_back(client, cast, "classmate", story)
    assert Story.objects.get(pk=story.pk).status == Status.WITHDRAWN
    assert Story.objects.get(pk=draft.pk).status == Status.SUBMITTED


def test_not_a_brother(client: Client, cast: Cast) -> None:
    brother = UserFactory(student=True, school=cast.school)
    cast.family.memberships.create(user=brother, relation="brother")
    story = cast.memory("published")
    client.force_login(brother)
    assert client.post(address(story)).status_code == 404
    assert Story.objects.get().status == Status.PUBLISHED


def test_it_says_what_happens(client: Client, cast: Cast) -> None:
    story = cast.memory("published")
    client.force_login(cast["author"])
    page = client.get(address(story)).content.decode()
    assert "It goes from the website at once." in page
    assert Story.objects.get().status == Status.PUBLISHED


def test_twice_is_no_error(client: Client, cast: Cast) -> None:
    story = cast.memory("withdrawn")
    client.force_login(cast["author"])
    assert "was taken back already" in client.get(address(story)).content.decode()
    response = client.post(address(story), follow=True)
    assert "has been taken back already" in response.content.decode()
