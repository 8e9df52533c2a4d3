"""The way to tell somebody is on every page, and says which page it was."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.architecture.houses import ROOT
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("role", "page"),
    [
        ("visitor", "/stories/"),
        ("visitor", "/nothing/here/"),
        ("author", "/desk/"),
        ("teacher", "/admin/"),
        ("teacher", "/admin/moderation/"),
        ("lead", "/admin/worries/"),
    ],
)
def test_the_link_carries_the_page(client: Client, cast: Cast, role: str, page: str) -> None:
    if role != "visitor":
        client.force_login(cast[role])
    assert f"{reverse('worry')}?about={page}" in client.get(page).content.decode()


@pytest.mark.parametrize("base", ["footer", "desk_base", "slides_base"])
def test_the_frames_of_all_our_pages_have_it(base: str) -> None:
    frame = ROOT / "design" / "templates" / "design" / f"{base}.html"
    assert "/worry/?about={{ request.path|urlencode }}" in frame.read_text(encoding="utf-8")
