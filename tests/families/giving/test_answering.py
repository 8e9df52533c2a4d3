"""One question on a screen, a summary, and rows that say what was on the screen."""

from __future__ import annotations

import pytest

from families import consent
from families.models import Consent, ConsentWording, Invitation, Person, User
from families.models.consents import AFTER, Decision, Giver, Method, Scope
from families.naming import NO_NAME
from stories.models import Story
from tests.factories import ItemFactory, PersonFactory, StoryFactory, agree
from tests.families.giving.conftest import Invite
from tests.families.giving.phone import Phone

pytestmark = pytest.mark.django_db

ASKED = [scope for scope in AFTER if scope not in (Scope.FACE, Scope.VOICE)]
"""What is asked about words alone, in which nobody is seen or heard."""


def rows(person: Person) -> dict[str, str]:
    return {row.scope: row.decision for row in Consent.objects.filter(person=person)}


def test_taking_part_is_asked_alone(phone: Phone, mary: Person, invite: Invite) -> None:
    phone.open(invite(mary)).start()
    assert "Question 1 of 1" in phone.says
    assert "checked" not in phone.html
    phone.press("yes")
    assert phone.path == "/agree/check/"
    assert not Consent.objects.exists()
    phone.press()
    assert phone.path == "/agree/done/"
    row = Consent.objects.get()
    assert (row.scope, row.decision, row.method) == (Scope.ARCHIVE, "yes", Method.OWN_PHONE)
    assert (row.giver, row.given_by, row.recorded_by) == (Giver.SELF, mary, None)
    assert row.invitation == Invitation.objects.get()
    assert not Invitation.objects.get().is_open


def test_the_whole_of_a_memory(phone: Phone, mary: Person, story: Story, invite: Invite) -> None:
    phone.open(invite(mary, story_ref=story.ref)).start().press("yes")
    assert phone.path == "/agree/hear/"
    assert "My nan worked at the mill." in phone.says
    phone.press()
    for scope in ASKED:
        assert phone.path == f"/agree/question/{scope}/"
        phone.press("no" if scope == Scope.PRINT else "first" if scope == Scope.NAME else "yes")
    assert "You said no to Can we print your memory" in phone.says
    phone.press()
    wanted = {Scope.ARCHIVE: "yes", **dict.fromkeys(ASKED, "yes"), Scope.PRINT: "no"}
    assert rows(mary) == wanted
    about = dict(Consent.objects.values_list("scope", "story_ref"))
    assert about == {scope: "" if scope == Scope.ARCHIVE else story.ref for scope in wanted}
    assert consent.stands(mary, Scope.WEB, story_ref=story.ref, heard_back=True)
    assert not consent.stands(mary, Scope.PRINT, story_ref=story.ref)


def test_nothing_is_asked_about_a_memory_before_it_was_heard(
    phone: Phone, mary: Person, story: Story, invite: Invite
) -> None:
    agree(mary, Scope.ARCHIVE)
    phone.open(invite(mary, story_ref=story.ref)).start()
    assert phone.path == "/agree/hear/"
    assert phone.open("/agree/question/web/").path == "/agree/hear/"
    phone.client.post("/agree/question/web/", {"answer": "yes", "sitting": phone.token})
    assert "Can we put" not in phone.open("/agree/check/").says.split("You did not answer")[0]


def test_who_was_asked_to_take_part_is_not_asked_that_again(
    phone: Phone, mary: Person, story: Story, invite: Invite
) -> None:
    agree(mary, Scope.ARCHIVE)
    phone.open(invite(mary, story_ref=story.ref))
    assert f"There are {len(ASKED)} short questions." in phone.says


def test_face_and_voice_are_asked_of_who_is_seen_and_heard(
    phone: Phone, student: User, mary: Person, invite: Invite
) -> None:
    parts = [ItemFactory(uploaded_by=student), ItemFactory(uploaded_by=student, audio=True)]
    story = StoryFactory(author=student, teller=mary, parts=parts, people=[(mary, "shown")])
    phone.open(invite(mary, story_ref=story.ref))
    assert f"There are {len(AFTER) + 1} short questions." in phone.says


def test_a_no_to_taking_part_ends_it(
    phone: Phone, mary: Person, story: Story, invite: Invite
) -> None:
    phone.open(invite(mary, story_ref=story.ref)).start().press("no")
    assert phone.path == "/agree/check/"
    phone.press()
    assert rows(mary) == {Scope.ARCHIVE: "no"}


def test_silence_is_no_answer(phone: Phone, mary: Person, invite: Invite) -> None:
    address = invite(mary)
    phone.open(address).start()
    assert "No answer is not a yes." in phone.says
    phone.press("skip")
    assert "there is nothing to keep" in phone.says
    phone.press()
    assert not Consent.objects.exists()
    assert Invitation.objects.get().is_open


def test_one_may_think_again(phone: Phone, mary: Person, invite: Invite) -> None:
    phone.open(invite(mary)).start().press("yes")
    phone.open("/agree/question/archive/")
    assert "You said yes. You can change that here." in phone.says
    phone.press("skip")
    phone.open("/agree/question/archive/").press("no").press()
    assert rows(mary) == {Scope.ARCHIVE: "no"}


@pytest.mark.parametrize("pressed", ["", "withdrawn", "maybe", "first", "other"])
def test_what_is_no_answer_to_the_question_is_none(
    phone: Phone, mary: Person, invite: Invite, pressed: str
) -> None:
    phone.open(invite(mary)).start().press(pressed)
    assert phone.answer.status_code == 422
    assert "You did not answer" in phone.open("/agree/check/").says


def test_the_words_on_the_screen_are_the_words_that_are_kept(
    phone: Phone, mary: Person, teacher: User, invite: Invite
) -> None:
    phone.open(invite(mary)).start()
    shown = ConsentWording.objects.filter(scope=Scope.ARCHIVE).latest("version")
    ConsentWording.objects.create(
        scope=Scope.ARCHIVE, version=shown.version + 1, text="Other words?", made_by=teacher
    )
    phone.press("yes")
    assert shown.text in phone.says
    phone.press()
    assert Consent.objects.get().wording == shown


def test_words_of_another_question_are_refused(mary: Person, teacher: User) -> None:
    words = ConsentWording.objects.filter(scope=Scope.PRINT).latest("version")
    with pytest.raises(ValueError, match="another question"):
        consent.record(
            person=mary, scope=Scope.WEB, decision=Decision.YES, by=teacher, wording=words
        )


class TestAGuardian:
    @pytest.fixture
    def child(self, mary: Person) -> Person:
        made: Person = PersonFactory(
            name="Nell Private", public_name="Nell", child=True, school=mary.school
        )
        made.guardians.add(mary)
        return made

    def test_answers_as_a_guardian(
        self, phone: Phone, child: Person, mary: Person, invite: Invite
    ) -> None:
        phone.open(invite(child, mary))
        assert "“you” means Nell" in phone.says
        phone.start().press("yes").press()
        row = Consent.objects.get()
        assert (row.person, row.given_by, row.giver) == (child, mary, Giver.GUARDIAN)
        assert not consent.stands(child, Scope.ARCHIVE)

    def test_not_once_somebody_is_nobodys_guardian_any_more(
        self, phone: Phone, child: Person, mary: Person, invite: Invite
    ) -> None:
        phone.open(invite(child, mary)).start().press("yes")
        child.guardians.remove(mary)
        phone.press()
        assert not Consent.objects.exists()

    @pytest.mark.parametrize("state", [{"draft": True}, {"submitted": True, "audience": "me"}])
    def test_does_not_hear_what_the_child_keeps(
        self, child: Person, mary: Person, invite: Invite, state: dict[str, object]
    ) -> None:
        story = StoryFactory(author__school=child.school, teller=child, **state)
        phone = Phone().open(invite(child, mary, story_ref=story.ref))
        assert "does not work" in phone.says


NAMES = [
    ("first", "", "adult", "Mary"),
    ("other", "  Our   Mary ", "adult", "Our Mary"),
    ("other", "Mary Private", "adult", "Mary Private"),
    ("other", "", "adult", None),
    ("other", "M" * 61, "adult", None),
    ("first", "", "child", "Mary"),
    ("other", "Starling", "child", "Starling"),
    ("other", "Mary Private", "child", None),
    ("other", "MaryPRIVATE", "child", None),
    ("yes", "", "child", None),
]


@pytest.mark.parametrize("case", NAMES)
def test_the_name_to_show(
    mary: Person, story: Story, invite: Invite, case: tuple[str, str, str, str | None]
) -> None:
    pressed, typed, age, shown = case
    Person.objects.filter(pk=mary.pk).update(is_child=age == "child", public_name="M")
    mary.refresh_from_db()
    agree(mary, Scope.ARCHIVE)
    phone = Phone().open(invite(mary, story_ref=story.ref)).start().press()
    phone.open("/agree/question/name/").press(pressed, shown_as=typed)
    assert (phone.answer.status_code == 422) == (shown is None)
    phone.open("/agree/check/").press()
    named = Consent.objects.filter(scope=Scope.NAME).first()
    assert (named.shown_as if named else None) == shown
    mary.refresh_from_db()
    assert mary.public_name == (shown or "M")


def test_no_name_at_all(phone: Phone, mary: Person, story: Story, invite: Invite) -> None:
    agree(mary, Scope.ARCHIVE)
    phone.open(invite(mary, story_ref=story.ref)).start().press()
    phone.open("/agree/question/name/").press("other", shown_as="Starling")
    phone.open("/agree/question/name/").press("no")
    phone.open("/agree/check/").press()
    row = Consent.objects.get(scope=Scope.NAME)
    assert (row.decision, row.shown_as) == (Decision.NO, "")
    mary.refresh_from_db()
    assert mary.public_name == NO_NAME
