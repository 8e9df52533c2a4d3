"""There is one way in; and staff who have not taken the second step are visitors everywhere."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from families.second_factor import ROOMS, SETTING_IT_UP, TAKING_IT
from tests.access.asking import CSRF, Answer, ask
from tests.access.routes import routes
from tests.access.world import World, make
from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

ALL = routes()
FORMS = {"sign-in/", "account/login/"}


@pytest.fixture
def world() -> Iterator[World]:
    logging.disable(logging.CRITICAL)
    yield make()
    logging.disable(logging.NOTSET)


def test_a_name_and_a_password_open_the_sign_in_page_alone(world: World, student: User) -> None:
    """Limits stand at that page; whatever else took a password would go round them."""
    opened = set()
    for route in ALL:
        client = Client(raise_request_exception=False)
        typed = {"login": student.username, "username": student.username, "password": PASSWORD}
        client.post(route.filled(world.words(route)), typed)
        if "_auth_user_id" in client.session:
            opened.add(route.pattern)
    assert opened == FORMS


@pytest.mark.parametrize("form", sorted(FORMS))
def test_both_names_of_that_page_have_its_limits(form: str, student: User) -> None:
    for _ in range(5):
        Client().post(f"/{form}", {"login": student.username, "password": "guess"})
    last = Client()
    last.post("/sign-in/", {"login": student.username, "password": PASSWORD})
    assert "_auth_user_id" not in last.session


def test_staff_without_the_second_step_see_what_visitors_see(world: World, settings: Any) -> None:
    settings.STAFF_SECOND_FACTOR = True
    staff, visitor = (Client(raise_request_exception=False) for _ in range(2))
    staff.force_login(world.cast["lead"])
    taking_it = {reverse(name) for name in (*TAKING_IT, *SETTING_IT_UP)}
    taking_it.add(reverse("mfa_reauthenticate_webauthn"))
    for route in ALL:
        there = route.filled(world.words(route))
        if there in taking_it:
            continue
        for method in ("GET", "POST"):
            answer = ask(staff, method, there)
            if there.startswith(ROOMS):
                assert answer.location.startswith("/account/second-step/"), (method, there)
            else:
                assert plain(answer) == plain(ask(visitor, method, there)), (method, there)


def plain(answer: Answer) -> Answer:
    return Answer(answer.status, answer.location, CSRF.sub("", answer.said))
