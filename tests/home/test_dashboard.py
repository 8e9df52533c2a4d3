"""The teacher's first screen: what needs them, and nobody else's business."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from families import consent
from families.models import User
from families.models.consents import Scope
from home.dashboard import needs as lists
from home.dashboard.classes import Stage, at_a_glance
from home.dashboard.panels import needs, visible_to
from media.models import Item, Job
from media.models.states import JobState
from stories.models import Story, Worry
from tests.factories import (
    ItemFactory,
    PersonFactory,
    ReporterClassFactory,
    StoryFactory,
    UserFactory,
    answer,
)

pytestmark = pytest.mark.django_db

EMPTY = {
    "Waiting for a teacher": "Nobody is waiting. Well done.",
    "You are reading": "You have picked up nothing.",
    "With a student for a week": "Nobody has had one for so long.",
    "A yes is missing": "Everything that was handed in has its yeses.",
    "Yeses that run out": "None runs out within a month.",
    "Files that did not work": "Every file is well.",
    "Published this week": "Nothing yet this week. There is time.",
}


def titles(user: User) -> dict[str, list[str]]:
    """Each list that has something in it."""
    return {need.heading: [row[0] for row in need.rows] for need in needs(user) if need.rows}


def rows(user: User, heading: str) -> list[tuple[str, str, str]]:
    return next(need.rows for need in needs(user) if need.heading == heading)


def ago(story: Story, **days: float) -> Story:
    then = {name: timezone.now() - timedelta(days=number) for name, number in days.items()}
    Story.objects.filter(pk=story.pk).update(**then)
    return story


def home(client: Client, user: User) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


class TestMemories:
    def test_a_teacher(self, student: User, teacher: User) -> None:
        StoryFactory(author=student, submitted=True, title="Waits")
        StoryFactory(author=student, taken_up=True, teacher=teacher, title="Mine")
        StoryFactory(author=student, taken_up=True, title="A colleague's")
        StoryFactory(author=student, submitted=True, held=True, title="Held")
        StoryFactory(submitted=True, title="Elsewhere")
        for days, title in ((6, "Theirs since Monday"), (8, "Theirs for long")):
            sent_back = StoryFactory(author=student, changes_requested=True, title=title)
            ago(sent_back, updated_at=days)

        assert titles(teacher) == {
            "Waiting for a teacher": ["Waits"],
            "You are reading": ["Mine"],
            "With a student for a week": ["Theirs for long"],
        }

    def test_a_first_memory_comes_first_and_says_so(self, student: User, teacher: User) -> None:
        StoryFactory(author=student, published=True, title="Out")
        StoryFactory(author=student, submitted=True, title="Another")
        newcomer = UserFactory(student=True, school=student.school)
        StoryFactory(author=newcomer, submitted=True, title="The first")

        first, another = rows(teacher, "Waiting for a teacher")
        assert (first[0], another[0]) == ("The first", "Another")
        assert first[2].endswith(", a first memory")
        assert first[1] == reverse(
            "moderation:review", args=[Story.objects.get(title=first[0]).ref]
        )
        assert "first" not in another[2]

    def test_what_went_out_this_week(self, student: User, teacher: User) -> None:
        StoryFactory(author=student, published=True, title="New")
        ago(StoryFactory(author=student, published=True, title="Old"), first_published_at=8)
        StoryFactory(author=student, withdrawn=True, title="Gone")

        assert titles(teacher) == {"Published this week": ["New"]}


class TestConsents:
    def test_what_was_handed_in_without_a_yes(self, student: User, teacher: User) -> None:
        for state in ("submitted", "taken_up", "draft"):
            StoryFactory(author=student, title=state, heard_back=False, **{state: True})
        StoryFactory(author=student, title="held", heard_back=False, submitted=True, held=True)
        StoryFactory(author=student, submitted=True, title="Has all")

        found = rows(teacher, "A yes is missing")
        assert [title for title, _, _ in found] == ["submitted", "taken_up"]
        assert "has not yet said yes to the web after hearing this memory." in found[0][2]

    def test_more_than_one_yes_is_counted(self, student: User, teacher: User) -> None:
        child = PersonFactory(child=True, school=student.school)
        StoryFactory(author=student, submitted=True, people=[(child, "shown")])

        ((_, _, words),) = rows(teacher, "A yes is missing")
        assert words.endswith(" And 3 more.")

    @pytest.mark.parametrize(
        ("days", "word"), [(20, "until"), (-3, "ended on"), (31, None), (300, None)]
    )
    def test_yeses_that_run_out(
        self, student: User, teacher: User, days: int, word: str | None
    ) -> None:
        person = PersonFactory(school=student.school, public_name="Mary")
        said = timezone.now() - consent.RENEWED_EVERY + timedelta(days=days)
        answer(person, Scope.WEB, by=teacher, given_at=said)
        last = person.consents.get().renew_on

        found = rows(teacher, "Yeses that run out")
        expected = [("Mary", f"{word} {last:%-d %B}")] if word else []
        assert [(who, when) for who, _, when in found] == expected
        assert all(f"/people/{person.pk}/ask/" in url for _, url, _ in found)


class TestFiles:
    def told_with(self, author: User, state: str = "submitted", **item: Any) -> Item:
        made: Item = ItemFactory(uploaded_by=author, **item)
        StoryFactory(author=author, parts=[made], **{state: True})
        return made

    def test_that_did_not_work(self, student: User, teacher: User) -> None:
        broken = self.told_with(student, refused=True, filename="broken.jpg")
        self.told_with(student, filename="well.jpg")
        self.told_with(student, refused=True, refusal_code="stopped", filename="stopped.jpg")
        self.told_with(student, "withdrawn", filename="gone.jpg")
        Item.objects.filter(filename="gone.jpg").update(status="refused", refusal_code="broken")
        ours = self.told_with(student, filename="ours.jpg")
        Job.objects.create(item=ours, state=JobState.FAILED)
        ItemFactory(uploaded_by=student, refused=True, filename="in nothing.jpg")
        self.told_with(UserFactory(student=True), refused=True, filename="elsewhere.jpg")

        found = {
            name: (url, words) for name, url, words in rows(teacher, "Files that did not work")
        }
        assert set(found) == {str(broken), str(ours)}
        assert found[str(broken)] == (f"/admin/files/?q={broken.ref}", broken.refusal)
        assert found[str(ours)][1] == "Something went wrong on our side."

    def test_of_what_is_held_are_the_leads(self, student: User, teacher: User, lead: User) -> None:
        item = ItemFactory(uploaded_by=student, refused=True)
        StoryFactory(author=student, submitted=True, held=True, parts=[item])

        assert "Files that did not work" not in titles(teacher)
        assert titles(lead)["Files that did not work"] == [str(item)]


def test_a_lead_sees_worries_first(student: User, lead: User, teacher: User) -> None:
    Worry.objects.create(words="One.", story=StoryFactory(author=student))
    Worry.objects.create(words="Another school's.", story=StoryFactory())

    assert len(titles(lead)["Worries"]) == 1
    assert needs(lead)[0].heading == "Worries"
    assert "Worries" not in [need.heading for need in needs(teacher)]


BEHIND = {
    "submitted": ("Waiting for a teacher", "?turn=nobody"),
    "taken_up": ("You are reading", "?taken_up_by={teacher}"),
    "changes_requested": ("With a student for a week", "?turn=writer&age=7"),
    "published": ("Published this week", "?status=published"),
}


@pytest.mark.parametrize("state", BEHIND)
def test_more_than_a_handful_is_a_link_away(
    client: Client, student: User, teacher: User, state: str
) -> None:
    heading, query = BEHIND[state]

    def one_more() -> str:
        made = StoryFactory(author=student, teacher=teacher, **{state: True})
        ago(made, updated_at=9)
        return next(need.more for need in needs(teacher) if need.heading == heading)

    assert {one_more() for _ in range(lists.SHOWN)} == {""}
    url = one_more()
    assert len(rows(teacher, heading)) == lists.SHOWN
    assert url == f"/admin/moderation/{query.format(teacher=teacher.pk)}"
    client.force_login(teacher)
    assert len(client.get(url).context["object_list"]) == lists.SHOWN + 1


class TestClasses:
    def glance(self, user: User) -> dict[str, dict[str, str]]:
        found = at_a_glance(user, visible_to(user))
        return {
            each.name: {str(place.student): place.stage.label for place in each.places}
            for each in found
        }

    def test_how_far_everybody_is(self, student: User, teacher: User, lead: User) -> None:
        group = student.reporter_class
        for name, states in {
            "Amy": [],
            "Bilal": ["draft"],
            "Chi": ["changes_requested", "withdrawn"],
            "Dee": ["draft", "submitted"],
            "Eve": ["published", "draft"],
            "Fay": ["sealed"],
        }.items():
            who = UserFactory(
                student=True, school=student.school, reporter_class=group, display_name=name
            )
            for state in states:
                StoryFactory(author=who, **{state: True})
        student.delete()
        UserFactory(student=True, school=group.school, reporter_class=group, is_active=False)
        ReporterClassFactory(school=group.school, name="ZZ")
        ReporterClassFactory(name="Elsewhere")

        assert self.glance(teacher) == {
            group.name: {
                "Amy": "nothing yet",
                "Bilal": "writing",
                "Chi": "writing",
                "Dee": "handed in",
                "Eve": "published",
                "Fay": "nothing yet",
            },
            "ZZ": {},
        }
        assert self.glance(teacher) == self.glance(lead)

    @pytest.mark.parametrize("state", ["draft", "changes_requested", "submitted", "published"])
    def test_each_leads_to_what_is_meant(
        self, client: Client, student: User, teacher: User, state: str
    ) -> None:
        story = StoryFactory(author=student, **{state: True})
        (group,) = at_a_glance(teacher, visible_to(teacher))
        client.force_login(teacher)
        assert list(client.get(group.places[0].url).context["object_list"]) == [story]

    def test_who_has_nothing_is_counted_beside_the_name(
        self, client: Client, student: User, teacher: User
    ) -> None:
        html = home(client, teacher)
        assert "(1 with nothing yet)" in html
        assert "glance__place--nothing" in html
        assert f"?student={student.pk}" in html
        StoryFactory(author=student, draft=True)
        assert "with nothing yet)" not in home(client, teacher)

    def test_many_are_folded(self, client: Client, teacher: User) -> None:
        assert "There is no class yet." in home(client, teacher)
        for number in range(3):
            ReporterClassFactory(school=teacher.school, name=f"9{number}")
            folded = "<details>" in home(client, teacher)
            assert folded == (number == 2)
        assert home(client, teacher).count("Nobody is in this class yet.") == 3


def test_stages_are_in_their_order() -> None:
    assert Stage.NOTHING < Stage.WRITING < Stage.HANDED_IN < Stage.PUBLISHED


def test_an_administrator_has_no_memories_to_look_after(client: Client) -> None:
    administrator = UserFactory(administrator=True)
    assert needs(administrator) == []
    html = home(client, administrator)
    assert "What needs me now" not in html
    assert "at a glance" not in html


def test_where_there_is_nothing_to_do_a_kind_word_says_so(client: Client, teacher: User) -> None:
    assert {need.heading: need.nothing for need in needs(teacher)} == EMPTY
    html = home(client, teacher)
    assert all(words in html for words in EMPTY.values())


def test_the_admins_home_page_has_it_and_not_wagtails(
    client: Client, student: User, teacher: User
) -> None:
    StoryFactory(author=student, submitted=True, title="Waits")
    html = home(client, teacher)

    assert "What needs me now" in html
    assert "Waits" in html
    assert "Awaiting your review" not in html


@pytest.mark.parametrize("role", ["teacher", "lead"])
def test_it_asks_as_much_for_many_as_for_one(
    client: Client, student: User, role: str, request: pytest.FixtureRequest
) -> None:
    user: User = request.getfixturevalue(role)

    def fill(number: int) -> None:
        for _ in range(number):
            author = UserFactory(
                student=True,
                school=student.school,
                reporter_class=ReporterClassFactory(school=student.school),
            )
            item = ItemFactory(uploaded_by=author, refused=True)
            for state in ("submitted", "taken_up", "changes_requested"):
                parts = ["Words.", item if state == "submitted" else ItemFactory()]
                told = StoryFactory(author=author, heard_back=False, parts=parts, **{state: True})
                ago(told, updated_at=9)
            StoryFactory(author=author, published=True)
            Story.objects.filter(status="submitted", taken_up_by__isnull=False).update(
                taken_up_by=user
            )
            Worry.objects.create(story=told, words="Hm.")
            said = timezone.now() - timedelta(days=350)
            answer(PersonFactory(school=student.school), Scope.WEB, by=user, given_at=said)

    fill(1)
    home(client, user)
    with CaptureQueriesContext(connection) as for_one:
        html = home(client, user)
    assert not any(words in html for words in EMPTY.values())
    fill(7)
    with CaptureQueriesContext(connection) as for_many:
        home(client, user)
    assert len(for_many) == len(for_one)
