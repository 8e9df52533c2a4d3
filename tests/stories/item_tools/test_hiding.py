"""The page where boxes are drawn over faces: who gets in, and what it keeps."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.test import Client
from django.urls import reverse

from media.hiding import hide_areas
from media.models import Item, Job, Status
from media.recipes.hiding import Area
from stories.models import Story, StoryPart
from tests.factories import ItemFactory
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db

FACE = Area(0.1, 0.2, 0.3, 0.4)
NUMBERS = {"left": "10.0", "top": "20.0", "width": "30.0", "height": "40.0"}


class Fields(HTMLParser):
    """What a browser without a script sends back, before anything is typed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self.inside = False
        self.is_blank = False
        self.feed(page)

    def handle_starttag(self, tag: str, pairs: list[tuple[str, str | None]]) -> None:
        given = dict(pairs)
        if tag == "form":
            self.inside = "data-hide" in given
        self.is_blank = self.is_blank or tag == "template"
        name = given.get("name")
        is_ticked = given.get("type") == "checkbox"
        if self.inside and not self.is_blank and tag == "input" and name and not is_ticked:
            self.sent[name] = given.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self.is_blank = False
        if tag == "form":
            self.inside = False


def with_picture(story: Story, **traits: Any) -> Item:
    """A picture in this memory."""
    item: Item = ItemFactory(uploaded_by=story.author, school=story.school, **traits)
    Job.objects.create(item=item)
    StoryPart.objects.create(story=story, kind="item", item=item, sort_order=9)
    return item


@pytest.fixture
def item(cast: Cast) -> Item:
    return with_picture(cast.memory("draft"))


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast["author"])
    return client


def at_desk(item: Item) -> str:
    return reverse("desk_item_hide", args=[item.ref])


def in_admin(item: Item) -> str:
    return reverse("admin_item_hide", args=[item.ref])


def drawn(client: Client, address: str, box: int = 0, **changes: str) -> Any:
    """Open the page, fill in one box, and send everything, as without a script."""
    sent = Fields(client.get(address).content.decode()).sent
    numbers = {f"box-{box}-{name}": value for name, value in NUMBERS.items()}
    return client.post(address, sent | numbers | changes)


def test_addresses() -> None:
    assert reverse("desk_item_hide", args=["abc"]) == "/desk/items/abc/hide/"
    assert reverse("admin_item_hide", args=["abc"]) == "/admin/items/abc/hide/"


STAFF = {"teacher", "colleague", "lead"}
LET_IN = [
    ("draft", STAFF | {"author"}),
    ("submitted", STAFF | {"author"}),
    ("taken_up", STAFF),
    ("changes_requested", STAFF | {"author"}),
    ("published", STAFF),
    ("withdrawn", STAFF),
    ("sealed", {"lead"}),
    ("held_submitted", {"lead"}),
]
EVERYBODY = (
    *("author", "classmate", "relative", "neighbour", "teacher", "colleague"),
    *("stranger", "lead", "other lead", "administrator"),
)


@pytest.mark.parametrize(("state", "let_in"), LET_IN)
def test_who_gets_in(client: Client, cast: Cast, state: str, let_in: set[str]) -> None:
    """Whoever may write or review the memory; everybody else gets the same 404."""
    item = with_picture(cast.memory(state))
    answers = {}
    for role in EVERYBODY:
        client.force_login(cast[role])
        answers[role] = client.get(at_desk(item)).status_code
    assert answers == {role: 200 if role in let_in else 404 for role in EVERYBODY}


@pytest.mark.parametrize("role", ["classmate", "relative", "neighbour", "stranger", "other lead"])
def test_nobody_else_hides_or_brings_back(
    client: Client, cast: Cast, item: Item, role: str
) -> None:
    hide_areas(item, [FACE], by=cast["author"])
    Item.objects.filter(pk=item.pk).update(status=Status.READY)
    client.force_login(cast[role])
    sent = {"box-TOTAL_FORMS": "0", "box-INITIAL_FORMS": "0", "edition": ""}
    for address in (at_desk(item), in_admin(item)):
        assert client.post(address, sent).status_code in (302, 404)
    assert item.hidden_areas.count() == 1


def test_a_wrong_ref_is_the_same_answer(client: Client, cast: Cast, item: Item) -> None:
    client.force_login(cast["classmate"])
    wrong = client.get("/desk/items/aaaaaaaaaa/hide/")
    others = client.get(at_desk(item))
    assert (wrong.status_code, others.status_code) == (404, 404)
    assert wrong.content.replace(b"aaaaaaaaaa", b"") == others.content.replace(
        item.ref.encode(), b""
    )


def test_a_visitor_signs_in_first(client: Client, item: Item) -> None:
    for address in (at_desk(item), in_admin(item)):
        answer = client.get(address)
        assert answer.status_code == 302
        assert "sign-in" in answer["Location"] or "login" in answer["Location"]


def test_the_staff_room_lets_no_student_in(client: Client, cast: Cast, item: Item) -> None:
    client.force_login(cast["author"])
    assert client.get(in_admin(item)).status_code in (302, 403)


@pytest.mark.parametrize("kind", ["audio", "video", "document"])
def test_only_pictures_have_this_page(desk: Client, cast: Cast, kind: str) -> None:
    other = with_picture(cast.memory("draft"), **{kind: True})
    assert desk.get(at_desk(other)).status_code == 404


def test_a_box_is_hidden_without_a_script(desk: Client, item: Item, cast: Cast) -> None:
    answer = drawn(desk, at_desk(item))
    assert (answer.status_code, answer["Location"]) == (302, at_desk(item))
    assert [hidden.area for hidden in item.hidden_areas.all()] == [FACE]
    assert item.hidden_areas.get().hidden_by == cast["author"]
    item.refresh_from_db()
    assert item.status == Status.WAITING
    page = desk.get(at_desk(item)).content.decode()
    assert "Nobody sees it until that is done" in page
    assert "/files/" not in page


def test_a_box_is_taken_away_without_a_script(desk: Client, item: Item, cast: Cast) -> None:
    hide_areas(item, [FACE], by=cast["author"])
    Item.objects.filter(pk=item.pk).update(status=Status.READY)
    sent = Fields(desk.get(at_desk(item)).content.decode()).sent
    desk.post(at_desk(item), sent | {"box-0-DELETE": "on"})
    assert not item.hidden_areas.exists()


def test_an_untouched_page_changes_nothing(desk: Client, item: Item, cast: Cast) -> None:
    hide_areas(item, [FACE], by=cast["author"])
    Item.objects.filter(pk=item.pk).update(status=Status.READY)
    sent = Fields(desk.get(at_desk(item)).content.decode()).sent
    answer = desk.post(at_desk(item), sent)
    assert "Nothing has changed." in [str(said) for said in get_messages(answer.wsgi_request)]
    item.refresh_from_db()
    assert item.is_ready


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"box-0-width": ""}, "A box needs all four numbers."),
        ({"box-0-left": "101"}, "Use a number from 0 to 100."),
        ({"box-0-left": "-1"}, "Use a number from 0 to 100."),
        ({"box-0-left": "lots"}, "Use a number from 0 to 100."),
        ({"box-0-left": "nan"}, "Use a number from 0 to 100."),
        ({"box-0-width": "0"}, "This box is outside of the picture, or it has no size."),
        ({"box-0-left": "100"}, "This box is outside of the picture, or it has no size."),
    ],
)
def test_a_box_that_makes_no_sense_is_sent_back(
    desk: Client, item: Item, changes: dict[str, str], said: str
) -> None:
    answer = drawn(desk, at_desk(item), **changes)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not item.hidden_areas.exists()
    item.refresh_from_db()
    assert item.is_ready


def test_a_form_without_its_count_is_sent_back(desk: Client, item: Item) -> None:
    assert desk.post(at_desk(item), {}).status_code == 422


def test_boxes_of_somebody_else_are_not_undone(desk: Client, item: Item, cast: Cast) -> None:
    sent = Fields(desk.get(at_desk(item)).content.decode()).sent
    hide_areas(item, [FACE], by=cast["teacher"])
    Item.objects.filter(pk=item.pk).update(status=Status.READY)
    answer = desk.post(at_desk(item), sent)
    assert answer.status_code == 409
    assert "Somebody else changed the boxes" in answer.content.decode()
    assert item.hidden_areas.count() == 1


def test_while_it_is_being_made_nothing_is_kept(desk: Client, item: Item, cast: Cast) -> None:
    sent = Fields(desk.get(at_desk(item)).content.decode()).sent
    hide_areas(item, [FACE], by=cast["author"])
    assert desk.post(at_desk(item), sent).status_code == 200
    assert item.hidden_areas.count() == 1


def test_a_refused_picture_says_why(desk: Client, cast: Cast) -> None:
    refused = with_picture(cast.memory("draft"), refused=True)
    page = desk.get(at_desk(refused)).content.decode()
    assert refused.refusal in page.replace("&#x27;", "'")
    assert "data-hide" not in page


def test_a_teacher_hides_in_the_staff_room(client: Client, cast: Cast) -> None:
    item = with_picture(cast.memory("submitted"))
    client.force_login(cast["teacher"])
    assert drawn(client, in_admin(item)).status_code == 302
    assert item.hidden_areas.get().hidden_by == cast["teacher"]


def test_the_review_and_the_desk_lead_here(client: Client, cast: Cast) -> None:
    story = cast.memory("changes_requested")
    item = with_picture(story)
    client.force_login(cast["author"])
    desk = client.get(reverse("desk_story", args=[story.ref])).content.decode()
    assert f'href="{at_desk(item)}"' in desk
    assert reverse("desk_story", args=[story.ref]) in client.get(at_desk(item)).content.decode()
    client.force_login(cast["teacher"])
    review = reverse("moderation:review", args=[story.ref])
    assert f'href="{in_admin(item)}?memory={story.ref}"' in client.get(review).content.decode()
    assert review in client.get(in_admin(item)).content.decode()


def test_a_teacher_sets_what_stays_in_sight(client: Client, cast: Cast) -> None:
    item = with_picture(cast.memory("submitted"))
    address = reverse("admin_item_focal", args=[item.ref])
    client.force_login(cast["teacher"])
    assert client.post(address, {"across": "30", "down": "70"}).status_code == 302
    item.refresh_from_db()
    assert (item.focal_x, item.focal_y, item.is_ready) == (0.3, 0.7, True)
    client.post(address, {"across": "300", "down": "70"})
    item.refresh_from_db()
    assert item.focal_x == 0.3
    client.post(address, {"across": "30", "down": "70", "clear": "1"})
    item.refresh_from_db()
    assert item.focal is None


@pytest.mark.parametrize("role", ["author", "classmate", "stranger", "other lead"])
def test_nobody_else_sets_it(client: Client, cast: Cast, role: str) -> None:
    item = with_picture(cast.memory("submitted"))
    client.force_login(cast[role])
    address = reverse("admin_item_focal", args=[item.ref])
    assert client.post(address, {"across": "30", "down": "70"}).status_code in (302, 403, 404)
    item.refresh_from_db()
    assert item.focal is None


SMALLER = {"box-0-width": "1"}
LARGER = {"box-0-left": "0", "box-0-top": "0", "box-0-width": "100", "box-0-height": "100"}
AWAY = {"box-0-DELETE": "on"}


@pytest.mark.parametrize("state", ["submitted", "published"])
@pytest.mark.parametrize("role", ["teacher", "lead"])
@pytest.mark.parametrize(("changes", "uncovers"), [(SMALLER, True), (AWAY, True), (LARGER, False)])
def test_on_the_web_only_the_lead_uncovers(  # noqa: PLR0917
    client: Client, cast: Cast, state: str, role: str, changes: dict[str, str], uncovers: bool
) -> None:
    """A second adult agreed to a picture with its boxes, so one teacher takes none away."""
    item = with_picture(cast.memory(state))
    hide_areas(item, [FACE], by=cast["colleague"])
    Item.objects.filter(pk=item.pk).update(status=Status.READY)
    client.force_login(cast[role])
    sent = Fields(client.get(in_admin(item)).content.decode()).sent
    answer = client.post(in_admin(item), sent | changes)
    refused = uncovers and state == "published" and role == "teacher"
    assert answer.status_code == (403 if refused else 302)
    assert ("ask the safeguarding lead" in answer.content.decode()) is refused
    kept = [hidden.area for hidden in item.hidden_areas.all()] == [FACE]
    assert kept is refused
