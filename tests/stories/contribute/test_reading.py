"""A memory as it will look, for its author and its family."""

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories.models import Place, StoryPerson
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.stories.cast import Cast, teller_of

pytestmark = pytest.mark.django_db


def test_the_preview_shows_everything_in_its_order(desk: Client, student: User) -> None:
    bilal = PersonFactory(name="Bilal Khan", public_name="Bilal", child=True)
    story = StoryFactory(
        author=student,
        parts=[
            "First words.",
            ItemFactory(uploaded_by=student),
            ItemFactory(audio=True),
            ItemFactory(video=True),
            ItemFactory(document=True),
            ItemFactory(working=True, filename="slow.jpg"),
            ItemFactory(refused=True),
            "",
            "Last words.",
        ],
        people=[(bilal, StoryPerson.Role.REPORTER)],
        places=[Place.objects.get(slug="collyhurst")],
    )
    page = desk.get(reverse("desk_story_preview", args=[story.ref])).content.decode()
    order = ["First words.", "w480.webp", "sound.m4a", "film.mp4", "paper.pdf", "Last words."]
    places = [page.index(words) for words in order]
    assert places == sorted(places)
    assert "Gathered by Bilal" in page
    assert "Khan" not in page
    assert "is still being made ready" in page
    assert "A file that cannot be used stood here." in page
    assert page.count("<h1") == 1


def test_the_preview_draws_what_was_measured(desk: Client, student: User) -> None:
    sound = ItemFactory(uploaded_by=student, audio=True, peaks=[10, 20, 30])
    film = ItemFactory(uploaded_by=student, video=True, colour="#aa3322")
    story = StoryFactory(author=student, parts=[sound, film])
    page = desk.get(reverse("desk_story_preview", args=[story.ref])).content.decode()
    assert 'y="-15" width="5" height="30"' in page
    assert 'fill="#aa3322"' in page


def test_what_is_hard_to_hear_is_said_first(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, parts=["The cable broke."], content_note="A death.")
    page = desk.get(reverse("desk_story_preview", args=[story.ref])).content.decode()
    assert page.index("A death.") < page.index("The cable broke.")


def test_an_empty_memory_previews(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, parts=[""], teller=None)
    page = desk.get(reverse("desk_story_preview", args=[story.ref])).content.decode()
    assert "There is nothing in it yet." in page


def test_a_grown_up_reads_and_is_offered_to_take_it_back(client: Client, cast: Cast) -> None:
    story = cast.memory("submitted", parts=["Nan’s words."])
    client.force_login(cast["relative"])
    page = client.get(reverse("desk_story_read", args=[story.ref])).content.decode()
    assert "Nan’s words." in page
    assert reverse("desk_story_withdraw", args=[story.ref]) in page
    assert "<textarea" not in page


def test_a_teller_is_told_that_it_is_held(client: Client, cast: Cast) -> None:
    story = cast.memory("held_submitted", teller=teller_of(cast, "neighbour"), parts=["A secret."])
    client.force_login(cast["neighbour"])
    page = client.get(reverse("desk_story_read", args=[story.ref])).content.decode()
    assert "on hold" in page
    assert "secret" not in page
