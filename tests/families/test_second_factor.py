"""Staff do nothing without a second factor, whichever way they came in."""

from __future__ import annotations

import time
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth
from allauth.mfa.utils import decrypt
from django.conf import settings as configured
from django.contrib.auth.models import Permission
from django.test import Client

from config.settings import production
from families.models import User
from tests.factories import PASSWORD, ItemFactory, UserFactory

pytestmark = pytest.mark.django_db

STAFF: dict[str, dict[str, Any]] = {
    "teacher": {"teacher": True},
    "lead": {"lead": True},
    "administrator": {"administrator": True},
    "superuser": {"is_superuser": True},
}
WAYS = (
    "/admin/",
    "/admin/login/",
    "/admin/account/",
    "/admin/moderation/",
    "/admin/people/",
    "/admin/accounts/",
    "/admin/images/chooser/",
    "/admin/autocomplete/",
    "/admin/api/main/pages/",
    "/admin/jsi18n/",
    "/admin/sprite/",
    "/admin/pages/",
    "/desk/",
    "/sign-in/",
)


@pytest.fixture(autouse=True)
def enforced(settings: Any) -> None:
    settings.STAFF_SECOND_FACTOR = True


def code_of(user: User) -> str:
    """What the app of this person shows now."""
    kept = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP).data["secret"]
    return code_for(decrypt(kept))


def code_for(secret: str) -> str:
    counter = int(time.time()) // 30
    return str(auth.format_hotp_value(auth.hotp_value(secret, counter)))


def with_app(user: User) -> User:
    auth.TOTP.activate(user, auth.generate_totp_secret())
    return user


def by_password(client: Client, user: User) -> Any:
    return client.post("/sign-in/", {"login": user.username, "password": PASSWORD})


def test_it_is_enforced_in_production_alone() -> None:
    assert production.STAFF_SECOND_FACTOR is True
    assert "families.second_factor.StaffSecondFactor" in configured.MIDDLEWARE


@pytest.mark.parametrize("role", STAFF)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("method", ["get", "post"])
def test_every_way_leads_to_setting_it_up(role: str, way: str, method: str) -> None:
    client = Client()
    client.force_login(UserFactory(**STAFF[role]))
    answer = getattr(client, method)(way)
    assert answer.status_code == 302
    assert answer.url.startswith("/account/second-step/?next=")
    page = client.get(answer.url).content.decode()
    assert "Use an app on my phone" in page
    assert "Use a passkey" in page


@pytest.mark.parametrize("way", WAYS)
def test_a_script_is_told_so(way: str, teacher: User) -> None:
    client = Client()
    client.force_login(teacher)
    answer = client.get(way, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()) == (401, {"sign_in": "/sign-in/"})


def test_who_may_enter_by_a_permission_alone_is_stopped_too(client: Client) -> None:
    odd = UserFactory(student=True)
    odd.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(odd)
    assert client.get("/admin/").url.startswith("/account/second-step/")


@pytest.mark.parametrize("trait", ["student", "family_member"])
def test_students_and_families_are_not_asked(client: Client, trait: str) -> None:
    client.force_login(UserFactory(**{trait: True}))
    assert client.get("/desk/").status_code == 200
    answer = client.get("/admin/", follow=True)
    assert "That room is for teachers" in answer.content.decode()


def test_the_door_for_files_takes_them_for_visitors(client: Client, teacher: User) -> None:
    item = ItemFactory(school=teacher.school)
    address = f"/files/{item.ref}/original"
    with_app(teacher)
    client.force_login(teacher)
    assert client.get(address).status_code == 404
    by_code = Client()
    by_password(by_code, teacher)
    by_code.post("/account/2fa/authenticate/", {"code": code_of(teacher)})
    answer: Any = by_code.get(address)
    assert answer.status_code == 200
    assert b"".join(answer.streaming_content)
    answer.close()


def test_public_pages_are_a_visitors(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    page = client.get("/stories/")
    assert page.status_code == 200
    assert "Staff room" not in page.content.decode()


def test_the_password_and_then_the_app(client: Client, teacher: User) -> None:
    with_app(teacher)
    first = by_password(client, teacher)
    assert first.url == "/account/2fa/authenticate/"
    assert "_auth_user_id" not in client.session
    assert client.post(first.url, {"code": "000000"}).status_code == 200
    second = client.post(first.url, {"code": code_of(teacher)})
    assert second.url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_spare_code_works_once(teacher: User) -> None:
    with_app(teacher)
    code = RecoveryCodes.activate(teacher).get_unused_codes()[0]
    for browser, comes_in in ((Client(), True), (Client(), False)):
        by_password(browser, teacher)
        browser.post("/account/2fa/authenticate/", {"code": code})
        assert (browser.get("/admin/").status_code == 200) is comes_in


def test_a_session_of_before_takes_the_step_now(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    with_app(teacher)
    answer = client.get("/admin/moderation/", follow=True)
    address = "/account/2fa/reauthenticate/?next=/admin/moderation/"
    assert answer.redirect_chain[-1][0] == address.replace(
        "/admin/moderation/", "%2Fadmin%2Fmoderation%2F"
    )
    assert "Use your password" not in answer.content.decode()
    done = client.post(
        answer.redirect_chain[-1][0], {"code": code_of(teacher), "next": "/admin/moderation/"}
    )
    assert done.url == "/admin/moderation/"
    assert client.get(done.url).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/account/",
        "/account/2fa/totp/activate/",
        "/account/2fa/totp/deactivate/",
        "/account/2fa/webauthn/add/",
        "/account/2fa/recovery-codes/",
        "/account/2fa/recovery-codes/generate/",
        "/account/password/change/",
        "/account/reauthenticate/",
        "/account/sessions/",
    ],
)
def test_a_password_alone_changes_nothing_once_there_is_one(
    client: Client, teacher: User, address: str
) -> None:
    with_app(teacher)
    client.force_login(teacher)
    for answer in (client.get(address, follow=True), client.post(address, follow=True)):
        assert answer.redirect_chain[-1][0].startswith("/account/2fa/reauthenticate/")


def test_the_password_again_is_no_second_factor(client: Client, teacher: User) -> None:
    client.force_login(teacher)
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    assert client.get("/admin/").status_code == 302


def test_one_that_was_taken_away_counts_no_more(client: Client, teacher: User) -> None:
    with_app(teacher)
    by_password(client, teacher)
    client.post("/account/2fa/authenticate/", {"code": code_of(teacher)})
    assert client.get("/admin/").status_code == 200
    Authenticator.objects.filter(user=teacher).delete()
    assert client.get("/admin/").url.startswith("/account/second-step/")


def test_setting_up_an_app(client: Client, teacher: User) -> None:
    by_password(client, teacher)
    asked = client.get("/account/2fa/totp/activate/", follow=True)
    assert asked.redirect_chain[-1][0].startswith("/account/reauthenticate/")
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    page = client.get("/account/2fa/totp/activate/")
    assert "<svg" in page.content.decode()
    done = client.post(
        "/account/2fa/totp/activate/", {"code": code_for(page.context["form"].secret)}
    )
    assert done.url == "/account/2fa/recovery-codes/"
    assert set(Authenticator.objects.filter(user=teacher).values_list("type", flat=True)) == {
        Authenticator.Type.TOTP,
        Authenticator.Type.RECOVERY_CODES,
    }


def test_the_secret_is_kept_encrypted(teacher: User) -> None:
    secret = auth.generate_totp_secret()
    auth.TOTP.activate(teacher, secret)
    assert secret not in str(Authenticator.objects.get(user=teacher).data)


def test_codes_cannot_be_guessed(client: Client, teacher: User, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = production.ACCOUNT_RATE_LIMITS
    with_app(teacher)
    by_password(client, teacher)
    for _ in range(5):
        client.post("/account/2fa/authenticate/", {"code": "000000"})
    client.post("/account/2fa/authenticate/", {"code": code_of(teacher)})
    assert "_auth_user_id" not in client.session


def test_a_student_with_a_passkey_still_comes_in_by_password(client: Client, student: User) -> None:
    Authenticator.objects.create(
        user=student, type=Authenticator.Type.WEBAUTHN, data={"name": "My phone"}
    )
    assert by_password(client, student).url == "/desk/"


def test_nobody_is_sent_to_a_stranger(client: Client, teacher: User) -> None:
    with_app(teacher)
    client.force_login(teacher)
    answer = client.get("/account/second-step/?next=https://evil.example/")
    assert "evil" not in answer.url
