"""New words for a question: added by a few, changed by nobody, and every version kept."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse
from wagtail.models import ModelLogEntry

from families import consent, wordings
from families.models import ConsentWording, School, User
from families.models.consents import Scope
from tests.factories import PersonFactory, UserFactory, answer

pytestmark = pytest.mark.django_db

NEW = {"text": "May everybody on the web read it?", "explanation": "Anybody.", "after": "1"}


def add(client: Client, scope: str = "web", **changes: str) -> str:
    url = reverse("wordings:add", args=[scope])
    html: str = client.post(url, NEW | changes, follow=True).content.decode()
    return html


@pytest.fixture
def room(client: Client, lead: User) -> Client:
    client.force_login(lead)
    return client


@pytest.mark.parametrize("role", ["lead", "administrator"])
def test_a_new_version_is_asked_from_now_on(role: str, client: Client, school: School) -> None:
    by = UserFactory(**{role: True}, school=school, display_name="Mrs Okafor")
    client.force_login(by)
    nan = PersonFactory(school=school)
    answer(nan, Scope.WEB)

    html = add(client)

    newest = ConsentWording.objects.filter(scope=Scope.WEB).latest("version")
    assert (newest.version, newest.text, newest.explanation, newest.made_by) == (
        *(2, NEW["text"], "Anybody."),
        by,
    )
    assert "This is version 2." in html
    for shown in (NEW["text"], wordings.FIRST[Scope.WEB], "Mrs Okafor", "The archive"):
        assert shown in html
    assert nan.consents.get().wording.version == 1
    assert consent.stands(nan, Scope.WEB)
    answer(nan, Scope.WEB)
    assert nan.consents.latest("pk").wording == newest
    entry = ModelLogEntry.objects.get(action="families.word")
    assert (entry.user, entry.data) == (by, {"scope": "web", "version": 2})


@pytest.mark.parametrize("role", ["teacher", "student", "family_member"])
def test_nobody_else_finds_it(role: str, client: Client, school: School) -> None:
    client.force_login(UserFactory(**{role: True}, school=school))
    for url in (reverse("wordings:index"), reverse("wordings:add", args=["web"])):
        for answer_ in (client.get(url), client.post(url, NEW)):
            assert answer_.status_code in (302, 403, 404)
    assert ConsentWording.objects.filter(scope=Scope.WEB).count() == 1
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Questions of consent" not in home


def test_no_address_changes_or_deletes_one() -> None:
    names = {
        name
        for namespace, (_, resolver) in get_resolver(None).namespace_dict.items()
        if namespace == "wordings"
        for name in resolver.reverse_dict
        if isinstance(name, str)
    }
    assert names == {"index", "add"}
    for name in ("edit", "delete"):
        with pytest.raises(NoReverseMatch):
            reverse(f"wordings:{name}", args=[1])


def test_two_who_write_at_once_read_each_other_first(room: Client) -> None:
    add(room)
    html = add(room, text="Can it go on the web?")
    assert "Somebody else has just changed this question." in html
    assert "Can it go on the web?" in html
    assert ConsentWording.objects.filter(scope=Scope.WEB).count() == 2


def test_the_same_words_are_no_new_version(room: Client) -> None:
    now = ConsentWording.objects.get(scope=Scope.WEB)
    html = add(room, text=now.text, explanation=now.explanation)
    assert "Change something first." in html
    assert ConsentWording.objects.filter(scope=Scope.WEB).count() == 1


@pytest.mark.parametrize("changes", [{"text": " "}, {"after": "x"}, {"text": "?" * 301}])
def test_what_is_no_question(room: Client, changes: dict[str, str]) -> None:
    add(room, **changes)
    assert ConsentWording.objects.filter(scope=Scope.WEB).count() == 1


def test_a_question_that_does_not_exist(room: Client) -> None:
    assert room.get(reverse("wordings:add", args=["telepathy"])).status_code == 404


def test_our_words_follow_a_new_release_but_never_the_schools(room: Client) -> None:
    add(room)
    wordings.install()
    assert ConsentWording.objects.filter(scope=Scope.WEB).count() == 2


def test_the_number_of_queries_does_not_grow(room: Client, school: School) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            room.get(reverse("wordings:index"))
        return len(queries)

    cost()
    before = cost()
    for version in ("1", "2", "3"):
        add(room, text=f"Version after {version}?", after=version)
    assert cost() == before
