"""Beginning a memory that answers another, step by step or the quick way."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from families.models import User
from stories import lifecycle
from stories.models import Story
from stories.models.states import Audience
from tests.factories import StoryFactory
from tests.media import samples
from tests.stories.starting.walking import NEW, Walker, query_of, ref_in

pytestmark = pytest.mark.django_db
QUICK = "/desk/stories/new/quick/"


@pytest.fixture
def first(student: User) -> Story:
    made: Story = StoryFactory(published=True, school=student.school, title="The ice cream van")
    return made


@pytest.fixture
def answering(desk: Client, first: Story) -> Walker:
    return Walker(desk, f"{NEW}?answers={first.ref}")


def begun(walker: Walker) -> Story:
    return Story.objects.get(ref=ref_in(walker.answer["Location"]))


def test_it_says_what_it_answers_and_asks_who_and_a_title(
    answering: Walker, first: Story, student: User
) -> None:
    assert "You answer “The ice cream van”." in answering.text
    answering.say(who="me", answers=first.ref)
    assert answering.step == "title"
    assert "You answer “The ice cream van”." in answering.text
    assert "ice cream" not in str(answering.page.context["form"]["title"].value()), (
        "The title of what only a family may read goes nowhere by itself."
    )
    answering.say(title="The tune it played")
    story = begun(answering)
    assert (story.answers, story.author, story.audience) == (first, student, Audience.JUST_ME)
    page = answering.client.get(answering.answer["Location"]).content.decode()
    assert f'It answers: \n<a href="{first.get_absolute_url()}">' in page.replace("  ", "")


def test_the_way_back_leads_over_what_was_asked(answering: Walker, first: Story) -> None:
    answering.say(who="me", answers=first.ref)
    back = query_of(answering.page.context["back"])
    assert back["step"] == ["who"]
    answering.go(answering.page.context["back"])
    assert "You answer" in answering.text


def test_somebody_new_has_a_name_first(answering: Walker, first: Story) -> None:
    answering.say(who="else", answers=first.ref)
    assert answering.step == "name"
    answering.say(name="Mr Grant", age="adult")
    assert answering.step == "title"
    assert query_of(answering.page.context["back"])["step"] == ["name"]
    answering.say(title="His tune")
    assert begun(answering).answers == first


def test_cards_may_be_taken_along_all_the_same(answering: Walker, first: Story) -> None:
    answering.say(who="me", answers=first.ref)
    answering.go(f"{answering.address}what")
    answering.say(what="own", question="Who drove it?")
    assert answering.step == "title"
    assert query_of(answering.page.context["back"])["step"] == ["what"]
    answering.say(title="The driver")
    assert begun(answering).answers == first


def test_a_step_with_a_mistake_still_answers(answering: Walker, first: Story) -> None:
    assert answering.say(answers=first.ref).status_code == 422
    assert "You answer" in answering.text


def test_what_was_taken_back_meanwhile_is_not_answered(answering: Walker, first: Story) -> None:
    answering.say(who="me", answers=first.ref)
    lifecycle.withdraw(first, by=first.author)
    answering.say(title="The tune it played")
    assert begun(answering).answers is None


def test_what_is_not_theirs_to_read_is_not_answered_and_not_told(desk: Client) -> None:
    hidden = StoryFactory(submitted=True, title="Quite secret")
    walker = Walker(desk, f"{NEW}?answers={hidden.ref}")
    assert "You answer" not in walker.text
    assert "secret" not in walker.text
    walker.say(who="me", answers=hidden.ref)
    assert walker.step == "what"
    walker.say(what="none")
    walker.say(title="Mine")
    assert begun(walker).answers is None


def test_it_is_said_once_and_no_form_changes_it(answering: Walker, first: Story) -> None:
    answering.say(who="me", answers=first.ref)
    answering.say(title="The tune it played")
    story, other = begun(answering), StoryFactory(published=True)
    client = answering.client
    client.post(f"/desk/stories/{story.ref}/", {"title": "Changed", "answers": other.ref})
    story.refresh_from_db()
    assert story.answers == first


def test_with_a_photograph(desk: Client, first: Story, tmp_path: Any) -> None:
    page = desk.get(f"{QUICK}?answers={first.ref}")
    assert "You answer “The ice cream van”." in page.content.decode()
    form = page.context["form"]
    photo = SimpleUploadedFile("van.jpg", samples.photo(tmp_path / "van.jpg").read_bytes())
    sent = {name: form[name].value() for name in ("start", "answers")}
    desk.post(QUICK, {**sent, "picture": photo})
    assert Story.objects.exclude(pk=first.pk).get().answers == first


def test_whoever_is_not_signed_in_comes_back_to_it(client: Client, first: Story) -> None:
    answer = client.get(f"{NEW}?answers={first.ref}")
    assert answer["Location"].endswith(f"?next=/desk/stories/new/%3Fanswers%3D{first.ref}")
