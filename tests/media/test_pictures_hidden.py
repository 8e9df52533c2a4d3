"""What is in a box is a few plain blocks, in every byte that the door gives out."""

from __future__ import annotations

import base64
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import File
from django.test import Client
from PIL import Image, ImageChops, ImageStat

from families.models import User
from media import focal, hiding
from media.hiding import Overtaken, hide_areas
from media.models import HiddenArea, Item, Job, Picture, Status
from media.models.states import JobState
from media.processing import process
from media.recipes import pictures, pixels
from media.recipes.hiding import Area, Hiding
from media.sniff import sniff
from tests.factories import ItemFactory, UserFactory
from tests.media import picture_samples, samples
from tests.media.answers import body
from tests.media.conftest import Add

FACE = Area(0.25, 0.2, 0.3, 0.4)
MIDDLE = Area(0.3, 0.25, 0.2, 0.3)


def roughness(picture: Image.Image, area: Area) -> float:
    """How much of an area is lost when it is drawn with a few blocks: 0 where it was so before."""
    box = (
        int(area.left * picture.width) + 1,
        int(area.top * picture.height) + 1,
        int((area.left + area.width) * picture.width) - 1,
        int((area.top + area.height) * picture.height) - 1,
    )
    grey = picture.convert("L").crop(box)
    edges = ImageChops.difference(grey, ImageChops.offset(grey, 1, 0)).crop(
        (1, 0, grey.width, grey.height)
    )
    return ImageStat.Stat(edges).mean[0]


def noise(path: Path, **options: object) -> Path:
    picture_samples.face().save(path, **options)
    return path


@pytest.mark.parametrize("ending", ["jpg", "png", "heic", "webp"])
def test_every_size_is_coarse_there_and_fine_elsewhere(tmp_path: Path, ending: str) -> None:
    source = noise(tmp_path / f"face.{ending}", quality=95)
    outcome = pictures.make(
        source, sniff(source), tmp_path, lambda percent: None, Hiding(areas=(FACE,))
    )
    for made in outcome.made:
        with Image.open(tmp_path / made.name) as opened:
            assert roughness(opened, FACE) < 4, made.name
            assert roughness(opened, Area(0.65, 0.2, 0.3, 0.4)) > 8, made.name


def test_the_blocks_are_few() -> None:
    """As many as a person is known by would be twice as many."""
    coarse = pixels.pixelated(picture_samples.face((600, 600)), [Area(0.2, 0.2, 0.5, 0.5)])
    left, top, right, bottom = pixels.around(Area(0.2, 0.2, 0.5, 0.5), (600, 600))
    colours = coarse.crop((left, top, right, bottom)).getcolors(maxcolors=1000)
    assert colours is not None
    assert len(colours) <= pixels.BLOCKS**2 == 36


def test_blocks_say_nothing_of_the_order_of_pixels() -> None:
    """Two faces with the same means become the same blocks, so neither can be worked out."""
    face = picture_samples.face((60, 60))
    rows = [face.crop((0, y, 60, y + 1)) for y in range(60)]
    other = Image.new("RGB", (60, 60))
    for y, row in enumerate(rows):
        block = y // 10
        other.paste(row, (0, block * 10 + 9 - y % 10))
    whole = [Area(0, 0, 1, 1)]
    assert pixels.pixelated(face, whole).tobytes() == pixels.pixelated(other, whole).tobytes()
    assert face.tobytes() != other.tobytes()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_boxes_are_meant_for_the_upright_picture(tmp_path: Path, orientation: int) -> None:
    source = samples.photo(tmp_path / "photo.jpg", orientation)
    hidden = Hiding(areas=(Area(0.5, 0, 0.5, 0.5),))
    pictures.make(source, sniff(source), tmp_path, lambda percent: None, hidden)
    with Image.open(tmp_path / "w480.jpg") as opened:
        corners = [opened.getpixel(at) for at in ((2, 2), (470, 2), (2, 290), (470, 290))]
    plain = [(254, 0, 0), (0, 255, 0), (0, 0, 254), (255, 255, 0)]
    same = [
        sum(abs(a - b) for a, b in zip(*pair, strict=True)) < 60
        for pair in zip(corners, plain, strict=True)
    ]
    assert same == [True, same[1], True, True]
    with Image.open(tmp_path / "w480.jpg") as opened:
        # The edge of the green corner is blurred into its block; that of the red one is sharp.
        assert roughness(opened, Area(0.55, 0.05, 0.4, 0.4)) < roughness(
            opened, Area(0.05, 0.05, 0.4, 0.4)
        )


@pytest.mark.parametrize(
    "area",
    [
        Area(0, 0, 1, 1),
        Area(-0.5, -0.5, 0.6, 0.6),
        Area(0.99, 0.99, 0.5, 0.5),
        Area(0.5, 0.5, 0.0001, 0.0001),
    ],
)
def test_a_box_at_any_edge_stays_in_the_picture(area: Area) -> None:
    for size in ((600, 400), (1, 1), (3, 200)):
        left, top, right, bottom = pixels.around(area, size)
        assert 0 <= left < right <= size[0]
        assert 0 <= top < bottom <= size[1]
        pixels.pixelated(Image.new("RGB", size), [area])


def test_the_blur_for_waiting_does_not_have_it_either(tmp_path: Path) -> None:
    source = tmp_path / "spot.png"
    spot = Image.new("RGB", (400, 400), "white")
    spot.paste("black", (190, 190, 210, 210))
    spot.save(source)
    clear = pictures.make(source, sniff(source), tmp_path, lambda percent: None)
    hidden = pictures.make(
        source, sniff(source), tmp_path, lambda percent: None, Hiding(areas=(Area(0, 0, 1, 1),))
    )
    darkest = [_darkest(outcome.placeholder) for outcome in (clear, hidden)]
    assert darkest[0] < darkest[1] - 20


def _darkest(uri: str) -> int:
    data = base64.b64decode(uri.partition(",")[2])
    with Image.open(BytesIO(data)) as opened:
        return int(opened.convert("L").getextrema()[0])


@pytest.fixture
def student(db: None) -> User:
    made: User = UserFactory(student=True)
    return made


@pytest.fixture
def item(student: User, added: Add, made: Callable[..., Path]) -> Item:
    return added(made("noise.jpg", noise, quality=95), student)


def fetched(client: Client, item: Item, name: str) -> tuple[int, Image.Image | None]:
    answer = client.get(item.url(name))
    if answer.status_code != 200:
        return answer.status_code, None
    return 200, Image.open(BytesIO(body(answer)))


def test_nothing_is_served_until_it_is_hidden_and_then_only_blocks(
    client: Client, item: Item, student: User
) -> None:
    client.force_login(student)
    names = list(item.derivatives.values_list("name", flat=True))
    assert len(names) == 8
    assert hide_areas(item, [FACE], by=student)
    assert {fetched(client, item, name)[0] for name in names} == {404}
    item.refresh_from_db()
    assert (item.placeholder, item.colour) == ("", "")
    process(item)
    for name in names:
        status, picture = fetched(client, item, name)
        assert status == 200
        assert picture is not None
        assert roughness(picture, FACE) < 4, name


def test_taking_the_boxes_away_brings_it_back(client: Client, item: Item, student: User) -> None:
    hide_areas(item, [FACE], by=student)
    process(item)
    hide_areas(item, [], by=student)
    process(item)
    client.force_login(student)
    _, picture = fetched(client, item, "w960.jpg")
    assert picture is not None
    assert roughness(picture, FACE) > 8


def test_the_boxes_become_all_there_are(item: Item, student: User) -> None:
    hide_areas(item, [FACE, MIDDLE], by=student)
    assert hide_areas(item, [MIDDLE], by=student)
    assert [hidden.area for hidden in item.hidden_areas.all()] == [MIDDLE]
    assert HiddenArea.objects.get().hidden_by == student


def test_the_same_boxes_change_nothing(item: Item, student: User) -> None:
    hide_areas(item, [FACE], by=student)
    process(item)
    assert not hide_areas(item, [FACE], by=student)
    item.refresh_from_db()
    assert item.status == Status.READY


def test_a_run_that_began_before_is_not_brought_into_use(item: Item, student: User) -> None:
    Job.objects.filter(item=item).update(state=JobState.RUNNING, claim="of-before")
    hide_areas(item, [FACE], by=student)
    job = Job.objects.get(item=item)
    assert (job.state, job.claim, job.attempts) == (JobState.WAITING, "", 0)


def test_boxes_drawn_on_an_older_set_are_not_kept(item: Item, student: User) -> None:
    seen = hiding.edition(item)
    hide_areas(item, [FACE], by=student, seen=seen)
    with pytest.raises(Overtaken):
        hide_areas(item, [], by=student, seen=seen)
    assert item.hidden_areas.count() == 1


@pytest.mark.parametrize(
    "area", [Area(1.2, 0, 0.1, 0.1), Area(0, 0, 0, 0.5), Area(0.5, 0.5, -0.2, 0.2)]
)
def test_a_box_outside_is_an_error(item: Item, student: User, area: Area) -> None:
    with pytest.raises(ValueError, match="outside"):
        hide_areas(item, [area], by=student)
    item.refresh_from_db()
    assert item.is_ready


@pytest.mark.parametrize("traits", [{"audio": True}, {"document": True}, {"refused": True}])
def test_only_a_picture_has_faces_to_hide(db: None, student: User, traits: dict[str, bool]) -> None:
    other: Item = ItemFactory(**traits)
    with pytest.raises(ValueError, match="picture"):
        hide_areas(other, [FACE], by=student)
    assert not HiddenArea.objects.exists()


def test_too_many_boxes_are_an_error(item: Item, student: User) -> None:
    many = [Area(0.01 * number, 0, 0.005, 0.1) for number in range(hiding.MOST + 1)]
    with pytest.raises(ValueError, match="up to 30"):
        hide_areas(item, many, by=student)


@pytest.fixture
def in_library(db: None, made: Callable[..., Path]) -> Picture:
    """A picture that a teacher put into Wagtail's library."""
    with made("noise.jpg", noise, quality=95).open("rb") as file:
        picture: Picture = Picture.objects.create(
            title="A face",
            file=File(file, name="face.jpg"),
            uploaded_by_user=UserFactory(teacher=True),
        )
    return picture


def test_what_wagtail_cut_before_goes_too(
    client: Client,
    in_library: Picture,
    django_capture_on_commit_callbacks: Callable[..., object],
) -> None:
    picture, teacher = in_library, in_library.uploaded_by_user
    cut = picture.get_rendition("width-300")
    assert picture.item is not None
    client.force_login(teacher)
    shown = client.get(cut.url)
    assert shown.status_code == 200
    body(shown)
    stored, place = cut.file.storage, cut.file.name
    with django_capture_on_commit_callbacks(execute=True):
        hide_areas(picture.item, [FACE], by=teacher)
    assert client.get(cut.url).status_code == 404
    assert not stored.exists(place)
    process(picture.item)
    picture.refresh_from_db()
    with picture.get_rendition("width-300").file.open("rb") as file, Image.open(file) as opened:
        assert roughness(opened, FACE) < 4


def test_a_cut_made_meanwhile_is_not_kept(in_library: Picture) -> None:
    """Wagtail may cut from the old file while the new one is still being made."""
    picture, teacher = in_library, in_library.uploaded_by_user
    assert picture.item is not None
    hide_areas(picture.item, [FACE], by=teacher)
    picture.get_rendition("width-200")
    process(picture.item)
    assert not picture.renditions.exists()


def test_a_point_that_stays_in_sight(item: Item, student: User) -> None:
    assert item.focal is None
    focal.set_focal_point(item, 0.31, 0.68, by=student)
    item.refresh_from_db()
    assert item.focal == (3, 7)
    assert item.is_ready
    focal.clear_focal_point(item, by=student)
    item.refresh_from_db()
    assert item.focal is None
    with pytest.raises(ValueError, match="outside"):
        focal.set_focal_point(item, 1.1, 0, by=student)
