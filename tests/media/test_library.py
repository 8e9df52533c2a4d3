"""Wagtail's libraries hold clean files only, whichever way they were put in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from wagtail.models import Collection

from families.models import User
from media import library, storage, visibility
from media.forms import PictureFileField
from media.models import Item, OriginalFile, Paper, Picture, Recording, Status
from media.processing import process
from media.refusals import Refused
from media.visibility import Sight, registered, sight
from media.wagtail_hooks import no_second_door
from tests.factories.families import SchoolFactory, UserFactory
from tests.media import samples
from tests.media.answers import body

pytestmark = pytest.mark.django_db
Capture = Callable[..., object]
FIELDS = {"title": "Nana", "collection": "1"}


@pytest.fixture(autouse=True)
def root_collection() -> None:
    if not Collection.objects.filter(depth=1).exists():
        Collection.add_root(name="Root")


@pytest.fixture(autouse=True)
def only_our_handler(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visibility, "_handlers", [library.staff_see_the_library])


@pytest.fixture
def teacher() -> User:
    made: User = UserFactory(teacher=True)
    return made


@pytest.fixture
def administrator() -> User:
    made: User = UserFactory(is_superuser=True, is_staff=True)
    return made


def upload(path: Path) -> SimpleUploadedFile:
    return SimpleUploadedFile(path.name, path.read_bytes())


def put_in(model: type, path: Path, by: User | None = None, **fields: object) -> object:
    return model.objects.create(title="Kept", file=upload(path), uploaded_by_user=by, **fields)


def no_secret_behind(file: File) -> None:
    assert samples.SECRET.encode() not in Path(file.path).read_bytes()


def test_a_picture_is_clean_the_moment_it_is_saved(photo: Path, teacher: User) -> None:
    picture = put_in(Picture, photo, teacher)
    item = picture.item
    assert item.is_ready
    assert (item.uploaded_by, item.school) == (teacher, teacher.school)
    assert picture.file.name == item.derivative("w2400.jpg").file.name
    assert (picture.width, picture.height) == (samples.WIDTH, samples.HEIGHT)
    assert picture.file_size == item.derivative("w2400.jpg").size
    no_secret_behind(picture.file)
    assert picture.url == picture.file.url == f"/files/{item.ref}/w960.jpg"


def test_a_picture_without_an_uploader(photo: Path) -> None:
    assert put_in(Picture, photo).item.uploaded_by is None


def test_a_paper_and_a_recording_wait_for_the_worker(paper: Path, film: Path, sound: Path) -> None:
    for model, path, name, fields in (
        (Paper, paper, "paper.pdf", {}),
        (Recording, film, "film.mp4", {"type": "audio"}),
        (Recording, sound, "sound.m4a", {"type": "audio"}),
    ):
        record = put_in(model, path, **fields)
        assert not record.file
        assert record.item.status == Status.WAITING
        assert record.url == f"/files/{record.item.ref}/{name}"
        process(record.item)
        record.refresh_from_db()
        assert record.file.name == record.item.derivative(name).file.name
        no_secret_behind(record.file)
    films = Recording.objects.get(type="video")
    assert films.sources == [{"src": films.url, "type": "video/mp4"}]
    assert (films.width, films.height) == (320, 240)
    assert films.duration == pytest.approx(samples.SECONDS, abs=0.25)
    sounds = Recording.objects.get(type="audio")
    assert sounds.sources == [{"src": sounds.url, "type": "audio/mp4"}]


def test_saving_again_changes_nothing(photo: Path) -> None:
    picture = put_in(Picture, photo)
    name = picture.file.name
    picture.title = "Another title"
    picture.save()
    picture.refresh_from_db()
    assert (picture.file.name, Item.objects.count()) == (name, 1)


def originals() -> set[Path]:
    return set(Path(storage.originals().path("")).rglob("*-*"))


def test_a_file_that_cannot_be_used_is_not_saved(photo: Path, sound: Path, tmp_path: Path) -> None:
    before = originals()
    cut = samples.cut(photo)
    page = tmp_path / "page.pdf"
    page.write_bytes(b"<html>")
    for model, path, code in (
        (Picture, cut, "broken"),
        (Paper, page, "unknown"),
        (Paper, sound, "wrong_kind"),
    ):
        with pytest.raises(Refused) as caught:
            put_in(model, path)
        assert caught.value.code == code
    assert not Picture.objects.exists()
    assert not Paper.objects.exists()
    assert not Item.objects.exists()
    assert not OriginalFile.objects.exists()
    assert originals() == before


def test_a_refused_picture_leaves_the_same_file_of_another(
    photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = put_in(Picture, photo).item.original
    monkeypatch.setattr("media.admission.process", lambda item: item)
    with pytest.raises(Refused, match="unchecked"):
        put_in(Picture, photo)
    assert Path(kept.file.path).exists()


def test_a_form_says_why(photo: Path, sound: Path, paper: Path, tmp_path: Path) -> None:
    cut, page = samples.cut(photo), tmp_path / "page.pdf"
    page.write_bytes(b"<html>")
    for record, said in (
        (Picture(title="a", file=upload(cut)), "can't open"),
        (Paper(title="a", file=upload(page)), "can't use this kind"),
        (Paper(title="a", file=upload(sound)), "does not go here"),
        (Recording(title="a", type="audio", file=upload(paper)), "does not go here"),
    ):
        with pytest.raises(ValidationError, match=said):
            record.clean()


def test_a_form_lets_good_files_pass(photo: Path, film: Path) -> None:
    Picture(title="a", file=upload(photo)).clean()
    Recording(title="a", type="audio", file=upload(film)).clean()
    put_in(Picture, photo).clean()


def test_a_file_on_disk_is_looked_at_where_it_is(photo: Path) -> None:
    from django.core.files.uploadedfile import TemporaryUploadedFile

    sent = TemporaryUploadedFile("photo.jpg", "image/jpeg", photo.stat().st_size, None)
    sent.write(photo.read_bytes())
    sent.flush()
    picture = Picture(title="a", file=sent)
    picture.clean()
    assert Path(sent.temporary_file_path()).exists()
    picture.save()
    assert picture.item.is_ready
    sent.close()


def test_a_new_file_takes_the_old_ones_place(
    photo: Path, tmp_path: Path, django_capture_on_commit_callbacks: Capture
) -> None:
    picture = put_in(Picture, photo)
    old = picture.item
    picture.get_rendition("width-100")
    stored = old.original.file.name
    other = tmp_path / "other.png"
    samples.cornered(300, 200).save(other)
    with django_capture_on_commit_callbacks(execute=True):
        picture.file = upload(other)
        picture.save()
    assert picture.item != old
    assert (picture.width, picture.height) == (300, 200)
    assert Item.objects.get() == picture.item
    assert not picture.renditions.exists()
    assert not storage.originals().exists(stored)


def test_a_refused_replacement_leaves_the_old_file(photo: Path) -> None:
    picture = put_in(Picture, photo)
    name = picture.file.name
    picture.file = upload(samples.cut(photo))
    with pytest.raises(Refused):
        picture.save()
    picture.refresh_from_db()
    assert picture.file.name == name
    assert picture.item.is_ready


def test_deleting_a_record_deletes_its_item(
    photo: Path, django_capture_on_commit_callbacks: Capture
) -> None:
    picture = put_in(Picture, photo)
    name = picture.item.original.file.name
    with django_capture_on_commit_callbacks(execute=True):
        picture.delete()
    assert not Item.objects.exists()
    assert not storage.originals().exists(name)


def test_a_record_whose_item_is_gone_can_still_be_deleted(photo: Path) -> None:
    picture = put_in(Picture, photo)
    Picture.objects.update(item=None)
    picture.refresh_from_db()
    assert picture.url == ""
    with pytest.raises(LookupError):
        picture.take_file()
    picture.delete()


def test_storing_through_the_field_goes_through_accession_too(photo: Path) -> None:
    """Wagtail's second step of a bulk upload does this."""
    picture = Picture(title="Kept")
    picture.file.save("photo.jpg", ContentFile(photo.read_bytes()), save=False)
    assert not picture.file._committed
    picture.file.save("photo.jpg", ContentFile(photo.read_bytes()))
    no_secret_behind(picture.file)
    assert picture.item.is_ready


def test_a_way_round_is_an_error(paper: Path) -> None:
    with pytest.raises(RuntimeError, match="save"):
        Paper.objects.bulk_create([Paper(title="a", file=upload(paper))])


def test_renditions_are_clean_nameless_and_behind_the_door(
    made: Callable[..., Path], teacher: User
) -> None:
    picture = put_in(Picture, made("mary-surname.jpg", samples.photo, 6), teacher)
    rendition = picture.get_rendition("fill-100x80")
    no_secret_behind(rendition.file)
    assert rendition.url.startswith(f"/files/{picture.item.ref}/")
    assert "mary" not in rendition.url + rendition.file.name
    other = UserFactory(teacher=True, school=SchoolFactory())
    for user, status in ((teacher, 200), (other, 404), (None, 404)):
        client = Client()
        if user:
            client.force_login(user)
        response = client.get(rendition.url)
        assert response.status_code == status
        assert "no-store" in response["Cache-Control"]
        body(response)
    with registered(lambda user, item: Sight.PUBLIC):
        response = Client().get(rendition.url)
        assert response["Content-Type"] == "image/jpeg"
        assert response["Cache-Control"].startswith("public")
        body(response)
        Path(rendition.file.path).unlink()
        assert Client().get(rendition.url).status_code == 404


def test_who_sees_the_library(
    photo: Path, sound: Path, add: Callable[..., Item], administrator: User
) -> None:
    school = SchoolFactory()
    theirs = put_in(Picture, photo, UserFactory(teacher=True, school=school)).item
    nobodys = put_in(Picture, photo).item
    contributed = add(sound, UserFactory(student=True, school=school))
    people = {
        "teacher": UserFactory(teacher=True, school=school),
        "lead": UserFactory(lead=True, school=school),
        "other": UserFactory(teacher=True, school=SchoolFactory()),
        "student": UserFactory(student=True, school=school),
        "administrator": administrator,
    }
    seen = {
        "theirs": {name for name, user in people.items() if sight(user, theirs)},
        "nobody's": {name for name, user in people.items() if sight(user, nobodys)},
        "contributed": {
            name
            for name, user in people.items()
            if library.staff_see_the_library(user, contributed)
        },
    }
    assert seen == {
        "theirs": {"teacher", "lead", "administrator"},
        "nobody's": {"teacher", "lead", "other", "administrator"},
        "contributed": set(),
    }


def test_wagtails_own_document_view_is_shut(paper: Path) -> None:
    record = put_in(Paper, paper)
    assert no_second_door(record, RequestFactory().get("/")).status_code == 404


@pytest.fixture
def admin(administrator: User) -> Client:
    client = Client()
    client.force_login(administrator)
    return client


def test_the_admin_takes_a_picture_and_shows_it(admin: Client, photo: Path) -> None:
    with photo.open("rb") as file:
        response = admin.post(
            "/admin/images/add/", {"title": "Nana", "file": file, "collection": "1"}
        )
    assert response.status_code == 302, response.context["form"].errors
    picture = Picture.objects.get()
    no_secret_behind(picture.file)
    for address in (f"/admin/images/{picture.pk}/", "/admin/images/"):
        page = admin.get(address)
        assert page.status_code == 200
        assert f"/files/{picture.item.ref}/" in page.content.decode()


def test_the_admin_replaces_a_picture(admin: Client, photo: Path, tmp_path: Path) -> None:
    picture = put_in(Picture, photo)
    other = samples.photo(tmp_path / "other.jpg", 3)
    with other.open("rb") as file:
        response = admin.post(
            f"/admin/images/{picture.pk}/", {"title": "New", "file": file, "collection": "1"}
        )
    assert response.status_code == 302
    old = picture.item.ref
    picture.refresh_from_db()
    assert picture.item.ref != old
    assert Path(picture.file.path).exists()
    no_secret_behind(picture.file)


def test_the_admin_says_why_a_picture_cannot_be_used(admin: Client, photo: Path) -> None:
    with samples.cut(photo).open("rb") as file:
        response = admin.post(
            "/admin/images/add/", {"title": "Nana", "file": file, "collection": "1"}
        )
    assert response.status_code == 200
    assert not Picture.objects.exists()
    assert not Item.objects.exists()


def test_the_picture_field_knows_the_bound(settings: object) -> None:
    settings.MEDIA_LARGEST_UPLOAD = 5
    field = PictureFileField()
    for content, said in ((b"", "nothing in it"), (b"123456", "too big")):
        with pytest.raises(ValidationError, match=said):
            field.clean(SimpleUploadedFile("a.heic", content))
    assert field.clean(SimpleUploadedFile("a.heic", b"12345")).size == 5


def test_the_admin_takes_many_pictures_at_once(admin: Client, photo: Path) -> None:
    with photo.open("rb") as file:
        response = admin.post(
            "/admin/images/multiple/add/", {"title": "Nana", "files[]": file, "collection": "1"}
        )
    assert response.json()["success"], response.json()
    no_secret_behind(Picture.objects.get().file)


def test_the_admin_takes_a_paper(admin: Client, paper: Path) -> None:
    with paper.open("rb") as file:
        response = admin.post(
            "/admin/documents/multiple/add/",
            {"title": "Minutes", "files[]": file, "collection": "1"},
        )
    assert response.json()["success"]
    record = Paper.objects.get()
    process(record.item)
    for address in (f"/admin/documents/edit/{record.pk}/", "/admin/documents/"):
        assert record.url in admin.get(address).content.decode()


def test_the_admin_takes_a_recording(admin: Client, film: Path) -> None:
    with film.open("rb") as file:
        response = admin.post(
            "/admin/media/video/add/", {"title": "Film", "file": file, "collection": "1"}
        )
    assert response.status_code == 302, response.context["form"].errors
    record = Recording.objects.get()
    process(record.item)
    for address in (f"/admin/media/edit/{record.pk}/", "/admin/media/"):
        assert record.url in admin.get(address).content.decode()
