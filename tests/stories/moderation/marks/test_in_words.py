"""What was found in words stands where they do, with its ways out."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import publication, safeguarding
from stories.models import StoryPart
from tests.factories import ItemFactory, PersonFactory
from tests.stories.moderation.marks.reading import (
    EMAIL,
    PHONE,
    address,
    marks,
    page,
    say,
    stay,
    submitted,
    way,
)

pytestmark = pytest.mark.django_db


class TestInWords:
    TEXTS = [
        ("title", {"title": f"Ring {PHONE}"}, "#id_title"),
        ("summary", {"summary": f"Ring {PHONE}."}, "#id_summary"),
        ("when", {"when_text": f"ring {PHONE}"}, "#id_when_text"),
    ]

    @pytest.mark.parametrize(("place", "fields", "box"), TEXTS, ids=[each[0] for each in TEXTS])
    def test_above_the_parts(
        self, desk: Client, student: User, place: str, fields: dict[str, str], box: str
    ) -> None:
        shown = page(desk, submitted(student, **fields))
        assert shown.select_one("mark#mark-1.found").text == PHONE
        (mark,) = marks(shown)
        assert say(mark).startswith("1 This looks like a phone number.")
        assert way(mark, "mend")["href"].endswith(box)
        assert way(mark, "ask")["data-to"] == "request_changes"

    def test_each_is_numbered_in_the_order_in_which_one_reads(
        self, desk: Client, student: User
    ) -> None:
        nell = PersonFactory(
            school=student.school,
            child=True,
            name="Nell Byrne",
            public_name="Nell",
            consenting=True,
        )
        item = ItemFactory(uploaded_by=student)
        part = StoryPart(
            kind="item", item=item, caption=f"To {EMAIL}", description="See @nans_cat there."
        )
        words = f"Nell Byrne, 14 Moston Lane, M9 4AB. Ring {PHONE}, or {PHONE}."
        shown = page(desk, submitted(student, words, part, people=[(nell, "mentioned")]))
        kinds = ["surname", "address", "postcode", "phone", "email", "handle"]
        said = [say(mark) for mark in marks(shown)]
        assert [
            str(safeguarding.REASONS[kind]) in one for kind, one in zip(kinds, said, strict=True)
        ]
        spots = [(spot.text, spot.get("id")) for spot in shown.select("mark.found")]
        assert spots == [
            ("Byrne", "mark-1"),
            ("14 Moston Lane", "mark-2"),
            ("M9 4AB", "mark-3"),
            (PHONE, "mark-4"),
            (PHONE, None),
            (EMAIL, "mark-5"),
            ("@nans_cat", "mark-6"),
        ]
        edit = [way(mark, "mend")["href"].partition("#")[2] for mark in marks(shown)]
        assert edit == ["id_parts-0-text"] * 4 + ["id_parts-1-caption", "id_parts-1-description"]

    def test_what_is_found_is_escaped(self, desk: Client, student: User) -> None:
        story = submitted(student, f"<b>{PHONE}</b>\n\n<script>\nx")
        html = desk.get(address(story)).content.decode()
        assert f'&lt;b&gt;<mark class="found" id="mark-1">{PHONE}</mark>' in html
        assert "<p>&lt;script&gt;<br>x</p>" in html

    def test_the_gate_and_the_page_find_the_same(self, desk: Client, student: User) -> None:
        story = submitted(student, f"{PHONE} {EMAIL} 12 Brown Street, {PHONE}", title=EMAIL)
        gate = {(f.kind, f.excerpt) for f in safeguarding.unreviewed(story)}
        shown = {
            (m.select_one("[name=kind]")["value"], m.select_one("[name=excerpt]")["value"])
            for m in marks(page(desk, story))
        }
        assert shown == gate

    def test_a_quote_that_was_kept_is_marked_through_what_was_found(
        self, desk: Client, student: User
    ) -> None:
        story = submitted(student, f"Ring {PHONE} and ask.")
        keep = reverse("moderation:keep_point", args=[story.ref])
        quote = f"Ring {PHONE}"
        desk.post(keep, {"part": story.parts.get().pk, "feedback": "Who?", "quote": quote})
        words = page(desk, story).select_one("[data-words]")
        assert [(m.text, m.get("class")) for m in words.select("mark")] == [
            ("Ring ", None),
            (PHONE, ["found"]),
        ]


class TestThemes:
    def test_it_asks_and_never_blocks(self, desk: Client, student: User) -> None:
        story = submitted(student, "She died. The funeral was short.", "He died too.")
        (mark,) = marks(page(desk, story))
        assert "It may be about death (“died”, “funeral”)." in say(mark)
        assert way(mark, "mend")["href"].endswith("#id_summary")
        assert publication.blockers(story) == []

    def test_another_word_of_it_asks_again(self, desk: Client, student: User) -> None:
        story = submitted(student, "She died.")
        stay(desk, story, marks(page(desk, story))[0])
        assert marks(page(desk, story)) == []
        story.parts.update(text="She died. He was buried.")
        (mark,) = marks(page(desk, story))
        assert "(“buried”)" in say(mark)
