"""How long somebody is signed in, where, and how it ends."""

from __future__ import annotations

import time

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from families.models import User
from families.sessions import ending, idle
from tests.factories import PASSWORD, PersonFactory, StoryFactory, UserFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db

CHROMEBOOK = "Mozilla/5.0 (X11; CrOS x86_64 15.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1"


def signed_in(user: User, *, agent: str = CHROMEBOOK, **form: str) -> Client:
    client = Client(headers={"user-agent": agent})
    client.post("/sign-in/", {"login": user.username, "password": PASSWORD, **form})
    assert client.session["_auth_user_id"] == str(user.pk)
    return client


def left_alone(client: Client, seconds: int) -> Client:
    """As if nobody had touched it for so long."""
    session = client.session
    session[idle.SEEN] -= seconds
    session.save()
    return client


def is_in(client: Client) -> bool:
    return client.get("/desk/").status_code == 200


def test_signing_in_gives_a_new_key(student: User) -> None:
    client = Client()
    session = client.session
    session["before"] = "somebody else set this key"
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    client.post("/sign-in/", {"login": student.username, "password": PASSWORD})
    assert client.session.session_key != planted
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert not is_in(thief)


@pytest.mark.parametrize(
    ("form", "minutes", "stays"),
    [
        ({}, 19, True),
        ({}, 21, False),
        ({"remember": "on"}, 21, True),
        ({"remember": "on"}, 7 * 60, True),
        ({"remember": "on"}, 8 * 60 + 1, False),
    ],
)
def test_how_long_nobody_need_be_there(
    student: User, form: dict[str, str], minutes: int, stays: bool
) -> None:
    client = left_alone(signed_in(student, **form), minutes * 60)
    assert is_in(client) is stays


def test_the_cookie_of_a_shared_computer_goes_with_its_browser(student: User) -> None:
    assert signed_in(student).cookies["sessionid"]["max-age"] == ""
    assert signed_in(student, remember="on").cookies["sessionid"]["max-age"] == 8 * 60 * 60


def test_using_it_starts_the_clock_again(student: User) -> None:
    client = signed_in(student)
    for _ in range(3):
        assert is_in(left_alone(client, 15 * 60))


def test_whoever_was_away_is_told_why(student: User) -> None:
    client = left_alone(signed_in(student), 21 * 60)
    page = client.get("/desk/", follow=True)
    assert page.redirect_chain[-1][0] == "/sign-in/?next=/desk/"
    assert "You were away for a while" in page.content.decode()


def test_a_script_that_saved_too_late_is_told_so(student: User) -> None:
    client = left_alone(signed_in(student), 21 * 60)
    answer = client.get("/desk/stories/new/", headers={"accept": "application/json"})
    assert answer.status_code == 401


def test_words_that_come_too_late_are_kept_and_then_it_ends(student: User) -> None:
    client = signed_in(student)
    story = StoryFactory(author=student, school=student.school)
    screen = Screen(client, story).type(title="What Nan said about the tram")
    left_alone(client, 40 * 60)
    late = screen.press()
    story.refresh_from_db()
    assert story.title == "What Nan said about the tram"
    assert late.url.startswith("/sign-in/?next=/desk/stories/")
    assert "What was on your screen is saved." in client.get(late.url).content.decode()
    assert not is_in(client)


@pytest.mark.parametrize("path", ["/desk/stories/new/", "/desk/", "/account/sessions/", "/worry/"])
def test_nothing_else_is_done_for_whoever_was_away(student: User, path: str) -> None:
    client = left_alone(signed_in(student), 40 * 60)
    client.post(path, {"end": "others"})
    assert "_auth_user_id" not in client.session


def test_the_warning_can_be_answered(student: User) -> None:
    client = left_alone(signed_in(student), 19 * 60)
    assert client.post("/account/here/").status_code == 204
    assert time.time() - client.session[idle.SEEN] < 60
    assert client.post("/account/here/", {"leaving": "1"}).status_code == 204
    assert not is_in(client)
    assert client.post("/account/here/").status_code == 401
    assert client.get("/account/here/").status_code == 405


def test_the_desk_warns(student: User) -> None:
    page = signed_in(student).get("/desk/").content.decode()
    assert 'data-idle="1200"' in page
    assert "Are you still there?" in page


def test_where_you_are_signed_in(student: User) -> None:
    here, phone = signed_in(student), signed_in(student, agent=IPHONE)
    signed_in(UserFactory(student=True), agent="Mozilla/5.0 (Windows NT 10.0) Firefox/130.0")
    page = here.get("/account/sessions/").content.decode()
    assert "Chrome on a Chromebook" in page
    assert "Safari on an iPhone" in page
    assert "Firefox" not in page
    assert is_in(phone)


def test_no_address_and_no_exact_browser_is_stored(student: User) -> None:
    signed_in(student)
    kept = UserSession.objects.get(user=student)
    assert (kept.ip, kept.user_agent) == (ending.NOWHERE, "Chrome on a Chromebook")


def test_ending_one_and_ending_all_others(student: User) -> None:
    here, phone, other = (signed_in(student) for _ in range(3))
    pk = UserSession.objects.get(session_key=phone.session.session_key).pk
    here.post("/account/sessions/", {"end": pk})
    assert [is_in(one) for one in (here, phone, other)] == [True, False, True]
    here.post("/account/sessions/", {"end": "others"})
    assert [is_in(one) for one in (here, other)] == [True, False]


@pytest.mark.parametrize("end", ["other", "9" * 40, "-1", "", "0", "²"])
def test_somebody_elses_is_not_there(student: User, end: str) -> None:
    stranger = UserFactory(student=True)
    theirs, mine = signed_in(stranger), signed_in(student)
    which = str(UserSession.objects.get(user=stranger).pk) if end == "other" else end
    assert mine.post("/account/sessions/", {"end": which}).status_code == 404
    assert is_in(theirs)


def test_what_ended_by_itself_is_not_listed(student: User) -> None:
    here = signed_in(student)
    left_alone(signed_in(student, agent=IPHONE), 21 * 60)
    assert "iPhone" not in here.get("/account/sessions/").content.decode()
    assert UserSession.objects.filter(user=student).count() == 1


def test_a_new_password_signs_out_everywhere_else(student: User) -> None:
    here, elsewhere = signed_in(student), signed_in(student)
    new = "tram brick canal"
    here.post(
        "/account/password/change/",
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )
    assert [is_in(here), is_in(elsewhere)] == [True, False]


def test_a_new_card_signs_out_everywhere(student: User) -> None:
    client = signed_in(student)
    student.set_password("tram brick canal")
    student.save()
    assert not is_in(client)


def test_a_closed_account_is_signed_out_for_good(student: User) -> None:
    client = signed_in(student)
    for open_again in (False, True):
        student.is_active = open_again
        student.save()
        assert not is_in(client)


def test_leaving_signs_out_everywhere_once(student: User) -> None:
    person = PersonFactory(user=student, school=student.school)
    client = signed_in(student)
    person.save()
    assert is_in(client)
    person.left_on = timezone.localdate()
    person.save()
    assert not is_in(client)
    again = signed_in(student)
    person.save()
    assert is_in(again)


@pytest.mark.parametrize("path", ["/account/", "/account/sessions/"])
def test_strangers_sign_in_first(client: Client, path: str) -> None:
    assert client.get(path).url == f"/sign-in/?next={path}"


def test_the_desk_leads_to_how_you_sign_in(student: User) -> None:
    client = signed_in(student)
    assert 'href="/account/"' in client.get("/desk/").content.decode()
    page = client.get("/account/").content.decode()
    assert student.username in page
    assert "Add a passkey" in page
    assert "An app that makes codes" not in page
