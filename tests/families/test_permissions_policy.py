"""A page may use of a device what its view opens, and nothing else."""

from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from families.models import User
from families.permissions_policy import CLOSED, HEADER, may_use


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["/", "/desk/", "/sign-in/", "/admin/", "/nowhere/"])
def test_every_page_is_closed(client: Client, student: User, page: str) -> None:
    client.force_login(student)
    policy = client.get(page)[HEADER]
    assert policy.split(", ") == [f"{name}=()" for name in CLOSED]


def test_a_view_opens_what_it_names_for_its_own_page_alone() -> None:
    @may_use("microphone")
    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    policy = view(HttpRequest())[HEADER].split(", ")
    assert "microphone=(self)" in policy
    assert "camera=()" in policy


def test_nobody_opens_what_is_closed_nowhere() -> None:
    with pytest.raises(ValueError, match="mikrophone"):
        may_use("mikrophone")
