"""Saving over bad Wi-Fi and from two screens: nothing is overwritten in silence, nothing lost."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from families.models import User
from stories.models import Story
from tests.factories import ItemFactory, StoryFactory
from tests.stories.contribute.screen import Screen

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(desk: Client, story: Story) -> Screen:
    return Screen(desk, story)


@pytest.fixture
def laptop(desk: Client, story: Story) -> Screen:
    return Screen(desk, story)


def now(story: Story) -> Story:
    return Story.objects.get(pk=story.pk)


def autosave(screen: Screen, turn: int, **typed: Any) -> Any:
    return screen.type(turn=str(turn), **typed).press("", json=True)


@pytest.fixture(autouse=True)
def committed(django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every request is a transaction of its own, as on a server."""
    press = Screen.press

    def pressed(self: Screen, *args: Any, **kwargs: Any) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return press(self, *args, **kwargs)

    monkeypatch.setattr(Screen, "press", pressed)


def test_the_script_is_told_the_new_edition_and_how_the_date_was_read(
    phone: Screen, story: Story
) -> None:
    answer = autosave(phone, 1, when_text="about 1972").json()
    assert answer == {
        "edition": now(story).edition,
        "when": "about 1972",
        "age": "",
        "errors": {},
        "minded": {},
    }


def test_the_script_is_told_what_could_not_be_kept(phone: Screen, story: Story) -> None:
    answer = autosave(phone, 1, title="x" * 121, summary="Fine").json()
    assert list(answer["errors"]) == ["title"]
    assert now(story).summary == "Fine"


def test_the_script_gets_the_moved_parts(desk: Client, student: User) -> None:
    story = StoryFactory(author=student, parts=["one", "two"])
    screen = Screen(desk, story)
    answer = screen.press(f"up-{story.parts.last().pk}", json=True).json()
    assert answer["html"]["parts"].index("two") < answer["html"]["parts"].index("one")
    assert 'name="new-name"' in answer["html"]["people"]


def test_a_person_the_script_could_not_add_is_explained(phone: Screen) -> None:
    answer = phone.type(new__name="Bilal").press("person", json=True).json()
    assert "Say if they are under 16." in answer["html"]["people"]
    assert "new-age" in answer["errors"]


def test_saving_by_itself_adds_nobody(phone: Screen, story: Story) -> None:
    answer = autosave(phone, 1, new__name="Bil").json()
    assert answer["errors"] == {}
    assert now(story).people.count() == 1


def test_the_second_screen_is_told_and_overwrites_nothing(
    phone: Screen, laptop: Screen, story: Story
) -> None:
    phone.type(summary="From the phone").press()
    response = laptop.type(summary="From the laptop").press()
    assert response.status_code == 409
    assert now(story).summary == "From the phone"
    laptop.shows(response)
    assert "This memory was changed on another screen." in laptop.text
    assert laptop.fields["summary"] == ["From the laptop"]
    assert laptop.buttons[:2] == ["save", "keep"]


def test_pressing_save_again_still_overwrites_nothing(
    phone: Screen, laptop: Screen, story: Story
) -> None:
    phone.type(summary="From the phone").press()
    laptop.shows(laptop.type(summary="From the laptop").press())
    assert laptop.press().status_code == 409
    assert now(story).summary == "From the phone"


def test_one_may_choose_to_keep_this_screen_and_the_other_stays_in_the_history(
    phone: Screen, laptop: Screen, story: Story
) -> None:
    phone.type(summary="From the phone").press()
    laptop.shows(laptop.type(summary="From the laptop").press())
    assert laptop.press("keep").status_code == 302
    kept = now(story)
    assert kept.summary == "From the laptop"
    assert kept.latest_revision.as_object().summary == "From the phone"


def test_keeping_is_refused_when_a_third_screen_was_faster(
    phone: Screen, laptop: Screen, desk: Client, story: Story
) -> None:
    phone.type(summary="From the phone").press()
    laptop.shows(laptop.type(summary="From the laptop").press())
    Screen(desk, story).type(summary="From the library").press()
    assert laptop.press("keep").status_code == 409
    kept = now(story)
    assert (kept.summary, kept.latest_revision) == ("From the library", None)


def test_words_in_a_part_that_the_other_screen_took_out_are_kept(
    desk: Client, student: User
) -> None:
    story = StoryFactory(author=student, parts=["one", "two"])
    phone, laptop = Screen(desk, story), Screen(desk, story)
    two = story.parts.last()
    phone.press(f"out-{two.pk}")
    laptop.shows(laptop.type(**{f"part__{two.pk}__text": "two, and more"}).press())
    assert "You also typed this" in laptop.text
    laptop.press("keep")
    assert [part.text for part in story.parts.all()] == ["one", "two, and more"]


def test_a_script_is_told_that_it_was_overtaken(
    phone: Screen, laptop: Screen, story: Story
) -> None:
    autosave(phone, 1, summary="From the phone")
    response = autosave(laptop, 1, summary="From the laptop")
    assert response.status_code == 409
    answer = response.json()
    assert "The other screen" in answer.pop("html")
    assert answer == {"overtaken": True, "closed": False, "edition": now(story).edition}


def test_a_lost_reply_is_not_another_screen(phone: Screen, story: Story) -> None:
    autosave(phone, 1, summary="First")
    assert autosave(phone, 2, summary="Second, with the edition of the first").status_code == 200
    assert now(story).summary == "Second, with the edition of the first"


def test_a_save_that_arrives_late_brings_no_old_words_back(phone: Screen, story: Story) -> None:
    autosave(phone, 2, summary="Newer")
    late = autosave(phone, 1, summary="Older")
    assert late.status_code == 200
    assert late.json()["edition"] == now(story).edition
    assert now(story).summary == "Newer"


def test_another_screen_in_between_is_another_screen(
    phone: Screen, laptop: Screen, story: Story
) -> None:
    autosave(phone, 1, summary="Phone")
    laptop.type(edition=str(now(story).edition))
    autosave(laptop, 1, summary="Laptop")
    assert autosave(phone, 2, summary="Phone again").status_code == 409


def test_a_forgotten_cache_overwrites_nothing(phone: Screen, story: Story) -> None:
    autosave(phone, 1, summary="First")
    cache.clear()
    assert autosave(phone, 2, summary="Second").status_code == 409


@pytest.mark.parametrize("edition", ["", "-1", "many", "²"])
def test_an_edition_that_is_none_counts_as_old(phone: Screen, story: Story, edition: str) -> None:
    assert phone.type(edition=edition, summary="Mine").press().status_code == 409


def test_a_photo_from_the_phone_does_not_disturb_typing_elsewhere(
    laptop: Screen, story: Story, student: User
) -> None:
    from stories.contribute import saving

    saving.append(story.ref, ItemFactory(uploaded_by=student), by=student)
    assert laptop.type(summary="Typed meanwhile").press().status_code == 302
    assert now(story).parts.count() == 2
