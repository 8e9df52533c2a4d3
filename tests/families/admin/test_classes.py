"""The rooms of one class, as a teacher uses them; nothing of another class or school in them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from families.classes import members
from families.models import ReporterClass, School, User
from tests.factories import ReporterClassFactory, UserFactory

pytestmark = pytest.mark.django_db

ROOMS = ("students", "enrol", "cards", "move", "leave", "come_back")


@pytest.fixture
def nine(school: School) -> ReporterClass:
    made: ReporterClass = ReporterClassFactory(school=school, name="9A")
    return made


@pytest.fixture
def room(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def there(room: str, reporter_class: ReporterClass) -> str:
    return reverse(f"classes:{room}", args=[reporter_class.pk])


def make(answer: Any) -> dict[str, Any]:
    """What the page that shows the proposal sends when one presses the first button."""
    form = BeautifulSoup(answer.content, "html.parser").find("form", class_=None, method="post")
    boxes = [box for box in form.find_all("input") if box.get("type") == "checkbox"]
    sent: dict[str, Any] = {
        "do": "make",
        "make": [b["value"] for b in boxes if b.has_attr("checked")],
    }
    sent["names"] = form.find("textarea", attrs={"name": "names"}).text
    for hidden in form.find_all("input", type="hidden"):
        sent[hidden["name"]] = hidden["value"]
    return sent


def proposed(room: Client, nine: ReporterClass, names: str, **more: Any) -> Any:
    return room.post(there("enrol", nine), {"names": names, **more})


def test_a_class_is_made_and_its_list_comes_next(room: Client, school: School) -> None:
    answer = room.post(reverse("classes:add"), {"name": "9B"})
    made = ReporterClass.objects.get(name="9B")
    assert made.school == school
    assert answer.url == there("enrol", made)


def test_nothing_is_made_before_it_is_seen(room: Client, nine: ReporterClass) -> None:
    page = proposed(room, nine, "Amina\nKai").content.decode()
    assert "Nothing is made yet." in page and "Amina" in page
    assert not nine.students.exists()


def test_what_is_seen_is_what_is_made(room: Client, nine: ReporterClass) -> None:
    answer = proposed(room, nine, "Amina\nKai")
    shown = [one.username for one in answer.context["proposals"]]
    made = room.post(there("enrol", nine), make(answer))
    assert [one.card.username for one in made.context["cards"]] == shown
    assert set(nine.students.values_list("username", flat=True)) == set(shown)


def test_the_words_are_shown_once_and_kept_by_no_cache(room: Client, nine: ReporterClass) -> None:
    made = room.post(there("enrol", nine), make(proposed(room, nine, "Amina")))
    (one,) = made.context["cards"]
    page = made.content.decode()
    assert one.card.password in page and "data:application/pdf;base64," in page
    assert "no-store" in made["Cache-Control"]
    for later in ROOMS:
        assert one.card.password not in room.get(there(later, nine)).content.decode()


def test_the_back_button_makes_nobody_twice(room: Client, nine: ReporterClass) -> None:
    sent = make(proposed(room, nine, "Amina"))
    room.post(there("enrol", nine), sent)
    again = room.post(there("enrol", nine), sent, follow=True)
    assert "nothing was made twice" in again.content.decode()
    assert nine.students.count() == 1


def test_a_tick_taken_away_makes_one_fewer(room: Client, nine: ReporterClass) -> None:
    sent = make(proposed(room, nine, "Amina\nKai"))
    room.post(there("enrol", nine), sent | {"make": ["1"]})
    assert nine.students.get().display_name == "Kai"
    kept = room.post(there("enrol", nine), sent | {"make": []})
    assert "Nobody was ticked" in kept.content.decode()
    assert "Amina" in kept.content.decode()


def test_a_name_that_is_there_already_is_pointed_out(room: Client, nine: ReporterClass) -> None:
    UserFactory(student=True, school=nine.school, reporter_class=nine, display_name="Amina")
    answer = proposed(room, nine, "amina\nKai\nKai")
    ticked = {one.number: one.ticked for one in answer.context["proposals"]}
    assert ticked == {0: False, 1: True, 2: True}
    page = answer.content.decode()
    assert "The class has this name already." in page
    assert "This name is on the list more than once." in page


def test_a_mistake_keeps_the_list(room: Client, nine: ReporterClass) -> None:
    answer = proposed(room, nine, "Amina\nK4i")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Line 2: “K4i” has a number in it." in page
    assert "Amina" in page


def test_by_a_file(room: Client, nine: ReporterClass) -> None:
    sheet = SimpleUploadedFile("9A.csv", b"Surname,First name\nKhan,Amina\nLowe,Kai\n")
    answer = proposed(room, nine, "", sheet=sheet)
    assert [one.name for one in answer.context["proposals"]] == ["Amina", "Kai"]
    assert "Khan" not in answer.content.decode()


@pytest.mark.parametrize(
    ("names", "content", "sentence"),
    [
        ("Amina", b"First name\nKai\n", "Use the box or the file, not both."),
        ("", b"PK\x03\x04", "choose “Save as” and then “CSV”"),
        ("", b"x" * 200_001, "too big for a list"),
    ],
)
def test_a_file_that_does_not_do(
    room: Client, nine: ReporterClass, names: str, content: bytes, sentence: str
) -> None:
    answer = proposed(room, nine, names, sheet=SimpleUploadedFile("9A.csv", content))
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_the_other_column(room: Client, nine: ReporterClass) -> None:
    names = "Khan\tAmina\nLowe\tKai"
    first = proposed(room, nine, names)
    assert [one.name for one in first.context["proposals"]] == ["Khan", "Lowe"]
    assert "Take the other column" in first.content.decode()
    second = proposed(room, nine, names, swapped="1")
    assert [one.name for one in second.context["proposals"]] == ["Amina", "Kai"]


def test_going_back_to_the_list(room: Client, nine: ReporterClass) -> None:
    page = proposed(room, nine, "Amina\nKai", do="back").content.decode()
    assert "Amina\nKai" in page


def sent_surname(room: Client, nine: ReporterClass) -> Any:
    return room.post(
        there("enrol", nine),
        {"do": "make", "make": ["0"], "name-0": "Amina Khan", "username-0": "aminakhan22"},
    )


def test_no_surname_comes_in_by_a_changed_page(room: Client, nine: ReporterClass) -> None:
    sent_surname(room, nine)
    amina = nine.students.get()
    assert amina.display_name == "Amina"
    assert "khan" not in amina.username


class TestThoseWhoAreThere:
    @pytest.fixture
    def amina(self, nine: ReporterClass, teacher: User) -> User:
        (card,) = members.enrol(nine, [("Amina", "amina22")], by=teacher)
        return User.objects.get(username=card.username)

    def test_the_roster(self, room: Client, nine: ReporterClass, amina: User) -> None:
        page = room.get(there("students", nine)).content.decode()
        assert "Amina" in page and "amina22" in page and "has not signed in yet" in page

    def test_the_name_of_a_class_leads_to_it(
        self, room: Client, nine: ReporterClass, amina: User
    ) -> None:
        page = room.get(reverse("classes:index")).content
        title = BeautifulSoup(page, "html.parser").find("a", string=re.compile("9A"))
        assert title["href"] == there("students", nine)

    def test_everybody_is_ticked_with_one_press(
        self, room: Client, nine: ReporterClass, amina: User
    ) -> None:
        boxes = {}
        for query in ("", "?everybody"):
            page = BeautifulSoup(room.get(there("students", nine) + query).content, "html.parser")
            assert page.find("a", href="?" if query else "?everybody")
            boxes[query] = page.find("input", value=str(amina.pk)).has_attr("checked")
        assert boxes == {"": False, "?everybody": True}

    def test_a_new_card_is_asked_for_and_then_made(
        self, room: Client, nine: ReporterClass, amina: User
    ) -> None:
        asked = room.get(there("cards", nine), {"student": amina.pk})
        assert "The old words stop working" in asked.content.decode()
        amina.refresh_from_db()
        before = amina.password
        sent = {"student": amina.pk, "moment": asked.context["moment"]}
        made = room.post(there("cards", nine), sent)
        amina.refresh_from_db()
        assert amina.password != before
        (one,) = made.context["cards"]
        assert amina.check_password(one.card.password)
        again = room.post(there("cards", nine), sent, follow=True)
        assert "New cards were made meanwhile" in again.content.decode()

    def test_moving(self, room: Client, nine: ReporterClass, amina: User) -> None:
        ten = ReporterClassFactory(school=nine.school, name="10A")
        elsewhere = ReporterClassFactory(name="8Z")
        asked = room.get(there("move", nine), {"student": amina.pk}).content.decode()
        assert "10A" in asked and "8Z" not in asked
        for nowhere in ({}, {"to": elsewhere.pk}, {"to": nine.pk}, {"to": "x"}):
            answer = room.post(there("move", nine), {"student": amina.pk, **nowhere})
            assert answer.status_code == 422
        room.post(there("move", nine), {"student": amina.pk, "to": ten.pk})
        amina.refresh_from_db()
        assert amina.reporter_class == ten

    def test_leaving_and_coming_back(self, room: Client, nine: ReporterClass, amina: User) -> None:
        left = room.post(there("leave", nine), {"student": amina.pk}, follow=True)
        assert "their accounts are closed" in left.content.decode()
        amina.refresh_from_db()
        assert not amina.is_active
        back = room.post(there("come_back", nine), {"student": amina.pk}, follow=True)
        assert "Make new cards" in back.content.decode()
        amina.refresh_from_db()
        assert amina.is_active

    @pytest.mark.parametrize("page", ["cards", "move", "leave", "come_back"])
    def test_nobody_is_ticked(self, room: Client, nine: ReporterClass, page: str) -> None:
        assert "Nobody is ticked." in room.get(there(page, nine)).content.decode()
        answer = room.post(there(page, nine), follow=True)
        assert "Nothing was changed." in answer.content.decode()

    @pytest.mark.parametrize("page", ["cards", "move", "leave", "come_back"])
    @pytest.mark.parametrize("which", ["another class", "another school", "staff", "no number"])
    def test_somebody_who_is_not_of_this_class_is_not_there(
        self, room: Client, nine: ReporterClass, amina: User, page: str, which: str
    ) -> None:
        others: dict[str, Any] = {
            "another class": UserFactory(student=True, school=nine.school).pk,
            "another school": UserFactory(student=True).pk,
            "staff": UserFactory(teacher=True, school=nine.school).pk,
            "no number": "1 OR 1=1",
        }
        sent = {"student": [amina.pk, others[which]], "to": nine.pk}
        assert room.get(there(page, nine), sent).status_code == 404
        assert room.post(there(page, nine), sent).status_code == 404
        amina.refresh_from_db()
        assert amina.is_active and amina.reporter_class == nine

    def test_too_many_cards_at_once(
        self, room: Client, nine: ReporterClass, amina: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("families.classes.lists.MOST", 0)
        assert "too many" in room.get(there("cards", nine), {"student": amina.pk}).content.decode()
        before = amina.password
        room.post(there("cards", nine), {"student": amina.pk})
        amina.refresh_from_db()
        assert amina.password == before
