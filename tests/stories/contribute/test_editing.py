"""Writing in one memory, without a line of script."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import Person, User
from stories.models import Place, Story, StoryPart, StoryPerson
from stories.models.states import Audience, Context
from tests.factories import FamilyFactory, ItemFactory, PersonFactory, StoryFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db

PAGE_QUERIES = 28


def words(story: Story) -> list[str]:
    return [part.text or part.item.filename for part in story.parts.all()]


def test_everything_that_was_typed_is_there_again(
    screen: Screen, story: Story, desk: Client
) -> None:
    part = story.parts.get()
    response = screen.type(
        title="Nan’s job at the mill",
        summary="Nan at twelve.",
        when_text="summers in the 60s",
        places=["collyhurst", "queens-park"],
        funds=["work-and-trades"],
        context=Context.FAMILY,
        audience=Audience.SCHOOL,
        **{f"part__{part.pk}__text": "She started at twelve.\r\nIt was loud."},
    ).press()
    assert response.status_code == 302
    story = Story.objects.get()
    assert story.title == "Nan’s job at the mill"
    assert (story.summary, story.audience, story.context) == ("Nan at twelve.", "school", "family")
    assert (story.when_text, story.when_edtf) == ("summers in the 60s", "196X")
    assert {place.slug for place in story.places.all()} == {"collyhurst", "queens-park"}
    assert {fund.slug for fund in story.funds.all()} == {"work-and-trades"}
    assert words(story) == ["She started at twelve.\nIt was loud."]
    again = Screen(desk, story)
    assert again.fields["places"] == ["collyhurst", "queens-park"]
    assert "We read this as: <strong data-when-words>the 1960s</strong>" in again.text


def test_saving_the_page_untouched_changes_nothing(screen: Screen, story: Story) -> None:
    before = list(StoryPerson.objects.values_list("person", "role")), words(story)
    screen.press()
    after = list(StoryPerson.objects.values_list("person", "role")), words(story)
    assert before == after


def test_unticking_takes_away(screen: Screen, story: Story, desk: Client) -> None:
    screen.type(places=["collyhurst"]).press()
    Screen(desk, story).type(places=None).press()
    assert not story.places.exists()


def test_what_cannot_be_kept_stays_typed_and_the_rest_is_saved(
    screen: Screen, story: Story
) -> None:
    response = screen.shows(screen.type(title="x" * 121, summary="This one is fine.").press())
    assert response.status_code == 422
    assert screen.fields["title"] == ["x" * 121]
    assert "That is a bit long" in screen.text
    story.refresh_from_db()
    assert (story.title, story.summary) == ("Nan’s first job", "This one is fine.")


def test_a_place_nobody_knows_is_refused(screen: Screen, story: Story) -> None:
    assert screen.type(places=["my-house"]).press().status_code == 422
    assert not story.places.exists()


@pytest.mark.parametrize(
    ("button", "order"),
    [
        ("up", ["two", "one", "mill.jpg"]),
        ("down", ["one", "mill.jpg", "two"]),
        ("out", ["one", "mill.jpg"]),
        ("words", ["one", "two", "", "mill.jpg"]),
    ],
)
def test_buttons_move_parts_and_save_what_was_typed(
    desk: Client, student: User, button: str, order: list[str]
) -> None:
    item = ItemFactory(uploaded_by=student)
    story = StoryFactory(author=student, parts=["one", "two", item])
    two = story.parts.all()[1]
    screen = Screen(desk, story).type(title="Typed just now")
    screen.press(f"{button}-{two.pk}")
    story.refresh_from_db()
    assert [p.item.filename if p.item else p.text for p in story.parts.all()] == order
    assert story.title == "Typed just now"


def test_what_was_taken_out_can_be_put_back(desk: Client, student: User) -> None:
    item = ItemFactory(uploaded_by=student)
    story = StoryFactory(author=student, parts=["one", item, "two"])
    picture = story.parts.all()[1]
    Screen(desk, story).press(f"out-{picture.pk}")
    screen = Screen(desk, story)
    assert "You took something out" in screen.text
    screen.press("back")
    parts = list(story.parts.all())
    assert [bool(part.item) for part in parts] == [False, True, False]
    assert (parts[1].caption, parts[1].description) == ("The mill", "A mill.")
    assert Screen(desk, story).press("back").status_code == 302
    assert story.parts.count() == 3


def test_what_was_taken_out_of_one_is_not_put_into_another(desk: Client, student: User) -> None:
    story, other = StoryFactory.create_batch(2, author=student, parts=["one", "two"])
    Screen(desk, story).press(f"out-{story.parts.first().pk}")
    Screen(desk, other).press("back")
    assert other.parts.count() == 2


def test_a_button_for_a_part_of_another_memory_moves_nothing(
    screen: Screen, story: Story, student: User
) -> None:
    other = StoryFactory(author=student, parts=["theirs", "too"])
    screen.press(f"out-{other.parts.first().pk}")
    assert other.parts.count() == 2
    assert story.parts.count() == 1


def test_somebody_known_is_put_in_and_taken_out(desk: Client, story: Story, student: User) -> None:
    nan = PersonFactory(added_by=student, school=student.school, public_name="Nan Joan")
    screen = Screen(desk, story).type(**{f"person__{nan.pk}__roles": ["teller", "heard"]})
    screen.press()
    assert set(story.people.filter(person=nan).values_list("role", flat=True)) == {
        "teller",
        "heard",
    }
    Screen(desk, story).type(**{f"person__{nan.pk}__roles": None}).press()
    assert not story.people.filter(person=nan).exists()


def test_people_of_the_family_are_offered_and_nobody_else(
    desk: Client, story: Story, student: User
) -> None:
    family = FamilyFactory(school=student.school, members=[student])
    PersonFactory(family=family, school=student.school, public_name="Grandad Bill")
    PersonFactory(school=student.school, public_name="A stranger")
    text = Screen(desk, story).text
    assert "Grandad Bill" in text
    assert "A stranger" not in text


def test_a_person_of_somebody_else_cannot_be_put_in(
    screen: Screen, story: Story, student: User
) -> None:
    stranger = PersonFactory(school=student.school)
    typed = {f"person__{stranger.pk}__roles": ["shown"], f"person__{stranger.pk}__here": "1"}
    screen.type(**typed).press()
    assert not story.people.filter(person=stranger).exists()


NEW = {
    "new__name": "Bilal Khan",
    "new__public_name": "Bilal",
    "new__age": "child",
    "new__roles": ["shown"],
}


@pytest.mark.parametrize("button", ["person", "save", "next-who"])
def test_a_new_person_is_added_by_whichever_button(
    screen: Screen, story: Story, student: User, button: str
) -> None:
    screen.type(**NEW).press(button)
    person = Person.objects.get(name="Bilal Khan")
    assert (person.is_child, person.added_by, person.school) == (True, student, student.school)
    assert story.people.get(person=person).role == "shown"


def test_adding_twice_makes_one_person(screen: Screen, desk: Client, story: Story) -> None:
    screen.type(**NEW).press("person")
    Screen(desk, story).type(**NEW).press("person")
    assert Person.objects.filter(name="Bilal Khan").count() == 1
    assert story.people.filter(role="shown").count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"new__public_name": "Bilal Khan"}, "Leave the surname out."),
        ({"new__age": None}, "Say if they are under 16."),
        ({"new__roles": None}, "Tick at least one."),
        ({"new__name": ""}, "Type this person’s name."),
    ],
)
def test_a_person_who_cannot_be_added_stays_typed(
    screen: Screen, wrong: dict[str, Any], sentence: str
) -> None:
    response = screen.shows(screen.type(**NEW | wrong).press("person"))
    assert response.status_code == 422
    assert sentence in screen.text
    assert not Person.objects.filter(name="Bilal Khan").exists()
    assert "Bilal" in screen.fields["new-public_name"][0]


def test_only_who_has_a_family_is_offered_it(desk: Client, story: Story, student: User) -> None:
    assert "My family and my teachers" not in Screen(desk, story).text
    family = FamilyFactory(school=student.school, members=[student])
    screen = Screen(desk, story)
    assert "My family and my teachers" in screen.text
    screen.type(audience=Audience.FAMILY).press()
    story.refresh_from_db()
    assert (story.audience, story.family) == ("family", family)


def test_who_is_in_two_families_chooses(desk: Client, story: Story, student: User) -> None:
    first, second = (
        FamilyFactory(school=student.school, members=[student], name=name) for name in "AB"
    )
    screen = Screen(desk, story)
    assert "Which family is it for?" in screen.text
    screen.type(audience=Audience.FAMILY, family=second.pk).press()
    story.refresh_from_db()
    assert story.family == second != first


def test_nobody_is_chosen_for_them(screen: Screen) -> None:
    assert screen.fields["audience"] == ["me"]
    assert "Only me and my teachers" in screen.text


def test_feedback_thanks_first_and_says_what_to_do(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, changes_requested=True, feedback="How loud was it?")
    text = Screen(desk, story).text
    assert text.index("Thank you for") < text.index("How loud was it?") < text.index("What to do")


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        ("taken_up", "Your teacher is reading it now."),
        ("published", "It is published."),
        ("withdrawn", "This memory is hidden."),
    ],
)
def test_a_memory_that_is_not_theirs_to_write_now(
    desk: Client, student: User, state: str, sentence: str
) -> None:
    story = StoryFactory(author=student, **{state: True})
    response = desk.get(reverse("desk_story", args=[story.ref]))
    assert sentence in response.content.decode()
    assert 'id="memory-form"' not in response.content.decode()


def test_words_typed_while_a_teacher_began_to_read_stay_on_screen(
    desk: Client, student: User
) -> None:
    from stories import lifecycle
    from tests.factories import UserFactory

    story = StoryFactory(author=student, submitted=True)
    screen = Screen(desk, story).type(summary="My new sentence")
    lifecycle.take_up(story, by=UserFactory(teacher=True, school=student.school))
    response = screen.shows(screen.press())
    assert response.status_code == 409
    assert screen.fields["summary"] == ["My new sentence"]
    assert "Somebody at school is looking at this memory now." in screen.text
    assert Screen.press(screen, json=True).json()["closed"] is True


def test_a_memory_held_meanwhile_goes_to_its_page(screen: Screen, story: Story) -> None:
    from stories import lifecycle

    lifecycle.hold(story, by=story.author, reason="worried")
    assert screen.press()["Location"] == screen.address


@pytest.mark.parametrize("button", ["check", "next-about", "person", "save"])
def test_where_each_button_leads(screen: Screen, story: Story, button: str) -> None:
    where = {
        "check": reverse("desk_story_check", args=[story.ref]),
        "next-about": f"{screen.address}#about",
        "person": f"{screen.address}#people",
        "save": f"{screen.address}#tell",
    }
    if button == "person":
        screen.type(**NEW)
    assert screen.press(button)["Location"] == where[button]


def test_the_first_button_of_the_form_is_harmless(screen: Screen) -> None:
    assert screen.buttons[0] == "save"


def test_one_heading_of_the_first_rank(screen: Screen) -> None:
    assert screen.text.count("<h1") == 1


def test_more_parts_and_people_ask_no_more_questions(
    desk: Client, student: User, django_assert_num_queries: Callable[[int], Any]
) -> None:
    pictures = [ItemFactory(uploaded_by=student) for _ in range(4)]
    people = [
        (PersonFactory(added_by=student, school=student.school), StoryPerson.Role.SHOWN)
        for _ in range(4)
    ]
    story = StoryFactory(author=student, parts=["Words", *pictures, "More"], people=people)
    story.places.set(list(Place.objects.all()[:5]))
    story.save()
    address = reverse("desk_story", args=[story.ref])
    desk.get(address)
    with django_assert_num_queries(PAGE_QUERIES):
        desk.get(address)


def test_an_empty_words_box_is_a_part(screen: Screen, story: Story) -> None:
    assert story.parts.get().kind == StoryPart.Kind.WORDS
