"""A computer proposes boxes on the page where they are drawn, and only a person hides anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from media import faces
from media.hiding import MOST, hide_areas
from media.models import Item, Status
from media.recipes.hiding import Area
from tests.stories.cast import Cast
from tests.stories.item_tools.test_hiding import (
    FACE,
    NUMBERS,
    Fields,
    at_desk,
    in_admin,
    with_picture,
)

pytestmark = pytest.mark.django_db

OTHER = Area(0.6, 0.5, 0.1, 0.2)
OTHER_NUMBERS = {"left": "60.0", "top": "50.0", "width": "10.0", "height": "20.0"}
Seen = Callable[..., None]


@pytest.fixture
def item(cast: Cast) -> Item:
    return with_picture(cast.memory("draft"))


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast["author"])
    return client


@pytest.fixture
def sees(monkeypatch: pytest.MonkeyPatch) -> Seen:
    """Let the computer see these, or fail."""

    def let(*found: Area, fails: bool = False) -> None:
        def proposed(item: Item) -> list[Area]:
            if fails:
                raise faces.NotSeen
            return list(found)

        monkeypatch.setattr(faces, "proposed", proposed)

    return let


def look(client: Client, address: str, **changes: str) -> Any:
    """Press the button that lets the computer look, on the page as it is."""
    sent = Fields(client.get(address).content.decode()).sent
    return client.post(address, sent | changes | {"do": "look"})


def boxes(page: Any) -> list[dict[str, str]]:
    """The numbers of every box on the page that has any."""
    sent = Fields(page.content.decode()).sent
    rows = [
        {name: sent[f"box-{row}-{name}"] for name in NUMBERS}
        for row in range(int(sent["box-TOTAL_FORMS"]))
    ]
    return [row for row in rows if any(row.values())]


def test_what_the_computer_sees_is_only_proposed(desk: Client, item: Item, sees: Seen) -> None:
    sees(FACE, OTHER)
    answer = look(desk, at_desk(item))
    assert answer.status_code == 200
    assert "Nothing new is hidden yet. It makes mistakes." in answer.content.decode()
    assert boxes(answer) == [NUMBERS, OTHER_NUMBERS]
    assert not item.hidden_areas.exists()
    item.refresh_from_db()
    assert item.is_ready


def test_a_person_takes_one_away_and_hides_the_other(
    desk: Client, item: Item, sees: Seen, cast: Cast
) -> None:
    sees(FACE, OTHER)
    proposed = Fields(look(desk, at_desk(item)).content.decode()).sent
    desk.post(at_desk(item), proposed | {"box-0-DELETE": "on"})
    assert [hidden.area for hidden in item.hidden_areas.all()] == [OTHER]
    assert item.hidden_areas.get().hidden_by == cast["author"]


def test_boxes_that_were_drawn_stay_and_are_not_doubled(
    desk: Client, item: Item, sees: Seen
) -> None:
    sees(FACE, OTHER)
    drawn = {f"box-0-{name}": number for name, number in NUMBERS.items()}
    assert boxes(look(desk, at_desk(item), **drawn)) == [NUMBERS, OTHER_NUMBERS]


def test_the_enter_key_hides_and_does_not_look(desk: Client, item: Item) -> None:
    """A browser presses the first button of the form for whoever presses Enter in a field."""
    page = desk.get(at_desk(item)).content.decode()
    form = page[page.index("data-hide>") : page.index('value="look"')]
    assert "<button " in form
    assert 'class="hide__enter"' in form


def test_where_no_other_face_is_seen_it_says_so(desk: Client, item: Item, sees: Seen) -> None:
    sees()
    answer = look(desk, at_desk(item))
    assert "sees no other face" in answer.content.decode()
    assert boxes(answer) == []


def test_a_computer_that_cannot_look_loses_no_box(desk: Client, item: Item, sees: Seen) -> None:
    sees(fails=True)
    drawn = {f"box-0-{name}": number for name, number in NUMBERS.items()}
    answer = look(desk, at_desk(item), **drawn)
    assert "The computer could not look. Nothing is lost." in answer.content.decode()
    assert boxes(answer) == [NUMBERS]


def test_a_box_that_makes_no_sense_is_told_first(desk: Client, item: Item, sees: Seen) -> None:
    sees(FACE)
    answer = look(desk, at_desk(item), **{"box-0-left": "lots"})
    assert answer.status_code == 422


def test_a_crowd_is_cut_short(desk: Client, item: Item, sees: Seen) -> None:
    sees(*(Area(number / 50, 0.1, 0.01, 0.01) for number in range(40)))
    assert len(boxes(look(desk, at_desk(item)))) == MOST


def test_boxes_of_somebody_else_are_not_undone_by_looking(
    desk: Client, item: Item, sees: Seen, cast: Cast
) -> None:
    """The page goes on from what was on the screen, and says so once it is sent."""
    sees(OTHER)
    sent = Fields(desk.get(at_desk(item)).content.decode()).sent
    hide_areas(item, [FACE], by=cast["teacher"])
    Item.objects.filter(pk=item.pk).update(status=Status.READY)
    proposed = desk.post(at_desk(item), sent | {"do": "look"})
    answer = desk.post(at_desk(item), Fields(proposed.content.decode()).sent)
    assert answer.status_code == 409
    assert [hidden.area for hidden in item.hidden_areas.all()] == [FACE]


@pytest.mark.parametrize("role", ["classmate", "relative", "neighbour", "stranger", "other lead"])
def test_nobody_else_lets_it_look(
    client: Client, cast: Cast, item: Item, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces, "proposed", lambda item: pytest.fail("It was looked at."))
    client.force_login(cast[role])
    sent = {"box-TOTAL_FORMS": "0", "box-INITIAL_FORMS": "0", "edition": "", "do": "look"}
    for address in (at_desk(item), in_admin(item)):
        assert client.post(address, sent).status_code in (302, 403, 404)


def test_a_teacher_lets_it_look_in_the_staff_room(client: Client, cast: Cast, sees: Seen) -> None:
    sees(FACE)
    item = with_picture(cast.memory("submitted"))
    client.force_login(cast["teacher"])
    assert boxes(look(client, in_admin(item))) == [NUMBERS]
