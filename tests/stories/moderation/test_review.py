"""The review page: what a teacher sees, decides, and is told instead of a button."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from families.models import User
from families.models.consents import Decision, Scope
from stories import lifecycle, writing
from stories.models import FindingReview, Story, StoryPart, Worry
from stories.models.states import Audience, Status
from stories.moderation.seen import fingerprint, version
from tests.factories import (
    ItemFactory,
    PersonFactory,
    StoryFactory,
    UserFactory,
    answer,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def second_teacher(teacher: User) -> User:
    return UserFactory(teacher=True, school=teacher.school, display_name="Mr Second")


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def page(story: Story) -> str:
    return reverse("moderation:review", args=[story.ref])


def decide(client: Client, story: Story, verb: str, **said: str):
    if verb == "publish" and "seen" not in said:
        said["seen"] = fingerprint(version(Story.objects.get(pk=story.pk)))
    return client.post(reverse("moderation:decide", args=[story.ref, verb]), said)


def submitted(student: User, **kwargs) -> Story:
    return StoryFactory(submitted=True, author=student, **kwargs)


def test_shows_the_parts_in_order_with_players_at_the_door(desk: Client, student: User) -> None:
    items = [
        ItemFactory(image=True, uploaded_by=student),
        ItemFactory(audio=True, uploaded_by=student),
        ItemFactory(video=True, uploaded_by=student),
        ItemFactory(document=True, uploaded_by=student),
    ]
    story = submitted(student, parts=["Before them.", *items, "After them."])

    html = desk.get(page(story)).content.decode()

    spots = ["Before them.", *(f"/files/{item.ref}/" for item in items), "After them."]
    assert [html.index(spot) for spot in spots] == sorted(html.index(spot) for spot in spots)
    assert f'<audio controls preload="none" src="/files/{items[1].ref}/sound.m4a"' in html
    assert f'src="/files/{items[2].ref}/film.mp4"' in html
    assert f"/files/{items[3].ref}/page-2.webp" in html
    assert f"/files/{items[3].ref}/paper.pdf" in html


def test_each_picture_leads_to_where_a_face_is_hidden(desk: Client, student: User) -> None:
    pictures = [ItemFactory(uploaded_by=student) for _ in range(2)]
    story = submitted(student, parts=[*pictures, ItemFactory(audio=True, uploaded_by=student)])

    html = desk.get(page(story)).content.decode()

    for item in pictures:
        address = reverse("admin_item_hide", args=[item.ref])
        assert html.count(f'<a href="{address}?memory={story.ref}">') == 1
        assert desk.get(address).status_code == 200
    assert html.count("Hide a face") == 2


def test_publishing_puts_it_before_the_public(desk: Client, student: User) -> None:
    story = submitted(student)

    response = decide(desk, story, "publish")

    assert response.status_code == 302
    assert Story.objects.public().filter(pk=story.pk).exists()


def test_what_was_written_while_a_teacher_read_is_not_published(
    desk: Client, student: User
) -> None:
    story = submitted(student, parts=["The mill was quiet."])
    html = desk.get(page(story)).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', html)[1]
    story.parts.update(text="The mill was loud.")

    refused = decide(desk, story, "publish", seen=seen)

    assert refused.status_code == 409
    assert "It changed while you were reading." in refused.content.decode()
    assert not Story.objects.public().exists()


def test_a_hold_tells_the_lead_why(desk: Client, student: User, teacher: User) -> None:
    story = submitted(student)

    decide(desk, story, "hold", reason="She sounds frightened.")

    worry = Worry.objects.get()
    assert (worry.story, worry.words, worry.raised_by) == (story, "She sounds frightened.", teacher)


def test_taking_up_says_who_reads(desk: Client, student: User, teacher: User) -> None:
    story = submitted(student)

    decide(desk, story, "take_up")

    story.refresh_from_db()
    assert story.taken_up_by == teacher
    assert f"{teacher} is reading this one." in desk.get(page(story)).content.decode()


def test_a_missing_yes_is_said_in_words_with_its_link(desk: Client, student: User) -> None:
    nan = PersonFactory(school=student.school, public_name="Nan Mary")
    story = submitted(student, teller=nan)

    html = desk.get(page(story)).content.decode()

    assert "Nan Mary has not yet said yes to taking part." in html
    assert reverse("people:consents", args=[nan.pk]) in html
    assert "It cannot be published yet." in html
    assert reverse("moderation:decide", args=[story.ref, "publish"]) not in html

    refused = decide(desk, story, "publish")
    assert refused.status_code == 409
    assert "Nan Mary has not yet said yes to the web after hearing" in refused.content.decode()
    assert not Story.objects.public().exists()


def test_nobody_can_overrule_the_teller(desk: Client, student: User) -> None:
    story = submitted(student, audience=Audience.FAMILY)

    refused = decide(desk, story, "publish")

    assert refused.status_code == 409
    assert "The teller did not ask for the web." in refused.content.decode()


@pytest.mark.parametrize(
    ("who", "sentence"),
    [
        ("author", "You wrote this one, so somebody else has to publish it."),
        ("editor", "You edited this one last, so somebody else has to publish it."),
    ],
)
def test_four_eyes(desk: Client, student: User, teacher: User, who: str, sentence: str) -> None:
    story = submitted(teacher if who == "author" else student)
    if who == "editor":
        Story.objects.filter(pk=story.pk).update(last_edited_by=teacher)

    html = desk.get(page(story)).content.decode()

    assert sentence in html
    assert reverse("moderation:decide", args=[story.ref, "publish"]) not in html
    assert decide(desk, story, "publish").status_code == 409
    assert not Story.objects.public().exists()


def test_a_finding_may_stay(
    desk: Client, student: User, teacher: User, second_teacher: User
) -> None:
    story = submitted(student, parts=["Ring 0161 496 0000 and ask."])
    assert "This looks like a phone number." in desk.get(page(story)).content.decode()

    here = reverse("moderation:let_stay", args=[story.ref])
    desk.post(here, {"kind": "phone", "excerpt": "0161 496 0000"})
    desk.post(here, {"kind": "phone", "excerpt": "never written here"})

    review = FindingReview.objects.get()
    assert (review.story, review.excerpt, review.reviewed_by) == (story, "0161 496 0000", teacher)
    assert (
        "somebody let it stay. So two adults have to agree."
        in desk.get(page(story)).content.decode()
    )
    lifecycle.recommend(story, by=second_teacher)
    assert decide(desk, story, "publish").status_code == 302


def test_ask_resubmit_compare_publish(desk: Client, student: User) -> None:
    story = submitted(student, parts=["The mill was quiet.", "It was red."])
    sent_back = decide(desk, story, "request_changes", feedback="Was it really quiet?")
    assert sent_back.status_code == 302

    story = Story.objects.get(pk=story.pk)
    assert story.status == Status.CHANGES_REQUESTED
    first, second = story.parts.all()
    first.text, second.sort_order, first.sort_order = "The mill was loud.", 0, 1
    story.parts.set([second, first, StoryPart(kind="words", text="And warm.", sort_order=2)])
    story = writing.save(story, by=student, edition=story.edition)
    lifecycle.submit(story, by=student)

    html = desk.get(page(story)).content.decode()

    assert "Was it really quiet?" in html
    assert "<del>quiet.</del><ins>loud.</ins>" in html
    assert "<ins>And warm.</ins>" in html
    assert "The parts are in another order now." in html
    assert decide(desk, story, "publish").status_code == 302
    assert Story.objects.public().get().parts.count() == 3


def test_a_refused_feedback_is_still_there(desk: Client, student: User) -> None:
    story = StoryFactory(published=True, author=student)

    again = decide(desk, story, "request_changes", feedback="Please say more.")

    assert again.status_code == 409
    assert "This memory is published now." in again.content.decode()


def test_an_empty_feedback_says_so(desk: Client, student: User) -> None:
    again = decide(desk, submitted(student), "request_changes", feedback="  ")

    assert again.status_code == 409
    assert "This field is required" in again.content.decode()


def test_what_was_typed_survives_a_refusal(desk: Client, student: User, teacher: User) -> None:
    story = submitted(student)

    again = decide(desk, story, "seal", until="2001-01-01")

    assert again.status_code == 409
    assert "Choose a day that is still to come." in again.content.decode()
    assert "2001-01-01" in again.content.decode()


def test_holding_hides_it_from_teachers_until_the_lead_releases(
    desk: Client, student: User, lead: User
) -> None:
    story = submitted(student)

    decide(desk, story, "hold", reason="A name in it.")

    assert desk.get(page(story)).status_code == 404
    desk.force_login(lead)
    html = desk.get(page(story)).content.decode()
    assert reverse("moderation:decide", args=[story.ref, "release"]) in html
    decide(desk, story, "release")
    story.refresh_from_db()
    assert not story.held


def test_sealing_and_releasing(desk: Client, student: User, lead: User) -> None:
    story = submitted(student)
    decide(desk, story, "seal", until="2190-01-01")
    assert desk.get(page(story)).status_code == 404

    desk.force_login(lead)
    assert "Sealed until 1 January 2190" in desk.get(page(story)).content.decode()
    decide(desk, story, "release")

    story.refresh_from_db()
    assert story.status == Status.SUBMITTED


def test_withdrawing(desk: Client, student: User) -> None:
    story = StoryFactory(published=True, author=student)

    decide(desk, story, "withdraw")

    assert not Story.objects.public().exists()


def test_an_unknown_verb_is_not_found(desk: Client, student: User) -> None:
    assert decide(desk, submitted(student), "delete").status_code == 404
    assert decide(desk, submitted(student), "submit").status_code == 404


def test_a_yes_taken_back_blocks_the_next_version(desk: Client, student: User) -> None:
    nan = PersonFactory(school=student.school, consenting=True, public_name="Nan")
    story = submitted(student, teller=nan)
    answer(nan, Scope.WEB, Decision.WITHDRAWN)

    html = desk.get(page(story)).content.decode()

    assert "Nan said yes to the web, and took it back." in html
    assert "See what Nan allows" in html
    assert "Ask Nan" not in html


def test_every_decision_is_in_the_log(desk: Client, student: User, teacher: User) -> None:
    story = submitted(student)
    decide(desk, story, "take_up")
    decide(desk, story, "publish")

    done = ModelLogEntry.objects.for_instance(story).filter(user=teacher)
    assert {"stories.take_up", "stories.publish"} <= set(done.values_list("action", flat=True))
    history = desk.get(reverse("moderation:history", args=[story.pk])).content.decode()
    assert "Published it" in history
    assert "Began to read it" in history


def test_as_visitors_will_see_it(desk: Client, student: User) -> None:
    story = submitted(student)

    response = desk.get(reverse("moderation:as_visitors", args=[story.ref]))

    assert response.status_code == 200
    assert story.title in response.content.decode()


def test_the_page_asks_as_much_beside_many_memories_as_beside_few(
    desk: Client, student: User
) -> None:
    story = submitted(student, parts=["Words.", ItemFactory(uploaded_by=student)])
    desk.get(page(story))
    with CaptureQueriesContext(connection) as few:
        desk.get(page(story))
    for _ in range(5):
        submitted(student)
    with CaptureQueriesContext(connection) as many:
        desk.get(page(story))
    assert len(many) == len(few)


def test_a_childs_surname_is_mended_where_the_person_is(desk: Client, student: User) -> None:
    kai = PersonFactory(
        school=student.school,
        child=True,
        name="Kai White",
        public_name="Kai White",
        consenting=True,
    )
    story = submitted(student, teller=kai)

    html = desk.get(page(story)).content.decode()

    assert "Leave the surname out" in html
    assert reverse("people:edit", args=[kai.pk]) in html


def test_a_picture_without_a_description_is_mended_in_the_editor(
    desk: Client, student: User
) -> None:
    picture = ItemFactory(uploaded_by=student)
    story = submitted(student, parts=[StoryPart(kind="item", item=picture, caption="Nan")])

    html = desk.get(page(story)).content.decode()

    assert "The picture “Nan” has no description yet." in html
    assert f'<a href="{reverse("moderation:edit", args=[story.pk])}">Mend it</a>' in html


def test_there_is_nothing_to_decide_about_what_was_taken_back(desk: Client, student: User) -> None:
    story = StoryFactory(withdrawn=True, author=student)

    html = desk.get(page(story)).content.decode()

    for verb in ("publish", "withdraw", "seal", "request_changes"):
        assert reverse("moderation:decide", args=[story.ref, verb]) not in html
