"""Letters to staff who asked for them: how many wait, once a period, and nothing of anybody."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import User
from stories import digests, lifecycle
from stories.models import PublicationPlan, StaffDigest, Story
from tests.factories import ItemFactory, PersonFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db
ADDRESS = "teacher@example.org"


@pytest.fixture(autouse=True)
def _posts(settings: Any) -> None:
    settings.SENDS_MAIL = True


def asked(user: User, often: str = "daily", **details: Any) -> StaffDigest:
    User.objects.filter(pk=user.pk).update(email=ADDRESS)
    return StaffDigest.objects.create(user=user, often=often, **details)


def days_ago(days: int) -> Any:
    return timezone.localdate() - timedelta(days=days)


@pytest.fixture
def waiting(student: User) -> Story:
    return StoryFactory(submitted=True, author=student, title="The dye works")


class TestLetter:
    def test_says_how_many_and_nothing_of_anybody(
        self, waiting: Story, teacher: User, student: User
    ) -> None:
        StoryFactory(submitted=True, author=student)
        back = StoryFactory(changes_requested=True, author=student)
        lifecycle.submit(back, by=student)
        StoryFactory(submitted=True, author=UserFactory(student=True))
        asked(teacher)
        assert digests.send() == 1
        (letter,) = mail.outbox
        assert (letter.to, letter.subject) == ([ADDRESS], "Memories are waiting")
        assert "For a teacher: 3" in letter.body
        assert "Back with a change: 1" in letter.body
        assert letter.body.count("http") == 1
        assert "/admin/" in letter.body
        for secret in ("dye works", student.display_name, waiting.ref, teacher.display_name):
            assert secret not in f"{letter.subject} {letter.body}"

    def test_counts_what_needs_a_second_adult_and_what_could_not_go_out(
        self, teacher: User, student: User
    ) -> None:
        child = PersonFactory(child=True, consenting=True, school=student.school)
        sound = ItemFactory(audio=True, uploaded_by=student)
        two = StoryFactory(submitted=True, author=student, parts=[sound], people=[(child, "heard")])
        lifecycle.recommend(two, by=teacher)
        late = StoryFactory(submitted=True, author=student)
        PublicationPlan.objects.create(
            story=late,
            by=teacher,
            on=days_ago(1),
            seen="",
            refused_at=timezone.now(),
            why_not="It was changed.",
        )
        said = digests.waiting_for(teacher)
        assert "For a second adult: 1" in said
        assert "Not published on their day: 1" in said

    def test_goes_to_the_address_that_was_shown_to_be_theirs(
        self, waiting: Story, teacher: User
    ) -> None:
        asked(teacher)
        EmailAddress.objects.create(user=teacher, email="mine@example.org", verified=True)
        digests.send()
        assert mail.outbox[0].to == ["mine@example.org"]


class TestOnceAPeriod:
    @pytest.mark.parametrize(
        ("often", "last", "letters"),
        [
            ("daily", None, 1),
            ("daily", 0, 0),
            ("daily", 1, 1),
            ("weekly", None, 1),
            ("weekly", 6, 0),
            ("weekly", 7, 1),
        ],
    )
    def test_and_twice_is_the_same_as_once(
        self, waiting: Story, teacher: User, often: str, last: int | None, letters: int
    ) -> None:
        asked(teacher, often, sent_on=None if last is None else days_ago(last))
        assert digests.send() == letters
        assert digests.send() == 0
        assert len(mail.outbox) == letters

    def test_none_where_nothing_waits_and_the_next_day_is_not_lost(
        self, teacher: User, student: User
    ) -> None:
        row = asked(teacher)
        assert digests.send() == 0
        StoryFactory(submitted=True, author=student)
        assert digests.send() == 1
        row.refresh_from_db()
        assert row.sent_on == timezone.localdate()

    @pytest.mark.parametrize("how", ["left", "no address", "no post office", "a student now"])
    def test_none_to_who_gets_none(
        self, waiting: Story, teacher: User, settings: Any, how: str
    ) -> None:
        asked(teacher)
        if how == "no post office":
            settings.SENDS_MAIL = False
        elif how == "a student now":
            teacher.groups.clear()
        else:
            change = {"is_active": False} if how == "left" else {"email": ""}
            User.objects.filter(pk=teacher.pk).update(**change)
        assert digests.send() == 0

    def test_a_closed_post_office_is_tried_again(
        self, waiting: Story, teacher: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        row = asked(teacher, sent_on=days_ago(3))

        def closed(*args: Any, **kwargs: Any) -> int:
            raise OSError("closed")

        with monkeypatch.context() as patch:
            patch.setattr(digests, "send_mail", closed)
            assert digests.send() == 0
        row.refresh_from_db()
        assert row.sent_on == days_ago(3)
        assert digests.send() == 1

    def test_another_run_that_was_quicker_sends_it(
        self, waiting: Story, teacher: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked(teacher)
        monkeypatch.setattr(
            digests,
            "address_of",
            lambda user: StaffDigest.objects.update(sent_on=timezone.localdate()) and ADDRESS,
        )
        assert digests.send() == 0

    def test_it_is_one_round_of_the_night(
        self, waiting: Story, teacher: User, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked(teacher)
        call_command("nightly")
        said = capsys.readouterr().out
        assert "1 letters told staff that memories wait." in said
        assert "0 memories were published on their day." in said


class TestChoosing:
    def choose(self, client: Client, user: User, often: str) -> Any:
        client.force_login(user)
        account = reverse("wagtailadmin_account")
        soup = BeautifulSoup(client.get(account).content, "html.parser")
        as_it_stands: dict[str, str] = {}
        for field in soup.select("[name^=theme-], [name^=locale-]"):
            chosen = field.select_one("[selected]") or field
            as_it_stands[field["name"]] = chosen.get("value", "")
        return client.post(account, as_it_stands | {"digest-often": often})

    def test_off_until_asked_for_and_off_again(self, client: Client, teacher: User) -> None:
        User.objects.filter(pk=teacher.pk).update(email=ADDRESS)
        client.force_login(teacher)
        html = client.get(reverse("wagtailadmin_account")).content.decode()
        assert "A letter about waiting memories" in html
        assert f"It goes to {ADDRESS}." in html
        assert self.choose(client, teacher, "weekly").status_code == 302
        assert StaffDigest.objects.get().often == "weekly"
        self.choose(client, teacher, "daily")
        assert StaffDigest.objects.get().often == "daily"
        self.choose(client, teacher, "")
        assert not StaffDigest.objects.exists()

    def test_without_an_address_it_says_where_to_add_one(
        self, client: Client, teacher: User
    ) -> None:
        again = self.choose(client, teacher, "daily")
        html = again.content.decode()
        assert "We know no e-mail address of yours. Add one first." in html
        assert reverse("account_email") in html
        assert not StaffDigest.objects.exists()

    @pytest.mark.parametrize("why", ["no post office", "not staff of a school"])
    def test_not_offered(self, client: Client, teacher: User, settings: Any, why: str) -> None:
        who = teacher
        if why == "no post office":
            settings.SENDS_MAIL = False
        else:
            who = UserFactory(administrator=True, school=teacher.school)
        client.force_login(who)
        html = client.get(reverse("wagtailadmin_account")).content.decode()
        assert "A letter about waiting memories" not in html
