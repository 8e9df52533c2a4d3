"""A hidden memory goes the whole way once more, and no old yes carries it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models.consents import Scope
from stories import lifecycle, publication
from stories.models import Story
from stories.models.states import Status
from tests.factories import PersonFactory, agree
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


def test_by_its_author_in_two_presses(client: Client, cast: Cast) -> None:
    story = cast.memory("withdrawn")
    client.force_login(cast["author"])
    address = reverse("desk_story_again", args=[story.ref])
    assert "has to say yes again" in client.get(address).content.decode()
    assert client.post(address)["Location"] == reverse("desk_story", args=[story.ref])
    story.refresh_from_db()
    assert story.status == Status.DRAFT
    assert story.is_writable


@pytest.mark.parametrize("role", ["relative", "classmate", "teacher", "lead", "neighbour"])
def test_by_nobody_else(client: Client, cast: Cast, role: str) -> None:
    story = cast.memory("withdrawn")
    client.force_login(cast[role])
    assert client.post(reverse("desk_story_again", args=[story.ref])).status_code == 404
    assert Story.objects.get().status == Status.WITHDRAWN


def again(cast: Cast, story: Story) -> Story:
    story = lifecycle.bring_back(story, by=cast["author"])
    return lifecycle.submit(story, by=cast["author"])


def test_it_is_heard_back_again(cast: Cast) -> None:
    teller = PersonFactory(consenting=True, school=cast.school)
    other = PersonFactory(consenting=True, school=cast.school)
    published = cast.memory("published", teller=teller, people=[(other, "shown")])
    story = again(cast, lifecycle.withdraw(published, by=cast["author"]))
    missing = {(b.person, b.scope) for b in publication.blockers(story)}
    assert missing == {(teller, Scope.WEB), (other, Scope.WEB)}
    with pytest.raises(lifecycle.Refused, match="cannot be published yet"):
        lifecycle.publish(story, by=cast["teacher"])
    agree(teller, Scope.WEB, story_ref=story.ref)
    agree(other, Scope.WEB)
    assert {b.person for b in publication.blockers(story)} == {other}
    agree(other, Scope.WEB, story_ref=story.ref)
    assert lifecycle.publish(story, by=cast["teacher"]).live


def test_a_yes_from_the_moment_before_does_not_count(cast: Cast) -> None:
    story = again(cast, cast.memory("withdrawn"))
    assert story.withdrawn_at is not None
    assert story.withdrawn_at <= timezone.now()
    assert any(b.code == "consent" for b in publication.blockers(story))


def test_the_page_of_a_hidden_memory_leads_there(client: Client, cast: Cast) -> None:
    story = cast.memory("withdrawn")
    client.force_login(cast["author"])
    page = client.get(reverse("desk_story", args=[story.ref])).content.decode()
    assert reverse("desk_story_again", args=[story.ref]) in page
    assert reverse("desk_story_withdraw", args=[story.ref]) not in page
