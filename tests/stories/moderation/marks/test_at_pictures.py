"""What was found at a picture or a paper, and a medium without a yes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from families.models.consents import Scope
from media.models import PageText
from media.recipes.hiding import Area
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories import in_pictures, publication
from stories.models import FindingReview, StoryPart
from tests.factories import ItemFactory, PersonFactory, agree
from tests.stories.moderation.marks.reading import (
    FACE,
    PHONE,
    address,
    marks,
    page,
    picture,
    say,
    stay,
    submitted,
    way,
)

pytestmark = pytest.mark.django_db


def test_on_the_pages_of_a_paper(desk: Client, student: User) -> None:
    paper = ItemFactory(document=True, uploaded_by=student)
    for number, words in enumerate(["The baths.", f"Ring {PHONE}."], start=1):
        PageText.objects.create(item=paper, number=number, text=words)
    shown = page(desk, submitted(student, paper))
    closed, opened = shown.select(".review__page-words")
    assert (closed.get("open"), opened.select_one("mark").text) == (None, PHONE)
    assert opened.has_attr("open")


class TestAtPictures:
    def test_a_face_is_drawn_and_may_be_seen(
        self, desk: Client, student: User, teacher: User
    ) -> None:
        part = picture(student, faces=[asdict(FACE)])
        story = submitted(student, part)
        shown = page(desk, story)
        rect = shown.select_one(".review__faces rect")
        assert [rect[name] for name in ("x", "y", "width", "height")] == [
            "10.0",
            "20.0",
            "25.0",
            "30.0",
        ]
        (mark,) = marks(shown)
        assert "A computer sees a face here." in say(mark)
        hide = reverse("admin_item_hide", args=[part.item.ref])
        assert way(mark, "mend")["href"] == f"{hide}?memory={story.ref}"
        assert stay(desk, story, mark).url == f"{address(story)}#found-1"
        review = FindingReview.objects.get()
        assert review.excerpt == in_pictures.name_of(part.item, FACE)
        assert review.reviewed_by == teacher
        assert marks(page(desk, story)) == []

    def test_two_faces_are_one_question(self, desk: Client, student: User) -> None:
        other = Area(0.6, 0.2, 0.25, 0.3)
        story = submitted(student, picture(student, faces=[asdict(FACE), asdict(other)]))
        (mark,) = marks(page(desk, story))
        assert "2 faces" in say(mark)
        stay(desk, story, mark)
        assert FindingReview.objects.count() == 2

    @pytest.fixture
    def shown_child(self, student: User) -> Any:
        return PersonFactory(school=student.school, child=True, consenting=True)

    def test_a_uniform_is_asked_about_once(
        self, desk: Client, student: User, shown_child: Any
    ) -> None:
        story = submitted(student, picture(student), people=[(shown_child, "shown")])
        (mark,) = marks(page(desk, story))
        assert "Is a school uniform or a badge in this one?" in say(mark)
        assert publication.blockers(story) == []
        stay(desk, story, mark)
        assert marks(page(desk, story)) == []

    def test_yes_keeps_it_back_until_it_is_hidden_or_let_stay(
        self, desk: Client, student: User, shown_child: Any
    ) -> None:
        story = submitted(student, picture(student), people=[(shown_child, "shown")])
        stay(desk, story, marks(page(desk, story))[0], answer="yes")
        (mark,) = marks(page(desk, story))
        assert "There is a school uniform or a badge in this picture." in say(mark)
        assert [b.code for b in publication.blockers(story)] == ["uniform"]
        stay(desk, story, mark)
        assert publication.blockers(story) == []

    def test_a_picture_that_nobody_described(self, desk: Client, student: User) -> None:
        item = ItemFactory(uploaded_by=student)
        story = submitted(student, StoryPart(kind="item", item=item))
        (mark,) = marks(page(desk, story))
        assert way(mark, "mend")["href"].endswith("#id_parts-0-description")
        assert way(mark, "stay") is None

    def test_a_file_that_was_refused_asks_nothing(self, desk: Client, student: User) -> None:
        item = ItemFactory(refused=True, uploaded_by=student)
        assert marks(page(desk, submitted(student, StoryPart(kind="item", item=item)))) == []


def test_a_medium_without_a_yes_stands_at_the_first_that_needs_it(
    desk: Client, student: User
) -> None:
    nan = PersonFactory(school=student.school, public_name="Mary")
    agree(nan, Scope.ARCHIVE, Scope.WEB)
    sounds = [ItemFactory(audio=True, uploaded_by=student) for _ in range(2)]
    for sound in sounds:
        verbs.save(sound, [Cue(0, 900, "Hello.")], by=None, number=0)
    parts = ("Words.", picture(student), *sounds)
    story = submitted(student, *parts, people=[(nan, "shown"), (nan, "heard")])
    shown = page(desk, story)
    face, voice = marks(shown)
    assert face.find_parent("section")["id"] == "part-2"
    assert voice.find_parent("section")["id"] == "part-3"
    assert "Mary has not yet said yes to their voice being used." in say(voice)
    for mark in (face, voice):
        assert shown.select_one(way(mark, "mend")["href"]) is not None
        assert way(mark, "stay") is None
