"""A child's public name says a first name or a pen name, in whatever form it is typed."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from families.models import Person
from families.models.people import words_of
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db

SHOWN: list[tuple[str, str, bool]] = [
    ("Nell Byrne", "Nell", False),
    ("Nell Byrne", "Starling", False),
    ("Nell Byrne", "Nell B", False),
    ("Nell Byrne", "Nell B.", False),
    ("Nell", "Nell", False),
    ("", "Nell", False),
    ("Leeanne Lee", "Leeanne", False),
    ("Nell Byrne", "Nell Byrne", True),
    ("Nell Byrne", "nell byrne", True),
    ("Nell Byrne", "Nell BYRNE", True),
    ("Nell Byrne", "NellByrne", True),
    ("Nell Byrne", "Nell.Byrne", True),
    ("Nell Byrne", "nell-byrne", True),
    ("Nell Byrne", "nell_byrne07", True),
    ("Nell Byrne", "Byrne", True),
    ("Nell Byrne-Khan", "Nell Khan", True),
    ("Nell Byrne-Khan", "Nell Byrne-Khan", True),
    ("Nell O'Neill", "Nell O’Neill", True),
    ("Nell O’Neill", "Nell ONeill", True),
    ("José Muñoz", "Jose Munoz", True),
    ("Nell Mary Byrne", "Nell Mary", True),
    ("Nell Lee", "Nell Lee", True),
]


@pytest.mark.parametrize(("name", "public_name", "shows"), SHOWN)
def test_a_childs_surname(name: str, public_name: str, shows: bool) -> None:
    child = Person(name=name, public_name=public_name, is_child=True)
    assert child.shows_surname == shows
    if shows:
        with pytest.raises(ValidationError, match="Leave the surname out"):
            child.clean()
    else:
        child.clean()


def test_a_grown_up_may_show_the_whole_name() -> None:
    Person(name="Nell Byrne", public_name="Nell Byrne").clean()


def test_a_person_is_called_by_the_public_name() -> None:
    assert str(PersonFactory(name="Nell Byrne", public_name="Nell")) == "Nell"


def test_words_of_a_name() -> None:
    assert words_of("Zoë Müller-O’Neill") == ["zoe", "muller", "oneill"]
