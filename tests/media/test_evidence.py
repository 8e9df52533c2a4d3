"""A signed paper: typed in by a teacher, seen by those it is about and by staff alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from families.giving import paper_form
from families.models import Consent, ConsentWording, School, User
from families.models.consents import Giver, Method, Scope
from media.models import ConsentEvidence, Item, OriginalFile
from media.processing import process
from tests.factories import FamilyFactory, PersonFactory, SchoolFactory, StoryFactory, UserFactory
from tests.media import samples
from tests.media.answers import body

pytestmark = pytest.mark.django_db


class Paper:
    """A form that Nell's mum signed, and everybody around it."""

    def __init__(self, school: School, teacher: User) -> None:
        self.school, self.teacher = school, teacher
        here: dict[str, Any] = {"school": school}
        nell = UserFactory(student=True, **here)
        mum, nan = UserFactory(family_member=True, **here), UserFactory(family_member=True, **here)
        brother = UserFactory(student=True, **here)
        family = FamilyFactory(**here, members=[nell, mum, nan, brother])
        self.child = PersonFactory(
            child=True, **here, user=nell, family=family, name="Nell P", public_name="Nell"
        )
        self.mum = PersonFactory(**here, user=mum, family=family)
        self.child.guardians.add(self.mum)
        self.people = {
            "the child": nell,
            "the guardian": mum,
            "of the family": nan,
            "a brother": brother,
            "teacher": teacher,
            "colleague": UserFactory(teacher=True, **here),
            "lead": UserFactory(lead=True, **here),
            "a classmate": UserFactory(student=True, **here, reporter_class=nell.reporter_class),
            "another family": UserFactory(family_member=True, **here),
            "another school": UserFactory(teacher=True, school=SchoolFactory()),
            "another lead": UserFactory(lead=True, school=SchoolFactory()),
        }
        FamilyFactory(**here, members=[self.people["another family"]])
        self.form = paper_form.new(self.child, self.mum, None)

    @property
    def address(self) -> str:
        return reverse("evidence_enter", args=[self.child.pk, self.form.number])


@pytest.fixture
def paper(school: School, teacher: User) -> Paper:
    return Paper(school, teacher)


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def upload(path: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile(path.name, path.read_bytes())


def typed(photo: Path, **more: Any) -> dict[str, Any]:
    day = timezone.localdate().isoformat()
    return {"photos": [upload(photo)], "archive": "yes", "signed_on": day} | more


def test_answers_are_kept_with_the_paper(desk: Client, paper: Paper, photo: Path) -> None:
    words = paper.form.wordings[0]
    ConsentWording.objects.create(scope=Scope.ARCHIVE, version=words.version + 1, text="New?")
    assert "checked" not in desk.get(paper.address).content.decode().split("<main")[1]
    day = timezone.localdate() - timedelta(days=3)
    desk.post(paper.address, typed(photo, signed_on=day.isoformat()))
    row, evidence = Consent.objects.get(), ConsentEvidence.objects.get()
    assert (row.person, row.given_by, row.giver) == (paper.child, paper.mum, Giver.GUARDIAN)
    assert (row.method, row.wording, row.recorded_by) == (Method.PAPER, words, paper.teacher)
    assert timezone.localdate(row.given_at) == day
    assert list(evidence.consents.all()) == [row]
    assert (evidence.added_by, evidence.item.school) == (paper.teacher, paper.school)
    assert "typed in already" in desk.get(paper.address).content.decode()


def test_several_photos_of_one_form(desk: Client, paper: Paper, photo: Path, made: Any) -> None:
    two = made("scan.pdf", samples.paper)
    desk.post(paper.address, typed(photo, photos=[upload(photo), upload(two)]))
    assert [e.consents.count() for e in ConsentEvidence.objects.all()] == [1, 1]


def wrong(what: str, photo: Path, sound: Path) -> dict[str, Any]:
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    broken = SimpleUploadedFile("form.jpg", bytes(range(64)))
    return {
        "no photo": typed(photo, photos=[]),
        "no answer": typed(photo, archive=""),
        "no day": typed(photo, signed_on=""),
        "a day to come": typed(photo, signed_on=tomorrow),
        "a sound": typed(photo, photos=[upload(sound)]),
        "a broken one": typed(photo, photos=[upload(photo), broken]),
        "too many": typed(photo, photos=[upload(photo) for _ in range(7)]),
    }[what]


@pytest.mark.parametrize(
    "what",
    ["no photo", "no answer", "no day", "a day to come", "a sound", "a broken one", "too many"],
)
def test_all_of_it_or_nothing(
    desk: Client, paper: Paper, photo: Path, sound: Path, what: str
) -> None:
    assert desk.post(paper.address, wrong(what, photo, sound)).status_code == 200
    for model in (Consent, ConsentEvidence, Item, OriginalFile):
        assert not model.objects.exists()


def test_a_memory_has_to_be_heard_back(
    desk: Client, paper: Paper, student: User, photo: Path
) -> None:
    story = StoryFactory(author=student, teller=paper.child, submitted=True)
    paper.form = paper_form.PaperForm(
        paper.child, paper.mum, story.ref, ConsentWording.objects.filter(scope__in=["web", "name"])
    )
    said = {"archive": "", "web": "yes", "name": "yes", "shown_as": "Starling"}
    before = Consent.objects.count()
    assert (
        "once they have heard it back"
        in desk.post(paper.address, typed(photo, **said)).content.decode()
    )
    assert Consent.objects.count() == before
    desk.post(paper.address, typed(photo, heard="on", **said | {"shown_as": "Nell P"}))
    assert Consent.objects.count() == before, "A surname is not shown."
    desk.post(paper.address, typed(photo, heard="on", **said))
    rows = {row.scope: row for row in Consent.objects.filter(method=Method.PAPER)}
    assert {row.story_ref for row in rows.values()} == {story.ref}
    assert rows["name"].shown_as == "Starling"


SIGHT = [
    ("the child", True, True),
    ("the guardian", True, True),
    ("of the family", True, False),
    ("a brother", False, False),
    ("teacher", True, True),
    ("colleague", True, True),
    ("lead", True, True),
    ("a classmate", False, False),
    ("another family", False, False),
    ("another school", False, False),
    ("another lead", False, False),
    (None, False, False),
]


@pytest.fixture
def kept(desk: Client, paper: Paper, photo: Path) -> Item:
    desk.post(paper.address, typed(photo))
    return process(ConsentEvidence.objects.get().item)


@pytest.mark.parametrize(("who", "sees", "has_original"), SIGHT)
def test_who_sees_it(
    paper: Paper, kept: Item, who: str | None, sees: bool, has_original: bool
) -> None:
    browser = Client()
    if who:
        browser.force_login(paper.people[who])
    for name, allowed in (("w480.jpg", sees), ("original", has_original)):
        answer = browser.get(kept.url(name))
        nothing = browser.get(f"/files/aaaaaaaaaa/{name}")
        assert answer.status_code == (200 if allowed else 404)
        assert answer["Cache-Control"] == "private, no-store"
        assert allowed or body(answer) == body(nothing)
        body(answer)


def test_what_is_shown_says_nothing_of_where_it_was_taken(
    kept: Item, made: Callable[..., Path]
) -> None:
    for name in ("w480.jpg", "w960.webp"):
        derivative = kept.derivative(name)
        assert derivative is not None
        with derivative.file.open("rb") as file, Image.open(file) as picture:
            assert not picture.getexif()
            assert samples.SECRET not in str(picture.info)


def test_a_teacher_who_moves_leaves_it_behind(paper: Paper, kept: Item) -> None:
    paper.teacher.school = SchoolFactory()
    paper.teacher.save()
    browser = Client()
    browser.force_login(User.objects.get(pk=paper.teacher.pk))
    assert browser.get(kept.url("w480.jpg")).status_code == 404
    assert browser.get(kept.url("original")).status_code == 404


@pytest.mark.parametrize(("who", "there"), [("the guardian", True), ("a classmate", False)])
def test_the_paper_is_beside_the_answer(paper: Paper, kept: Item, who: str, there: bool) -> None:
    browser = Client()
    browser.force_login(paper.people[who])
    assert (kept.ref in browser.get("/desk/consent/").content.decode()) == there


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("another school", 404),
        ("another lead", 404),
        ("the child", 302),
        ("the guardian", 302),
        ("lead", 200),
    ],
)
def test_who_types_it_in(paper: Paper, photo: Path, who: str, status: int) -> None:
    browser = Client()
    browser.force_login(paper.people[who])
    assert browser.get(paper.address).status_code == status
    if status != 200:
        assert browser.post(paper.address, typed(photo)).status_code == status
        assert not Consent.objects.exists()


def test_a_number_of_no_form(desk: Client, paper: Paper, school: School) -> None:
    other = PersonFactory(school=school)
    for person, number in ((paper.child, "0_none_archive1"), (other, paper.form.number)):
        assert desk.get(reverse("evidence_enter", args=[person.pk, number])).status_code == 404
