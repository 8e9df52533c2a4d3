"""Nobody is asked where they are: not by a page, and not by a script that somebody adds."""

from __future__ import annotations

import pytest
from django.test import Client

from families.models import User
from tests.architecture.houses import ROOT

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/", "/map/", "/desk/", "/admin/", "/nowhere/", "/worry/"])
def test_every_answer_forbids_it(client: Client, teacher: User, address: str) -> None:
    client.force_login(teacher)
    assert "geolocation=()" in client.get(address)["Permissions-Policy"]


def test_no_script_of_ours_asks() -> None:
    scripts = list((ROOT / "design" / "static").rglob("*.js"))
    assert scripts
    assert [s.name for s in scripts if "geolocation" in s.read_text(encoding="utf-8")] == []
