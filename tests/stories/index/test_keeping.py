"""What everybody and what staff find, after whatever may happen to a memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from families import consent
from families.models import Person, User
from families.models.consents import Decision, Scope
from media.models import HeldPassage, Item, PageText, Transcript
from media.remaking import make_again
from media.signals import item_ready, item_refused
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories import lifecycle, writing
from stories.erasing import destroy, leaving
from stories.index import documents, finding, keeping
from stories.models import (
    Fund,
    KnownWord,
    Place,
    PublicationPlan,
    PublicDocument,
    StaffDocument,
    Story,
)
from stories.models.states import Audience
from tests.factories import ItemFactory, PersonFactory, StoryFactory, UserFactory, answer
from tests.stories.cast import Cast
from tests.stories.index.looking import document_of, found, titles, titles_for

pytestmark = pytest.mark.django_db

TITLE = "The lamplighter"


def hide_by_audience(story: Story, cast: Cast) -> None:
    now = Story.objects.get(pk=story.pk)
    now.audience = Audience.FAMILY
    writing.save(now, by=cast["author"], edition=now.edition)


def take_a_yes_back(story: Story, cast: Cast) -> None:
    teller = story.people.get(role="teller").person
    answer(teller, Scope.WEB, Decision.WITHDRAWN)


def let_it_lapse(story: Story, cast: Cast) -> None:
    """A child's yes alone is not enough, and nobody has asked a guardian yet."""
    Person.objects.filter(appearances__story=story, appearances__role="teller").update(
        is_child=True
    )
    lifecycle.lapse(story)


LAST_DAY = timezone.localdate() + timedelta(days=30)


def come_due(story: Story, cast: Cast) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    lifecycle.plan(story, by=cast["teacher"], on=tomorrow)
    PublicationPlan.objects.update(on=timezone.localdate())
    lifecycle.come_due(story)


def seal_by_a_slip(story: Story, cast: Cast) -> None:
    lifecycle.seal(story, by=cast["teacher"], until=LAST_DAY)
    lifecycle.undo(story, by=cast["teacher"])


ROADS: dict[str, tuple[str, Callable[[Story, Cast], object], bool, bool, bool]] = {
    # From which state, by what, and who then finds it: everybody, a teacher, the lead.
    "nothing": ("published", lambda story, cast: None, True, True, True),
    "draft": ("draft", lambda story, cast: None, False, True, True),
    "submit": ("draft", lambda s, c: lifecycle.submit(s, by=c["author"]), False, True, True),
    "take_up": ("submitted", lambda s, c: lifecycle.take_up(s, by=c["teacher"]), False, True, True),
    "request_changes": (
        "submitted",
        lambda s, c: lifecycle.request_changes(s, by=c["teacher"], feedback="More."),
        False,
        True,
        True,
    ),
    "ask_back": (
        "submitted",
        lambda s, c: lifecycle.ask_back(s, by=c["author"]),
        False,
        True,
        True,
    ),
    "publish": ("submitted", lambda s, c: lifecycle.publish(s, by=c["teacher"]), True, True, True),
    "withdraw": (
        "published",
        lambda s, c: lifecycle.withdraw(s, by=c["author"]),
        False,
        True,
        True,
    ),
    "withdraw_again": ("published", lambda s, c: lifecycle.withdraw_again(s), False, True, True),
    "bring_back": (
        "withdrawn",
        lambda s, c: lifecycle.bring_back(s, by=c["author"]),
        False,
        True,
        True,
    ),
    "delete": ("published", lambda s, c: lifecycle.delete(s, by=c["author"]), False, True, True),
    "destroy": ("published", lambda s, c: destroy(s), False, False, False),
    "seal": (
        "published",
        lambda s, c: lifecycle.seal(s, by=c["teacher"], until=LAST_DAY),
        False,
        False,
        True,
    ),
    "hold": (
        "published",
        lambda s, c: lifecycle.hold(s, by=c["author"], reason="A worry."),
        False,
        False,
        True,
    ),
    "hold_all": (
        "published",
        lambda s, c: lifecycle.hold_all([s], by=c["teacher"], reason="A worry."),
        False,
        False,
        True,
    ),
    "hold_again": ("published", lambda s, c: lifecycle.hold_again(s), False, False, True),
    "release": (
        "held_published",
        lambda s, c: lifecycle.release(s, by=c["lead"]),
        True,
        True,
        True,
    ),
    "lapse": ("published", let_it_lapse, False, True, True),
    "come_due": ("submitted", come_due, True, True, True),
    "decline": (
        "submitted",
        lambda s, c: lifecycle.decline(s, by=c["teacher"], words="It is for your nan."),
        False,
        True,
        True,
    ),
    "return_to_family": (
        "submitted",
        lambda s, c: lifecycle.return_to_family(s, by=c["teacher"], words="Keep it."),
        False,
        True,
        True,
    ),
    "undo": ("published", seal_by_a_slip, False, True, True),
    "a yes is taken back": ("published", take_a_yes_back, False, True, True),
    "another audience": ("published", hide_by_audience, False, True, True),
}


@pytest.mark.parametrize("road", ROADS)
def test_who_finds_it_after_each_verb(road: str, cast: Cast) -> None:
    state, act, everybody, teacher, lead = ROADS[road]
    story = cast.memory(state, title=TITLE)
    keeping.catch_up()
    act(story, cast)

    # What is not public any more is gone before anything is read anew.
    still_there = PublicDocument.objects.filter(story=story.pk).exists()
    assert still_there <= everybody
    assert (TITLE in titles("lamplighter")) == everybody
    assert (TITLE in titles_for(cast["teacher"], "lamplighter")) == teacher
    assert (TITLE in titles_for(cast["lead"], "lamplighter")) == lead
    assert titles_for(cast["stranger"], "lamplighter") == set()


def test_every_verb_of_the_lifecycle_is_walked() -> None:
    unseen = {"keep", "give_back", "assign", "recommend", "unrecommend", "plan", "unplan"}
    """None of them changes who sees it."""
    assert set(lifecycle.VERBS) - unseen <= ROADS.keys()


def test_a_stale_document_shows_and_says_nothing(cast: Cast) -> None:
    """Written by hand, as if whatever takes it away had failed."""
    story = cast.memory("submitted", title="Zanzimander")
    PublicDocument.objects.create(story=story, title="zanzimander", marks="kind:words")
    KnownWord.objects.create(audience="public", word="zanzimander", stem="zanzimand")
    keeping._waiting().clear()

    for typed in ("zanzimander", "zanzimandr", "zanz"):
        answered = finding.public(typed, Story.objects.all())
        assert (answered.numbers, answered.mended) == ((), "")


class TestWords:
    """Everything that changes words is heard of, and nothing stays that was taken out."""

    @pytest.fixture
    def story(self, cast: Cast) -> Story:
        return cast.memory(
            "published",
            title=TITLE,
            places=[Place.objects.get(slug="collyhurst")],
            funds=[Fund.objects.get(slug="neighbours")],
            tags=["gaslight"],
        )

    def test_a_place_a_fund_and_a_word_are_renamed(self, story: Story, cast: Cast) -> None:
        keeping.catch_up()
        place, fund = story.places.get(), story.funds.get()
        place.name, fund.name = "Quillwort Street", "Zinnias"
        place.save()
        fund.save()
        tag = story.tags.get()
        tag.name = "Xylophone"
        tag.save()

        assert titles("quillwort zinnias") == [TITLE]
        assert titles("collyhurst lamplighter neighbours") == []
        # A word on it is not on its page, so it is for staff alone.
        assert titles("xylophone") == titles("gaslight") == []
        assert titles_for(cast["teacher"], "xylophone") == {TITLE}

    def test_a_person_gets_another_name(self, story: Story) -> None:
        teller = story.people.get(role="teller").person
        keeping.catch_up()
        teller.public_name = "Wilhelmina"
        teller.save()
        assert titles("wilhelmina") == [TITLE]

        given = {"person": teller, "scope": Scope.NAME, "by": None}
        consent.record(decision=Decision.YES, shown_as="Quentina", **given)
        assert titles("quentina") == [TITLE]

        consent.record(decision=Decision.NO, **given)
        assert not PublicDocument.objects.filter(about__contains="quentina").exists()
        assert titles("quentina") == titles("somebody") == []

    def test_a_part_is_changed_and_taken_out(self, story: Story) -> None:
        part = story.parts.get()
        part.text = "A quillwort."
        part.save()
        assert titles("quillwort") == [TITLE]

        part.delete()
        assert titles("quillwort") == []

    def test_a_draft_beside_it_is_for_staff_alone(self, story: Story, cast: Cast) -> None:
        story.refresh_from_db()
        story.title = "The quillwort"
        story.save_revision(user=cast["teacher"], clean=False)

        assert (titles("quillwort"), titles("lamplighter")) == ([], [TITLE])
        assert titles_for(cast["teacher"], "quillwort") == {TITLE}
        assert titles_for(cast["teacher"], "lamplighter") == set()

    def test_somebody_is_taken_out_of_it(self, story: Story) -> None:
        leaver = UserFactory(student=True)
        person = PersonFactory(user=leaver, school=story.school, name="Ottoline")
        story.parts.create(kind="words", text="Ottoline was there.", sort_order=9)
        keeping.catch_up()
        leaving.take_out(story, [person], sent_by=None)

        keeping.catch_up()
        for kind in (PublicDocument, StaffDocument):
            assert not kind.objects.filter(told__contains="ottoline").exists()

    def test_the_author_is_found_by_staff_alone(self, story: Story, cast: Cast) -> None:
        name = cast["author"].display_name

        assert titles(name) == []
        assert TITLE in titles_for(cast["teacher"], name)


class TestFiles:
    """What is said and written in files, as far as everybody may know it."""

    @pytest.fixture
    def recording(self) -> Item:
        item: Item = ItemFactory(audio=True)
        return item

    @pytest.fixture
    def story(self, recording: Item, cast: Cast) -> Story:
        return cast.memory("published", title=TITLE, parts=["Words.", recording])

    def say(self, recording: Item, *said: str, **how: Any) -> None:
        cues = [Cue(1000 * n, 1000 * n + 900, text) for n, text in enumerate(said)]
        kept = Transcript.objects.filter(item=recording).first()
        verbs.save(recording, cues, by=None, number=kept.number if kept else 0, **how)

    def test_what_is_said_is_found_once_it_may_be_read(
        self, story: Story, recording: Item, cast: Cast
    ) -> None:
        self.say(recording, "A quillwort.", by_computer=True)
        assert titles("quillwort") == []
        assert titles_for(cast["teacher"], "quillwort") == {TITLE}

        self.say(recording, "A quillwort.", by_computer=False)
        assert titles("quillwort") == [TITLE]

        self.say(recording, "A zinnia.", waits=True)
        assert (titles("quillwort"), titles("zinnia")) == ([TITLE], [])
        assert titles_for(cast["teacher"], "zinnia") == {TITLE}

        verbs.let_out(recording)
        assert (titles("quillwort"), titles("zinnia")) == ([], [TITLE])

    def test_what_is_held_back_is_gone_at_once(
        self, story: Story, recording: Item, cast: Cast
    ) -> None:
        self.say(recording, "A secret.", "A quillwort.", by_computer=False)
        assert titles("secret") == [TITLE]

        HeldPassage.objects.create(item=recording, start_ms=0, end_ms=900)
        make_again(recording)
        assert not PublicDocument.objects.exists()
        assert titles("secret") == titles("quillwort") == []
        assert titles("lamplighter") == [TITLE]

        Item.objects.filter(pk=recording.pk).update(status="ready")
        item_ready.send(sender=Item, item=recording)
        assert (titles("secret"), titles("quillwort")) == ([], [TITLE])
        assert titles_for(cast["teacher"], "secret") == {TITLE}

    def test_a_paper_that_is_refused_after_all(self, cast: Cast) -> None:
        paper = ItemFactory(document=True)
        cast.memory("published", title="Rent book", parts=["Words.", paper])
        PageText.objects.create(item=paper, number=2, text="Ninepence.")
        item_ready.send(sender=Item, item=paper)
        assert titles("ninepence") == ["Rent book"]

        Item.objects.filter(pk=paper.pk).update(status="refused", refusal_code="our_fault")
        item_refused.send(sender=Item, item=paper)
        assert titles("ninepence") == []

    def test_where_it_is_said_is_kept(self, story: Story, recording: Item) -> None:
        self.say(recording, "First.", "A quillwort.", by_computer=False)
        document = document_of(story)

        assert document is not None
        assert ["A quillwort.", recording.ref, 1.0] in document.passages


def test_long_words_and_long_talk_are_cut(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_WORDS", 3)
    story = cast.memory("published", parts=["one two three four", "five"])
    document = document_of(story)

    assert document is not None and document.told == "what the mill"
    assert str(document) == f"Words of memory {story.pk} for everybody"
    assert str(story.staff_document) == f"Words of memory {story.pk} for staff"
    assert str(KnownWord(word="mill")) == "mill"


@pytest.mark.django_db(transaction=True)
def test_it_is_found_once_what_changed_it_is_committed(
    student: User,
) -> None:
    """Without any help: this is how a save at the desk and a decision in the admin come in."""
    person: Person = PersonFactory(consenting=True, school=student.school)
    story = StoryFactory(published=True, author=student, teller=person, title="The quillwort")
    assert finding.public("quillwort", Story.objects.all()).numbers == (story.pk,)

    lifecycle.withdraw(story, by=student)
    assert not PublicDocument.objects.exists()
    assert found("quillwort").numbers == ()
