"""The list of places and the pins on the drawn map."""

import pytest

from stories.contribute.places import by_area, choices
from stories.models import Place


def place(name: str, area: str, latitude: float = 53.51, longitude: float = -2.217) -> Place:
    return Place(name=name, slug=name.lower(), area=area, latitude=latitude, longitude=longitude)


def test_places_stand_by_area_and_name() -> None:
    listed = by_area(
        choices([place("B", "Moston"), place("C", "Collyhurst"), place("A", "Moston")], [])
    )
    assert [(area, [c.place.name for c in of]) for area, of in listed] == [
        ("Collyhurst", ["C"]),
        ("Moston", ["A", "B"]),
    ]


def test_a_ticked_place_is_a_chosen_pin() -> None:
    (chosen,) = choices([place("Mill", "Moston")], ["mill"])
    pin = chosen.pin()
    assert (pin.key, pin.label, pin.selected) == ("mill", "Mill", True)
    assert pin.x == pytest.approx(500)
    assert pin.y == pytest.approx(500)
