"""Delete it: hidden at once, thirty days to think again, and who may do what meanwhile."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories import lifecycle
from stories.models import Deletion, Story
from stories.models.states import Status
from tests.factories import PersonFactory, UserFactory
from tests.stories.cast import Cast, teller_of

pytestmark = pytest.mark.django_db


def address(story: Story, name: str = "desk_story_delete") -> str:
    return reverse(name, args=[story.ref])


def test_it_is_hidden_at_once_and_the_clock_runs(client: Client, cast: Cast) -> None:
    story = cast.memory("published")
    client.force_login(cast["author"])
    assert "change your mind" in client.get(address(story)).content.decode()
    assert Story.objects.public().exists()
    page = client.post(address(story), follow=True).content.decode()
    assert "<strong>30 days left.</strong>" in page
    assert 'max="30" value="0"' in page
    assert not Story.objects.public().exists()
    assert Deletion.objects.get().asked_by == cast["author"]


def test_the_clock_moves(client: Client, cast: Cast) -> None:
    story = lifecycle.delete(cast.memory("published"), by=cast["author"])
    client.force_login(cast["author"])
    for days, said in ((12, "12 days left."), (1, "1 day left."), (0, "tonight"), (-3, "tonight")):
        due = timezone.localdate() + timedelta(days=days)
        Deletion.objects.update(due_on=due)
        page = client.get(address(story)).content.decode()
        assert said in page
        assert f'value="{30 - max(0, days)}"' in page


def test_it_is_kept_after_all(client: Client, cast: Cast) -> None:
    story = lifecycle.delete(cast.memory("published"), by=cast["author"])
    client.force_login(cast["author"])
    client.post(address(story, "desk_story_keep"))
    assert not Deletion.objects.exists()
    assert Story.objects.get().status == Status.WITHDRAWN


def test_twice_is_one_clock(client: Client, cast: Cast) -> None:
    story = lifecycle.delete(cast.memory("published"), by=cast["author"])
    client.force_login(cast["author"])
    page = client.post(address(story), follow=True).content.decode()
    assert "is running already" in page
    assert Deletion.objects.count() == 1


@pytest.mark.parametrize("name", ["desk_story_delete", "desk_story_keep"])
@pytest.mark.parametrize(
    "role", ["relative", "classmate", "neighbour", "teacher", "stranger", "administrator"]
)
def test_nobody_else(client: Client, cast: Cast, role: str, name: str) -> None:
    story = cast.memory("published")
    if name == "desk_story_keep":
        lifecycle.delete(story, by=cast["author"])
    before = Deletion.objects.count()
    client.force_login(cast[role])
    assert client.post(address(story, name)).status_code == 404
    wrong = client.post(reverse(name, args=["aaaaaaaaaa"]))
    assert wrong.status_code == 404
    assert Deletion.objects.count() == before


def test_the_clock_of_somebody_else_cannot_be_stopped(client: Client, cast: Cast) -> None:
    story = cast.memory("published", teller=teller_of(cast, "neighbour"))
    lifecycle.delete(story, by=cast["neighbour"])
    client.force_login(cast["author"])
    page = client.get(address(story)).content.decode()
    assert "Somebody else asked for this." in page
    assert client.post(address(story, "desk_story_keep")).status_code == 404
    with pytest.raises(lifecycle.Refused, match="Only who asked"):
        lifecycle.keep(story, by=cast["author"])
    lifecycle.keep(story, by=cast["lead"])
    assert not Deletion.objects.exists()


def test_what_is_going_cannot_be_begun_again(client: Client, cast: Cast) -> None:
    story = lifecycle.delete(cast.memory("published"), by=cast["author"])
    with pytest.raises(lifecycle.Refused, match="Keep it first"):
        lifecycle.bring_back(story, by=cast["author"])
    client.force_login(cast["author"])
    assert "being deleted" in client.get(address(story, "desk_story_again")).content.decode()


def test_what_is_held_says_that_it_waits(client: Client, cast: Cast) -> None:
    story = cast.memory("held_published")
    client.force_login(cast["author"])
    page = client.post(address(story), follow=True).content.decode()
    assert "when they have finished" in page
    assert "days left" not in page


class TestGuardians:
    """Of a child in it: their account may hide it; and delete it where the child told it."""

    @pytest.fixture
    def parent(self, cast: Cast):  # type: ignore[no-untyped-def]
        return UserFactory(family_member=True, school=cast.school)

    def ward(self, cast: Cast, parent, **details):  # type: ignore[no-untyped-def]
        child = PersonFactory(child=True, consenting=True, school=cast.school, **details)
        guardian = child.guardians.get()
        guardian.user = parent
        guardian.save()
        return child

    def test_hide_a_memory_their_child_is_in(self, client: Client, cast: Cast, parent) -> None:  # type: ignore[no-untyped-def]
        story = cast.memory("submitted", people=[(self.ward(cast, parent), "mentioned")])
        client.force_login(parent)
        assert client.post(address(story)).status_code == 404
        hide = address(story, "desk_story_withdraw")
        assert client.get(hide).status_code == 200
        client.post(hide)
        assert Story.objects.get().status == Status.WITHDRAWN

    def test_delete_what_their_child_told(self, client: Client, cast: Cast, parent) -> None:  # type: ignore[no-untyped-def]
        story = cast.memory("submitted", teller=self.ward(cast, parent))
        client.force_login(parent)
        client.post(address(story))
        assert Deletion.objects.get().asked_by == parent

    @pytest.mark.parametrize(
        ("state", "audience"),
        [("draft", "everyone"), ("submitted", "me"), ("held_submitted", "everyone")],
    )
    def test_find_nothing_that_is_not_for_them(  # type: ignore[no-untyped-def]
        self, client: Client, cast: Cast, parent, state: str, audience: str
    ) -> None:
        story = cast.memory(state, audience=audience, people=[(self.ward(cast, parent), "shown")])
        client.force_login(parent)
        for name in ("desk_story_withdraw", "desk_story_delete"):
            assert client.post(address(story, name)).status_code == 404

    def test_of_somebody_grown_up_have_no_say(self, client: Client, cast: Cast, parent) -> None:  # type: ignore[no-untyped-def]
        ward = self.ward(cast, parent)
        ward.is_child = False
        ward.save()
        story = cast.memory("published", teller=ward)
        client.force_login(parent)
        assert client.post(address(story, "desk_story_withdraw")).status_code == 404


class TestOnThePublicPage:
    @pytest.mark.parametrize(
        ("role", "hides", "deletes"),
        [
            ("author", True, True),
            ("relative", True, False),
            ("classmate", False, False),
            ("teacher", False, False),
            ("lead", False, False),
            (None, False, False),
        ],
    )
    def test_its_people_find_the_buttons(
        self, client: Client, cast: Cast, role: str | None, hides: bool, deletes: bool
    ) -> None:
        story = cast.memory("published")
        if role:
            client.force_login(cast[role])
        page = client.get(story.get_absolute_url()).content.decode()
        assert (address(story, "desk_story_withdraw") in page) == hides
        assert (address(story) in page) == deletes
        assert "/worry/?about=" in page
