"""Students propose an order and captions at the desk; their teacher takes them, or thanks."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from archive import curators, permissions
from archive.curating.making import draft_of
from archive.models import Proposal, ShowcaseOpening, ShowcasePage
from archive.proposing import verbs
from families import belongings, erasure
from families.models import Person, User
from families.models.consents import Decision, Scope
from stories import lifecycle
from stories.models import Story, StoryPerson
from tests.archive.making import showcase
from tests.factories import PersonFactory, ReporterClassFactory, StoryFactory, UserFactory, answer

pytestmark = pytest.mark.django_db

State = Proposal.State
LIST = "/desk/showcases/"


@pytest.fixture(autouse=True)
def installed() -> None:
    permissions.install()


@pytest.fixture
def told(student: User) -> list[Story]:
    return [
        StoryFactory(published=True, author=student, title=f"Memory {number}")
        for number in range(3)
    ]


@pytest.fixture
def page(teacher: User, told: list[Story]) -> ShowcasePage:
    return showcase(
        by=teacher,
        live=False,
        school=teacher.school,
        title="Ours",
        curated_by="The kitchen table group",
        body=[
            ("heading", "First"),
            ("story", told[0]),
            ("text", "<p>Then</p>"),
            ("picture_story", {"story": told[1], "caption": "As the teacher wrote it"}),
            ("story", told[2]),
            ("quote", {"text": "End.", "who": ""}),
        ],
    )


@pytest.fixture
def opened(page: ShowcasePage, student: User) -> ShowcasePage:
    ShowcaseOpening.objects.create(showcase=page, reporter_class=student.reporter_class)
    return page


def desk(page: ShowcasePage) -> str:
    return f"{LIST}{page.pk}/"


def sent(told: list[Story], order: str = "012", **more: Any) -> dict[str, Any]:
    return {"edition": "0", "order": [told[int(n)].ref for n in order]} | more


def proposed(page: ShowcasePage) -> list[tuple[str, str]]:
    proposal = Proposal.objects.filter(showcase=page).first()
    return [(line.record.title[-1], line.caption) for line in verbs.as_proposed(page, proposal)]


class TestAtTheDesk:
    """Phone first: buttons and dragging, saved by itself."""

    @pytest.fixture(autouse=True)
    def signed_in(self, client: Client, student: User) -> None:
        client.force_login(student)

    def test_the_way_there(self, client: Client, opened: ShowcasePage) -> None:
        assert f'href="{LIST}"' in client.get("/desk/").content.decode()
        assert desk(opened) in client.get(LIST).content.decode()
        text = client.get(desk(opened)).content.decode()
        places = [text.index(f">Memory {number}</a>") for number in range(3)]
        assert places == sorted(places)
        assert "As the teacher wrote it" in text
        assert not Proposal.objects.exists()

    def test_not_opened(self, client: Client, page: ShowcasePage, told: list[Story]) -> None:
        assert "Ours" not in client.get(LIST).content.decode()
        assert client.get(desk(page)).status_code == 404
        assert client.post(desk(page), sent(told)).status_code == 404

    @pytest.mark.parametrize("who", ["other class", "teacher", "relative", "no class"])
    def test_nobody_else(
        self, client: Client, opened: ShowcasePage, teacher: User, student: User, who: str
    ) -> None:
        here = {"school": student.school}
        other = ReporterClassFactory(**here)
        people = {
            "other class": UserFactory(student=True, **here, reporter_class=other),
            "teacher": teacher,
            "relative": UserFactory(family_member=True, **here),
            "no class": UserFactory(student=True, **here, reporter_class=None),
        }
        client.force_login(people[who])
        assert client.get(desk(opened)).status_code == 404
        assert "Ours" not in client.get(LIST).content.decode()

    def test_an_order_and_captions_save_themselves(
        self, client: Client, opened: ShowcasePage, told: list[Story]
    ) -> None:
        words = {f"caption-{told[2].ref}": "  It was  loud "}
        got = client.post(desk(opened), sent(told, "201", **words), HTTP_ACCEPT="application/json")
        assert got.json() == {"edition": 1}
        assert proposed(opened) == [
            ("2", "It was loud"),
            ("0", ""),
            ("1", "As the teacher wrote it"),
        ]
        assert Proposal.objects.get().state == State.BEGUN
        assert "It was loud" in client.get(desk(opened)).content.decode()

    @pytest.mark.parametrize(("do", "order"), [("up", "102"), ("down", "021")])
    def test_buttons_without_a_script(
        self, client: Client, opened: ShowcasePage, told: list[Story], do: str, order: str
    ) -> None:
        got = client.post(desk(opened), sent(told, do=f"{do}:{told[1].ref}"))
        assert got.url == f"{desk(opened)}#{told[1].ref}"
        assert [title for title, _ in proposed(opened)] == list(order)
        saved = client.post(desk(opened), sent(told, order, edition="1"), follow=True)
        assert "Safe at school." in saved.content.decode()

    def test_sent_and_changed_again(
        self, client: Client, opened: ShowcasePage, told: list[Story]
    ) -> None:
        got = client.post(desk(opened), sent(told, do="send"), follow=True)
        assert "Your teacher reads it" in got.content.decode()
        assert Proposal.objects.get().state == State.SENT
        client.post(desk(opened), sent(told, edition="1"))
        assert Proposal.objects.get().state == State.BEGUN

    @pytest.mark.parametrize("edition", ["0", "x", ""])
    def test_two_screens_overwrite_nothing(
        self, client: Client, opened: ShowcasePage, told: list[Story], edition: str
    ) -> None:
        client.post(desk(opened), sent(told, "210"))
        late = sent(told, edition=edition) | {f"caption-{told[0].ref}": "Typed in vain?"}
        got = client.post(desk(opened), late)
        assert got.status_code == 409
        assert "Typed in vain?" in got.content.decode()
        assert client.post(desk(opened), late, HTTP_ACCEPT="application/json").status_code == 409
        assert [title for title, _ in proposed(opened)] == ["2", "1", "0"]

    def test_the_same_words_twice_are_no_other_screen(
        self, client: Client, opened: ShowcasePage, told: list[Story]
    ) -> None:
        """A page that is read again while they are on their way sends them once more."""
        words = sent(told, "210") | {f"caption-{told[0].ref}": "On its way"}
        for _ in range(2):
            got = client.post(desk(opened), words, HTTP_ACCEPT="application/json")
            assert (got.status_code, got.json()) == (200, {"edition": 1})
        assert [title for title, _ in proposed(opened)] == ["2", "1", "0"]
        other = words | {"wants_credit": "on"}
        assert client.post(desk(opened), other, HTTP_ACCEPT="application/json").status_code == 409

    def test_what_is_taken_back_is_gone_and_what_is_new_is_last(
        self, client: Client, opened: ShowcasePage, told: list[Story], teacher: User
    ) -> None:
        client.post(desk(opened), sent(told, "210"))
        lifecycle.withdraw(told[1], by=told[1].author)
        new = StoryFactory(published=True, author=told[0].author, title="Memory 7")
        draft = draft_of(opened)
        draft.body = [*draft.body.raw_data, {"type": "story", "value": new.pk}]
        draft.save_revision(user=teacher)
        opened.refresh_from_db()
        assert [title for title, _ in proposed(opened)] == ["2", "0", "7"]
        assert "Memory 1" not in client.get(desk(opened)).content.decode()

    def test_as_many_queries_for_many(self, client: Client, teacher: User, student: User) -> None:
        def asked(number: int) -> int:
            stories = [StoryFactory(published=True, author=student) for _ in range(number)]
            page = showcase(*stories, by=teacher, live=False, school=teacher.school)
            ShowcaseOpening.objects.create(showcase=page, reporter_class=student.reporter_class)
            client.get(desk(page))
            with CaptureQueriesContext(connection) as queries:
                assert client.get(desk(page)).status_code == 200
            return len(queries)

        assert asked(2) == asked(9)


class TestDeciding:
    """The teacher sees it beside the draft."""

    @pytest.fixture
    def proposal(self, client: Client, opened: ShowcasePage, told: list[Story]) -> Proposal:
        client.force_login(told[0].author)
        words = {
            f"caption-{told[2].ref}": "So loud",
            f"caption-{told[1].ref}": "As the teacher wrote it",
        }
        client.post(desk(opened), sent(told, "201", do="send", wants_credit="on", **words))
        return Proposal.objects.get()

    def address(self, proposal: Proposal) -> str:
        return f"/admin/showcases/{proposal.showcase_id}/proposals/{proposal.pk}/"

    def test_beside_the_draft(self, client: Client, proposal: Proposal, teacher: User) -> None:
        client.force_login(teacher)
        listed = client.get(f"/admin/showcases/{proposal.showcase_id}/proposals/")
        assert self.address(proposal) in listed.content.decode()
        text = client.get(self.address(proposal)).content.decode()
        drafted, _, put = text.partition("puts it</h2>")
        assert drafted.index("Memory 0") < drafted.index("Memory 2")
        assert put.index("Memory 2") < put.index("Memory 0")
        assert "“So loud”" in put
        panel = client.get(f"/admin/pages/{proposal.showcase_id}/edit/").content.decode()
        assert "1 proposal of students waits" in panel
        assert "Students of yours propose" in client.get("/admin/").content.decode()

    def test_taken(
        self, client: Client, proposal: Proposal, told: list[Story], teacher: User
    ) -> None:
        client.force_login(teacher)
        before = proposal.showcase.revisions.count()
        client.post(self.address(proposal), {"do": "take", "answer": "What a beginning!"})
        page = ShowcasePage.objects.get(pk=proposal.showcase_id)
        draft = draft_of(page)
        assert page.revisions.count() == before + 1
        assert not page.live
        assert draft.raw_blocks()[1:5] == [
            ("picture_story", {"story": told[2].pk, "caption": "So loud"}),
            ("text", "<p>Then</p>"),
            ("story", told[0].pk),
            ("picture_story", {"story": told[1].pk, "caption": "As the teacher wrote it"}),
        ]
        client.force_login(told[0].author)
        text = client.get(LIST).content.decode()
        assert "What a beginning!" in text
        assert "It is in the showcase" in text

    def test_thanked(
        self, client: Client, proposal: Proposal, told: list[Story], teacher: User
    ) -> None:
        client.force_login(teacher)
        before = draft_of(proposal.showcase).raw_blocks()
        client.post(self.address(proposal), {"do": "thank", "answer": "I keep it in mind."})
        assert draft_of(proposal.showcase).raw_blocks() == before
        proposal.refresh_from_db()
        assert (proposal.state, proposal.answered_by) == (State.THANKED, teacher)
        client.force_login(told[0].author)
        assert "I keep it in mind." in client.get(LIST).content.decode()
        client.post(desk(proposal.showcase), sent(told, "012"))
        assert Proposal.objects.filter(state=State.BEGUN).count() == 1

    def test_a_word_is_asked_for(self, client: Client, proposal: Proposal, teacher: User) -> None:
        client.force_login(teacher)
        got = client.post(self.address(proposal), {"do": "take", "answer": " "})
        assert got.status_code == 422
        assert "They worked on it." in got.content.decode()
        assert client.post(self.address(proposal), {"do": "burn"}).status_code == 404

    def test_not_what_is_changed_again_or_answered(
        self, client: Client, proposal: Proposal, told: list[Story], teacher: User
    ) -> None:
        client.force_login(teacher)
        for _ in range(2):
            got = client.post(
                self.address(proposal), {"do": "thank", "answer": "Thanks"}, follow=True
            )
        assert "a moment ago" in got.content.decode()
        assert "You answered" in client.get(self.address(proposal)).content.decode()
        begun = Proposal.objects.create(showcase=proposal.showcase, proposed_by=told[0].author)
        assert client.get(self.address(begun)).status_code == 404

    def test_another_schools_teacher(
        self, client: Client, proposal: Proposal, other_school: Any
    ) -> None:
        client.force_login(UserFactory(teacher=True, school=other_school))
        for method in (client.get, client.post):
            assert method(self.address(proposal)).status_code == 404
        proposal.refresh_from_db()
        assert proposal.state == State.SENT

    def test_one_of_another_showcase(
        self, client: Client, proposal: Proposal, told: list[Story], teacher: User
    ) -> None:
        client.force_login(teacher)
        other = showcase(told[0], by=teacher)
        address = f"/admin/showcases/{other.pk}/proposals/{proposal.pk}/"
        assert client.get(address).status_code == 404


class TestCredit:
    """“Curated by …”: a group, and those who want to be named and may be."""

    @pytest.fixture
    def person(self, student: User) -> Person:
        made: Person = PersonFactory(
            name="Kayden Surname",
            public_name="Kayden",
            user=student,
            school=student.school,
            consenting=True,
        )
        return made

    def taken(self, page: ShowcasePage, student: User, teacher: User, *, credit: bool) -> None:
        proposal = Proposal.objects.create(
            showcase=page, proposed_by=student, state=State.SENT, wants_credit=credit
        )
        verbs.take(proposal, by=teacher, answer="Yes")

    @pytest.mark.parametrize("credit", [True, False])
    def test_named_if_they_want(
        self, client: Client, page: ShowcasePage, person: Person, teacher: User, credit: bool
    ) -> None:
        assert person.user is not None
        self.taken(page, person.user, teacher, credit=credit)
        draft_of(page).save_revision(user=teacher).publish(user=teacher)
        page.refresh_from_db()
        for address in (page.url, page.slides_url):
            text = client.get(address).content.decode()
            assert "Curated by The kitchen table group" in text
            assert ("group: Kayden" in text) == credit
            assert "Surname" not in text

    def test_not_after_a_no(self, page: ShowcasePage, person: Person, teacher: User) -> None:
        assert person.user is not None
        self.taken(page, person.user, teacher, credit=True)
        answer(person, Scope.WEB, decision=Decision.WITHDRAWN, by=person.user)
        assert curators.named(page) == "The kitchen table group"

    def test_not_beside_their_face(
        self, page: ShowcasePage, person: Person, told: list[Story], teacher: User
    ) -> None:
        assert person.user is not None
        self.taken(page, person.user, teacher, credit=True)
        assert curators.named(page) == "The kitchen table group: Kayden"
        StoryPerson.objects.create(story=told[0], person=person, role=StoryPerson.Role.SHOWN)
        assert curators.named(page) == "The kitchen table group"

    def test_nobody(self, client: Client, told: list[Story], teacher: User) -> None:
        page = showcase(told[0], by=teacher)
        assert curators.named(page) == ""
        assert "Curated by" not in client.get(page.url).content.decode()


def test_it_is_in_what_is_mine_and_goes_with_me(
    opened: ShowcasePage, told: list[Story], student: User
) -> None:
    verbs.save(
        opened,
        student,
        refs=[],
        captions={told[0].ref: "My very words"},
        wants_credit=False,
        edition=0,
    )
    things = [thing for thing in belongings.of(student) if "showcase" in thing.name]
    assert ["My very words" in thing.text for thing in things] == [True]
    (eraser,) = [one for one in erasure.erasers() if one.name == "archive"]
    eraser.erase(student)
    assert not Proposal.objects.exists()
