"""A memory begins with people: who, what about, and only then a title."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families.models import Person, User
from stories import writing
from stories.models import Deck, Place, Story, StoryPerson
from tests.factories import AssignmentFactory, DeckFactory, PersonFactory, UserFactory
from tests.stories.starting.walking import NEW, Walker

pytestmark = pytest.mark.django_db
Role = StoryPerson.Role
DESK_QUERIES = 15


def people(story: Story) -> dict[str, str]:
    return {told.role: told.person.public_name for told in story.people.select_related("person")}


def work() -> str:
    return f"deck:{Deck.objects.get(key='work-and-trades').pk}"


def test_i_tell_it_myself(walker: Walker, student: User) -> None:
    assert walker.step == "who"
    walker.say(who="me")
    assert walker.step == "what"
    walker.say(what=work())
    assert walker.step == "title"
    assert walker.page.context["form"]["title"].value() == "My working life"
    walker.say(title="My Saturday job")
    story = Story.objects.get()
    assert walker.answer["Location"] == reverse("desk_story", args=[story.ref])
    assert (story.title, story.author, story.context) == ("My Saturday job", student, "")
    assert people(story) == {Role.TELLER: Person.objects.get(user=student).public_name}
    assert [fund.slug for fund in story.funds.all()] == ["work-and-trades"]
    assert story.questions.count() == Deck.objects.get(key="work-and-trades").cards.count()


def test_i_talk_to_nan_who_has_an_account(walker: Walker, student: User, family: Any) -> None:
    walker.go(NEW)
    walker.say(who=walker.choice("Joan (nan)"))
    walker.say(what="none")
    assert walker.page.context["form"]["title"].value() == "What Joan told me"
    walker.say(title="Nan’s street")
    story = Story.objects.get()
    assert people(story)[Role.TELLER] == "Joan"
    assert people(story)[Role.REPORTER] == student.display_name.split()[0]
    assert story.family == family
    assert Person.objects.get(user__display_name="Joan").is_child is False


def test_i_talk_to_grandad_who_has_none(walker: Walker, family: Any) -> None:
    walker.go(NEW)
    walker.say(who=walker.choice("Bill"))
    walker.say(what=work())
    assert walker.page.context["form"]["title"].value() == "Bill’s working life"
    walker.say(title="The mill")
    assert people(Story.objects.get())[Role.TELLER] == "Bill"


def test_i_name_somebody_of_my_family(walker: Walker, student: User, family: Any) -> None:
    walker.say(who="family")
    assert walker.step == "name"
    walker.say(name="Uncle Femi", age="adult")
    walker.say(what=work())
    assert walker.page.context["form"]["title"].value() == "Uncle Femi’s working life"
    assert not Person.objects.filter(name="Uncle Femi").exists()
    walker.say(title="The bus")
    femi = Person.objects.get(name="Uncle Femi")
    assert (femi.family, femi.added_by, femi.is_child) == (family, student, False)
    assert "Uncle Femi" in walker.go(NEW).content.decode()


def test_i_name_somebody_else(walker: Walker, family: Any) -> None:
    walker.say(who="else")
    walker.say(name="Mr Grant", age="adult")
    walker.say(what="none")
    walker.say(title="The shop")
    assert Person.objects.get(name="Mr Grant").family is None


def test_a_child_is_shown_by_the_first_name(walker: Walker) -> None:
    walker.say(who="else")
    walker.say(name="Zofia Nowak", age="child")
    walker.say(what=work())
    walker.say(title="The den")
    zofia = Person.objects.get(name="Zofia Nowak")
    assert (zofia.public_name, zofia.is_child) == ("Zofia", True)


def test_a_question_of_my_own(walker: Walker) -> None:
    walker.say(who="me")
    walker.say(what="own", question="Who taught you to whistle?")
    walker.say(title="Whistling")
    assert [q.words for q in Story.objects.get().questions.all()] == ["Who taught you to whistle?"]


def test_a_question_that_is_typed_is_meant(walker: Walker) -> None:
    walker.say(who="me")
    walker.say(question="Who taught you to whistle?")
    assert walker.step == "title"
    walker.go(f"{walker.address}what")
    assert walker.page.context["form"].chosen == "own"


@pytest.mark.parametrize(
    ("step", "typed", "field"),
    [
        ("who", {}, "who"),
        ("who", {"who": "person:1"}, "who"),
        ("who", {"who": "account:1"}, "who"),
        ("name", {"age": "adult"}, "name"),
        ("name", {"name": "Nan"}, "age"),
        ("name", {"name": "x" * 61, "age": "adult"}, "name"),
        ("what", {}, "what"),
        ("what", {"what": "deck:0"}, "what"),
        ("what", {"what": "own"}, "question"),
        ("what", {"what": "own", "question": "x" * 301}, "question"),
        ("title", {"title": ""}, "title"),
    ],
)
def test_what_does_not_do_says_so_on_its_screen(
    walker: Walker, step: str, typed: dict[str, str], field: str
) -> None:
    walker.go(f"{walker.address}{step}")
    answer = walker.say(**typed)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert answer.context["step"] == step
    for words in typed.values():
        if ":" not in words and words != "own":
            assert words in walker.text


def test_back_shows_what_was_said(walker: Walker) -> None:
    walker.say(who="else")
    walker.say(name="Mr Grant", age="adult")
    walker.say(what="own", question="Who lived next door?")
    assert walker.page.context["back"].endswith("step=what")
    walker.go(walker.page.context["back"])
    assert "Who lived next door?" in walker.text
    walker.go(walker.page.context["back"])
    assert 'value="Mr Grant"' in walker.text
    walker.go(walker.page.context["back"])
    assert walker.page.context["form"]["who"].value() == "else"
    assert walker.page.context["back"] == reverse("desk")


def test_no_name_is_in_an_address(walker: Walker) -> None:
    walker.say(who="else")
    walker.say(name="Mr Grant", age="adult")
    assert "Grant" not in walker.answer["Location"]


def test_two_tabs_do_not_mix(desk: Client) -> None:
    one, other = Walker(desk), Walker(desk)
    one.say(who="else")
    other.say(who="me")
    one.say(name="Mr Grant", age="adult")
    other.say(what="none")
    one.say(what="none")
    assert one.page.context["form"]["title"].value() == "What Mr Grant told me"
    assert other.page.context["form"]["title"].value() == "What I remember"
    one.say(title="His")
    other.say(title="Mine")
    assert Story.objects.count() == 2


def test_many_tabs_forget_the_oldest(desk: Client) -> None:
    walkers = [Walker(desk) for _ in range(7)]
    for one in walkers:
        one.say(who="me")
    assert len(desk.session["desk.starts"]) == 5


def test_sent_twice_it_is_one_memory(walker: Walker) -> None:
    walker.say(who="else")
    walker.say(name="Mr Grant", age="adult")
    walker.say(what=work())
    title = walker.page
    walker.say(title="The shop")
    walker.shows(title)
    walker.say(title="The shop")
    story = Story.objects.get()
    assert Person.objects.filter(name="Mr Grant").count() == 1
    assert story.questions.count() == Deck.objects.get(key="work-and-trades").cards.count()


def test_going_back_after_the_start_leads_to_the_memory(walker: Walker) -> None:
    walker.say(who="me")
    steps = walker.address
    walker.say(what="none")
    walker.say(title="The shop")
    story = Story.objects.get()
    for step in ("who", "what", "title"):
        answer = walker.go(f"{steps}{step}")
        assert answer["Location"] == reverse("desk_story", args=[story.ref])


def test_another_title_from_an_old_page_is_kept_until_somebody_writes(walker: Walker) -> None:
    walker.go(f"{walker.address}title")
    old = walker.page
    walker.say(title="The shop")
    walker.shows(old)
    walker.say(title="The corner shop")
    story = Story.objects.get()
    assert story.title == "The corner shop"
    story.title = "Grant’s"
    writing.save(story, by=story.author, edition=story.edition)
    walker.shows(old)
    walker.say(title="The shop")
    assert Story.objects.get().title == "Grant’s"


def test_somebody_who_left_the_family_meanwhile_is_not_put_in(
    walker: Walker, student: User, family: Any
) -> None:
    walker.go(NEW)
    walker.say(who=walker.choice("Joan"))
    family.memberships.all().delete()
    walker.say(what="none")
    walker.say(title="The shop")
    assert people(Story.objects.get()) == {}


def test_people_of_other_families_are_not_offered(walker: Walker, student: User) -> None:
    PersonFactory(school=student.school, public_name="Nobody of mine")
    PersonFactory(added_by=student, public_name="At my old school")
    assert "Nobody of mine" not in walker.go(NEW).content.decode()
    assert "At my old school" not in walker.text


@pytest.mark.parametrize("role", ["family_member", "teacher", "lead"])
def test_everybody_of_the_desk_may_begin(client: Client, role: str, school: Any) -> None:
    client.force_login(UserFactory(school=school, **{role: True}))
    walker = Walker(client)
    walker.say(who="me")
    walker.say(what="none")
    walker.say(title="Mine")
    assert people(Story.objects.get())[Role.TELLER]


def test_another_schools_deck_cannot_be_taken(walker: Walker) -> None:
    walker.say(who="me")
    assert walker.say(what=f"deck:{DeckFactory().pk}").status_code == 422


class TestFromAnAssignment:
    """What a teacher set stands on the desk, and a memory begins from it."""

    def test_it_is_on_the_desk_of_the_class(self, desk: Client, student: User) -> None:
        set_for = AssignmentFactory(
            reporter_class=student.reporter_class,
            set_by=UserFactory(teacher=True, display_name="Miss Whitworth"),
        )
        other = AssignmentFactory(sentence="For another class.")
        page = desk.get(reverse("desk")).content.decode()
        assert set_for.sentence in page
        assert "From Miss Whitworth." in page
        assert other.sentence not in page

    def test_when_its_day_is_over_it_goes(self, desk: Client, student: User) -> None:
        day = timezone.localdate() - timedelta(days=1)
        over = AssignmentFactory(reporter_class=student.reporter_class, due_on=day)
        assert over.sentence not in desk.get(reverse("desk")).content.decode()

    def test_a_memory_begins_from_it(self, desk: Client, student: User) -> None:
        place = Place.objects.all()[0]
        set_for = AssignmentFactory(reporter_class=student.reporter_class, places=[place])
        walker = Walker(desk, f"{NEW}?assignment={set_for.pk}")
        assert set_for.sentence in walker.text
        walker.say(who="me")
        assert walker.step == "title"
        assert walker.page.context["form"]["title"].value() == "My street"
        walker.say(title="Our street")
        story = Story.objects.get()
        assert story.assignment == set_for
        assert list(story.places.all()) == [place]
        assert story.questions.count() == 2
        page = desk.get(reverse("desk")).content.decode()
        assert "You have begun “Our street”." in page
        assert f"?assignment={set_for.pk}" not in page

    def test_it_can_be_chosen_on_the_way(self, walker: Walker, student: User) -> None:
        set_for = AssignmentFactory(reporter_class=student.reporter_class)
        walker.say(who="me")
        assert set_for.sentence in walker.text
        walker.say(what=f"assignment:{set_for.pk}")
        walker.say(title="Our street")
        assert Story.objects.get().assignment == set_for

    @pytest.mark.parametrize("asked", ["987654321", "nonsense", ""])
    def test_one_that_is_not_there_is_passed_over(self, desk: Client, asked: str) -> None:
        walker = Walker(desk, f"{NEW}?assignment={asked}")
        walker.say(who="me")
        assert walker.step == "what"

    def test_another_classes_is_not_there(self, desk: Client) -> None:
        walker = Walker(desk, f"{NEW}?assignment={AssignmentFactory().pk}")
        walker.say(who="me")
        assert walker.step == "what"

    def test_the_memory_stays_when_it_is_taken_away(self, student: User) -> None:
        set_for = AssignmentFactory(reporter_class=student.reporter_class)
        story = writing.begin(by=student)
        story.title, story.assignment = "Our street", set_for
        story = writing.save(story, by=student, edition=0)
        set_for.delete()
        story.refresh_from_db()
        assert story.assignment is None

    def test_more_of_them_ask_no_more_questions(
        self, desk: Client, student: User, django_assert_max_num_queries: Any
    ) -> None:
        for _ in range(4):
            AssignmentFactory(reporter_class=student.reporter_class, set_by=UserFactory())
        with django_assert_max_num_queries(DESK_QUERIES):
            desk.get(reverse("desk"))
