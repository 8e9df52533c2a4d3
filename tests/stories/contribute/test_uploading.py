"""Files from the device, with script and without: one that fails takes no other with it."""

import io

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from families.models import User
from media.models import Item, Status
from stories import lifecycle
from stories.models import Story
from tests.factories import ItemFactory, StoryFactory, UserFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db

JSON = {"Accept": "application/json"}


def photo(name: str = "mill.jpg", colour: str = "red") -> SimpleUploadedFile:
    written = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(written, "JPEG")
    return SimpleUploadedFile(name, written.getvalue(), "image/jpeg")


def rubbish(name: str = "game.exe") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"MZ\x90\0this is not a picture", "image/jpeg")


def send(client: Client, story: Story, file: SimpleUploadedFile | None):  # type: ignore[no-untyped-def]
    address = reverse("desk_story_files", args=[story.ref])
    return client.post(address, {"file": file} if file else {}, headers=JSON)


def test_a_file_stands_at_the_end_with_its_fields(
    desk: Client, story: Story, student: User
) -> None:
    response = send(desk, story, photo())
    assert response.status_code == 201
    part = story.parts.last()
    assert part.pk == response.json()["part"]
    assert (part.item.filename, part.item.uploaded_by) == ("mill.jpg", student)
    html = response.json()["html"]
    assert f'name="part-{part.pk}-description"' in html
    assert "Being made ready" in html


def test_a_file_that_cannot_be_used_says_why_and_changes_nothing(
    desk: Client, story: Story
) -> None:
    response = send(desk, story, rubbish())
    assert response.status_code == 422
    assert "We can't use this kind of file." in response.json()["refused"]
    assert story.parts.count() == 1
    assert not Item.objects.exists()


def test_no_file_at_all(desk: Client, story: Story) -> None:
    response = send(desk, story, None)
    assert response.status_code == 422
    assert "Try again." in response.json()["refused"]


def test_no_file_once_a_teacher_reads(desk: Client, student: User, school: object) -> None:
    story = StoryFactory(author=student, submitted=True)
    lifecycle.take_up(story, by=UserFactory(teacher=True, school=school))
    assert send(desk, story, photo()).status_code == 409
    assert not Item.objects.exists()


def test_without_script_several_at_once_and_one_bad_one(
    screen: Screen, story: Story, desk: Client
) -> None:
    files = [photo("one.jpg", "red"), rubbish(), photo("two.jpg", "blue")]
    response = screen.type(title="Typed too").press("save", files=files)
    assert response.status_code == 302
    names = [part.item.filename for part in story.parts.all() if part.item]
    assert names == ["one.jpg", "two.jpg"]
    page = desk.get(response["Location"]).content.decode()
    assert "“game.exe”: We can&#x27;t use this kind of file." in page
    story.refresh_from_db()
    assert story.title == "Typed too"


def test_files_come_in_with_whichever_button(screen: Screen, story: Story) -> None:
    screen.press("next-when", files=[photo()])
    assert story.parts.count() == 2


def test_an_overtaken_screen_loses_no_file(screen: Screen, story: Story, desk: Client) -> None:
    Screen(desk, story).type(summary="Faster").press()
    response = screen.type(summary="Slower").press("save", files=[photo()])
    assert response.status_code == 409
    assert story.parts.count() == 2
    assert Story.objects.get().summary == "Faster"


def test_the_limit_beside_the_button_is_the_one_that_is_enforced(screen: Screen) -> None:
    assert settings.MEDIA_LARGEST_UPLOAD == 2 * 1024**3
    assert "up to 2\xa0GB each" in screen.text
    assert f'data-largest="{settings.MEDIA_LARGEST_UPLOAD}"' in screen.text


def test_progress_while_the_worker_works(desk: Client, student: User) -> None:
    working, ready = ItemFactory(uploaded_by=student, working=True), ItemFactory(audio=True)
    story = StoryFactory(author=student, parts=["Words", working, ready])
    address = reverse("desk_story_progress", args=[story.ref])
    answer = desk.get(address).json()
    part, other = (str(part.pk) for part in story.parts.all()[1:])
    assert answer["waiting"] is True
    assert "Being made ready: 40%" in answer["items"][part]
    assert "<audio" in answer["items"][other]
    Item.objects.update(status=Status.READY)
    assert desk.get(address).json()["waiting"] is False


def test_a_file_refused_later_says_why_and_can_be_taken_out(desk: Client, student: User) -> None:
    refused = ItemFactory(uploaded_by=student, refused=True, filename="torn.mp4", video=True)
    story = StoryFactory(author=student, parts=["Words", refused, ItemFactory(document=True)])
    screen = Screen(desk, story)
    assert "We can&#x27;t open this file." in screen.text
    screen.press(f"out-{story.parts.all()[1].pk}")
    assert [part.item.kind if part.item else "words" for part in story.parts.all()] == [
        "words",
        "document",
    ]


def test_a_picture_is_asked_for_its_description_and_a_sound_is_not(
    desk: Client, student: User
) -> None:
    story = StoryFactory(author=student, parts=[ItemFactory(), ItemFactory(audio=True)])
    screen = Screen(desk, story)
    picture, sound = story.parts.all()
    assert f"part-{picture.pk}-description" in screen.fields
    assert f"part-{sound.pk}-description" not in screen.fields
    screen.type(**{f"part__{picture.pk}__caption": "The mill in 1970"}).press()
    picture.refresh_from_db()
    assert picture.caption == "The mill in 1970"
