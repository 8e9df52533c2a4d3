"""Telling somebody: kept for the lead, and what it names is frozen."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from stories.models import Story, Worry
from stories.worries import limits
from tests.factories import ItemFactory
from tests.stories.cast import Cast

pytestmark = pytest.mark.django_db


def send(client: Client, name: str = "worry", **typed: str) -> Any:
    return client.post(reverse(name), {"words": "This is about me.", **typed})


def held(story: Story) -> bool:
    return Story.objects.get(pk=story.pk).held


@pytest.mark.parametrize("role", ["classmate", "neighbour", "relative", "author", "teacher"])
def test_anybody_of_the_school_freezes_what_they_name(
    client: Client, cast: Cast, role: str
) -> None:
    story = cast.memory("published")
    client.force_login(cast[role])
    response = send(client, about=story.get_absolute_url())
    assert "Thank you for telling us" in response.content.decode()
    worry = Worry.objects.get()
    assert (worry.story, worry.raised_by, worry.kind) == (story, cast[role], "worry")
    assert held(story)


@pytest.mark.parametrize("role", ["stranger", "other lead"])
def test_another_school_is_heard_and_freezes_nothing(client: Client, cast: Cast, role: str) -> None:
    story = cast.memory("published")
    client.force_login(cast[role])
    send(client, about=story.get_absolute_url())
    assert Worry.objects.get().story == story
    assert not held(story)


@pytest.mark.parametrize("name", ["worry", "takedown"])
def test_a_visitor_is_heard_and_freezes_nothing(client: Client, cast: Cast, name: str) -> None:
    story = cast.memory("published")
    response = send(client, name, about=story.get_absolute_url(), contact="nan@example.org")
    assert response.status_code == 200
    worry = Worry.objects.get()
    assert (worry.kind, worry.story, worry.raised_by) == (name, story, None)
    assert not held(story)


@pytest.mark.parametrize(
    "address",
    ["/desk/stories/{}/", "/stories/some-other-title-{}/", "http://here/stories/x-{}/?a=1", "{}"],
)
def test_a_memory_is_found_by_its_ref_wherever_it_stands(
    client: Client, cast: Cast, address: str
) -> None:
    story = cast.memory("published")
    client.force_login(cast["classmate"])
    send(client, about=address.format(story.ref))
    assert held(story)


def test_a_memory_is_found_by_a_file_in_it(client: Client, cast: Cast) -> None:
    picture = ItemFactory(uploaded_by=cast["author"])
    story = cast.memory("published", parts=[picture])
    client.force_login(cast["classmate"])
    send(client, about=picture.url())
    assert held(story)


def test_every_memory_with_the_file_is_frozen(client: Client, cast: Cast) -> None:
    picture = ItemFactory(uploaded_by=cast["author"])
    first, second = (cast.memory("published", parts=[picture]) for _ in range(2))
    other = cast.memory("published")
    client.force_login(cast["classmate"])
    send(client, about=f"/desk/items/{picture.ref}/hide/")
    assert [held(story) for story in (first, second, other)] == [True, True, False]
    client.force_login(cast["lead"])
    page = client.get(reverse("worries:edit", args=[Worry.objects.get().pk])).content.decode()
    assert reverse("moderation:review", args=[first.ref]) in page
    assert reverse("moderation:review", args=[second.ref]) in page
    assert reverse("moderation:review", args=[other.ref]) not in page


@pytest.mark.parametrize("page", ["edit", "history", "review"])
def test_a_memory_is_found_by_its_page_in_the_staffs_room(
    client: Client, cast: Cast, page: str
) -> None:
    story = cast.memory("submitted")
    key = story.ref if page == "review" else story.pk
    client.force_login(cast["teacher"])
    send(client, about=reverse(f"moderation:{page}", args=[key]))
    assert held(story)


def test_the_number_of_another_row_is_no_memory(client: Client, cast: Cast) -> None:
    story = cast.memory("submitted", teller=None)
    client.force_login(cast["teacher"])
    for address in (f"/admin/people/edit/{story.pk}/", f"//[/{story.pk}", f"/{story.pk}/"):
        send(client, about=address)
    assert not held(story)


@pytest.mark.parametrize("about", ["", "/about/", "/stories/nothing-aaaaaaaaaa/", "the long words"])
def test_a_worry_about_nothing_in_particular_is_kept(client: Client, about: str) -> None:
    assert send(client, about=about).status_code == 200
    worry = Worry.objects.get()
    assert (worry.story, worry.about) == (None, about)


def test_the_answer_does_not_say_whether_the_memory_exists(client: Client, cast: Cast) -> None:
    story = cast.memory("draft")
    client.force_login(cast["classmate"])
    real = send(client, about=f"/desk/stories/{story.ref}/").content
    wrong = send(client, about="/desk/stories/aaaaaaaaaa/").content
    assert real == wrong


def test_the_page_is_remembered_from_the_link(client: Client) -> None:
    page = client.get("/worry/?about=/stories/the-mill-abcdefghij/").content.decode()
    assert 'value="/stories/the-mill-abcdefghij/"' in page
    assert page.count("<h1") == 1


@pytest.mark.parametrize("name", ["worry", "takedown"])
def test_words_are_needed_and_the_rest_stays_typed(client: Client, name: str) -> None:
    response = client.post(reverse(name), {"words": " ", "about": "/stories/x/", "contact": "me"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "Write a few words, so that we know what to look at." in page
    assert 'value="/stories/x/"' in page
    assert not Worry.objects.exists()


def test_a_takedown_names_the_page(client: Client) -> None:
    response = client.post(reverse("takedown"), {"words": "My picture"})
    assert "Say which page it is" in response.content.decode()


def test_a_machine_is_stopped_and_its_words_stay(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LIMIT", {"worry": "2/h/ip"})
    assert [send(client).status_code for _ in range(3)] == [200, 200, 429]
    response = send(client)
    assert "This is about me." in response.content.decode()
    assert "tell a teacher now" in response.content.decode()
    assert Worry.objects.count() == 2


def test_a_class_behind_one_address_is_heard(client: Client) -> None:
    assert all(send(client).status_code == 200 for _ in range(30))


def test_worrying_twice_about_one_memory(client: Client, cast: Cast) -> None:
    story = cast.memory("published")
    client.force_login(cast["classmate"])
    for _ in range(2):
        assert send(client, about=story.get_absolute_url()).status_code == 200
    assert Worry.objects.filter(story=story).count() == 2
