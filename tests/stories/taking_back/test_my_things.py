"""Send me my things: all of mine, nothing of anybody else's, and nobody else gets it."""

from __future__ import annotations

import io
import zipfile
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from families import belongings
from families.models import User
from media.models import Transcript
from stories import packing
from stories.models import Feedback, Parcel
from stories.questions import taking_along
from tests.factories import ItemFactory, PersonFactory, UserFactory
from tests.stories.cast import Cast, teller_of

pytestmark = pytest.mark.django_db

PAGE = "/desk/my-things/"


def parcel_of(user: User) -> zipfile.ZipFile:
    parcel = Parcel.objects.create(user=user)
    packing.pack(parcel)
    parcel.refresh_from_db()
    with packing.store().open(parcel.file) as file:
        return zipfile.ZipFile(io.BytesIO(file.read()))


def everything_in(packed: zipfile.ZipFile) -> str:
    names = " ".join(packed.namelist())
    return names + " ".join(packed.read(n).decode("utf-8", "replace") for n in packed.namelist())


def test_it_holds_all_that_is_theirs(cast: Cast) -> None:
    me = teller_of(cast, "author")
    item = ItemFactory(audio=True, uploaded_by=cast["author"], filename="Nan talks.mp3")
    Transcript.objects.create(item=item, vtt="WEBVTT\n\n00:00.000 --> 00:01.000\nThe hooter.\n")
    story = cast.memory("submitted", teller=me, title="The mill", parts=["Loud.", item])
    packed = parcel_of(cast["author"])
    assert packed.testzip() is None
    with item.original.file.open() as sent:
        assert packed.read(f"files/{item.ref}-Nan-talks.mp3") == sent.read()
    assert "The hooter." in packed.read(f"transcripts/{item.ref}.vtt").decode()
    assert "The mill" in packed.read(f"memories/{story.ref}.txt").decode()
    answers = packed.read(f"about-you/answers-{me.pk}.txt").decode()
    assert me.consents.all()[0].wording.text in answers
    assert cast["author"].username in packed.read("about-you/account.txt").decode()


def test_the_writers_own_questions_are_the_writers(cast: Cast) -> None:
    story = cast.memory("submitted", teller=teller_of(cast, "neighbour"))
    taking_along.take_own(story, "Who taught you to whistle?")
    held = cast.memory("held_submitted")
    taking_along.take_own(held, "A secret?")
    packed = parcel_of(cast["author"])
    assert "whistle" in packed.read(f"memories/{story.ref}-questions.txt").decode()
    assert "A secret?" not in everything_in(packed)
    assert "whistle" not in everything_in(parcel_of(cast["neighbour"]))


def test_the_list_on_top_opens_anywhere(cast: Cast) -> None:
    story = cast.memory("submitted", title="<script>alert(1)</script>")
    packed = parcel_of(cast["author"])
    page = packed.read("index.html").decode()
    for name in packed.namelist():
        assert name == "index.html" or f'href="{name}"' in page
    assert f"memories/{story.ref}.txt" in page
    for forbidden in ("<script", "http:", "https:", 'src="'):
        assert forbidden not in page


def test_the_list_is_in_words_and_in_an_order(cast: Cast) -> None:
    me = teller_of(cast, "author")
    item = ItemFactory(uploaded_by=cast["author"])
    cast.memory("submitted", teller=me, parts=["Loud.", item])
    packed = parcel_of(cast["author"])
    page = packed.read("index.html").decode()
    titles = ("Your memories", "Files that you sent", "You, and what you said yes or no to")
    places = [page.index(f"<h2>{title}</h2>") for title in titles]
    assert places == sorted(places)
    assert "What others recorded of you" not in page
    assert "url(" not in packed.read("style.css").decode()


def test_every_folder_has_a_name_in_the_list(cast: Cast) -> None:
    teller_of(cast, "author")
    things = belongings.of(cast["author"])
    assert {thing.folder for thing in things} <= set(packing.SHELVES)


class TestATellerWhoDidNotRecordIt:
    """Nan told it on the student's phone: the recording is hers too, its hidden data is not."""

    def told(self, cast: Cast, state: str = "submitted") -> Any:
        item = ItemFactory(audio=True, uploaded_by=cast["author"])
        cast.memory(state, teller=teller_of(cast, "neighbour"), parts=["Loud.", item])
        return item

    def test_gets_the_clean_copy(self, cast: Cast) -> None:
        item = self.told(cast)
        said = "WEBVTT\n\n00:00.000 --> 00:01.000\nThe hooter.\n"
        Transcript.objects.create(item=item, vtt=said, shown=said)
        packed = parcel_of(cast["neighbour"])
        assert packed.read(f"transcripts/{item.ref}.txt").decode() == "The hooter."
        with item.derivative("sound.m4a").file.open() as clean:
            assert packed.read(f"recordings/{item.ref}-sound.m4a") == clean.read()
        assert not [name for name in packed.namelist() if name.startswith("files/")]

    def test_nobody_else_does(self, cast: Cast) -> None:
        self.told(cast)
        for role in ("relative", "classmate"):
            assert "recordings/" not in " ".join(parcel_of(cast[role]).namelist())

    @pytest.mark.parametrize("state", ["held_submitted", "sealed"])
    def test_not_while_the_lead_looks(self, cast: Cast, state: str) -> None:
        self.told(cast, state)
        assert "recordings/" not in " ".join(parcel_of(cast["neighbour"]).namelist())


@pytest.mark.parametrize(
    "filename",
    [
        "../../etc/passwd",
        "/abs.jpg",
        "..\\..\\boot.ini",
        "a\nb.jpg",
        "\u202egpj.exe",
        "x" * 250,
        "",
        "..",
    ],
)
def test_names_are_safe(cast: Cast, filename: str) -> None:
    item = ItemFactory(uploaded_by=cast["author"], filename=filename)
    names = [n for n in parcel_of(cast["author"]).namelist() if n.startswith("files/")]
    assert len(names) == 1
    assert names[0].startswith(f"files/{item.ref}")
    rest = names[0].removeprefix("files/")
    assert rest.isascii()
    assert rest.isprintable()
    assert len(rest) < 100
    assert not {"/", "\\"} & set(rest)


def test_nothing_of_anybody_else_is_in_it(cast: Cast) -> None:
    other = PersonFactory(name="Rita Hidden-Surname", public_name="Rita", school=cast.school)
    story = cast.memory("changes_requested", teller=other, feedback="A note of the staff.")
    assert Feedback.objects.filter(story=story).exists()
    cast.memory("submitted", title="Still mine")
    theirs = ItemFactory(uploaded_by=cast["classmate"], filename="not-mine.jpg")
    cast.memory("submitted", parts=[theirs])
    said = everything_in(parcel_of(cast["author"]))
    for word in ("Hidden-Surname", "A note of the staff", "not-mine"):
        assert word not in said
    assert "Still mine" in said
    assert "Still mine" not in everything_in(parcel_of(cast["relative"]))


def test_what_one_replied_to_a_teacher_is_ones_own(cast: Cast) -> None:
    story = cast.memory("changes_requested", feedback="A note of the staff.")
    Feedback.objects.filter(story=story).update(reply="As loud as a train.")
    said = everything_in(parcel_of(cast["author"]))
    assert "As loud as a train." in said
    assert "A note of the staff" not in said
    assert "As loud as a train." not in everything_in(parcel_of(cast["relative"]))


def test_of_what_is_held_only_that_it_is(cast: Cast) -> None:
    story = cast.memory("held_submitted", title="A secret title", parts=["A secret sentence."])
    packed = parcel_of(cast["author"])
    assert f"memories/{story.ref}.txt" in packed.namelist()
    assert "secret" not in everything_in(packed)


def test_a_guardian_gets_what_the_child_shared(cast: Cast) -> None:
    child = PersonFactory(child=True, consenting=True, school=cast.school, user=cast["author"])
    guardian = child.guardians.get()
    guardian.user = UserFactory(family_member=True, school=cast.school)
    guardian.save()
    cast.memory("submitted", teller=child, title="Told to all", audience="everyone")
    cast.memory("submitted", teller=child, title="Kept close", audience="me")
    cast.memory("draft", teller=child, title="Half written")
    said = everything_in(parcel_of(guardian.user))
    assert "Told to all" in said
    assert "Kept close" not in said
    assert "Half written" not in said
    assert f"answers-{child.pk}.txt" in said


class TestTheDesk:
    def test_one_button_and_then_it_waits(
        self, client: Client, cast: Cast, django_capture_on_commit_callbacks: Any
    ) -> None:
        client.force_login(cast["author"])
        assert "Pack my things" in client.get(PAGE).content.decode()
        for _ in range(2):
            with django_capture_on_commit_callbacks(execute=True):
                client.post(PAGE)
        assert Parcel.objects.count() == 1
        page = client.get(PAGE).content.decode()
        assert "are being packed" in page
        assert "<progress" in page

    def test_its_owner_fetches_it_and_no_cache_keeps_it(self, client: Client, cast: Cast) -> None:
        cast.memory("submitted")
        packed = parcel_of(cast["author"])
        parcel = Parcel.objects.get()
        address = reverse("desk_my_things_fetch", args=[parcel.token])
        client.force_login(cast["author"])
        assert address in client.get(PAGE).content.decode()
        response = client.get(address)
        sent = zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))
        assert sent.namelist() == packed.namelist()
        assert response["Cache-Control"] == "private, no-store"
        assert response["Content-Type"] == "application/zip"
        assert response["Content-Disposition"].startswith("attachment")

    @pytest.mark.parametrize("role", ["classmate", "relative", "teacher", "lead", "administrator"])
    def test_nobody_else_does(self, client: Client, cast: Cast, role: str) -> None:
        parcel_of(cast["author"])
        client.force_login(cast[role])
        for token in (Parcel.objects.get().token, "0" * 32):
            assert client.get(reverse("desk_my_things_fetch", args=[token])).status_code == 404

    def test_after_a_week_it_is_gone(self, client: Client, cast: Cast) -> None:
        parcel_of(cast["author"])
        parcel = Parcel.objects.get()
        Parcel.objects.update(asked_at=timezone.now() - timedelta(days=7))
        client.force_login(cast["author"])
        address = reverse("desk_my_things_fetch", args=[parcel.token])
        assert client.get(address).status_code == 404
        assert "Pack my things" in client.get(PAGE).content.decode()
        assert packing.throw_away() == 1
        assert not packing.store().exists(parcel.file)
        assert not Parcel.objects.exists()

    def test_what_fails_says_so_and_can_be_asked_again(
        self, client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        item = ItemFactory(uploaded_by=cast["author"])
        item.original.file.storage.delete(item.original.file.name)
        parcel = Parcel.objects.create(user=cast["author"])
        with pytest.raises(FileNotFoundError):
            packing.pack(parcel)
        client.force_login(cast["author"])
        page = client.get(PAGE).content.decode()
        assert "could not be packed" in page
        assert "Pack my things" in page

    def test_one_that_was_lost_with_its_worker_is_asked_for_again(
        self, client: Client, cast: Cast
    ) -> None:
        lost = Parcel.objects.create(user=cast["author"], state=Parcel.State.PACKING)
        client.force_login(cast["author"])
        assert "are being packed" in client.get(PAGE).content.decode()
        Parcel.objects.update(asked_at=timezone.now() - timedelta(hours=7))
        assert "Pack my things" in client.get(PAGE).content.decode()
        client.post(PAGE)
        assert Parcel.objects.exclude(pk=lost.pk).count() == 1

    def test_nginx_is_handed_the_file(self, client: Client, cast: Cast, settings: Any) -> None:
        settings.FILES_ACCEL = "nginx"
        parcel_of(cast["author"])
        parcel = Parcel.objects.get()
        client.force_login(cast["author"])
        response = client.get(reverse("desk_my_things_fetch", args=[parcel.token]))
        assert response["X-Accel-Redirect"] == f"/protected/parcels/{parcel.file}"
        assert response.content == b""
