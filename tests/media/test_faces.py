"""A computer says where a face may be: it looks in a child, and it has to be about right."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from media import faces
from media.children import Limits
from media.models import Item
from media.recipes import confined
from media.recipes import faces as recipe
from media.recipes.hiding import Area
from media.refusals import Refused
from tests.factories import ItemFactory
from tests.media.drawn_faces import FACES, two_people
from tests.media.samples import cornered


@pytest.fixture
def people(tmp_path: Path) -> Path:
    return two_people(tmp_path / "people.jpg")


def are(found: list[Area], meant: tuple[Area, ...] = FACES) -> bool:
    """Whether there is one box for each, and about as large."""
    pairs = list(zip(found, meant, strict=False))
    return len(found) == len(meant) and all(
        area.is_over(face) and face.is_over(area) and 0.6 < area.width / face.width < 1.6
        for area, face in pairs
    )


def test_each_face_has_one_box(people: Path) -> None:
    assert are(recipe.seen(people))


def test_the_work_is_done_in_a_child(people: Path) -> None:
    assert are(confined.faces(people))


def test_where_there_is_nobody_there_is_no_box(tmp_path: Path) -> None:
    path = tmp_path / "nobody.jpg"
    cornered().save(path)
    assert recipe.seen(path) == []


@pytest.mark.parametrize("size", [(1, 1), (10, 800)])
def test_what_is_too_small_for_a_face(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "small.jpg"
    Image.new("RGB", size).save(path)
    assert recipe.seen(path) == []


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    with pytest.raises(Refused, match="broken"):
        confined.faces(path)


def test_whoever_waits_does_not_wait_for_ever(
    people: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(confined, "LOOK_LIMITS", Limits(wall=0.001))
    with pytest.raises(Refused, match="too_hard"):
        confined.faces(people)


@pytest.mark.parametrize(
    ("box", "is_over"),
    [
        (Area(0.2, 0.2, 0.2, 0.2), True),
        (Area(0.1, 0.1, 0.1, 0.1), False),
        (Area(0.5, 0.2, 0.2, 0.2), False),
        (Area(0.2, 0.5, 0.2, 0.2), False),
        (Area(0.0, 0.0, 1.0, 1.0), False),
    ],
)
def test_a_box_is_over_another_that_has_its_middle_in_it(box: Area, is_over: bool) -> None:
    assert Area(0.2, 0.2, 0.25, 0.25).is_over(box) is is_over


@pytest.mark.django_db
def test_the_picture_is_looked_at_as_it_is_shown() -> None:
    """What is hidden already is no face any more, so the original is not needed for it."""
    assert faces.proposed(ItemFactory()) == []


@pytest.mark.django_db
@pytest.mark.parametrize("error", [Refused("too_hard"), confined.ChildFailed("no such package")])
def test_a_computer_that_cannot_look_says_so(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path) -> list[Area]:
        raise error

    monkeypatch.setattr(confined, "faces", fail)
    with pytest.raises(faces.NotSeen):
        faces.proposed(ItemFactory())


@pytest.mark.django_db
def test_a_picture_that_is_not_ready_is_not_looked_at() -> None:
    item: Item = ItemFactory(waiting=True)
    with pytest.raises(faces.NotSeen):
        faces.proposed(item)
