"""Two adults for what is sensitive, and a day on which a memory goes out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from families.models.consents import Decision, Scope
from stories import coming_due, first_yes, lifecycle, sensitive, writing
from stories.models import (
    FindingReview,
    FirstYes,
    NewsItem,
    PublicationPlan,
    Story,
    StoryPart,
)
from stories.models.states import Audience, Status
from tests.factories import ItemFactory, PersonFactory, answer
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db
Refused = lifecycle.Refused


def child(cast: Cast) -> Any:
    return PersonFactory(child=True, consenting=True, school=cast.school, name="Ada")


def heard(cast: Cast, state: str = "submitted", **details: Any) -> Story:
    """A memory in which a child is heard, so that two adults have to agree."""
    sound = ItemFactory(audio=True, uploaded_by=cast["author"])
    people = [(child(cast), "heard")]
    return cast.memory(state, people=people, parts=["Words.", sound], **details)


def recommended(cast: Cast) -> Story:
    return lifecycle.recommend(heard(cast), by=cast["teacher"])


def now(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


class TestWhichAreSensitive:
    @pytest.mark.parametrize(
        ("role", "kind", "is_child", "reasons"),
        [
            ("shown", "image", True, ["A child can be seen in it."]),
            ("shown", "video", True, ["A child can be seen in it."]),
            ("heard", "audio", True, ["A child can be heard in it."]),
            ("heard", "video", True, ["A child can be heard in it."]),
            ("shown", "audio", True, []),
            ("heard", "image", True, []),
            ("mentioned", "video", True, []),
            ("reporter", "audio", True, []),
            ("shown", "image", False, []),
            ("heard", "audio", False, []),
            ("shown", "document", True, []),
        ],
    )
    def test_faces_and_voices(
        self, cast: Cast, role: str, kind: str, is_child: bool, reasons: list[str]
    ) -> None:
        item = ItemFactory(uploaded_by=cast["author"], **{kind: True})
        person = PersonFactory(is_child=is_child, school=cast.school)
        story = cast.memory("submitted", people=[(person, role)], parts=[item])
        assert sensitive.reasons(story) == reasons

    def test_a_child_who_tells_it_is_heard(self, cast: Cast) -> None:
        sound = ItemFactory(audio=True, uploaded_by=cast["author"])
        story = cast.memory("submitted", teller=child(cast), parts=[sound])
        assert sensitive.reasons(story) == ["A child can be heard in it."]

    def test_what_somebody_let_stay(self, cast: Cast) -> None:
        story = cast.memory("submitted", parts=["Ring 0161 496 0000."])
        stays = {"story": story, "kind": "phone", "reviewed_by": cast["teacher"]}
        FindingReview.objects.create(excerpt="0161 496 1111", **stays)
        assert sensitive.reasons(story) == []
        FindingReview.objects.create(excerpt="0161 496 0000", **stays)
        assert "let it stay" in sensitive.reasons(story)[0]

    def test_what_was_sealed_once_but_not_by_a_slip(self, cast: Cast) -> None:
        story = lifecycle.seal(cast.memory("submitted"), by=cast["teacher"], until=in_days(9))
        story = lifecycle.undo(story, by=cast["teacher"])
        assert sensitive.reasons(story) == []
        story = lifecycle.seal(story, by=cast["teacher"], until=in_days(9))
        story = lifecycle.release(story, by=cast["lead"])
        assert sensitive.reasons(story) == ["It was sealed once."]


class TestTwoAdults:
    def test_one_recommends_and_another_publishes(self, cast: Cast) -> None:
        story = heard(cast)
        with pytest.raises(Refused, match=r"A child can be heard in it\. So two adults"):
            lifecycle.publish(story, by=cast["teacher"])
        lifecycle.recommend(story, by=cast["teacher"])
        with pytest.raises(Refused, match="two adults"):
            lifecycle.publish(story, by=cast["teacher"])
        assert lifecycle.publish(story, by=cast["colleague"]).live
        assert not FirstYes.objects.exists()

    def test_nobody_recommends_their_own_or_what_they_edited_last(self, cast: Cast) -> None:
        story = heard(cast)
        Story.objects.filter(pk=story.pk).update(last_edited_by=cast["teacher"])
        with pytest.raises(Refused, match="You wrote or edited this one"):
            lifecycle.recommend(story, by=cast["teacher"])

    def test_one_is_enough_for_the_others(self, cast: Cast) -> None:
        with pytest.raises(Refused, match="One adult is enough"):
            lifecycle.recommend(cast.memory("submitted"), by=cast["teacher"])

    def test_a_second_first_yes_says_whose_the_first_is(self, cast: Cast) -> None:
        with pytest.raises(Refused, match=f"{cast['teacher']} has said the first yes already"):
            lifecycle.recommend(recommended(cast), by=cast["colleague"])

    def test_what_the_checks_found_is_looked_at_before(self, cast: Cast) -> None:
        story = heard(cast, summary="Ring 0161 496 0000.")
        with pytest.raises(Refused, match="Look at each thing"):
            lifecycle.recommend(story, by=cast["teacher"])

    @pytest.mark.parametrize("way", ["words", "a save", "a new file", "the lead's hold"])
    def test_any_later_change_ends_it(self, cast: Cast, way: str) -> None:
        story = recommended(cast)
        if way == "words":
            story.parts.filter(kind="words").update(text="Other words.")
        elif way == "a save":
            writing.save(now(story), by=cast["author"], edition=story.edition)
        elif way == "a new file":
            item = ItemFactory(uploaded_by=cast["author"])
            StoryPart.objects.create(story=story, kind="item", item=item, description="A mill.")
        else:
            lifecycle.hold(story, by=cast["colleague"], reason="A name.")
            lifecycle.release(story, by=cast["lead"])
        assert first_yes.of(now(story), now(story)) is None
        with pytest.raises(Refused, match="two adults"):
            lifecycle.publish(story, by=cast["colleague"])

    def test_whoever_said_it_has_to_be_on_the_staff_still(self, cast: Cast) -> None:
        story = recommended(cast)
        cast["teacher"].groups.clear()
        with pytest.raises(Refused, match="two adults"):
            lifecycle.publish(story, by=cast["colleague"])

    def test_a_mended_version_needs_two_again(self, cast: Cast) -> None:
        story = heard(cast, "published")
        with pytest.raises(Refused, match="published now"):
            lifecycle.recommend(story, by=cast["teacher"])
        story.title = "Mended"
        writing.set_aside(story.save_revision(user=cast["lead"]), by=cast["lead"])
        with pytest.raises(Refused, match="two adults"):
            lifecycle.publish(story, by=cast["teacher"])
        story = lifecycle.recommend(story, by=cast["teacher"])
        assert (story.status, story.taken_up_by) == (Status.PUBLISHED, None)
        assert lifecycle.publish(story, by=cast["colleague"]).title == "Mended"

    def test_an_older_wording_rests_on_no_yes_to_a_newer_one(self, cast: Cast) -> None:
        story = heard(cast, summary="As handed in.")
        old = story.latest_revision
        story.summary = "As it reads now."
        story = writing.save(story, by=cast["author"], edition=story.edition)
        lifecycle.recommend(story, by=cast["teacher"])
        with pytest.raises(Refused, match="two adults"):
            lifecycle.publish(story, by=cast["colleague"], revision=old)
        assert lifecycle.publish(story, by=cast["colleague"]).summary == "As it reads now."

    def test_publishing_an_older_wording_brings_no_decision_back(self, cast: Cast) -> None:
        story = recommended(cast)
        old = story.latest_revision
        lifecycle.publish(story, by=cast["colleague"])
        story = now(story)
        with pytest.raises(Refused, match="two adults"):
            old.publish(user=cast["lead"])
        assert not FirstYes.objects.exists()
        assert now(story).live_revision_id == story.live_revision_id

    def test_taking_it_back_calls_off_the_day_that_rested_on_it(self, cast: Cast) -> None:
        story = lifecycle.plan(recommended(cast), by=cast["colleague"], on=in_days(2))
        assert FirstYes.objects.exists()
        lifecycle.unrecommend(story, by=cast["teacher"])
        assert not FirstYes.objects.exists()
        assert not PublicationPlan.objects.exists()


def planned(cast: Cast, **details: Any) -> Story:
    """By the teacher; its day has come."""
    story = lifecycle.plan(cast.memory("submitted", **details), by=cast["teacher"], on=in_days(1))
    PublicationPlan.objects.update(on=in_days(0))
    return story


class TestOnADay:
    @pytest.mark.parametrize("days", [-1, 0, 367])
    def test_the_day_is_to_come_and_not_far(self, cast: Cast, days: int) -> None:
        with pytest.raises(Refused, match="still to come"):
            lifecycle.plan(cast.memory("submitted"), by=cast["teacher"], on=in_days(days))

    def test_the_gate_is_asked_at_once(self, cast: Cast) -> None:
        story = cast.memory("submitted", audience=Audience.FAMILY)
        with pytest.raises(Refused, match="cannot be published yet"):
            lifecycle.plan(story, by=cast["teacher"], on=in_days(1))

    def test_its_author_asks_before_writing_on(self, cast: Cast) -> None:
        assert not planned(cast).is_writable

    def test_it_goes_out_on_the_day_in_the_name_of_who_decided(self, cast: Cast) -> None:
        story = planned(cast)
        assert coming_due.publish_what_is_due() == 1
        assert coming_due.publish_what_is_due() == 0
        assert now(story) in Story.objects.public()
        log = ModelLogEntry.objects.for_instance(story)
        assert log.get(action="stories.publish").user == cast["teacher"]
        assert log.get(action="stories.come_due").message.startswith("Its day came, and everything")
        assert not PublicationPlan.objects.exists()

    def test_not_before_the_day_and_by_no_person(self, cast: Cast) -> None:
        story = lifecycle.plan(cast.memory("submitted"), by=cast["teacher"], on=in_days(1))
        assert coming_due.publish_what_is_due() == 0
        with pytest.raises(Refused, match="not to be published today"):
            lifecycle.come_due(story)
        with pytest.raises(Refused, match="No person does this"):
            lifecycle.come_due(story, by=cast["teacher"])

    @pytest.mark.parametrize(
        ("what", "why"),
        [
            ("words", "It was changed after that day was chosen."),
            ("asked back", "Its writer wants to change something."),
            ("consent", "It cannot be published yet. Mary said yes to the web, and took it back."),
            ("audience", "It was changed after that day was chosen."),
            ("edited", "It was changed after that day was chosen."),
            ("left", "This memory is not yours to publish."),
        ],
    )
    def test_everything_is_asked_again(
        self, cast: Cast, what: str, why: str, django_capture_on_commit_callbacks: Any
    ) -> None:
        story = planned(cast)
        if what == "words":
            story.parts.update(text="Other words.")
        elif what == "asked back":
            lifecycle.ask_back(story, by=cast["author"])
        elif what == "consent":
            answer(story.people.get().person, Scope.WEB, Decision.WITHDRAWN)
        elif what == "left":
            type(cast["teacher"]).objects.filter(pk=cast["teacher"].pk).update(is_active=False)
        else:
            memory = now(story)
            memory.audience = Audience.FAMILY if what == "audience" else memory.audience
            writing.save(memory, by=cast["teacher"], edition=memory.edition)
        with django_capture_on_commit_callbacks(execute=True):
            assert coming_due.publish_what_is_due() == 0
        assert now(story).status == Status.SUBMITTED
        plan = PublicationPlan.objects.get()
        assert plan.why_not == why
        assert plan.refused_at is not None
        heard_of_it = NewsItem.objects.filter(kind="not_out").values_list("user", flat=True)
        assert list(heard_of_it) == [cast["teacher"].pk]
        refused = ModelLogEntry.objects.get(action="stories.come_due")
        assert refused.message == "Its day came, and it was not published"
        assert coming_due.publish_what_is_due() == 0
        assert ModelLogEntry.objects.filter(action="stories.come_due").count() == 1

    def test_another_day_forgets_why_not(self, cast: Cast) -> None:
        story = planned(cast)
        lifecycle.ask_back(story, by=cast["author"])
        coming_due.publish_what_is_due()
        lifecycle.plan(story, by=cast["teacher"], on=in_days(3))
        assert PublicationPlan.objects.get().refused_at is None

    @pytest.mark.parametrize("verb", ["hold", "withdraw", "seal", "request_changes", "decline"])
    def test_whatever_is_decided_else_calls_it_off(self, cast: Cast, verb: str) -> None:
        details: dict[str, Any] = {
            "hold": {"reason": "A name."},
            "seal": {"until": in_days(9)},
            "request_changes": {"feedback": "Which mill?"},
            "decline": {"words": "It is a shopping list."},
        }
        story = planned(cast)
        getattr(lifecycle, verb)(story, by=cast["colleague"], **details.get(verb, {}))
        assert not PublicationPlan.objects.exists()
        assert coming_due.publish_what_is_due() == 0
        assert not Story.objects.public().exists()

    def test_one_that_fails_does_not_keep_the_others(
        self, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        broken, fine = planned(cast), planned(cast)
        come_due = lifecycle.come_due

        def stumble(story: Story) -> Story:
            if story.pk == broken.pk:
                raise RuntimeError("a full disk")
            return come_due(story)

        monkeypatch.setattr(lifecycle, "come_due", stumble)
        assert coming_due.publish_what_is_due() == 1
        assert now(fine).live
        assert "could not be published" in caplog.text

    def test_what_was_called_off_meanwhile_is_passed_over(
        self, cast: Cast, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        story = planned(cast)
        found = [story.pk]
        lifecycle.unplan(story, by=cast["colleague"])
        monkeypatch.setattr(coming_due, "_due", lambda: found)
        assert coming_due.publish_what_is_due() == 0
