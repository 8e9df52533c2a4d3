"""Person by person and yes by yes: what a memory needs, and the link that mends each."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse

from families.models import Person, User
from families.models.consents import Decision, Giver, Scope
from stories.models import Story
from tests.factories import ItemFactory, PersonFactory, StoryFactory, agree, answer

pytestmark = pytest.mark.django_db
SAID = {"giver": "self", "giver_name": "Mary Surname", "method": "paper"}


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def nell(student: User) -> Person:
    made: Person = PersonFactory(school=student.school, child=True, public_name="Nell")
    return made


def panel(desk: Client, story: Story, person: Person) -> Tag:
    html = desk.get(reverse("moderation:review", args=[story.ref])).content
    return BeautifulSoup(html, "html.parser").find(id=f"person-{person.pk}")


def told(student: User, person: Person, role: str, *parts: Any) -> Story:
    made: Story = StoryFactory(
        submitted=True, author=student, people=[(person, role)], parts=parts or ("Words.",)
    )
    return made


def test_each_missing_yes_has_its_own_way(desk: Client, student: User, nell: Person) -> None:
    agree(nell, Scope.ARCHIVE)
    answer(nell, Scope.WEB)
    story = told(student, nell, "shown", ItemFactory(uploaded_by=student))
    shown = panel(desk, story, nell)
    needs = [each.find("b").text for each in shown.select(".review__yeses > li")]
    assert needs == ["yes", "Put it on the web: missing", "Show my face: missing"]
    links = [each["href"] for each in shown.select(".review__yeses a")]
    record, ask = reverse("people:consents", args=[nell.pk]), reverse("people:ask", args=[nell.pk])
    assert [link.partition("?")[0] for link in links] == [record, ask] * 3
    assert [link.partition("#")[2] for link in links[::2]] == ["id_web", "id_face", "id_face"]
    assert "giver=guardian" in links[0]
    asked = zip(("web", "face", "face"), links[1::2], strict=True)
    assert all(f"scope={scope}&" in link for scope, link in asked)
    assert all(f"story={story.ref}" in link for link in links)


def test_an_answer_leads_back_to_the_memory(desk: Client, student: User) -> None:
    mary = PersonFactory(school=student.school, name="Mary Surname")
    story = told(student, mary, "shown")
    link = panel(desk, story, mary).select_one(".review__yeses a")["href"]
    here = link.partition("#")[0]
    form = desk.get(here).content.decode()
    back = f"{reverse('moderation:review', args=[story.ref])}#person-{mary.pk}"
    assert f'<a href="{back}">Go back to the memory</a>' in form
    done = desk.post(here, SAID | {"about": story.ref, "archive": "yes", "web": "yes"})
    assert done.url == back
    assert "missing" not in panel(desk, story, mary).text


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example/", ""])
def test_an_answer_leads_nowhere_else(desk: Client, student: User, back: str) -> None:
    mary = PersonFactory(school=student.school, name="Mary Surname")
    here = reverse("people:consents", args=[mary.pk])
    done = desk.post(f"{here}?back={back}", SAID | {"archive": "yes"})
    assert done.url == here
    assert "Go back to the memory" not in desk.get(f"{here}?back={back}").content.decode()


def test_a_no_is_not_asked_again(desk: Client, student: User, nell: Person) -> None:
    agree(nell, Scope.ARCHIVE)
    answer(nell, Scope.WEB)
    answer(nell, Scope.WEB, Decision.NO, giver=Giver.GUARDIAN)
    shown = panel(desk, told(student, nell, "mentioned"), nell)
    assert "A parent or guardian of Nell said no to the web." in shown.text
    links = [each["href"] for each in shown.select(".review__yeses a")]
    assert not any(reverse("people:ask", args=[nell.pk]) in link for link in links)


def test_never_to_be_shown(desk: Client, student: User) -> None:
    kai = PersonFactory(school=student.school, never_publish=True, consenting=True)
    shown = panel(desk, told(student, kai, "shown"), kai)
    assert "Never to be shown in public." in shown.text
    links = {each["href"] for each in shown.select(".review__yeses a")}
    assert links == {reverse("people:edit", args=[kai.pk])}


def test_a_grown_up_who_is_only_talked_about(desk: Client, student: User) -> None:
    mary = PersonFactory(school=student.school)
    shown = panel(desk, told(student, mary, "mentioned"), mary)
    assert "Nobody has to ask them." in shown.text
    assert not shown.select(".review__yeses")
