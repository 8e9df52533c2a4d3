"""The booklet and the poster: what is in them, and what never is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from archive.copies import making, printed, setting
from archive.copies.whole import Whole, whole_of
from archive.models import ShowcaseCopy
from archive.models.copies import store
from families import consent
from families.models import User
from families.models.consents import Decision, Scope
from media.children import Limits
from stories import lifecycle
from tests.archive.copies.taking import HOSTILE, NOTE, Taken, pdf, plain, taken
from tests.archive.making import showcase
from tests.media.answers import body

pytestmark = pytest.mark.django_db


def test_booklet(
    client: Client, student: User, teacher: User, django_capture_on_commit_callbacks: Any
) -> None:
    """From its cover to its back; then again without a memory that was taken back."""
    told = taken(student, teacher)
    pages = pdf(client, f"{told.page.url}booklet.pdf")
    words = " ".join(" ".join(pages).split())
    wanted = [
        "Who was up first?",
        "Up before the light",
        "What people remember.",
        "Before the light",
        "dark and still",
        "The bakery",
        "Rochdale Road · 1963",
        HOSTILE,
        "The oven, cold",
        "Told by Rita.",
        "Told before",
        "Mornings",
        "Over the shop",
        "The bread was hot at five.",
        "The oven at work",
        "every one",
        "Many hands make light work.",
        "On the table",
        "Shops",
        "One pane",
        "Then and now",
        "Where they baked",
        "When they baked",
        "1960s",
        f"testserver{told.page.url}",
    ]
    assert [one for one in wanted if one not in words] == []
    assert NOTE not in words
    assert "testserver" in pages[-1]
    # The same file is given again; nothing is made.
    first = told.page.copies.get()
    assert pdf(client, f"{told.page.url}booklet.pdf") == pages
    assert told.page.copies.get() == first

    lifecycle.withdraw(told.goes, by=told.goes.author)
    with django_capture_on_commit_callbacks(execute=True):
        words = " ".join(pdf(client, f"{told.page.url}booklet.pdf"))
    assert "Over the shop" not in words
    assert "hot at five" not in words
    assert "The bakery" in words
    assert not store().exists(first.file)


def test_poster(client: Client, student: User, teacher: User) -> None:
    told = taken(student, teacher)
    (words,) = pdf(client, f"{told.page.url}poster.pdf")
    for one in ("Who was up first?", "Up before the light", f"testserver{told.page.url}"):
        assert one in " ".join(words.split())
    answer = client.get(f"{told.page.url}poster.pdf", headers={"If-None-Match": "*"})
    assert answer.status_code == 304
    assert answer["Cache-Control"] == "no-cache"


def test_booklet_to_print(client: Client, student: User, teacher: User) -> None:
    """Two pages a side: the back beside the cover. Without a cover picture, and empty, as well."""
    told = taken(student, teacher)
    told.page.cover = None
    told.page.body = []
    told.page.save_revision(user=teacher).publish(user=teacher)
    sheets = pdf(client, f"{told.page.url}booklet-to-print.pdf")
    assert len(sheets) == 2
    assert "Hear the voices" in sheets[0]
    assert "Up before the light" in sheets[0]


LEFT = ["figure", "panes", "panes"]
"""Pictures of the library, which belong to no memory."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Instead of typst, which takes a second: a file that says which showcase it is of."""
    made: list[str] = []

    def poster(whole: Whole, link: Any, folder: Path) -> Path:
        made.append(whole.edition)
        path = folder / "poster.pdf"
        path.write_text(" ".join(record.title for record in whole.records))
        return path

    monkeypatch.setitem(making.MAKERS, ShowcaseCopy.Kind.POSTER, poster)
    return made


class TestKeeping:
    """A copy is kept while nothing in it has changed, and not a moment longer."""

    def test_made_again_when_something_changes(
        self, client: Client, student: User, teacher: User, quick: list[str]
    ) -> None:
        told = plain(student, teacher)

        def title() -> None:
            told.page.title = "Another"
            told.page.save_revision(user=teacher).publish(user=teacher)

        def picture() -> None:
            item = told.stays.parts.get(item__kind="image").item
            item.derivatives.update(sha256="0" * 64)

        def words() -> None:
            told.stays.parts.filter(kind="words").update(text="Other words.")

        def nothing() -> None:
            told.page.save_revision(user=teacher)

        def held() -> None:
            lifecycle.hold(told.goes, by=teacher, reason="A worry.")

        for change, made in ((nothing, 1), (title, 2), (picture, 3), (words, 4), (held, 5)):
            assert poster(client, told)
            change()
            assert ("Over the shop" in poster(client, told)) is (change is not held)
            assert len(quick) == made, change.__name__

    def test_gone_with_the_showcase(
        self,
        client: Client,
        student: User,
        teacher: User,
        quick: list[str],
        django_capture_on_commit_callbacks: Any,
    ) -> None:
        told = plain(student, teacher)
        assert poster(client, told)
        assert making.throw_away() == 0
        lifecycle.withdraw(told.goes, by=student)
        assert making.throw_away() == 1
        assert poster(client, told)
        file = told.page.copies.get().file
        with django_capture_on_commit_callbacks(execute=True):
            told.page.unpublish(user=teacher)
        assert not store().exists(file)
        assert client.get(f"{told.page.url}poster.pdf").status_code == 404
        with pytest.raises(making.Changing):
            making.make(told.page.pk, ShowcaseCopy.Kind.POSTER, base="")

    def test_without_what_may_not_be_printed(
        self, client: Client, student: User, teacher: User
    ) -> None:
        """Somebody said yes to the web and no to paper: every trace of it stays off the sheet."""
        told = taken(student, teacher)
        before = whole_of(told.page)
        assert told.goes.ref in before.printable
        person = told.goes.people.get(role="teller").person
        consent.record(person=person, scope=Scope.PRINT, decision=Decision.NO, by=teacher)
        after = whole_of(told.page)
        assert after.edition != before.edition
        assert after.printable == {told.stays.ref}
        data = printed.blocks(printed.Sheet(after, str))
        assert "Over the shop" not in str(data)
        assert "hot at five" not in str(data)
        assert "Told before" in str(data)
        person = told.stays.people.get(role="teller").person
        consent.record(person=person, scope=Scope.PRINT, decision=Decision.NO, by=teacher)
        data = printed.blocks(printed.Sheet(whole_of(told.page), str))
        kinds = [one["kind"] for one in data]
        assert kinds == [*["chapter", "words", "chapter", "heading", "quote"], *LEFT]
        assert "bakery" not in str(data).casefold()
        assert "The bakery" in client.get(told.page.url).content.decode()

    def test_a_memory_that_goes_while_it_is_made(
        self, client: Client, student: User, teacher: User, quick: list[str]
    ) -> None:
        """The file of a moment ago is thrown away, and another one is made."""
        told = plain(student, teacher)
        maker = making.MAKERS[ShowcaseCopy.Kind.POSTER]

        def slow(whole: Whole, link: Any, folder: Path) -> Path:
            path = maker(whole, link, folder)
            if len(quick) == 1:
                lifecycle.withdraw(told.goes, by=student)
            return path

        with pytest.MonkeyPatch.context() as patch:
            patch.setitem(making.MAKERS, ShowcaseCopy.Kind.POSTER, slow)
            assert "Over the shop" not in poster(client, told)
        assert len(quick) == 2

    def test_what_a_visitor_is_told_meanwhile(
        self, client: Client, student: User, teacher: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """While another visitor’s is being made; and where typst does not manage it."""
        page = showcase(by=teacher)
        cache.add(f"showcase-copy-made-{page.pk}-poster", 1)
        answer = client.get(f"{page.url}poster.pdf")
        assert answer.status_code == 202
        assert "looks again by itself" in answer.content.decode()
        cache.clear()
        monkeypatch.setattr(setting, "LIMITS", Limits(file_size=1))
        answer = client.get(f"{page.url}poster.pdf")
        assert answer.status_code == 503
        assert "Try again in a minute" in answer.content.decode()


def poster(client: Client, told: Taken) -> str:
    answer = client.get(f"{told.page.url}poster.pdf")
    assert answer.status_code == 200
    return body(answer).decode()
