"""Saving keeps everything, and two screens never overwrite each other in silence."""

from __future__ import annotations

from typing import Any

import pytest

from stories import lifecycle, writing
from stories.models import Story, StoryPart
from stories.models.states import Audience, Status
from tests.factories import FamilyFactory, UserFactory
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


class TestBegin:
    def test_it_belongs_where_the_writer_is_now(self, cast: Cast) -> None:
        story = writing.begin(by=cast["author"])
        assert (story.author, story.school) == (cast["author"], cast.school)
        assert (story.family, story.reporter_class) == (cast.family, cast["author"].reporter_class)
        assert story.pk is None

    def test_it_is_private_until_its_teller_says_more(self, cast: Cast) -> None:
        story = writing.save(writing.begin(by=cast["classmate"]), by=cast["classmate"], edition=0)
        assert (story.status, story.audience) == (Status.DRAFT, Audience.JUST_ME)
        assert (story.live, story.held, story.family) == (False, False, None)

    def test_the_first_of_two_families(self, cast: Cast) -> None:
        FamilyFactory(members=[cast["author"]])
        assert writing.begin(by=cast["author"]).family == cast.family


class TestSave:
    def test_counts_and_says_who(self, cast: Cast) -> None:
        story = cast.memory("draft")
        assert story.edition == 1
        story.title = "Another title"
        writing.save(story, by=cast["teacher"], edition=1)
        kept = Story.objects.get(pk=story.pk)
        assert (kept.edition, kept.title) == (2, "Another title")
        assert kept.last_edited_by == cast["teacher"]

    def test_keeps_the_parts_in_their_order(self, cast: Cast) -> None:
        story = cast.memory("draft", parts=("one", "two", "three"))
        one, two, three = story.parts.all()
        for order, part in enumerate((three, one, StoryPart(kind="words", text="new"), two)):
            part.sort_order = order
            story.parts.add(part)
        writing.save(story, by=cast["author"], edition=1)
        kept = Story.objects.get(pk=story.pk)
        assert [part.text for part in kept.parts.all()] == ["three", "one", "new", "two"]

    def test_reads_the_time_and_forgets_it_again(self, cast: Cast) -> None:
        story = cast.memory("draft", when_text="about 1972")
        assert (story.when_edtf, story.when_earliest.year) == ("1972~", 1972)
        story.when_text = "when Nan was eight"
        story = writing.save(story, by=cast["author"], edition=1)
        assert (story.when_edtf, story.when_earliest, story.when_latest) == ("", None, None)
        assert story.when_text == "when Nan was eight"

    @pytest.mark.parametrize("edition", [0, 2, 99])
    def test_an_overtaken_screen_keeps_nothing(self, edition: int, cast: Cast) -> None:
        story = cast.memory("draft")
        story.title = "From an old screen"
        with pytest.raises(writing.Overtaken):
            writing.save(story, by=cast["author"], edition=edition)
        assert Story.objects.get(pk=story.pk).title != "From an old screen"

    @pytest.mark.parametrize("verb", ["submit", "hold", "withdraw"])
    def test_a_screen_never_undoes_what_was_decided_meanwhile(self, verb: str, cast: Cast) -> None:
        """The lifecycle moves a memory without a new edition, and saving writes the whole row."""
        on_screen = cast.memory("draft")
        details: dict[str, Any] = {"reason": "Somebody is worried."} if verb == "hold" else {}
        moved = getattr(lifecycle, verb)(on_screen, by=cast["author"], **details)
        with pytest.raises(writing.Overtaken):
            writing.save(on_screen, by=cast["author"], edition=on_screen.edition)
        kept = Story.objects.get(pk=on_screen.pk)
        assert (kept.status, kept.held) == (moved.status, moved.held)

    def test_a_screen_never_takes_the_turn_from_a_teacher(self, cast: Cast) -> None:
        on_screen = cast.memory("submitted")
        lifecycle.take_up(on_screen, by=cast["teacher"])
        with pytest.raises(writing.Overtaken):
            writing.save(on_screen, by=cast["author"], edition=on_screen.edition)
        assert Story.objects.get(pk=on_screen.pk).taken_up_by == cast["teacher"]


class TestAdopt:
    """A teacher's mending in Wagtail's editor."""

    def test_goes_into_the_record(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        story.title, story.when_text = "Mended", "1985"
        revision = story.save_revision(user=cast["teacher"])
        adopted = writing.adopt(revision, by=cast["teacher"])
        kept = Story.objects.get(pk=story.pk)
        assert (kept.title, kept.when_edtf, kept.edition) == ("Mended", "1985", 2)
        assert (adopted.last_edited_by, kept.status) == (cast["teacher"], Status.SUBMITTED)

    def test_leaves_what_was_decided_meanwhile(self, cast: Cast) -> None:
        story = cast.memory("submitted")
        story.title = "Mended"
        revision = story.save_revision(user=cast["teacher"])
        lifecycle.hold(Story.objects.get(pk=story.pk), by=cast["classmate"], reason="!")
        Story.objects.filter(pk=story.pk).update(audience=Audience.JUST_ME)
        adopted = writing.adopt(revision, by=cast["teacher"])
        assert (adopted.held, adopted.audience) == (True, Audience.JUST_ME)
        assert Story.objects.get(pk=story.pk).held

    def test_not_into_a_live_memory(self, cast: Cast) -> None:
        story = cast.memory("published")
        revision = story.save_revision(user=cast["colleague"])
        with pytest.raises(ValueError, match="keeps its draft beside it"):
            writing.adopt(revision, by=cast["colleague"])


def test_set_aside_says_who_mended_a_live_memory(cast: Cast) -> None:
    story = cast.memory("published")
    title = story.title
    story.title = "Mended"
    writing.set_aside(story.save_revision(user=cast["colleague"]), by=cast["colleague"])
    kept = Story.objects.get(pk=story.pk)
    assert (kept.title, kept.last_edited_by, kept.edition) == (title, cast["colleague"], 2)
    with pytest.raises(lifecycle.Refused, match="Somebody else"):
        lifecycle.publish(kept, by=cast["colleague"])
    assert lifecycle.publish(kept, by=cast["teacher"]).title == "Mended"


def test_somebody_with_no_class_or_family_may_write() -> None:
    user = UserFactory(family_member=True)
    story = writing.begin(by=user)
    story.title = "A memory"
    assert writing.save(story, by=user, edition=0).pk is not None
