"""What is kept, for whom, and what never is."""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from django.conf import LazySettings
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive.kept.pages import PAGES, Pages
from archive.models import PublicStamp
from archive.stamps import triggers
from families.models import User
from stories import lifecycle
from stories.models import Story
from tests.archive.kept.reading import dropped, is_kept, read
from tests.archive.making import showcase
from tests.factories import StoryFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(published=True, author=student, title="The lamplighter")
    return made


def test_a_kept_page_is_the_page_as_it_was(client: Client, story: Story) -> None:
    for page in ("/", "/stories/", story.get_absolute_url()):
        first, again = client.get(page), client.get(page)
        assert again.content == first.content
        headers = dict(again.items())
        assert headers.pop("Content-Length") == str(len(first.content))
        assert headers == {n: v for n, v in first.items() if n != "Content-Length"}
        assert "no-cache" in again["Cache-Control"]
        assert (
            "script-src" in again["Content-Security-Policy"]
            or "default-src" in again["Content-Security-Policy"]
        )


def test_it_costs_one_question(client: Client, story: Story) -> None:
    client.get("/stories/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/stories/")
    assert len(queries) == 1


def test_it_goes_out_as_it_is_understood(client: Client, story: Story) -> None:
    plain = client.get("/stories/")
    packed = [client.get("/stories/", headers={"Accept-Encoding": "gzip"}) for _ in range(2)]
    assert not plain.has_header("Content-Encoding")
    assert [one["Content-Encoding"] for one in packed] == ["gzip", "gzip"]
    assert gzip.decompress(packed[1].content) == plain.content


def test_a_browser_that_has_it_hears_so(client: Client, story: Story) -> None:
    client.get("/stories/")
    etag = client.get("/stories/")["ETag"]
    for told in (etag, f"W/{etag}", f'"other", {etag}'):
        known = client.get("/stories/", headers={"If-None-Match": told})
        assert (known.status_code, known.content) == (304, b"")
        assert "no-cache" in known["Cache-Control"]
    assert client.get("/stories/", headers={"If-None-Match": '"other"'}).status_code == 200
    lifecycle.withdraw(story, by=story.author)
    assert client.get("/stories/", headers={"If-None-Match": etag}).status_code == 200


def test_head_and_range(client: Client, story: Story) -> None:
    """A look at the head neither keeps a page nor spoils one; a piece of a page is the whole."""
    client.head("/stories/")
    assert not PAGES.known
    whole = client.get("/stories/")
    head = client.head("/stories/")
    assert (head.content, head["Content-Length"]) == (b"", str(len(whole.content)))
    assert client.get("/stories/", headers={"Range": "bytes=0-9"}).content == whole.content


@pytest.mark.parametrize(
    "noise",
    [
        "?utm_source=x",
        "?page=1",
        "?page=99",
        "?page=x",
        "?place=nowhere",
        "?sort=newest",
        "?q=lamp",
        "?kind=image&context=family",
        "?sort=title&decade=1970s",
    ],
)
def test_noise_in_an_address_fills_nothing(client: Client, story: Story, noise: str) -> None:
    assert client.get(f"/stories/{noise}").status_code == 200
    assert client.get(f"/places/collyhurst/{noise}").status_code == 200
    kept = [address.asked for address in PAGES.known]
    assert kept == []


@pytest.mark.parametrize("cookie", ["sessionid=made-up", "messages=x", "anything=1; csrftoken=a"])
def test_whoever_may_be_somebody_is_served_anew(client: Client, story: Story, cookie: str) -> None:
    name, _, value = cookie.partition(";")[0].partition("=")
    client.get("/stories/")
    known = dict(PAGES.known)
    client.cookies[name] = value
    assert not is_kept(client, "/stories/")
    assert PAGES.known == known


def test_nobody_gets_the_page_of_somebody_signed_in(
    client: Client, story: Story, student: User, teacher: User
) -> None:
    pages = ["/", "/stories/", story.get_absolute_url(), "/places/collyhurst/"]
    for user in (student, teacher):
        client.force_login(user)
        for page in pages:
            assert "Your desk" in client.get(page).content.decode()
        client.logout()
        client.cookies.clear()
    assert not PAGES.known
    for page in pages:
        assert "Your desk" not in client.get(page).content.decode()


def test_only_pages_that_say_so_are_kept(client: Client, story: Story) -> None:
    for page in ("/sign-in/", "/worry/", "/healthz", "/nowhere/", "/takedown/", "/style-guide/"):
        client.get(page)
    lifecycle.withdraw(story, by=story.author)
    assert client.get(story.get_absolute_url()).status_code == 410
    client.post("/stories/")
    assert not PAGES.known


def test_a_part_of_a_page_is_not_the_page(client: Client, story: Story) -> None:
    client.get("/stories/", headers={"HX-Request": "true"})
    assert not PAGES.known


def test_a_draft_is_not_mixed_up_with_the_page(client: Client, story: Story, teacher: User) -> None:
    """Wagtail asks for it at the address of the page itself."""
    page = showcase(story, by=teacher)
    client.get(page.url)
    page.title = "Not yet"
    draft = page.make_preview_request(preview_mode="")
    assert "Not yet" in draft.content.decode()
    assert "Not yet" not in client.get(page.url).content.decode()


def test_another_process_knows_at_once(client: Client, story: Story) -> None:
    """Each process keeps its own pages; what has changed is in the database."""
    client.get("/stories/")
    here = PAGES.known.copy()
    other = Pages()
    for address, page in here.items():
        other.put(address, page)
    assert all(other.find(address) for address in here)
    lifecycle.withdraw(story, by=story.author)
    connection.check_constraints()
    assert not any(other.find(address) for address in here)


def test_what_was_undone_in_the_database_drops_nothing(client: Client, story: Story) -> None:
    pages = ["/", "/stories/", story.get_absolute_url()]
    read(client, pages)
    with transaction.atomic():
        lifecycle.withdraw(story, by=story.author)
        transaction.set_rollback(True)
    assert dropped(client, pages) == set()


def test_a_change_while_a_page_is_made_is_newer_than_the_page(
    client: Client, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    from archive.views import browse

    answer = browse.answer

    def meanwhile(asked: Any) -> Any:
        found = answer(asked)
        list(found.shelf)
        lifecycle.withdraw(story, by=story.author)
        connection.check_constraints()
        monkeypatch.undo()
        return found

    monkeypatch.setattr(browse, "answer", meanwhile)
    client.get("/stories/")
    assert "The lamplighter" not in client.get("/stories/").content.decode()


def test_nothing_is_kept_while_nobody_stamps(client: Client, story: Story) -> None:
    """As while tables are altered, or in a copy of the database without its triggers."""
    client.get("/stories/")
    triggers.remove(using="default")
    assert not is_kept(client, "/stories/")
    Story.objects.update(held=True)
    assert not PublicStamp.objects.filter(tag="").exists()
    triggers.install(using="default")
    assert "The lamplighter" not in client.get("/stories/").content.decode()


def test_the_least_asked_for_goes_first(
    client: Client, story: Story, settings: LazySettings
) -> None:
    client.get("/stories/")
    size = PAGES.size
    settings.KEPT_PAGES = size * 2
    for page in ("/timeline/", "/stories/", "/funds/", "/places/", "/map/"):
        client.get(page)
        assert PAGES.size <= size * 2
        assert PAGES.size == sum(page.size for page in PAGES.known.values())
    settings.KEPT_PAGES = 100
    PAGES.clear()
    client.get("/stories/")
    assert not PAGES.known
    settings.KEPT_PAGES = 0
    assert not is_kept(client, "/stories/")
