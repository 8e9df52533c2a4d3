"""Pages are small on the way; files go as they are."""

from __future__ import annotations

import gzip

import pytest
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory

from families.compressing import CompressPages
from families.models import User

LONG = b"What the mills taught us. " * 100


def sent(response: HttpResponseBase) -> HttpResponseBase:
    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    return CompressPages(lambda _: response)(request)


@pytest.mark.parametrize("kind", ["text/html; charset=utf-8", "application/json"])
def test_a_page_is_compressed(kind: str) -> None:
    answer = sent(HttpResponse(LONG, content_type=kind))
    assert answer["Content-Encoding"] == "gzip"
    assert isinstance(answer, HttpResponse)
    assert gzip.decompress(answer.content) == LONG


def test_two_answers_of_the_same_page_are_not_of_one_length() -> None:
    """Heal the Breach: what is secret in a page cannot be guessed by its length."""
    lengths = {len(sent(HttpResponse(LONG)).content) for _ in range(40)}  # type: ignore[attr-defined]
    assert len(lengths) > 1


@pytest.mark.parametrize(
    "answer",
    [
        HttpResponse(LONG, content_type="image/jpeg"),
        HttpResponse(LONG, content_type="video/mp4"),
        StreamingHttpResponse([LONG], content_type="text/html"),
        FileResponse([LONG], content_type="text/html"),
    ],
)
def test_a_file_goes_as_it_is(answer: HttpResponseBase) -> None:
    assert not sent(answer).has_header("Content-Encoding")


@pytest.mark.django_db
def test_the_desk_is_compressed(client: Client, student: User) -> None:
    client.force_login(student)
    answer = client.get("/desk/", headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    assert "no-store" in answer["Cache-Control"]
