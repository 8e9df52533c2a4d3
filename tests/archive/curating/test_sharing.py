"""A draft shared with other schools: their teachers read it, and nobody else."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.curating.sharing_room import share
from archive.models import ShowcaseOpening, ShowcasePage, ShowcaseShare
from families.models import ReporterClass, School, User
from media.models import Picture
from stories import lifecycle
from stories.models import Story
from tests.archive.making import picture, showcase
from tests.factories import ReporterClassFactory, SchoolFactory, UserFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db


@pytest.fixture
def cover(teacher: User) -> Picture:
    return picture(by=teacher)


@pytest.fixture
def page(teacher: User, told: list[Story], cover: Picture) -> ShowcasePage:
    return showcase(
        *told, by=teacher, live=False, title="Not yet", cover=cover, school=teacher.school
    )


@pytest.fixture
def shared(page: ShowcasePage, other_school: School) -> ShowcasePage:
    ShowcaseShare.objects.create(showcase=page, school=other_school)
    return page


def read(page: ShowcasePage) -> str:
    return f"/admin/showcases/{page.pk}/read/"


def sharing(page: ShowcasePage) -> str:
    return f"/admin/showcases/{page.pk}/sharing/"


@pytest.mark.parametrize("slides", [False, True], ids=["page", "slides"])
def test_its_teachers_read_it(
    client: Client, shared: ShowcasePage, stranger: User, slides: bool
) -> None:
    client.force_login(stranger)
    answer = client.get(read(shared), {"as": "slides"} if slides else {})
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "Memory 3" in text
    assert "no-store" in answer["Cache-Control"] or "private" in answer["Cache-Control"]
    if not slides:
        assert "Only teachers see this" in text
        assert f"{read(shared)}?as=slides" in text
        assert shared.slides_url not in text
    listed = client.get("/admin/showcases/shared/").content.decode()
    assert read(shared) in listed
    assert "Shared with us" in client.get("/admin/").content.decode()


def test_they_change_nothing(client: Client, shared: ShowcasePage, stranger: User) -> None:
    client.force_login(stranger)
    for what in ("sharing/", "proposals/"):
        for method in (client.get, client.post):
            assert method(f"/admin/showcases/{shared.pk}/{what}").status_code == 404
    assert client.post(read(shared)).status_code == 405
    edit = client.get(f"/admin/pages/{shared.pk}/edit/")
    assert edit.status_code in (302, 404)
    assert not shared.permissions_for_user(stranger).can_edit()


@pytest.mark.parametrize("who", ["third", "student", "foreign student", "visitor"])
def test_nobody_else_does(
    client: Client, shared: ShowcasePage, student: User, other_school: School, who: str
) -> None:
    people = {
        "third": UserFactory(teacher=True, school=SchoolFactory()),
        "student": student,
        "foreign student": UserFactory(student=True, school=other_school),
    }
    if who in people:
        client.force_login(people[who])
    answer = client.get(read(shared))
    assert answer.status_code in (302, 404)
    assert "Memory" not in answer.content.decode()
    assert client.get(shared.url).status_code == 404


def test_not_before_it_is_shared_and_not_after(
    client: Client, page: ShowcasePage, stranger: User, other_school: School
) -> None:
    client.force_login(stranger)
    assert client.get(read(page)).status_code == 404
    assert "Not yet" not in client.get("/admin/showcases/shared/").content.decode()
    share(page, schools=[other_school], classes=[])
    assert client.get(read(page)).status_code == 200
    share(page, schools=[], classes=[])
    assert client.get(read(page)).status_code == 404


def test_they_see_the_draft_and_only_what_is_public_of_it(
    client: Client, shared: ShowcasePage, told: list[Story], stranger: User
) -> None:
    lifecycle.withdraw(told[2], by=told[2].author)
    shared.title = "Not yet, mended"
    shared.save_revision()
    client.force_login(stranger)
    text = client.get(read(shared)).content.decode()
    assert "Not yet, mended" in text
    assert "Memory 2" not in text


def test_and_the_pictures_of_the_draft(
    client: Client, shared: ShowcasePage, cover: Picture, stranger: User, teacher: User
) -> None:
    def door() -> int:
        answer = client.get(f"/files/{cover.item.ref}/w480.jpg")
        body(answer)
        return answer.status_code

    client.force_login(stranger)
    assert door() == 200
    assert client.get(f"/files/{cover.item.ref}/original").status_code == 404
    client.logout()
    assert door() == 404
    client.force_login(stranger)
    shared.cover = None
    shared.save_revision(user=teacher)
    assert door() == 200, "The version that was first saved has it still."
    shared.save()
    assert door() == 404


def test_a_picture_that_is_in_the_draft_alone_is_not_public(
    client: Client, teacher: User, told: list[Story], cover: Picture
) -> None:
    page = showcase(told[0], by=teacher)
    page.cover = cover
    revision = page.save_revision(user=teacher)
    assert client.get(f"/files/{cover.item.ref}/w480.jpg").status_code == 404
    revision.publish(user=teacher)
    answer = client.get(f"/files/{cover.item.ref}/w480.jpg")
    body(answer)
    assert answer.status_code == 200


class TestSaying:
    """Its own teachers say with whom."""

    @pytest.fixture(autouse=True)
    def signed_in(self, client: Client, teacher: User) -> None:
        client.force_login(teacher)

    def test_with_schools_and_classes(
        self, client: Client, page: ShowcasePage, other_school: School, school: School
    ) -> None:
        ours: ReporterClass = ReporterClassFactory(school=school)
        answer = client.post(
            sharing(page), {"schools": [other_school.pk], "classes": [ours.pk]}, follow=True
        )
        assert "Saved. It counts from now on." in answer.content.decode()
        assert ShowcaseShare.objects.get().school == other_school
        assert ShowcaseOpening.objects.get().reporter_class == ours
        assert answer.content.decode().count("checked") == 2
        client.post(sharing(page), {})
        assert not ShowcaseShare.objects.exists()
        assert not ShowcaseOpening.objects.exists()

    def test_not_with_its_own_school_nor_a_class_of_another(
        self, client: Client, page: ShowcasePage, other_school: School, school: School
    ) -> None:
        theirs = ReporterClassFactory(school=other_school)
        for sent in ({"schools": [school.pk]}, {"classes": [theirs.pk]}):
            assert client.post(sharing(page), sent).status_code == 422
        assert not ShowcaseShare.objects.exists()
        assert not ShowcaseOpening.objects.exists()

    def test_the_way_there(self, client: Client, page: ShowcasePage) -> None:
        text = client.get(f"/admin/pages/{page.pk}/edit/").content.decode()
        assert text.count(sharing(page)) == 2
        assert f"/admin/showcases/{page.pk}/proposals/" in text
        assert client.get(read(page)).status_code == 200
