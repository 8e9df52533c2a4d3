"""The record of processing: every table with people in it has a reason in law."""

from __future__ import annotations

import pytest
from django.test import Client

from families.erasure import erasers
from home.processing import RECORD, Basis
from tests.home.test_front_door import PLAIN

pytestmark = pytest.mark.django_db


def test_every_table_that_points_at_somebody_is_of_one_kind() -> None:
    columns = [column for eraser in erasers() for column in eraser.claims]
    told = [table for kind in RECORD for table in kind.tables]
    assert sorted({column.rpartition(".")[0] for column in columns} - set(told)) == [], (
        "Say in home/processing.py why the law allows it."
    )
    assert sorted(set(told)) == sorted(told)


def test_consent_alone_is_never_the_reason() -> None:
    assert {kind.basis for kind in RECORD} == set(Basis)
    assert "a" not in Basis.values


def test_everybody_can_read_it(client: Client) -> None:
    page = client.get("/privacy/record/")
    assert page.status_code == 200
    html = page.content.decode()
    for kind in RECORD:
        for words in (kind.what, kind.kept, f"article 6(1)({kind.basis})"):
            assert words in html
    assert html.count("<h1") == 1


def test_the_privacy_page_leads_there_and_says_it_in_pictures(client: Client) -> None:
    html = client.get("/privacy/").content.decode()
    assert 'href="/privacy/record/"' in html
    pictures = html[html.index('<ol class="in-pictures"') :].partition("</ol>")[0]
    assert pictures.count("<svg") == pictures.count("<li>") == 6
    assert "in-pictures" not in client.get("/about/").content.decode()


@pytest.mark.parametrize("address", [*PLAIN, "/privacy/record/"])
def test_plain_words_can_be_read_aloud(client: Client, address: str) -> None:
    html = client.get(address).content.decode()
    assert "Read it to me" in html
    assert "design/js/read-aloud" in html
    # Without a script, or without a voice, there is no button that does nothing.
    assert "data-read-aloud hidden" in html
