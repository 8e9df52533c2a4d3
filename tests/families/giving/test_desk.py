"""What I allow: in the words of the time, mine and my children's alone, changed at once."""

from __future__ import annotations

import pytest

from families import consent
from families.models import Consent, ConsentWording, Person, School, User
from families.models.consents import Decision, Giver, Scope
from stories.models import Story
from stories.models.states import Status
from tests.factories import PersonFactory, StoryFactory, UserFactory, agree, answer
from tests.families.giving.phone import Phone

pytestmark = pytest.mark.django_db
HERE = "/desk/consent/"


@pytest.fixture
def nan(school: School, mary: Person) -> User:
    user: User = UserFactory(family_member=True, school=school, display_name="Mary")
    Person.objects.filter(pk=mary.pk).update(user=user)
    mary.refresh_from_db()
    return user


@pytest.fixture
def desk(phone: Phone, nan: User) -> Phone:
    phone.client.force_login(nan)
    return phone


@pytest.fixture
def nell(school: School, mary: Person) -> Person:
    made: Person = PersonFactory(school=school, child=True, name="Nell P", public_name="Nell")
    made.guardians.add(mary)
    return made


def test_the_words_of_the_time(desk: Phone, mary: Person, teacher: User) -> None:
    agree(mary, Scope.WEB)
    old = ConsentWording.objects.filter(scope=Scope.WEB).latest("version")
    ConsentWording.objects.create(scope=Scope.WEB, version=99, text="New words?", made_by=teacher)
    desk.open(HERE)
    assert old.text in desk.says
    assert "New words?" not in desk.says


def test_nobody_has_asked_yet(phone: Phone, school: School) -> None:
    phone.client.force_login(UserFactory(family_member=True, school=school))
    assert "Nobody has asked you anything yet" in phone.open(HERE).says


def test_a_yes_is_taken_back_at_once(desk: Phone, mary: Person, student: User) -> None:
    agree(mary)
    story = StoryFactory(published=True, author=student, teller=mary)
    yes = Consent.objects.get(person=mary, scope=Scope.WEB, story_ref="")
    desk.press(str(yes.pk), at=f"{HERE}take-back/")
    assert "has come down at once" in desk.html
    story.refresh_from_db()
    assert story.status == Status.WITHDRAWN
    taken_back = Consent.objects.filter(person=mary, scope=Scope.WEB).latest("pk")
    assert taken_back.decision == Decision.WITHDRAWN
    assert taken_back.wording == yes.wording


def test_pressed_twice_it_is_taken_back_once(desk: Phone, mary: Person) -> None:
    agree(mary, Scope.WEB)
    yes = Consent.objects.get()
    for _ in range(2):
        desk.press(str(yes.pk), at=f"{HERE}take-back/")
    assert Consent.objects.count() == 2


@pytest.mark.parametrize("whose", ["somebody else", "the child's own", "an older one"])
def test_nobody_elses_yes(
    desk: Phone, mary: Person, nell: Person, school: School, whose: str
) -> None:
    person = {"somebody else": PersonFactory(school=school), "the child's own": nell}.get(whose)
    answer(person or mary, Scope.WEB)
    theirs = Consent.objects.get()
    if whose == "an older one":
        answer(mary, Scope.WEB, Decision.NO)
    before = Consent.objects.count()
    desk.press(str(theirs.pk), at=f"{HERE}take-back/")
    assert desk.answer.status_code == 404
    assert Consent.objects.count() == before


def test_answering_one_question_again(desk: Phone, mary: Person, nan: User) -> None:
    answer(mary, Scope.WEB, Decision.NO)
    desk.press(at=f"{HERE}answer/", person=str(mary.pk), scope="web")
    assert desk.path == "/agree/question/web/"
    desk.press("yes").press().press(at="/agree/stop/")
    assert desk.path == HERE
    assert consent.stands(mary, Scope.WEB)
    assert Consent.objects.latest("pk").recorded_by == nan


def test_hearing_back_and_answering(desk: Phone, mary: Person, student: User) -> None:
    agree(mary, Scope.ARCHIVE)
    story = StoryFactory(author=student, teller=mary, submitted=True, heard_back=False)
    assert f"“{story.title}”" in desk.open(HERE).says
    desk.press(at=f"{HERE}answer/", person=str(mary.pk), story=story.ref).start()
    assert desk.path == "/agree/hear/"


def in_the_drawer(what: str, mary: Person, student: User) -> Story:
    made = {
        "a draft": {"teller": mary},
        "a mention": {"people": [(mary, "mentioned")], "submitted": True},
        "kept by its writer": {"people": [(mary, "shown")], "audience": "me", "submitted": True},
        "held": {"teller": mary, "submitted": True, "held": True},
        "without her": {"submitted": True},
    }
    story: Story = StoryFactory(author=student, **made[what])
    return story


@pytest.mark.parametrize(
    "what", ["a draft", "a mention", "kept by its writer", "held", "without her"]
)
def test_a_memory_that_is_not_hers_to_hear(
    desk: Phone, mary: Person, student: User, what: str
) -> None:
    story = in_the_drawer(what, mary, student)
    assert story.title not in desk.open(HERE).says
    desk.press(at=f"{HERE}answer/", person=str(mary.pk), story=story.ref)
    assert desk.answer.status_code == 404


def test_a_child_answers_on_their_own_desk(phone: Phone, student: User) -> None:
    nell = PersonFactory(child=True, school=student.school, user=student, name="Nell P")
    story = StoryFactory(author=student, teller=nell, heard_back=False)
    phone.client.force_login(student)
    phone.press(at=f"{HERE}answer/", person=str(nell.pk), story=story.ref).start().press("yes")
    phone.press().press("yes")
    phone.open("/agree/check/").press()
    row = Consent.objects.get(scope=Scope.ARCHIVE)
    assert (row.giver, row.recorded_by) == (Giver.SELF, student)
    assert not consent.stands(nell, Scope.ARCHIVE), "A guardian has not been asked."


class TestAGuardian:
    def test_answers_for_the_child(self, desk: Phone, nell: Person, mary: Person) -> None:
        assert "For Nell" in desk.open(HERE).says
        desk.press(at=f"{HERE}answer/", person=str(nell.pk)).start().press("yes").press()
        row = Consent.objects.get()
        assert (row.person, row.given_by, row.giver) == (nell, mary, Giver.GUARDIAN)

    def test_a_no_of_the_guardian_beats_the_yes_of_the_child(
        self, desk: Phone, nell: Person
    ) -> None:
        agree(nell, Scope.WEB)
        desk.press(at=f"{HERE}answer/", person=str(nell.pk), scope="web").press("no").press()
        assert not consent.stands(Person.objects.get(pk=nell.pk), Scope.WEB)

    @pytest.mark.parametrize("state", [{"draft": True}, {"submitted": True, "audience": "me"}])
    def test_does_not_find_what_the_child_keeps(
        self, desk: Phone, nell: Person, student: User, state: dict[str, object]
    ) -> None:
        story = StoryFactory(author=student, teller=nell, **state)
        assert story.title not in desk.open(HERE).says

    def test_somebody_elses_child_is_not_there(self, desk: Phone, school: School) -> None:
        other = PersonFactory(school=school, child=True)
        desk.press(at=f"{HERE}answer/", person=str(other.pk))
        assert desk.answer.status_code == 404


@pytest.mark.parametrize("address", [HERE, f"{HERE}answer/", f"{HERE}take-back/"])
def test_nobody_without_an_account(phone: Phone, address: str) -> None:
    ask = phone.client.get if address == HERE else phone.client.post
    assert ask(address)["Location"].startswith("/sign-in/")
