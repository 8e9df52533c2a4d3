"""A QR code for every address of ours, and for no other."""

from __future__ import annotations

import pytest
from defusedxml import ElementTree
from django.test import Client

from families import qr

SVG = "{http://www.w3.org/2000/svg}"


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/", "/places/sandhills/", "/stories/?place=collyhurst&page=2"])
def test_a_code_leads_to_one_of_our_pages(client: Client, path: str) -> None:
    answer = client.get("/qr/", {"to": path})
    assert answer["Content-Type"] == "image/svg+xml"
    assert ElementTree.fromstring(answer.content).tag == f"{SVG}svg"
    assert answer.content == qr.svg(f"http://testserver{path}")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "places/",
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example/",
        "/places/\n",
        "/a b",
        "javascript:alert(1)",
        "/" + "a" * 600,
    ],
)
def test_no_code_leads_anywhere_else(client: Client, path: str) -> None:
    answer = client.get("/qr/", {"to": path})
    assert answer.status_code == 400
    assert answer["Content-Type"].startswith("text/plain")
