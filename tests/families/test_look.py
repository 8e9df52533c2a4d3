"""A school's look: at its own desks and door and on its papers, and nowhere in public."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from django.test import Client
from django.urls import reverse

from families import look
from families.classes import cards
from families.classes.members import Card
from families.models import School, SchoolLook, User
from families.models.looks import Accent
from tests.archive.making import picture
from tests.factories import SchoolFactory, UserFactory

CSS = Path(__file__).parents[2] / "design/static/design/css"


@pytest.fixture
def room(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


@pytest.fixture
def own(school: School) -> SchoolLook:
    return look.begin(school)


def typed(**changed: Any) -> dict[str, Any]:
    return {"shown_name": "", "crest": "", "accent": "brick", "welcome": ""} | changed


def save(room: Client, own: SchoolLook, **changed: Any) -> Any:
    return room.post(reverse("look:edit", args=[own.pk]), typed(**changed))


def read(address: str, user: User | None = None) -> str:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client.get(address).content.decode()


@pytest.mark.django_db
class TestWhereItIs:
    def test_a_school_that_chose_nothing_looks_as_ever(self, student: User) -> None:
        assert "school-mark" not in read("/desk/", student)

    def test_its_desk_has_its_name_colour_crest_and_welcome(
        self, room: Client, own: SchoolLook, student: User, teacher: User
    ) -> None:
        crest = picture(by=teacher)
        chosen = {"shown_name": "Irk", "accent": "canal", "crest": crest.pk, "welcome": "Hiya."}
        assert save(room, own, **chosen)["Location"] == reverse("look:edit", args=[own.pk])
        desk = read("/desk/", student)
        for shown in ("<span>Irk</span>", "look--canal", crest.item.url("w480.jpg"), "Hiya."):
            assert shown in desk
        answer = Client().get(crest.item.url("w480.jpg"))
        assert b"".join(answer.streaming_content)
        assert "look--canal" not in read("/desk/", UserFactory(student=True))

    def test_its_door_is_its_own_and_stays_so_when_a_password_was_wrong(
        self, own: SchoolLook
    ) -> None:
        SchoolLook.objects.update(shown_name="Irk", accent="sky", welcome="Come in.")
        door = f"/sign-in/?school={own.key}"
        page = read(door)
        for shown in ("<span>Irk</span>", "look--sky", "Come in.", f"?school={own.key}"):
            assert shown in page
        again = Client().post(f"/account/login/?school={own.key}", {"login": "x", "password": "y"})
        assert "<span>Irk</span>" in again.content.decode()

    @pytest.mark.parametrize("door", ["/sign-in/", "/sign-in/?school=", "/sign-in/?school=none"])
    def test_a_door_of_nobodys_is_the_archives(self, own: SchoolLook, door: str) -> None:
        assert "school-mark" not in read(door)

    @pytest.mark.parametrize("page", ["/", "/stories/", "/about/", "/desk/offline/"])
    def test_what_is_everybodys_stays_the_archives(
        self, own: SchoolLook, student: User, page: str
    ) -> None:
        SchoolLook.objects.update(accent="canal")
        assert "look--" not in read(f"{page}?school={own.key}", student)

    def test_its_papers_have_its_name_and_crest(
        self, own: SchoolLook, school: School, teacher: User
    ) -> None:
        own.shown_name, own.crest, own.accent = "Irk Academy", picture(by=teacher), "heather"
        own.save()
        told, files = look.on_paper(school)
        assert (told["accent"], told["crest"], list(files)) == (
            "#6b3a6e", "crest.jpg", ["crest.jpg"],
        )  # fmt: skip
        card = Card("Ava", "ava1", "kettle robin tram")
        sheet = cards.pdf([card], dress=(told, files), sign_in="http://a.example/", key=own.key)
        page = pypdfium2.PdfDocument(sheet)[0]
        assert "Irk Academy" in page.get_textpage().get_text_bounded()

    def test_a_crest_that_is_not_ready_is_left_out(
        self, own: SchoolLook, school: School, teacher: User
    ) -> None:
        own.crest = picture(by=teacher)
        own.save()
        own.crest.item.derivatives.all().delete()
        assert look.on_paper(school)[1] == {}
        own.crest.item.status = "waiting"
        own.crest.item.save()
        assert look.on_paper(school)[0]["crest"] == ""
        found = look.of(school)
        assert found is not None
        assert found.crest_url == ""

    def test_a_school_without_one_prints_its_name(self, school: School) -> None:
        assert look.on_paper(school) == look.plain("Irk Valley School")

    def test_a_class_is_given_cards_that_lead_to_its_own_door(self, own: SchoolLook) -> None:
        card = Card("Ava", "ava1", "kettle robin tram")
        address = cards.address_of("http://a.example/sign-in/", card, own.key)
        assert address.endswith("?login=ava1&school=irk-valley-school")


@pytest.mark.django_db
class TestWhoChooses:
    def test_the_menu_leads_to_ones_own(self, room: Client, school: School) -> None:
        answer = room.get(reverse("look:index"))
        own = SchoolLook.objects.get(school=school)
        assert answer["Location"] == reverse("look:edit", args=[own.pk])
        page = room.get(answer["Location"]).content.decode()
        assert f"/account/login/?school={own.key}" in page or f"/sign-in/?school={own.key}" in page

    def test_two_schools_of_one_name_have_two_doors(self, school: School) -> None:
        twin = SchoolFactory(name="Irk  Valley School")
        keys = {look.begin(school).key, look.begin(twin).key}
        assert keys == {"irk-valley-school", f"irk-valley-school-{twin.pk}"}
        assert look.begin(SchoolFactory(name="学校")).key == "school"

    def test_another_schools_crest_cannot_be_chosen(
        self, room: Client, own: SchoolLook, other_school: School
    ) -> None:
        theirs = picture(by=UserFactory(teacher=True, school=other_school))
        save(room, own, crest=theirs.pk, shown_name="Ours")
        own.refresh_from_db()
        assert (own.crest, own.shown_name) == (None, "")

    def test_a_colour_that_is_none_is_refused(self, room: Client, own: SchoolLook) -> None:
        assert save(room, own, accent="pink").status_code == 200
        own.refresh_from_db()
        assert own.accent == Accent.BRICK

    @pytest.mark.parametrize(
        "who",
        [
            {"teacher": True},
            {"lead": True},
            {"administrator": True, "school": None},
            {"student": True},
            {"family_member": True},
            {"teacher": True, "school": None},
        ],
    )
    def test_others_change_nothing(
        self, client: Client, own: SchoolLook, who: dict[str, Any]
    ) -> None:
        client.force_login(UserFactory(**who))
        save(client, own, welcome="Boo.")
        assert client.get(reverse("look:edit", args=[own.pk])).status_code in (302, 404)
        own.refresh_from_db()
        assert own.welcome == ""


def test_nobody_has_a_look_without_a_school() -> None:
    assert look.of(None) is None


class TestColours:
    """Each passes AA on paper and below its own words, by day and by night (WCAG 2.2, 1.4.3)."""

    PAPER = {"day": "#f7f2e8", "night": "#17130f"}

    def test_screen_and_paper_have_the_same(self) -> None:
        days = {name: values for (name, when), values in shades().items() if when == "day"}
        for accent in Accent:
            if accent != Accent.BRICK:
                assert days[accent][:2] == look.ON_PAPER[accent]

    def test_they_can_be_read(self) -> None:
        found = shades()
        assert len(found) == 2 * (len(Accent) - 1)
        for (name, when), (brick, deep, on_brick) in found.items():
            for colour in (brick, deep):
                assert contrast(colour, self.PAPER[when]) >= 4.5, (name, when)
                assert contrast(colour, on_brick) >= 4.5, (name, when)


def shades() -> dict[tuple[str, str], tuple[str, str, str]]:
    day, _, night = (CSS / "look.css").read_text().partition("@media")
    found = {}
    for when, text in (("day", day), ("night", night)):
        for name, inside in re.findall(r"\.look--(\w+) {([^}]*)}", text):
            found[name, when] = tuple(re.findall(r"#[0-9a-f]{6}", inside))
    return found  # type: ignore[return-value]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
