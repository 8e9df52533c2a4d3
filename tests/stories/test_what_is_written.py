"""What the pages of a memory's papers say is looked at like its words, and read by a teacher."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from families.models import User
from media.models import Item, PageText, Transcript
from stories import lifecycle, publication, safeguarding
from stories.models import Story, StoryPart
from stories.moderation.marks import margin
from tests.factories import ItemFactory, PersonFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db

PRINTED = [
    ("phone", "Ring 0161 496 0000\nafter six.", "0161 496 0000"),
    ("email", "Write to nan@example.org.", "nan@example.org"),
    ("address", "We live at\n14 Moston Lane.", "14 Moston Lane"),
    ("postcode", "Manchester M40 7EE", "M40 7EE"),
    ("handle", "Add me: @nell_07", "@nell_07"),
    ("surname", "Miss Nell Byrne, aged nine", "Byrne"),
]


@pytest.fixture
def paper(student: User) -> Item:
    made: Item = ItemFactory(document=True, uploaded_by=student)
    return made


@pytest.fixture
def story(student: User, paper: Item) -> Story:
    child = PersonFactory(child=True, name="Nell Byrne", public_name="Nell", consenting=True)
    letter = StoryPart(kind="item", item=paper, caption="A letter")
    made: Story = StoryFactory(
        author=student, parts=["Words", letter], people=[(child, "heard")], submitted=True
    )
    return made


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def says(paper: Item, *pages: str) -> None:
    """The words of the paper are these from now on, as when it is made again."""
    paper.page_texts.all().delete()
    for number, text in enumerate(pages, start=1):
        PageText.objects.create(item=paper, number=number, text=text)


def review(desk: Client, story: Story) -> str:
    return desk.get(reverse("moderation:review", args=[story.ref])).content.decode()


def publish(desk: Client, story: Story, shown: str) -> Any:
    """Press the button of a page that was shown before."""
    seen = re.search(r'name="seen" value="(\w+)"', shown)
    assert seen is not None
    address = reverse("moderation:decide", args=[story.ref, "publish"])
    return desk.post(address, {"seen": seen[1]})


@pytest.mark.parametrize(("kind", "words", "excerpt"), PRINTED)
def test_what_a_page_gives_away_keeps_it_from_the_public(
    desk: Client, story: Story, kind: str, words: str, excerpt: str
) -> None:
    says(story.parts.get(caption="A letter").item, "The baths.", words)
    shown = review(desk, story)
    assert f"It is on page 2 of “A letter”: “{excerpt}”." in shown
    assert escape(str(safeguarding.REASONS[kind])) in shown
    assert margin.ON_PAPER in shown
    assert reverse("moderation:decide", args=[story.ref, "publish"]) not in shown
    assert [b.code for b in publication.blockers(story)] == ["finding"]


def test_until_a_teacher_lets_it_stay_and_another_agrees(
    desk: Client, story: Story, paper: Item, teacher: User
) -> None:
    says(paper, "Ring 0161 496 0000.")
    review(desk, story)
    here = reverse("moderation:let_stay", args=[story.ref])
    desk.post(here, {"kind": "phone", "excerpt": "0161 496 0000"})
    assert publish(desk, story, review(desk, story)).status_code == 409
    colleague = UserFactory(teacher=True, school=teacher.school)
    lifecycle.recommend(Story.objects.get(pk=story.pk), by=colleague)
    assert publish(desk, story, review(desk, story)).status_code == 302
    assert Story.objects.public().exists()


def test_until_the_paper_is_taken_out(desk: Client, story: Story, paper: Item) -> None:
    says(paper, "Ring 0161 496 0000.")
    editor = reverse("moderation:edit", args=[story.pk])
    shown = BeautifulSoup(review(desk, story), "html.parser")
    link = shown.select_one(".found-list [data-way=mend]")
    assert link["href"].startswith(f"{editor}#inline_child_parts-")
    assert link.text.startswith("Take the paper out")
    story.parts.filter(item=paper).delete()
    assert "0161" not in review(desk, story)


def test_a_letterhead_on_every_page_is_one_question(story: Story, paper: Item) -> None:
    says(paper, *["14 Moston Lane"] * 3)
    assert [f.where for f in safeguarding.findings(story)] == ["page 1 of “A letter”"]


def test_an_address_book_does_not_fill_the_screen(
    desk: Client, story: Story, paper: Item, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(margin, "MOST", 3)
    says(paper, " ".join(f"nan{number}@example.org" for number in range(5)))
    shown = review(desk, story)
    assert shown.count("This looks like an e-mail address.") == 3
    assert "There are 2 more things like these." in shown


def test_the_writer_hears_of_it_before_handing_in(
    client: Client, story: Story, paper: Item, student: User
) -> None:
    says(paper, "Ring 0161 496 0000.")
    client.force_login(student)
    shown = client.get(reverse("desk_story_check", args=[story.ref])).content.decode()
    assert "It is on page 1 of “A letter”." in shown


def test_a_teacher_can_read_every_page(desk: Client, story: Story, paper: Item) -> None:
    says(paper, "The <b>baths</b>.", "The tiles.")
    shown = review(desk, story)
    assert "The &lt;b&gt;baths&lt;/b&gt;." in shown
    assert "The tiles." in shown


CHANGES: dict[str, Any] = {
    "a page says something else": lambda paper: says(paper, "The tiles."),
    "a page more": lambda paper: says(paper, "The baths.", "The tiles."),
    "no words any more": says,
    "words come to stand on another page": lambda paper: says(paper, "", "The baths."),
}


@pytest.mark.parametrize("what", CHANGES)
def test_pages_that_changed_meanwhile_are_read_again_first(
    desk: Client, story: Story, paper: Item, what: str
) -> None:
    says(paper, "The baths.")
    shown = review(desk, story)
    CHANGES[what](paper)
    refused = publish(desk, story, shown)
    assert refused.status_code == 409
    assert "It changed while you were reading. Please read it again." in refused.content.decode()
    assert not Story.objects.public().exists()
    assert publish(desk, story, review(desk, story)).status_code == 302


def test_and_so_is_a_transcript(desk: Client, student: User) -> None:
    sound = ItemFactory(audio=True, uploaded_by=student)
    story = StoryFactory(author=student, parts=["Words", sound], submitted=True)
    shown = review(desk, story)
    Transcript.objects.create(item=sound, vtt="WEBVTT\n\n00:00.000 --> 00:01.000\nThe mill.\n")
    assert publish(desk, story, shown).status_code == 409
    assert publish(desk, story, review(desk, story)).status_code == 302


def test_a_paper_made_again_with_the_same_words_has_not_changed(
    desk: Client, story: Story, paper: Item
) -> None:
    says(paper, "The baths.")
    shown = review(desk, story)
    says(paper, "The baths.")
    assert publish(desk, story, shown).status_code == 302


def test_more_papers_ask_no_more_questions(student: User, django_assert_num_queries: Any) -> None:
    papers = [ItemFactory(document=True, uploaded_by=student) for _ in range(5)]
    for paper in papers:
        says(paper, "The baths.", "The tiles.")
    one = StoryFactory(author=student, parts=papers[:1])
    many = StoryFactory(author=student, parts=papers[1:])
    for told in (one, many):
        fresh = Story.objects.prefetch_related("parts__item", "people").get(pk=told.pk)
        with django_assert_num_queries(2):
            safeguarding.findings(fresh)
