"""What is said in a memory's recordings is looked at like its words, and shown to its readers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from media.models import HiddenArea, Item
from media.transcripts import verbs
from media.transcripts.cues import Cue
from media.transcripts.holding import hold_back
from stories import lifecycle, publication, safeguarding
from stories.models import FindingReview, Story
from stories.moderation import decisions
from stories.moderation.seen import fingerprint
from tests.factories import ItemFactory, PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db

PHONE = Cue(0, 2000, "Ring 0161 496 0000.", "Rita")
LOUD = Cue(2000, 4000, "It was <b>loud</b>.", "Rita")


@pytest.fixture
def film(student: User) -> Item:
    made: Item = ItemFactory(video=True, uploaded_by=student)
    return made


@pytest.fixture
def story(student: User, film: Item) -> Story:
    made: Story = StoryFactory(author=student, parts=["Words", film], submitted=True)
    return made


def again(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


def excerpts(story: Story) -> list[tuple[str, str, str]]:
    return [(f.excerpt, f.where, f.item) for f in safeguarding.findings(again(story))]


class TestFindings:
    def test_what_is_said_is_looked_at(self, story: Story, film: Item, student: User) -> None:
        verbs.save(film, [PHONE, LOUD], by=student, number=0)
        assert excerpts(story) == [("0161 496 0000", "what is said in “The mill”", film.ref)]
        assert [b.code for b in publication.blockers(again(story))] == ["finding"]

    def test_until_it_is_held_back(self, story: Story, film: Item, student: User) -> None:
        verbs.save(film, [PHONE, LOUD], by=student, number=0)
        hold_back(film, [(0, 2000)], by=student)
        assert excerpts(story) == []

    def test_or_until_somebody_lets_it_stay(
        self, story: Story, film: Item, student: User, teacher: User
    ) -> None:
        verbs.save(film, [PHONE], by=student, number=0)
        FindingReview.objects.create(
            story=story, kind="phone", excerpt="0161 496 0000", reviewed_by=teacher
        )
        assert publication.blockers(again(story)) == []

    def test_a_draft_that_nobody_sees_is_none(self, story: Story, film: Item) -> None:
        verbs.save(film, [PHONE], by=None, number=0, by_computer=True)
        assert excerpts(story) == []

    def test_a_childs_surname_is_found_in_the_name_of_a_speaker(
        self, student: User, film: Item
    ) -> None:
        child = PersonFactory(child=True, name="Nell Byrne", public_name="Nell")
        told = StoryFactory(author=student, parts=[film], people=[(child, "heard")])
        verbs.save(film, [Cue(0, 1000, "Hello.", "Nell Byrne")], by=student, number=0)
        assert [f.excerpt for f in safeguarding.findings(told)] == ["Byrne"]

    def test_a_recording_without_words_is_no_blocker(self, story: Story) -> None:
        assert publication.blockers(story) == []

    def test_more_recordings_ask_no_more_questions(
        self, student: User, django_assert_num_queries: Any
    ) -> None:
        one = StoryFactory(author=student, parts=[ItemFactory(audio=True)])
        many = StoryFactory(author=student, parts=[ItemFactory(audio=True) for _ in range(4)])
        for item in Item.objects.all():
            verbs.save(item, [LOUD], by=student, number=0)
        for told in (one, many):
            fresh = Story.objects.prefetch_related("parts__item", "people").get(pk=told.pk)
            with django_assert_num_queries(3):
                safeguarding.findings(fresh)

    def test_the_link_leads_to_where_it_is_mended(
        self, client: Client, story: Story, film: Item, student: User, teacher: User
    ) -> None:
        verbs.save(film, [PHONE], by=student, number=0)
        client.force_login(teacher)
        shown = client.get(reverse("moderation:review", args=[story.ref])).content.decode()
        tool = reverse("admin_item_transcript", args=[film.ref])
        mend = f'href="{tool}?memory={story.ref}#line-0" data-way="mend"'
        assert shown.count(mend) == 1


class TestWhatATeacherHasRead:
    @pytest.fixture
    def seen(self, story: Story) -> str:
        return fingerprint(again(story))

    def test_changes_with_what_is_said(
        self, story: Story, film: Item, seen: str, student: User, teacher: User
    ) -> None:
        verbs.save(film, [LOUD], by=student, number=0)
        with pytest.raises(lifecycle.Refused, match="changed while you were reading"):
            decisions.do("publish", story, by=teacher, said={"seen": seen})

    def test_changes_with_what_is_held_back(
        self, story: Story, film: Item, seen: str, student: User
    ) -> None:
        hold_back(film, [(0, 10)], by=student)
        assert fingerprint(again(story)) != seen

    def test_changes_with_what_is_hidden(self, story: Story, film: Item, seen: str) -> None:
        HiddenArea.objects.create(item=film, left=0, top=0, width=0.5, height=0.5)
        assert fingerprint(again(story)) != seen

    def test_and_with_nothing_else(self, story: Story, seen: str) -> None:
        assert fingerprint(again(story)) == seen


class TestWhoReadsIt:
    def page(self, client: Client, who: User, name: str, story: Story) -> str:
        client.force_login(who)
        return client.get(reverse(name, args=[story.ref])).content.decode()

    def test_the_author_sees_it_as_readers_will(
        self, client: Client, story: Story, film: Item, student: User
    ) -> None:
        verbs.save(film, [PHONE, LOUD], by=student, number=0)
        hold_back(film, [(0, 2000)], by=student)
        Item.objects.update(status="ready")
        shown = self.page(client, student, "desk_story_preview", story)
        assert "It was &lt;b&gt;loud&lt;/b&gt;." in shown
        assert "0161" not in shown
        assert f'<track kind="captions" src="{film.url("captions.vtt")}"' in shown

    def test_nobody_reads_a_draft_of_a_computer(
        self, client: Client, story: Story, film: Item, student: User
    ) -> None:
        verbs.save(film, [LOUD], by=None, number=0, by_computer=True)
        shown = self.page(client, student, "desk_story_preview", story)
        assert not re.search(r"\bloud\b", shown)
        assert "<track" not in shown

    def test_a_teacher_sees_what_is_held_and_that_it_is(
        self, client: Client, story: Story, film: Item, student: User, teacher: User
    ) -> None:
        verbs.save(film, [PHONE, LOUD], by=None, number=0, by_computer=True)
        hold_back(film, [(0, 2000)], by=student)
        shown = self.page(client, teacher, "moderation:review", story)
        assert "Ring 0161 496 0000. <em>(held back)</em>" in shown
        assert "Draft made by a computer." in shown
        assert "It was &lt;b&gt;loud&lt;/b&gt;." in shown

    def test_the_desk_leads_to_where_it_is_written(
        self, client: Client, story: Story, film: Item, student: User
    ) -> None:
        shown = self.page(client, student, "desk_story", story)
        assert reverse("desk_item_transcript", args=[film.ref]) in shown
