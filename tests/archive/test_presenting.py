"""Notes for whoever presents: in step with the pieces, and seen by nobody else."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from archive.copies import offline
from archive.models import ShowcasePage
from archive.presenting import by_place
from families.models import User
from stories import lifecycle
from tests.archive.copies.taking import NOTE, Taken, taken
from tests.factories import UserFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("blocks", "notes"),
    [
        ([], {}),
        ([("notes", "First.")], {-1: "First."}),
        ([("story", 1), ("notes", "Of it."), ("notes", "More.")], {0: "Of it.\n\nMore."}),
        ([("story", 1), ("heading", "H"), ("notes", "Of H."), ("notes", "")], {1: "Of H."}),
    ],
)
def test_to_which_piece_notes_belong(
    blocks: list[tuple[str, object]], notes: dict[int, str]
) -> None:
    assert by_place(blocks) == notes


@pytest.fixture
def told(student: User, teacher: User) -> Taken:
    return taken(student, teacher)


def test_notes_are_the_curators_alone(client: Client, told: Taken, teacher: User) -> None:
    """Who sees the window; and that no page of the public says a word of them."""
    address = f"{told.page.slides_url}notes/"
    stranger = UserFactory(teacher=True)
    for user in (AnonymousUser(), told.stays.author, stranger, teacher):
        client.logout()
        if isinstance(user, User):
            client.force_login(user)
        answer = client.get(address)
        may = user == teacher
        assert answer.status_code == (200 if may else 404)
        assert (f"{NOTE}: at the bakery." in answer.content.decode()) is may
        for page in (told.page.url, told.page.slides_url):
            text = client.get(page).content.decode()
            assert NOTE not in text
            assert (address in text) is (may and page == told.page.slides_url)
        if may:
            assert answer["Cache-Control"] == "private, no-store"


def test_each_stands_beside_its_slides(client: Client, told: Taken, teacher: User) -> None:
    client.force_login(teacher)
    address = f"{told.page.slides_url}notes/"
    spoken = client.get(address).context["spoken"]
    assert [one.slide.label for one in spoken if one.notes.endswith("at the cover.")] == [
        "Up before the light"
    ]
    assert {one.slide.label for one in spoken if one.notes.endswith("over the shop.")} == {
        "Over the shop"
    }
    lifecycle.withdraw(told.goes, by=told.goes.author)
    text = client.get(address).content.decode()
    assert "over the shop" not in text.casefold()
    assert f"{NOTE}: at the bakery." in text


def test_what_a_device_may_keep(client: Client, told: Taken, teacher: User) -> None:
    """Public files alone, each of which the door gives; another edition once one goes."""
    address = f"{told.page.slides_url}kept.json"
    answer = client.get(address)
    assert answer["Cache-Control"] == "no-cache"
    before = answer.json()
    sound = told.goes.parts.get(item__kind="audio").item.url("sound.m4a")
    assert sound in before["files"]
    for file in before["files"]:
        sent = client.get(file)
        assert sent.status_code == 200
        assert body(sent)
    page = client.get(told.page.slides_url).content.decode()
    assert f'data-edition="{before["slides"]}"' in page
    lifecycle.withdraw(told.goes, by=told.goes.author)
    after = client.get(address).json()
    assert sound not in after["files"]
    assert after["slides"] != before["slides"]
    code = client.get(f"{told.page.slides_url}sw.js")
    assert "slides-worker" in code.content.decode()
    assert code["Content-Type"].startswith("text/javascript")
    told.page.unpublish(user=teacher)
    assert client.get(address).status_code == 404


def test_a_device_is_asked_to_keep_no_more_than_fits(
    told: Taken, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = offline.told(told.page)["files"]
    monkeypatch.setattr(offline, "MOST", 1)
    assert offline.told(told.page)["files"] == []
    assert files


def test_a_preview_is_kept_nowhere(client: Client, told: Taken, teacher: User) -> None:
    client.force_login(teacher)
    text = client.get(f"/admin/showcases/{told.page.pk}/read/?as=slides").content.decode()
    assert "data-slides" in text
    assert "data-worker" not in text
    assert NOTE not in text


def test_what_stands_on_the_page_to_take_along(client: Client, told: Taken) -> None:
    page: ShowcasePage = told.page
    text = client.get(page.url).content.decode()
    for name in ("booklet.pdf", "booklet-to-print.pdf", "poster.pdf", "to-keep.zip"):
        assert f'href="{page.url}{name}"' in text
    assert f'href="{page.slides_url}?autoplay=12"' in text
    body(client.get(f"{page.url}to-keep.zip"))
    assert "KB" in client.get(page.url).content.decode().partition("to-keep.zip")[2][:600]
