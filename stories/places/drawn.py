"""The drawn map: where on it a place stands. It is a sketch, a thousand units wide and high."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import cos, hypot, radians

from stories.models import Place

WEST, NORTH = -2.262, 53.538
"""The north-west corner of the drawn map, in WGS84 degrees."""
WIDE, HIGH = 0.090, 0.056
"""How far the drawn map reaches east and south, in degrees."""
SIDE = 1000
"""The width and the height of the drawn map, in its units."""
VIEW = 420
"""How much of the drawn map is shown around one place, in its units."""
KILOMETRES_IN_A_DEGREE = 111.2


@dataclass(frozen=True)
class Pin:
    """A place on the drawn map. ``guessed`` is one whose coordinates nobody has looked up."""

    x: float
    y: float
    label: str
    url: str
    key: str
    selected: bool = False
    guessed: bool = False


def pin(place: Place, *, selected: bool = False, url: str | None = None) -> Pin:
    """Leads to the place's public page, unless another address is named."""
    x, y = where(place)
    address = place.get_absolute_url() if url is None else url
    return Pin(x, y, place.name, address, place.slug, selected)


def staff_pin(place: Place, *, url: str = "") -> Pin:
    """The same for whoever looks after places, with what is only estimated marked as such."""
    x, y = where(place)
    guessed = place.basis == Place.Basis.ESTIMATE
    label = f"{place.name} (only estimated)" if guessed else place.name
    return Pin(x, y, label, url, place.slug, guessed=guessed)


def where(place: Place) -> tuple[float, float]:
    """How far right and down on the map, in its units; outside 0 to 1000 it is off the map."""
    x = round((place.longitude - WEST) / WIDE * SIDE, 1)
    y = round((NORTH - place.latitude) / HIGH * SIDE, 1)
    return x, y


def on_the_map(pins: Iterable[Pin]) -> list[Pin]:
    """Those that the drawn map reaches."""
    return [pin for pin in pins if 0 <= pin.x <= SIDE and 0 <= pin.y <= SIDE]


def drawn(places: Iterable[Place], draw: Callable[[Place], Pin]) -> list[Pin]:
    """A pin for each of the places that the map reaches."""
    return on_the_map(draw(place) for place in places)


def view_around(place: Place) -> str:
    """The part of the drawn map around a place, as the map component wants it: "x y w h"."""
    x, y = where(place)
    left = min(max(x - VIEW / 2, 0), SIDE - VIEW)
    top = min(max(y - VIEW / 2, 0), SIDE - VIEW)
    return f"{left:.0f} {top:.0f} {VIEW} {VIEW}"


def kilometres(one: Place, other: Place) -> float:
    """As the crow flies, on a plane that is good enough within one town."""
    north = (one.latitude - other.latitude) * KILOMETRES_IN_A_DEGREE
    east = (one.longitude - other.longitude) * KILOMETRES_IN_A_DEGREE
    return hypot(north, east * cos(radians(one.latitude)))
