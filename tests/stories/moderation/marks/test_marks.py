"""What was found stands where it is: in words, lines and pages, at pictures, with its ways out."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from families.models import User
from families.models.consents import Scope
from media.models import Item, PageText
from media.recipes.hiding import Area
from media.transcripts import verbs
from media.transcripts.cues import Cue
from media.transcripts.holding import hold_back
from stories import in_pictures, publication, safeguarding
from stories.models import FindingReview, Story, StoryPart
from tests.factories import ItemFactory, PersonFactory, StoryFactory, UserFactory, agree

pytestmark = pytest.mark.django_db
PHONE, EMAIL = "0161 496 0000", "nan@example.org"
FACE = Area(0.1, 0.2, 0.25, 0.3)


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def submitted(student: User, *parts: Any, **fields: Any) -> Story:
    made: Story = StoryFactory(submitted=True, author=student, parts=parts or ("Words.",), **fields)
    return made


def address(story: Story) -> str:
    return reverse("moderation:review", args=[story.ref])


def page(desk: Client, story: Story, query: str = "") -> BeautifulSoup:
    response = desk.get(address(story) + query)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def marks(found: BeautifulSoup) -> list[Tag]:
    return found.select("[data-found]")


def say(mark: Tag) -> str:
    return re.sub(r"\s+", " ", mark.p.text).strip()


def way(mark: Tag, name: str) -> Tag:
    return mark.select_one(f"[data-way={name}]")


def stay(desk: Client, story: Story, mark: Tag, **more: str) -> Any:
    named = {field["name"]: field["value"] for field in mark.form.select("[type=hidden]")}
    named.pop("csrfmiddlewaretoken", None)
    return desk.post(mark.form["action"], named | more)


def picture(student: User, **fields: Any) -> StoryPart:
    item = ItemFactory(uploaded_by=student, **fields)
    return StoryPart(kind="item", item=item, caption="Nan", description="Nan.")


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


class TestInRecordings:
    @pytest.fixture
    def sound(self, student: User) -> Item:
        made: Item = ItemFactory(audio=True, uploaded_by=student)
        return made

    def test_a_line_is_highlighted_and_leads_to_its_second(
        self, desk: Client, student: User, sound: Item
    ) -> None:
        cues = [Cue(0, 900, "Hello."), Cue(65_000, 66_000, f"Ring {PHONE}.", speaker="Nan")]
        verbs.save(sound, cues, by=None, number=0)
        story = submitted(student, "Words.", sound)
        shown = page(desk, story)
        first, second = shown.select(".said li")
        assert first.select_one("a")["href"] == f"{sound.url()}#t=0"
        assert second.select_one("[data-second]")["data-second"] == "65"
        assert second.select_one("mark#mark-1").text == PHONE
        tool = reverse("admin_item_transcript", args=[sound.ref])
        assert f"{tool}?memory={story.ref}#line-1" in [a["href"] for a in second.select("a")]
        (mark,) = marks(shown)
        assert way(mark, "mend")["href"] == f"{tool}?memory={story.ref}#line-1"
        assert way(mark, "ask")["data-moment"] == "1:05"

    def test_words_across_two_lines_and_in_the_name_of_who_speaks(
        self, desk: Client, student: User, sound: Item
    ) -> None:
        cues = [Cue(0, 900, "Ring 0161"), Cue(1000, 2000, "496 0000.", speaker="@nans_cat")]
        verbs.save(sound, [cues[0], Cue(900, 1000, "496 0000."), cues[1]], by=None, number=0)
        shown = page(desk, submitted(student, sound))
        assert [m.text for m in shown.select(".said mark")] == ["0161", "496 0000", "@nans_cat"]

    def test_what_is_held_back_is_not_found(self, desk: Client, student: User, sound: Item) -> None:
        verbs.save(sound, [Cue(0, 900, PHONE), Cue(1000, 2000, EMAIL)], by=None, number=0)
        hold_back(sound, [(0, 900)], by=student)
        shown = page(desk, submitted(student, sound))
        assert [m.text for m in shown.select(".said mark")] == [EMAIL]
        assert len(marks(shown)) == 1

    def test_earlier_words_that_everybody_still_reads(
        self, desk: Client, student: User, sound: Item
    ) -> None:
        verbs.save(sound, [Cue(0, 900, PHONE)], by=None, number=0)
        verbs.save(sound, [Cue(0, 900, "Hello.")], by=None, number=1, waits=True)
        story = submitted(student, sound)
        (mark,) = marks(page(desk, story))
        assert way(mark, "mend")["href"].endswith(f"?memory={story.ref}")
        assert way(mark, "ask")["data-moment"] == ""

    @pytest.mark.parametrize("by_computer", [False, True])
    def test_nothing_that_a_person_wrote_down(
        self, desk: Client, student: User, sound: Item, by_computer: bool
    ) -> None:
        if by_computer:
            verbs.save(sound, [Cue(0, 900, PHONE)], by=None, number=0, by_computer=True)
        story = submitted(student, sound)
        (mark,) = marks(page(desk, story))
        assert ("nobody has read it all" in say(mark)) is by_computer
        assert reverse("admin_item_transcript", args=[sound.ref]) in way(mark, "mend")["href"]
        assert publication.blockers(story) == []
        stay(desk, story, mark)
        assert marks(page(desk, story)) == []

    def test_it_plays_at_four_speeds(self, desk: Client, student: User, sound: Item) -> None:
        speeds = page(desk, submitted(student, sound)).select("[data-speed]")
        assert [speed.text for speed in speeds] == ["1×", "1.25×", "1.5×", "2×"]


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


class TestAsking:
    def test_without_script_the_box_is_open_with_a_ready_sentence(
        self, desk: Client, student: User
    ) -> None:
        story = submitted(student, f"Once. Ring {PHONE} and ask.")
        ask = way(marks(page(desk, story))[0], "ask")["href"]
        assert PHONE not in ask
        query, _, anchor = ask.partition("#")
        box = page(desk, story, query).find(id=anchor)
        assert box.has_attr("open")
        assert box.select_one("option[selected]")["value"] == PHONE
        assert "phone number" in box.select_one("[name=feedback]").text
        said = {f["name"]: f.get("value", "") for f in box.select("[type=hidden]")}
        said.pop("csrfmiddlewaretoken", None)
        said |= {"feedback": "Take it out.", "quote": PHONE}
        assert desk.post(box.form["action"], said).status_code == 302

    def test_of_a_moment_and_of_the_whole(self, desk: Client, student: User) -> None:
        sound = ItemFactory(audio=True, uploaded_by=student)
        verbs.save(sound, [Cue(65_000, 66_000, PHONE)], by=None, number=0)
        story = submitted(student, sound, title=f"Write to {EMAIL}")
        whole, moment = (
            way(mark, "ask")["href"].partition("#") for mark in marks(page(desk, story))
        )
        box = page(desk, story, moment[0]).find(id=moment[2])
        assert box.select_one("[name=moment]")["value"] == "1:05"
        box = page(desk, story, whole[0]).find(id=whole[2])
        assert "e-mail address" in box.select_one("[name=feedback]").text

    def test_another_or_no_mark_opens_nothing(self, desk: Client, student: User) -> None:
        shown = page(desk, submitted(student, f"Ring {PHONE}."), "?ask=0000000000")
        assert not shown.select("[data-about][open]")

    def test_nobody_is_asked_who_does_not_have_it(self, desk: Client, student: User) -> None:
        story = StoryFactory(changes_requested=True, author=student, parts=[f"Ring {PHONE}."])
        (mark,) = marks(page(desk, story))
        assert way(mark, "ask") is None
        assert way(mark, "mend") is None


class TestLettingStay:
    def test_what_is_found_elsewhere_stays_there(self, desk: Client, student: User) -> None:
        story, other = submitted(student, "Words."), submitted(student, f"Ring {PHONE}.")
        here = reverse("moderation:let_stay", args=[story.ref])
        assert desk.post(here, {"kind": "phone", "excerpt": PHONE}).status_code == 302
        assert not FindingReview.objects.exists()
        assert [b.code for b in publication.blockers(other)] == ["finding"]

    def test_what_has_to_be_mended_cannot_be_let_stay(self, desk: Client, student: User) -> None:
        item = ItemFactory(uploaded_by=student)
        story = submitted(student, StoryPart(kind="item", item=item))
        here = reverse("moderation:let_stay", args=[story.ref])
        desk.post(here, {"kind": "description", "excerpt": item.ref})
        assert not FindingReview.objects.exists()

    def test_another_school_does_nothing(self, client: Client, student: User) -> None:
        story = submitted(student, f"Ring {PHONE}.")
        client.force_login(UserFactory(teacher=True))
        here = reverse("moderation:let_stay", args=[story.ref])
        assert client.post(here, {"kind": "phone", "excerpt": PHONE}).status_code == 404
        assert not FindingReview.objects.exists()


def full(student: User, number: int) -> Story:
    """A memory with so many of everything: parts of each kind, people, findings, places."""
    parts: list[Any] = []
    for each in range(number):
        sound = ItemFactory(audio=True, uploaded_by=student)
        verbs.save(sound, [Cue(0, 900, f"Ring 0161 496 00{each:02}")], by=None, number=0)
        paper = ItemFactory(document=True, uploaded_by=student)
        PageText.objects.create(item=paper, number=1, text=f"nan{each}@example.org")
        shown = picture(student, faces=[asdict(FACE)])
        parts += [f"She died at {each + 1} Moston Lane.", shown, sound, paper]
        parts.append(ItemFactory(video=True, uploaded_by=student))
    people = [
        (PersonFactory(school=student.school, child=bool(each % 2)), "shown")
        for each in range(number)
    ]
    return submitted(student, *parts, people=people)


def test_more_parts_people_and_findings_cost_no_more_queries(desk: Client, student: User) -> None:
    def cost(story: Story) -> int:
        desk.get(address(story))
        with CaptureQueriesContext(connection) as queries:
            shown = page(desk, story)
        assert len(marks(shown)) > len(story.parts.all())
        return len(queries)

    few, many = full(student, 1), full(student, 5)
    assert cost(many) == cost(few)


def test_nothing_is_lost_beyond_the_hundred(
    desk: Client, student: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("stories.moderation.marks.margin.MOST", 1)
    shown = page(desk, submitted(student, f"{PHONE} {EMAIL}"))
    assert len(marks(shown)) == 1
    assert "There are 1 more things like these." in shown.text
    assert "Look at 1." in re.sub(r"\s+", " ", shown.text)
