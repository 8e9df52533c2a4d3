"""The words of a paper stand beside its pages, for the writer and for whoever reviews it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from families.models import User
from media.models import Item, PageText
from stories.contribute.reading import as_read
from stories.models import Story
from stories.moderation.page import in_full
from tests.factories import ItemFactory, StoryFactory

pytestmark = pytest.mark.django_db


def paper(by: User) -> Item:
    """A paper of which page 1 says nothing and page 2 holds what somebody typed."""
    item = ItemFactory(document=True, uploaded_by=by)
    PageText.objects.create(item=item, number=2, text="Dear <b>Nan</b>,\n\nthank you.")
    return item


def test_the_words_of_a_page_are_under_its_number(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, parts=[paper(student)])
    page = desk.get(reverse("desk_story_preview", args=[story.ref])).content.decode()
    assert "Read the words on page 2" in page
    assert "Read the words on page 1" not in page
    assert "<p>Dear &lt;b&gt;Nan&lt;/b&gt;,</p>" in page


def test_a_teacher_reads_them_too(client: Client, teacher: User, student: User) -> None:
    story = StoryFactory(submitted=True, author=student, parts=[paper(student)])
    client.force_login(teacher)
    page = client.get(reverse("moderation:review", args=[story.ref])).content.decode()
    assert "Read the words on page 2" in page
    assert "<p>Dear &lt;b&gt;Nan&lt;/b&gt;,</p>" in page


def test_page_words_keep_their_place(student: User) -> None:
    assert paper(student).page_words == ["", "Dear <b>Nan</b>,\n\nthank you."]
    assert ItemFactory(document=True).page_words == []


@pytest.mark.parametrize("papers", [1, 4])
def test_more_papers_cost_no_more_queries(
    student: User, papers: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    made = StoryFactory(author=student, parts=[paper(student) for _ in range(papers)])
    story = Story.objects.get(pk=made.pk)
    with django_assert_num_queries(8):
        for part in as_read(story)["parts"]:
            assert part.item.page_words
            assert part.item.page_pictures
    # All that a reviewer sees of the memory is read in one go.
    with django_assert_num_queries(14):
        for part in in_full(Story.objects.get(pk=made.pk)):
            assert part.item.page_words
            assert part.item.page_pictures
