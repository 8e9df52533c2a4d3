"""News by e-mail: for those who asked, once a day at most, saying nothing of anybody."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from stories import lifecycle
from stories.models import NewsByMail, NewsItem, Story
from stories.news import letters
from tests.stories.cast import Cast
from tests.stories.news.conftest import Committing

pytestmark = pytest.mark.django_db
ADDRESS = "author@example.org"
CHOICES = "/desk/news/choices/"


@pytest.fixture(autouse=True)
def at_once(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.SENDS_MAIL = True


def asked(cast: Cast, role: str = "author", **details: Any) -> NewsByMail:
    given = {"email": ADDRESS, "confirmed_at": timezone.now()} | details
    return NewsByMail.objects.create(user=cast[role], **given)


def something_happens(cast: Cast, committing: Committing) -> Story:
    story = cast.memory("submitted")
    with committing():
        return lifecycle.publish(story, by=cast["teacher"])


def link(letter: Any, name: str) -> str:
    found = re.search(rf"http://[^/]+(/news/{name}/\S+/)", letter.body)
    assert found, letter.body
    return found[1]


def test_nobody_gets_a_letter_who_did_not_ask(cast: Cast, committing: Committing) -> None:
    asked(cast, confirmed_at=None)
    something_happens(cast, committing)
    assert letters.send_what_waits() == 0
    assert mail.outbox == []


def test_a_letter_says_only_that_there_is_news(cast: Cast, committing: Committing) -> None:
    asked(cast)
    story = something_happens(cast, committing)
    (letter,) = mail.outbox
    assert letter.to == [ADDRESS]
    assert letter.subject == "There is news"
    said = f"{letter.subject} {letter.body}"
    for secret in (story.title, story.ref, str(cast["author"]), str(cast["teacher"]), "publish"):
        assert secret not in said
    assert "/desk/" in letter.body
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_a_day_for_all_that_is_new(cast: Cast, committing: Committing) -> None:
    row = asked(cast)
    for _ in range(3):
        something_happens(cast, committing)
    assert len(mail.outbox) == 1
    assert letters.send_what_waits() == 0
    NewsByMail.objects.filter(pk=row.pk).update(sent_at=timezone.now() - timedelta(days=1))
    assert letters.send_what_waits() == 1
    NewsByMail.objects.filter(pk=row.pk).update(sent_at=timezone.now() - timedelta(days=1))
    assert letters.send_what_waits() == 0
    assert len(mail.outbox) == 2


@pytest.mark.parametrize("how", ["seen", "held", "left"])
def test_what_needs_no_letter_any_more_gets_none(
    cast: Cast, committing: Committing, how: str
) -> None:
    story = something_happens(cast, committing)
    asked(cast)
    if how == "seen":
        NewsItem.objects.update(seen_at=timezone.now())
    elif how == "held":
        lifecycle.hold(story, by=cast["author"], reason="worried")
    else:
        type(cast["author"]).objects.filter(pk=cast["author"].pk).update(is_active=False)
    assert letters.send_what_waits() == 0


def test_a_closed_post_office_loses_nothing(
    cast: Cast, committing: Committing, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(cast)

    def closed(letter: Any) -> int:
        raise OSError("closed")

    with monkeypatch.context() as patch:
        patch.setattr(letters.EmailMessage, "send", closed)
        something_happens(cast, committing)
        assert NewsByMail.objects.get().sent_at is None
    assert letters.send_what_waits() == 1


class TestChoosing:
    def choose(self, client: Client, cast: Cast, **said: str) -> Any:
        client.force_login(cast["author"])
        return client.post(CHOICES, said)

    def test_nothing_is_ticked(self, client: Client, cast: Cast) -> None:
        client.force_login(cast["author"])
        text = client.get(CHOICES).content.decode()
        assert "How shall we tell you?" in text
        # Beside the sizes of the reading help, one of which always is.
        ticks = re.findall(r"<input[^>]* checked[^>]*>", text)
        assert [tick for tick in ticks if "reading-" not in tick] == []

    def test_the_address_is_asked_first(
        self, client: Client, cast: Cast, committing: Committing
    ) -> None:
        assert self.choose(client, cast, by_mail="on", email=ADDRESS).status_code == 302
        assert "We sent a letter to author@example.org" in client.get(CHOICES).content.decode()
        (letter,) = mail.outbox
        assert str(cast["author"]) not in letter.body
        client.logout()
        here = link(letter, "yes")
        assert "Yes, send me news" in client.get(here).content.decode()
        assert NewsByMail.objects.get().confirmed_at is None
        assert "We will write to you" in client.post(here).content.decode()
        something_happens(cast, committing)
        assert len(mail.outbox) == 2

    def test_an_address_that_is_known_is_not_asked(self, client: Client, cast: Cast) -> None:
        EmailAddress.objects.create(user=cast["author"], email=ADDRESS, verified=True)
        self.choose(client, cast, by_mail="on", email=ADDRESS)
        assert mail.outbox == []
        confirmed = NewsByMail.objects.get().confirmed_at
        self.choose(client, cast, by_mail="on", email=ADDRESS)
        assert NewsByMail.objects.get().confirmed_at == confirmed

    @pytest.mark.parametrize(
        ("email", "sentence"),
        [("", "Where shall we write to?"), ("nan at home", "That is not an e-mail address.")],
    )
    def test_what_is_missing_is_said(
        self, client: Client, cast: Cast, email: str, sentence: str
    ) -> None:
        again = self.choose(client, cast, by_mail="on", email=email)
        assert again.status_code == 422
        assert sentence in again.content.decode()
        assert not NewsByMail.objects.exists()

    def test_no_letter_box_is_flooded(self, client: Client, cast: Cast, settings: Any) -> None:
        settings.ACCOUNT_RATE_LIMITS = {}
        for _ in range(3):
            self.choose(client, cast, by_mail="on", email=ADDRESS)
        again = self.choose(client, cast, by_mail="on", email=ADDRESS)
        assert "We sent enough letters for today." in again.content.decode()
        assert len(mail.outbox) == 3

    def test_a_letter_that_could_not_be_sent(
        self, client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(letters, "send_confirmation", lambda row: False)
        again = self.choose(client, cast, by_mail="on", email=ADDRESS)
        assert "The e-mail could not be sent." in again.content.decode()

    def test_unticking_ends_it(self, client: Client, cast: Cast) -> None:
        asked(cast)
        client.force_login(cast["author"])
        assert "checked" in client.get(CHOICES).content.decode()
        self.choose(client, cast, email=ADDRESS)
        assert not NewsByMail.objects.exists()

    def test_where_no_letters_leave_none_are_promised(
        self, client: Client, cast: Cast, settings: Any
    ) -> None:
        settings.SENDS_MAIL = False
        self.choose(client, cast, by_mail="on", email=ADDRESS)
        assert "cannot send e-mail yet" in client.get(CHOICES).content.decode()
        assert not NewsByMail.objects.exists()


class TestStopping:
    def test_needs_one_press_and_no_signing_in(self, cast: Cast, committing: Committing) -> None:
        asked(cast)
        something_happens(cast, committing)
        here = link(mail.outbox[0], "stop")
        mail_program = Client(enforce_csrf_checks=True)
        assert "Do you want no more letters?" in mail_program.get(here).content.decode()
        assert NewsByMail.objects.exists()
        for _ in range(2):
            answer = mail_program.post(here, {"List-Unsubscribe": "One-Click"})
            assert "No more letters" in answer.content.decode()
        assert not NewsByMail.objects.exists()

    def test_an_old_letter_does_not_stop_a_new_address(
        self, client: Client, cast: Cast, committing: Committing
    ) -> None:
        asked(cast)
        something_happens(cast, committing)
        NewsByMail.objects.update(email="new@example.org")
        client.post(link(mail.outbox[0], "stop"))
        assert NewsByMail.objects.exists()

    @pytest.mark.parametrize("name", ["news_yes", "news_stop"])
    def test_a_link_that_is_not_ours(self, client: Client, name: str) -> None:
        here = reverse(name, args=["made:up"])
        assert client.get(here).status_code == client.post(here).status_code == 404
