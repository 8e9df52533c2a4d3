"""Originals and derivatives in a bucket: the same code, and no byte of them on this disk."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from botocore.exceptions import ClientError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.test import Client

from config.settings import files
from media import bucket, copies, fixity, storage, sweeping
from media.models import Item, OriginalFile
from media.processing import process
from media.removal import remove
from tests.factories.families import UserFactory
from tests.media import s3
from tests.media.answers import body

pytestmark = pytest.mark.django_db
Add = Callable[..., Item]
Capture = Callable[..., Any]
Patch = pytest.MonkeyPatch


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    with s3.service() as address:
        yield address


@pytest.fixture
def vault(service: str, settings: Any, monkeypatch: Patch, tmp_path: Path) -> Iterator[s3.Vault]:
    """The settings of an archive whose files are in a bucket, and once more in another."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "only-for-tests")
    for name, value in {
        "FILES_BUCKET": s3.ARCHIVE,
        "FILES_ENDPOINT": service,
        "FILES_REGION": "eu-west-2",
    }.items():
        monkeypatch.setattr(files, name, value)
    settings.STORAGES = settings.STORAGES | {
        "originals": files.store("originals", 0o400),
        "derivatives": files.store("derivatives"),
        "originals-copy": files.second_copy(f"s3:{s3.SECOND}"),
    }
    settings.SCRATCH_FOLDER = tmp_path / "work"
    vault = s3.Vault(service)
    vault.open()
    yield vault
    for name in ("originals", "derivatives", "originals-copy"):
        storage.storages[name].connection.meta.client.close()
    vault.close()


def original_of(item: Item) -> str:
    return str(OriginalFile.objects.get(items=item).file.name)


def test_a_file_is_stored_privately_and_has_no_address(vault: s3.Vault) -> None:
    store = storage.originals()
    name = store.save("ab/one", ContentFile(b"as it came"))
    assert name == "ab/one"
    assert vault.read("originals/ab/one") == b"as it came"
    assert vault.readers("originals/ab/one") == {"CanonicalUser"}
    assert store.exists("ab/one")
    assert list(storage.names(store)) == ["ab/one"]
    assert list(storage.names(storage.derivatives())) == []
    assert not storage.is_local(store)
    with pytest.raises(NotImplementedError):
        store.url("ab/one")


def test_nothing_is_written_twice(vault: s3.Vault) -> None:
    store = storage.originals()
    first = store.save("ab/one", ContentFile(b"first"))
    second = store.save("ab/one", ContentFile(b"second"))
    assert first != second
    assert vault.read(f"originals/{first}") == b"first"
    assert vault.read(f"originals/{second}") == b"second"
    for mode in ("wb", "r+b", "ab"):
        with pytest.raises(ValueError, match="only read"):
            store.open(first, mode)
    assert vault.read(f"originals/{first}") == b"first"


def test_a_large_file_goes_up_in_parts_and_leaves_the_disk(vault: s3.Vault, tmp_path: Path) -> None:
    path, content = tmp_path / "film", b"frame" * (bucket.PART // 4)
    path.write_bytes(content)
    name = storage.put(storage.derivatives(), path, "ref/film.mp4")
    assert vault.parts(f"derivatives/{name}") == 2
    with storage.local_copy(storage.derivatives(), name) as copy:
        assert copy.read_bytes() == content
    assert not copy.exists()


def test_reading_asks_for_what_is_wanted_and_no_more(vault: s3.Vault, monkeypatch: Patch) -> None:
    vault.put("originals/ten", b"0123456789")
    asked: list[str] = []
    stored = storage.originals().bucket.Object("originals/ten")
    stored.load()
    get = stored.get

    def noted(**options: str) -> Any:
        asked.append(options["Range"])
        return get(**options)

    monkeypatch.setattr(stored, "get", noted)
    with bucket.Reader(stored) as reader:
        assert (reader.readable(), reader.seekable(), reader.tell()) == (True, True, 0)
        assert asked == []
        assert reader.read(2) == b"01"
        assert reader.seek(2) == 2  # It is there already.
        assert reader.read(2) == b"23"
        assert asked == ["bytes=0-"]
        assert reader.seek(-3, io.SEEK_END) == 7
        assert reader.read() == b"789"
        assert reader.read(1) == b""
        assert reader.seek(-4, io.SEEK_CUR) == 6
        assert reader.read(1) == b"6"
    assert asked == ["bytes=0-", "bytes=7-", "bytes=6-"]


def test_what_is_not_there_is_said_as_on_a_disk(vault: s3.Vault, monkeypatch: Patch) -> None:
    store = storage.originals()
    with pytest.raises(FileNotFoundError):
        store.open("ab/none")

    def refused() -> None:
        raise ClientError({"ResponseMetadata": {"HTTPStatusCode": 403}}, "HeadObject")

    locked = SimpleNamespace(load=refused)
    monkeypatch.setattr(store.bucket, "Object", lambda key: locked)
    with pytest.raises(ClientError):
        store.open("ab/none")


@pytest.mark.parametrize("fixture", ["photo", "sound"])
def test_a_file_is_made_ready_from_bucket_to_bucket(  # noqa: PLR0917
    vault: s3.Vault,
    fixture: str,
    add: Add,
    request: pytest.FixtureRequest,
    django_capture_on_commit_callbacks: Capture,
    tmp_path: Path,
) -> None:
    source: Path = request.getfixturevalue(fixture)
    with django_capture_on_commit_callbacks(execute=True):
        item = process(add(source))
    assert item.is_ready
    original = f"originals/{original_of(item)}"
    assert vault.keys("originals/") == {original}
    assert vault.read(original) == source.read_bytes()
    assert vault.read(original, s3.SECOND) == source.read_bytes()
    made = {f"derivatives/{each.file.name}" for each in item.derivatives.all()}
    assert made and vault.keys("derivatives/") == made
    assert list((tmp_path / "work").iterdir()) == []

    with django_capture_on_commit_callbacks(execute=True):
        remove(item)
    assert vault.keys() == vault.keys(bucket=s3.SECOND) == set()


def test_the_door_sends_it_whole_and_in_parts(
    vault: s3.Vault, add: Add, photo: Path, settings: Any
) -> None:
    settings.FILES_ACCEL = "nginx"  # Which cannot reach a bucket, so the door sends it itself.
    sender = UserFactory(student=True)
    item = process(add(photo, sender))
    client = Client()
    client.force_login(sender)
    url = f"/files/{item.ref}/w480.jpg"
    whole = client.get(url)
    content = body(whole)
    (key,) = (key for key in vault.keys("derivatives/") if key.endswith("/w480.jpg"))
    assert (whole.status_code, content) == (200, vault.read(key))
    assert whole["Content-Length"] == str(len(content))
    part = client.get(url, headers={"Range": "bytes=100-199"})
    assert (part.status_code, body(part)) == (206, content[100:200])
    assert part["Content-Range"] == f"bytes 100-199/{len(content)}"
    last = client.get(url, headers={"Range": "bytes=-7"})
    assert (last.status_code, body(last)) == (206, content[-7:])
    assert client.get(url, headers={"Range": "bytes=9999999-"}).status_code == 416
    assert client.head(url)["Content-Length"] == str(len(content))
    assert body(client.get(f"/files/{item.ref}/original")) == photo.read_bytes()
    assert Client().get(url).status_code == 404


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("harm", ["changed", "missing"])
def test_fixity_finds_and_mends_what_is_in_a_bucket(
    vault: s3.Vault, add: Add, photo: Path, harm: str, capsys: pytest.CaptureFixture[str]
) -> None:
    original = add(photo).original
    assert copies.keep(original)
    call_command("check_fixity")
    damaged = str(original.file.name)
    vault.delete(f"originals/{damaged}")
    if harm == "changed":
        vault.put(f"originals/{damaged}", photo.read_bytes()[:-1] + b"?")
    vault.put("originals/stray", b"Whose is it?")

    with pytest.raises(SystemExit):
        call_command("check_fixity", "--repair")

    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Checked 1. Wrong: 0. To sweep: 0."
    assert said[1:] == [
        f"{harm} (mended): {damaged}",
        "untracked: stray",
        "Checked 1. Wrong: 1. To sweep: 0.",
    ]
    original.refresh_from_db()
    mended = str(original.file.name)
    assert vault.keys("originals/") == {f"originals/{mended}", "originals/stray"}
    assert vault.read(f"originals/{mended}") == photo.read_bytes()
    assert vault.keys(bucket=s3.SECOND) == {f"originals/{mended}"}
    assert fixity.state(storage.originals(), original) == fixity.SOUND


def test_a_bucket_is_swept_too(vault: s3.Vault, add: Add, photo: Path, monkeypatch: Patch) -> None:
    item = process(add(photo))
    vault.put("derivatives/ref/claim/w480.jpg", b"left behind")
    vault.put("originals/ab/left", b"left behind")
    assert sweeping.sweep() == []
    monkeypatch.setattr(sweeping, "YOUNG", -sweeping.YOUNG)
    assert sweeping.sweep() == ["ref/claim/w480.jpg", "ab/left"]
    assert len(vault.keys("derivatives/")) == item.derivatives.count()
    assert vault.keys("originals/") == {f"originals/{original_of(item)}"}
