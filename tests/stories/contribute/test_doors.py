"""Who finds what at the desk. A wrong address and somebody else's are one answer."""

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories.models.states import Audience
from tests.stories.cast import STATES, Cast, teller_of

pytestmark = pytest.mark.django_db

OWN_PAGES = ("desk_story", "desk_story_preview", "desk_story_check", "desk_story_progress")
OTHERS = ("classmate", "neighbour", "teacher", "colleague", "stranger", "lead", "administrator")


def answer(client: Client, who: User, name: str, ref: str) -> int:
    client.force_login(who)
    return client.get(reverse(name, args=[ref])).status_code


@pytest.mark.parametrize("name", OWN_PAGES)
def test_a_memory_is_edited_by_nobody_else(client: Client, cast: Cast, name: str) -> None:
    story = cast.memory("draft")
    answers = {role: answer(client, cast[role], name, story.ref) for role in (*OTHERS, "relative")}
    assert set(answers.values()) == {404}, answers


@pytest.mark.parametrize("name", ["desk_story_read", "desk_story_withdraw"])
@pytest.mark.parametrize("state", ["submitted", "published"])
def test_the_desk_opens_nothing_to_others(
    client: Client, cast: Cast, name: str, state: str
) -> None:
    story = cast.memory(state)
    answers = {role: answer(client, cast[role], name, story.ref) for role in OTHERS}
    assert set(answers.values()) == {404}, answers


@pytest.mark.parametrize("name", [*OWN_PAGES, "desk_story_read", "desk_story_withdraw"])
def test_a_wrong_ref_is_the_same_404(client: Client, cast: Cast, name: str) -> None:
    story = cast.memory("draft")
    client.force_login(cast["classmate"])
    wrong = client.get(reverse(name, args=["aaaaaaaaaa"]))
    others = client.get(reverse(name, args=[story.ref]))
    assert (wrong.status_code, others.status_code) == (404, 404)
    assert wrong.content.replace(b"aaaaaaaaaa", b"") == others.content.replace(
        story.ref.encode(), b""
    )


def test_nobody_else_can_post(client: Client, cast: Cast) -> None:
    story = cast.memory("draft")
    posts = {
        "desk_story": {"title": "Mine now", "edition": story.edition},
        "desk_story_files": {},
        "desk_story_check": {"edition": story.edition},
        "desk_story_withdraw": {},
    }
    for role in (*OTHERS, "relative"):
        client.force_login(cast[role])
        for name, data in posts.items():
            response = client.post(reverse(name, args=[story.ref]), data)
            assert response.status_code == 404, (role, name)
    story.refresh_from_db()
    assert story.status == "draft"
    assert story.title != "Mine now"


@pytest.mark.parametrize("name", ["desk", "desk_family", "desk_story_new"])
def test_a_visitor_signs_in_first(client: Client, name: str) -> None:
    response = client.get(reverse(name))
    assert response.status_code == 302
    assert response["Location"] == f"/sign-in/?next={reverse(name)}"


@pytest.mark.parametrize("name", [*OWN_PAGES, "desk_story_read", "desk_story_withdraw"])
def test_a_visitor_learns_nothing_of_a_memory(client: Client, cast: Cast, name: str) -> None:
    story = cast.memory("published")
    real = client.get(reverse(name, args=[story.ref]))
    wrong = client.get(reverse(name, args=["aaaaaaaaaa"]))
    assert real.status_code == wrong.status_code == 302


def test_a_script_is_told_that_its_owner_is_signed_out(client: Client, cast: Cast) -> None:
    story = cast.memory("draft")
    response = client.post(
        reverse("desk_story", args=[story.ref]), headers={"Accept": "application/json"}
    )
    assert response.status_code == 401
    assert response.json() == {"sign_in": "/sign-in/"}


@pytest.mark.parametrize("state", STATES)
def test_the_author_always_gets_a_page(client: Client, cast: Cast, state: str) -> None:
    story = cast.memory(state)
    for name in ("desk_story", "desk_story_preview"):
        assert answer(client, cast["author"], name, story.ref) == 200


@pytest.mark.parametrize("state", [s for s in STATES if "held" in s or s == "sealed"])
def test_a_memory_on_hold_says_only_that(client: Client, cast: Cast, state: str) -> None:
    story = cast.memory(state, parts=["A secret sentence."], title="A secret title")
    client.force_login(cast["author"])
    for name in ("desk_story", "desk_story_preview", "desk_story_read"):
        page = client.get(reverse(name, args=[story.ref])).content.decode()
        assert "on hold" in page
        assert "secret" not in page
    assert client.get(reverse("desk_story_progress", args=[story.ref])).json()["items"] == {}


READABLE = {"submitted", "taken_up", "changes_requested", "published"}


@pytest.mark.parametrize("state", STATES)
def test_a_family_reads_what_was_shared(client: Client, cast: Cast, state: str) -> None:
    story = cast.memory(state, audience=Audience.EVERYONE)
    expected = 200 if state in READABLE else 404
    assert answer(client, cast["relative"], "desk_story_read", story.ref) == expected


def test_a_family_does_not_read_what_is_private(client: Client, cast: Cast) -> None:
    story = cast.memory("submitted", audience=Audience.JUST_ME)
    assert answer(client, cast["relative"], "desk_story_read", story.ref) == 404
    assert answer(client, cast["relative"], "desk_story_withdraw", story.ref) == 404


def test_the_teller_reads_it_too(client: Client, cast: Cast) -> None:
    story = cast.memory("submitted", teller=teller_of(cast, "neighbour"), audience=Audience.JUST_ME)
    assert answer(client, cast["neighbour"], "desk_story_read", story.ref) == 200
    assert answer(client, cast["neighbour"], "desk_story", story.ref) == 404


def test_somebody_without_a_school_cannot_begin(client: Client, cast: Cast) -> None:
    nobody = cast["administrator"]
    nobody.school = None
    nobody.save()
    client.force_login(nobody)
    assert client.get(reverse("desk_story_new")).status_code == 403
    assert "Add a memory" not in client.get(reverse("desk")).content.decode()
