"""The one door: who gets what, in which parts, for how long, and nothing said besides."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse

from families.models import School, User
from families.roles import Anybody, is_staff_of
from media import visibility
from media.models import Item, Status
from media.visibility import Sight, may_have_original, register, registered, sight
from tests.factories.families import SchoolFactory, UserFactory
from tests.factories.media import ItemFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db
PRIVATE = "private, no-store"
PUBLIC = "public, max-age=300, must-revalidate"
NAME = "w480.jpg"


@pytest.fixture(autouse=True)
def no_handlers(monkeypatch: pytest.MonkeyPatch) -> None:
    """The layers above have a say of their own, and tests of their own."""
    monkeypatch.setattr(visibility, "_handlers", [])


@pytest.fixture
def item() -> Item:
    made: Item = ItemFactory()
    return made


@pytest.fixture
def people(item: Item) -> dict[str, User | None]:
    school, other = item.school, SchoolFactory()
    return {
        "visitor": None,
        "uploader": item.uploaded_by,
        "student": UserFactory(student=True, school=school),
        "family": UserFactory(family_member=True, school=school),
        "teacher": UserFactory(teacher=True, school=school),
        "lead": UserFactory(lead=True, school=school),
        "other teacher": UserFactory(teacher=True, school=other),
        "other lead": UserFactory(lead=True, school=other),
        "administrator": UserFactory(administrator=True, school=school),
    }


def staff_see_it(user: Anybody, item: Item) -> Sight:
    return Sight.PRIVATE if is_staff_of(user, item.school_id) else Sight.NONE


def everybody_sees_it(user: Anybody, item: Item) -> Sight:
    return Sight.PUBLIC


def get(item: Item, user: User | None = None, name: str = NAME, **headers: str) -> object:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client.get(reverse("file", args=[item.ref, name]), headers=headers)


def content(item: Item, name: str = NAME) -> bytes:
    return Path(item.derivative(name).file.path).read_bytes()


WHO_SEES = [
    # handler, who may see a derivative, who may have the original
    (None, {"uploader"}, {"uploader"}),
    (staff_see_it, {"uploader", "teacher", "lead"}, {"uploader", "teacher", "lead"}),
    (
        everybody_sees_it,
        {
            *("visitor", "uploader", "student", "family", "teacher", "lead"),
            *("other teacher", "other lead", "administrator"),
        },
        {"uploader", "teacher", "lead"},
    ),
]


@pytest.mark.parametrize(("handler", "sees", "has"), WHO_SEES)
def test_who_gets_what(
    item: Item,
    people: dict[str, User | None],
    handler: visibility.Handler | None,
    sees: set[str],
    has: set[str],
) -> None:
    with registered(handler or (lambda user, item: Sight.NONE)):
        for name, user in people.items():
            for file, allowed in ((NAME, sees), ("original", has)):
                response = get(item, user, file)
                assert response.status_code == (200 if name in allowed else 404), (name, file)
                body(response)


def test_no_is_one_answer(item: Item, people: dict[str, User | None]) -> None:
    """Nothing in it says whether the thing exists."""
    waiting = ItemFactory(waiting=True, uploaded_by=people["student"])
    answers = {
        (response.status_code, body(response), tuple(sorted(response.items())))
        for response in (
            get(item),
            get(item, name="original"),
            get(item, name="no-such.jpg"),
            get(waiting),
            Client().get("/files/aaaaaaaaaa/w480.jpg"),
            Client().get("/files/aaaaaaaaaa/original"),
            Client().get("/files/aaaaaaaaaa/"),
            Client().get("/files/"),
            Client().get(f"/files/{item.ref}/../{item.ref}/w480.jpg"),
            Client().get(f"/files/{item.ref}/sub/w480.jpg"),
        )
    }
    assert len(answers) == 1
    ((status, said, headers),) = answers
    assert (status, said) == (404, b"Nothing here.\n")
    assert dict(headers)["Cache-Control"] == PRIVATE


def test_nothing_of_an_unfinished_item_is_shown(item: Item) -> None:
    Item.objects.update(status=Status.WORKING)
    assert get(item, item.uploaded_by).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options"])
def test_only_reading(item: Item, method: str) -> None:
    client = Client()
    client.force_login(item.uploaded_by)
    for ref in (item.ref, "aaaaaaaaaa"):
        assert getattr(client, method)(f"/files/{ref}/{NAME}").status_code == 405


def test_the_whole_file(item: Item) -> None:
    response = get(item, item.uploaded_by)
    made = item.derivative(NAME)
    assert body(response) == content(item)
    assert response["Content-Type"] == "image/jpeg"
    assert response["Content-Length"] == str(made.size)
    assert response["ETag"] == f'"{made.sha256}"'
    assert response["Accept-Ranges"] == "bytes"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert response["Content-Security-Policy"].startswith("sandbox; default-src 'none'")
    assert response["Content-Disposition"] == f'inline; filename="{item.ref}-{NAME}"'


CACHING = [
    (None, NAME, 200, PRIVATE),
    (everybody_sees_it, NAME, 200, PUBLIC),
    (everybody_sees_it, "original", 200, PRIVATE),
    (staff_see_it, NAME, 200, PRIVATE),
]


@pytest.mark.parametrize(("handler", "name", "status", "cache"), CACHING)
def test_only_what_everybody_sees_is_cached(
    item: Item, handler: visibility.Handler | None, name: str, status: int, cache: str
) -> None:
    with registered(handler or (lambda user, item: Sight.NONE)):
        response = get(item, item.uploaded_by, name)
        partial = get(item, item.uploaded_by, name, Range="bytes=0-3")
        outside = get(item, item.uploaded_by, name, Range="bytes=999999-")
        same = get(item, item.uploaded_by, name, **{"If-None-Match": response["ETag"]})
    for answer in (response, partial, outside, same):
        assert answer["Cache-Control"] == cache
        body(answer)
    assert response.status_code == status


def test_a_withdrawn_item_is_gone_even_for_a_browser_that_holds_it(item: Item) -> None:
    with registered(everybody_sees_it):
        response = get(item)
        etag = response["ETag"]
        body(response)
        assert get(item, **{"If-None-Match": etag}).status_code == 304
    assert get(item, **{"If-None-Match": etag}).status_code == 404


@pytest.mark.parametrize(
    ("held", "status"),
    [("{etag}", 304), ("W/{etag}", 304), ('"x", {etag}', 304), ("*", 304), ('"x"', 200), ("", 200)],
)
def test_what_the_browser_holds_is_not_sent_again(item: Item, held: str, status: int) -> None:
    etag = f'"{item.derivative(NAME).sha256}"'
    response = get(item, item.uploaded_by, **{"If-None-Match": held.format(etag=etag)})
    assert response.status_code == status
    assert (body(response) == b"") is (status == 304)
    assert response["ETag"] == etag


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [("bytes=0-9", 0, 9), ("bytes=10-", 10, None), ("bytes=-7", -7, None), ("bytes=0-", 0, None)],
)
def test_a_part(item: Item, asked: str, first: int, last: int | None) -> None:
    whole = content(item)
    wanted = whole[first : None if last is None else last + 1]
    response = get(item, item.uploaded_by, Range=asked)
    start = first % len(whole) if first < 0 else first
    end = start + len(wanted) - 1
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {start}-{end}/{len(whole)}"
    assert response["Content-Length"] == str(len(wanted))
    assert body(response) == wanted


def test_a_part_outside_the_file(item: Item) -> None:
    response = get(item, item.uploaded_by, Range="bytes=999999-")
    assert response.status_code == 416
    assert response["Content-Range"] == f"bytes */{len(content(item))}"
    assert body(response) == b""


@pytest.mark.parametrize("asked", ["bytes=0-1,3-4", "bytes=9-2", "pages=1"])
def test_a_part_that_is_not_understood_is_the_whole(item: Item, asked: str) -> None:
    response = get(item, item.uploaded_by, Range=asked)
    assert response.status_code == 200
    assert body(response) == content(item)


@pytest.mark.parametrize(("condition", "status"), [("{etag}", 206), ('"old"', 200)])
def test_a_part_of_something_else_is_the_whole(item: Item, condition: str, status: int) -> None:
    condition = condition.format(etag=f'"{item.derivative(NAME).sha256}"')
    response = get(item, item.uploaded_by, Range="bytes=0-3", **{"If-Range": condition})
    assert response.status_code == status
    body(response)


def test_the_head_alone(item: Item) -> None:
    client = Client()
    client.force_login(item.uploaded_by)
    response = client.head(item.url(NAME), headers={"Range": "bytes=0-3"})
    assert response.status_code == 200
    assert response["Content-Length"] == str(len(content(item)))
    assert response.content == b""
    assert Client().head(item.url(NAME)).status_code == 404


def test_the_original_is_a_download_under_its_own_name(item: Item) -> None:
    Item.objects.update(filename='nana "1972".jpg')
    response = get(item, item.uploaded_by, "original")
    assert body(response) == Path(item.original.file.path).read_bytes()
    assert response["Content-Disposition"].startswith("attachment; filename=")
    assert response["Cache-Control"] == PRIVATE
    assert "sandbox" in response["Content-Security-Policy"]
    Item.objects.update(filename="")
    response = get(item, item.uploaded_by, "original")
    assert item.ref in response["Content-Disposition"]
    body(response)


def test_a_refused_item_still_gives_its_sender_the_original() -> None:
    item = ItemFactory(refused=True)
    response = get(item, item.uploaded_by, "original")
    assert response.status_code == 200
    body(response)


def test_a_paper_can_be_read_in_the_browser() -> None:
    item = ItemFactory(document=True)
    response = get(item, item.uploaded_by, "paper.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert "sandbox" not in response["Content-Security-Policy"]
    body(response)
    response = get(item, item.uploaded_by, "original")
    assert "sandbox" in response["Content-Security-Policy"]
    body(response)


@pytest.mark.parametrize(("name", "folder"), [(NAME, "derivatives"), ("original", "originals")])
def test_nginx_takes_over(item: Item, settings: object, name: str, folder: str) -> None:
    settings.FILES_ACCEL = "nginx"
    response = get(item, item.uploaded_by, name)
    stored = item.original.file.name if name == "original" else item.derivative(NAME).file.name
    assert response["X-Accel-Redirect"] == f"/protected/{folder}/{stored}"
    assert response["Cache-Control"] == PRIVATE
    assert response["X-Content-Type-Options"] == "nosniff"
    assert body(response) == b""
    assert get(item, None, name).status_code == 404


def test_a_constant_number_of_questions(item: Item, django_assert_max_num_queries: object) -> None:
    client = Client()
    client.force_login(item.uploaded_by)
    with django_assert_max_num_queries(4):
        body(client.get(item.url(NAME)))


def test_the_highest_answer_wins(item: Item) -> None:
    stranger: User = UserFactory(student=True)
    answers = [Sight.NONE, Sight.PRIVATE, Sight.NONE]
    for answer in answers:
        register(lambda user, item, answer=answer: answer)
    assert sight(stranger, item) is Sight.PRIVATE
    assert sight(AnonymousUser(), item) is Sight.PRIVATE


def test_nobody_is_asked_once_it_is_public(item: Item) -> None:
    def never(user: Anybody, item: Item) -> Sight:
        raise AssertionError

    register(everybody_sees_it)
    register(never)
    assert sight(AnonymousUser(), item) is Sight.PUBLIC


def test_registering_twice_changes_nothing() -> None:
    assert register(everybody_sees_it) is everybody_sees_it
    register(everybody_sees_it)
    assert visibility._handlers == [everybody_sees_it]


def test_without_handlers_only_the_uploader_sees(item: Item) -> None:
    assert sight(item.uploaded_by, item) is Sight.PRIVATE
    assert sight(UserFactory(student=True), item) is Sight.NONE
    Item.objects.update(uploaded_by=None)
    item.refresh_from_db()
    assert sight(AnonymousUser(), item) is Sight.NONE


def test_staff_need_sight_as_well_as_the_school(item: Item) -> None:
    """A held story's file is not for every teacher of the school."""
    school: School = item.school
    teacher = UserFactory(teacher=True, school=school)
    assert not may_have_original(teacher, item)
    register(staff_see_it)
    assert may_have_original(teacher, item)
    assert not may_have_original(UserFactory(student=True, school=school), item)
