"""Only a photograph: a picture, a sentence, a place, done; each safe before the next is asked."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from families.models import User
from media.models import Item
from stories.models import Place, Story, StoryPart
from stories.models.states import Audience, Status
from stories.starting.quick_steps import title_of
from tests.factories import StoryFactory, UserFactory
from tests.media import samples

pytestmark = pytest.mark.django_db
QUICK = "/desk/stories/new/quick/"
SENTENCE = (
    "My nan and her sister outside Harpurhey Baths in their Sunday coats, laughing at Grandad."
)


@pytest.fixture
def photo(tmp_path: Any) -> bytes:
    return bytes(samples.photo(tmp_path / "nan.jpg").read_bytes())


def sent(content: bytes, name: str = "nan.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def start(desk: Client) -> str:
    return str(desk.get(QUICK).context["form"]["start"].value())


def take(desk: Client, photo: bytes) -> Story:
    desk.post(QUICK, {"start": start(desk), "picture": sent(photo)})
    return Story.objects.get()


def on(story: Story, step: str = "") -> str:
    return reverse("desk_story_quick_on", args=[story.ref]) + (f"?step={step}" if step else "")


def typed(desk: Client, story: Story, step: str, **more: Any) -> dict[str, Any]:
    edition = desk.get(on(story, step)).context["story"].edition
    return {"step": step, "edition": edition, **more}


def test_from_a_photograph_to_a_memory(desk: Client, student: User, photo: bytes) -> None:
    first = desk.post(QUICK, {"start": start(desk), "picture": sent(photo)})
    story = Story.objects.get()
    assert first["Location"] == on(story, "sentence")
    assert (story.status, story.audience) == (Status.DRAFT, Audience.JUST_ME)
    second = desk.post(on(story), typed(desk, story, "sentence", text=SENTENCE))
    assert second["Location"] == on(story, "place")
    place = Place.objects.all()[0]
    third = desk.post(on(story), typed(desk, story, "place", places=[place.slug]))
    assert third["Location"] == on(story, "done")
    page = desk.get(on(story, "done")).content.decode()
    assert "Done. It is safe at school." in page
    assert reverse("desk_story_check", args=[story.ref]) in page
    story = Story.objects.get()
    assert story.title == "My nan and her sister outside Harpurhey Baths in their…"
    assert list(story.places.all()) == [place]
    kinds = [(part.kind, part.text) for part in story.parts.all()]
    assert kinds == [(StoryPart.Kind.WORDS, SENTENCE), (StoryPart.Kind.ITEM, "")]
    assert Item.objects.get().uploaded_by == student


def test_the_picture_sent_twice_is_one(desk: Client, photo: bytes) -> None:
    begun = start(desk)
    for _ in range(2):
        desk.post(QUICK, {"start": begun, "picture": sent(photo)})
    assert Story.objects.get().parts.filter(item__isnull=False).count() == 1
    assert Item.objects.count() == 1


@pytest.mark.parametrize(
    "file", [sent(b"no picture at all"), sent(b""), None, sent(b"%PDF-1.4\n%%EOF", "nan.jpg")]
)
def test_what_is_no_picture_says_so_and_makes_nothing(desk: Client, file: Any) -> None:
    data = {"start": start(desk)} | ({"picture": file} if file else {})
    answer = desk.post(QUICK, data)
    assert answer.status_code == 422
    assert answer.context["form"].errors["picture"]
    assert not Story.objects.exists()


def test_a_sound_is_no_picture(desk: Client, tmp_path: Any) -> None:
    sound = samples.sound(tmp_path / "nan.m4a").read_bytes()
    assert desk.post(QUICK, {"start": start(desk), "picture": sent(sound)}).status_code == 422
    assert not Item.objects.exists()


def test_an_empty_sentence_is_asked_for(desk: Client, photo: bytes) -> None:
    story = take(desk, photo)
    answer = desk.post(on(story), typed(desk, story, "sentence", text="  "))
    assert answer.status_code == 422
    assert Story.objects.get().title == "A photograph"


def test_no_place_is_an_answer(desk: Client, photo: bytes) -> None:
    story = take(desk, photo)
    assert desk.post(on(story), typed(desk, story, "place")).status_code == 302
    assert not Story.objects.get().places.exists()


def test_a_place_that_is_not_there_is_none(desk: Client, photo: bytes) -> None:
    story = take(desk, photo)
    answer = desk.post(on(story), typed(desk, story, "place", places=["my-house"]))
    assert answer.status_code == 422


def test_going_back_changes_the_sentence_and_its_title(
    desk: Client, photo: bytes, django_capture_on_commit_callbacks: Any
) -> None:
    story = take(desk, photo)
    stale = typed(desk, story, "sentence", text="Nan.")
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(on(story), stale)
    assert "Nan." in desk.get(on(story, "sentence")).content.decode()
    desk.post(on(story), stale | {"text": "Nan and me."})
    assert Story.objects.get().title == "Nan and me"
    assert Story.objects.get().parts.filter(item=None).count() == 1


def test_a_title_of_ones_own_stays(desk: Client, photo: bytes) -> None:
    story = take(desk, photo)
    Story.objects.filter(pk=story.pk).update(title="The baths")
    desk.post(on(story), typed(desk, story, "sentence", text="Nan."))
    assert Story.objects.get().title == "The baths"


def test_words_that_were_taken_out_come_back_at_the_end(desk: Client, photo: bytes) -> None:
    story = take(desk, photo)
    StoryPart.objects.filter(story=story, item=None).delete()
    desk.post(on(story), typed(desk, story, "sentence", text="Nan."))
    assert [part.text for part in Story.objects.get().parts.all()] == ["", "Nan."]


def test_another_screen_is_not_overwritten(desk: Client, photo: bytes, student: User) -> None:
    from stories import writing

    story = take(desk, photo)
    stale = typed(desk, story, "sentence", text="From the phone.")
    there = Story.objects.get()
    there.summary = "From the computer."
    writing.save(there, by=student, edition=there.edition)
    answer = desk.post(on(story), stale)
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "This memory was changed on another screen." in page
    assert "From the phone." in page
    again = stale | {"edition": answer.context["story"].edition}
    assert desk.post(on(story), again).status_code == 302
    assert Story.objects.get().summary == "From the computer."


def test_once_a_teacher_has_it_the_way_is_closed(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, taken_up=True)
    for answer in (desk.get(on(story)), desk.post(on(story), {"step": "sentence", "text": "x"})):
        assert answer["Location"] == reverse("desk_story", args=[story.ref])


def test_nobody_else_goes_on(client: Client, desk: Client, photo: bytes, student: User) -> None:
    story = take(desk, photo)
    client.force_login(UserFactory(student=True, school=student.school))
    assert client.get(on(story)).status_code == 404
    assert client.post(on(story), {"step": "sentence", "text": "x"}).status_code == 404


def test_somebody_without_a_school_cannot_begin(client: Client) -> None:
    client.force_login(UserFactory(school=None))
    assert client.get(QUICK).status_code == 403


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Nan.", "Nan"),
        ("Nan\nand  me", "Nan and me"),
        ("", ""),
        ("word " * 30, "word word word word word word word word word word word word…"),
        ("x" * 80, f"{'x' * 60}…"),
    ],
)
def test_a_title_is_cut_between_words(sentence: str, title: str) -> None:
    assert title_of(sentence) == title
