"""Both moments apart, an answer about one memory, and the timeline of a person and of a memory."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from families import consent, invitations
from families.models import Consent, Invitation, Person, School, User
from families.models.consents import Decision, Method, Scope
from families.naming import NO_NAME
from stories import lifecycle
from stories.models import Story
from tests.factories import PersonFactory, StoryFactory, UserFactory, agree, answer

pytestmark = pytest.mark.django_db

SAID = {"giver": "self", "giver_name": "Mary Private", "method": "screen"}


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def mary(school: School) -> Person:
    made: Person = PersonFactory(school=school, name="Mary Private", public_name="Mary")
    return made


def page(person: Person) -> str:
    return reverse("people:consents", args=[person.pk])


def of_story(story: Story) -> str:
    return reverse("moderation:consents", args=[story.ref])


def panel(html: str, name: str) -> str:
    """One box of the page, by its id."""
    return html.split(f'id="{name}')[1].split("<section", maxsplit=1)[0]


def test_the_two_moments_stand_apart(desk: Client, mary: Person) -> None:
    html = desk.get(page(mary)).content.decode()
    before, after = panel(html, "before-section"), panel(html, "after-section")
    assert "Keep it in the archive" in before
    assert "Put it on the web" not in before
    assert "Put it on the web" in after
    assert "Keep it in the archive" not in after


def test_an_answer_about_one_memory(desk: Client, student: User, mary: Person) -> None:
    agree(mary)
    told, other = (
        StoryFactory(author=student, teller=mary, heard_back=False, title=f"The {what}")
        for what in ("mill", "market")
    )
    html = desk.get(page(mary)).content.decode()
    assert "nobody has answered about this one yet." in panel(html, "each-section")

    desk.post(page(mary), SAID | {"web": "yes", "about": told.ref})

    assert Consent.objects.latest("pk").story_ref == told.ref
    assert consent.stands(mary, Scope.WEB, story_ref=told.ref, heard_back=True)
    assert not consent.stands(mary, Scope.WEB, story_ref=other.ref, heard_back=True)
    html = desk.get(page(mary)).content.decode()
    assert "“The mill”" in panel(html, "history-section")
    assert "said <b>yes</b> to “put it on the web”" in panel(html, "each-section")


def test_only_memories_of_theirs_that_one_may_read(
    desk: Client, student: User, teacher: User, mary: Person
) -> None:
    theirs = StoryFactory(submitted=True, author=student, teller=mary, title="Seen")
    others = StoryFactory(submitted=True, author=student, title="Of somebody else")
    held = StoryFactory(submitted=True, author=student, teller=mary, title="Held")
    answer(mary, Scope.WEB, story_ref=held.ref)
    lifecycle.hold(held, by=student, reason="A worry.")

    html = desk.get(page(mary)).content.decode()

    assert "Seen" in html
    assert "Held" not in html.replace("Held for", "")
    assert "One memory" in panel(html, "history-section")
    before = Consent.objects.count()
    for ref in (others.ref, held.ref, "nosuchone"):
        desk.post(page(mary), SAID | {"web": "yes", "about": ref})
    assert Consent.objects.count() == before
    desk.post(page(mary), SAID | {"web": "yes", "about": theirs.ref})
    assert Consent.objects.count() == before + 1


def test_a_link_says_whom_and_what_it_asks_but_never_answers(
    desk: Client, student: User, mary: Person
) -> None:
    story = StoryFactory(submitted=True, author=student, teller=mary)
    html = desk.get(f"{page(mary)}?story={story.ref}&giver=self&web=yes").content.decode()
    assert f'<option value="{story.ref}" selected>' in html
    assert html.split("<main")[1].count("checked") == 1


@pytest.mark.parametrize(
    ("said", "sentence", "name"),
    [
        ({"name": "yes", "shown_as": "Wren"}, "Recorded. Thank you.", "Wren"),
        ({"name": "no"}, "Recorded.", NO_NAME),
        ({"shown_as": "Wren", "web": "yes"}, "goes with a yes to the question", "Mary"),
        ({"shown_as": "Wren", "name": "no"}, "goes with a yes to the question", "Mary"),
        ({"name": "yes", "shown_as": "Mary Private"}, "Leave the surname out.", "Mary"),
    ],
)
def test_the_name_they_chose(
    desk: Client, mary: Person, said: dict[str, str], sentence: str, name: str
) -> None:
    Person.objects.filter(pk=mary.pk).update(is_child=True)
    html = desk.post(page(mary), SAID | said, follow=True).content.decode()
    assert sentence in html
    mary.refresh_from_db()
    assert mary.public_name == name
    assert Consent.objects.exists() == (name != "Mary")


def test_a_timeline_says_who_when_what_words_how_and_by_which_invitation(
    desk: Client, student: User, teacher: User, mary: Person
) -> None:
    story = StoryFactory(submitted=True, author=student, teller=mary)
    invitation, _ = invitations.make(
        by=teacher,
        kind=Invitation.Kind.CONSENT,
        school=mary.school,
        person=mary,
        given_by=mary,
        for_whom="Nan at home",
    )
    consent.record(
        person=mary,
        scope=Scope.WEB,
        decision=Decision.YES,
        by=None,
        method=Method.OWN_PHONE,
        story_ref=story.ref,
        invitation=invitation,
    )
    for url in (page(mary), of_story(story)):
        html = panel(desk.get(url).content.decode(), "history-section")
        for said in (
            "Mary Private (the person)",
            "<b>Yes</b>",
            f"“{story}”",
            f"{mary.consents.get().wording.text}” (version 1)",
            f"On their own phone, by an invitation that {teacher} made on",
            "for Nan at home",
            "Nobody: they did it themselves",
        ):
            assert said in html, said


def test_the_timeline_of_a_memory_holds_what_counts_for_it(
    desk: Client, student: User, mary: Person
) -> None:
    story = StoryFactory(submitted=True, author=student, teller=mary)
    left = PersonFactory(school=student.school, name="Was In It", public_name="Was")
    answer(mary, Scope.PRINT)
    answer(mary, Scope.SHARE, story_ref="anotherone")
    answer(left, Scope.WEB, Decision.NO, story_ref=story.ref)
    answer(PersonFactory(school=student.school, name="Never There"), Scope.WEB)

    html = desk.get(of_story(story)).content.decode()

    assert "Can we print your memory" in html
    assert "share your memory" not in html
    assert "Was In It" in html
    assert "Never There" not in html
    assert (
        of_story(story) in desk.get(reverse("moderation:review", args=[story.ref])).content.decode()
    )


@pytest.mark.parametrize("role", ["student", "family_member", "administrator", "elsewhere"])
def test_it_is_for_staff_of_the_school(
    role: str, client: Client, student: User, mary: Person, other_school: School
) -> None:
    story = StoryFactory(submitted=True, author=student, teller=mary)
    kind, school = (role, student.school) if role != "elsewhere" else ("teacher", other_school)
    client.force_login(UserFactory(**{kind: True}, school=school))
    for url in (page(mary), of_story(story)):
        assert client.get(url).status_code in (302, 404)
        assert client.post(url, SAID | {"web": "yes"}).status_code in (302, 404)
    assert not Consent.objects.filter(scope=Scope.WEB, story_ref="").exists()


def test_a_held_memory_keeps_its_timeline_for_the_lead(
    desk: Client, student: User, lead: User, mary: Person
) -> None:
    story = StoryFactory(submitted=True, author=student, teller=mary)
    lifecycle.hold(story, by=student, reason="A worry.")
    assert desk.get(of_story(story)).status_code == 404
    desk.force_login(lead)
    assert desk.get(of_story(story)).status_code == 200


def cost(client: Client, url: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


def test_no_page_costs_more_for_more_answers(desk: Client, student: User, mary: Person) -> None:
    def tell(**details: Any) -> Story:
        made: Story = StoryFactory(submitted=True, author=student, teller=mary, **details)
        return made

    def join() -> None:
        person = PersonFactory(school=student.school, child=True, consenting=True)
        story.people.create(person=person, role="mentioned")

    story = tell()
    urls = [page(mary), of_story(story), reverse("moderation:review", args=[story.ref])]
    agree(mary)
    agree(mary, story_ref=story.ref)
    join()
    before = [cost(desk, url) for url in urls for _ in range(2)][1::2]
    for _ in range(3):
        tell()
        agree(mary, story_ref=story.ref)
        join()
    assert [cost(desk, url) for url in urls] == before
