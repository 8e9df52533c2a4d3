"""Showcases: what they show, how they close a gap, their slides and previews."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory

from archive.blocks import NOT_PUBLIC, PublicStoryBlock
from archive.choosers import NO_LONGER, PublicStoryChooser
from archive.models import ShowcasePage, ShowcasePicture, ShowcaseStory
from archive.showcases import content_of, cover_of
from families.models import User
from media.models import Item, Status
from stories import lifecycle
from stories.models import Story
from tests.archive.making import picture, showcase
from tests.factories import ItemFactory, StoryFactory
from tests.factories.media import DerivativeFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db


@pytest.fixture
def stories(student: User) -> list[Story]:
    return [
        StoryFactory(
            published=True,
            author=student,
            title=f"Memory {number}",
            parts=[ItemFactory(), "Words of it.", ItemFactory(audio=True), ItemFactory(video=True)],
        )
        for number in range(3)
    ]


@pytest.fixture
def page(stories: list[Story], teacher: User) -> ShowcasePage:
    shown = picture(by=teacher, description="Bread on a table.")
    return showcase(
        by=teacher,
        title="Mornings and evenings",
        introduction="What people did all day.",
        cover=shown,
        body=[
            ("heading", "Mornings"),
            ("story", stories[0]),
            ("heading", "Noon"),
            ("story", stories[1]),
            ("heading", "Evenings"),
            ("text", "<p>Then it was <b>dark</b>.</p>"),
            ("story", stories[2]),
            ("quote", {"text": "You learned with your hands.", "who": "Rita"}),
            ("picture", {"picture": shown, "caption": "On the table."}),
        ],
    )


def html(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("slides", [False, True], ids=["page", "slides"])
def test_everything_in_its_order(client: Client, page: ShowcasePage, slides: bool) -> None:
    text = html(client, page.slides_url if slides else page.url)
    wanted = [
        "What people did all day.",
        "Mornings</h2>",
        "Memory 0",
        "Noon</h2>",
        "Memory 1",
        "Evenings</h2>",
        "<b>dark</b>",
        "Memory 2",
        "You learned with your hands.",
        "On the table.",
    ]
    text = text[text.index("<body") :]
    places = [text.index(words) for words in wanted]
    assert places == sorted(places)
    assert 'alt="Bread on a table."' in text


@pytest.mark.parametrize("slides", [False, True], ids=["page", "slides"])
def test_a_withdrawn_memory_leaves_no_gap(
    client: Client, page: ShowcasePage, stories: list[Story], slides: bool
) -> None:
    lifecycle.withdraw(stories[1], by=stories[1].author)
    text = html(client, page.slides_url if slides else page.url)
    assert "Memory 1" not in text
    assert "Noon" not in text
    assert "Memory 2" in text


def test_nothing_left_is_said_kindly(client: Client, stories: list[Story], teacher: User) -> None:
    page = showcase(stories[0], by=teacher)
    lifecycle.withdraw(stories[0], by=stories[0].author)
    assert "There is nothing in it just now" in html(client, page.url)
    assert "Memory 0" not in html(client, page.slides_url)


def test_headings_with_nothing_under_them_go(teacher: User) -> None:
    page = showcase(by=teacher, body=[("heading", "One"), ("heading", "Two"), ("text", "<p>x</p>")])
    assert [section.text for section in content_of(page).sections][:1] == ["Two"]
    assert content_of(showcase(by=teacher, body=[("heading", "Alone")])).sections == ()


def test_every_second_memory_is_turned(page: ShowcasePage) -> None:
    told = [section for section in content_of(page).sections if section.record]
    assert [section.turned for section in told] == [False, True, False]


def test_slides_of_a_memory(client: Client, page: ShowcasePage) -> None:
    slides = client.get(page.slides_url).context["slides"]
    kinds = [(slide.kind, slide.look) for slide in slides]
    assert kinds[:8] == [
        ("cover", "title"),
        ("heading", "words"),
        ("story", "title"),
        ("item", "picture"),
        ("words", "words"),
        ("item", "sound"),
        ("item", "film"),
        ("heading", "words"),
    ]
    assert kinds[-1] == ("end", "end")
    assert all(slide.label for slide in slides)


GLIMPSE = "data:image/webp;base64,UklGRg=="


def test_a_hall_is_shown_the_larger_film_where_there_is_one(
    client: Client, student: User, teacher: User
) -> None:
    """The page itself goes to phones, which get the smaller one."""
    large = ItemFactory(video=True, placeholder=GLIMPSE)
    DerivativeFactory(item=large, name="film-1080.mp4")
    small = ItemFactory(video=True, colour="#aa3322")
    story = StoryFactory(published=True, author=student, parts=[large, small])
    slides = html(client, showcase(story, by=teacher).slides_url)
    assert large.url("film-1080.mp4") in slides
    assert small.url("film.mp4") in slides
    assert small.url("film-1080.mp4") not in slides
    page = html(client, story.get_absolute_url())
    assert large.url("film.mp4") in page
    assert "film-1080.mp4" not in page
    for shown in (slides, page):
        assert f'<img class="film__glimpse" src="{GLIMPSE}"' in shown
        assert 'fill="#aa3322"' in shown


def test_slides_have_no_gap_in_their_numbers(client: Client, page: ShowcasePage) -> None:
    text = html(client, page.slides_url)
    total = text.count('<section class="slide')
    assert f'id="slide-{total}"' in text
    assert f"{total} of {total}" in text


def test_the_list_shows_what_is_published(
    client: Client, page: ShowcasePage, teacher: User
) -> None:
    showcase(by=teacher, live=False, title="Still being made")
    text = html(client, "/showcases/")
    assert page.url in text
    assert "Still being made" not in text


@pytest.mark.parametrize(
    ("mode", "sign"),
    [
        ("", "showcase-head"),
        ("slides", "data-slides"),
        ("print", '<link rel="stylesheet" href="/static/design/css/print.css">'),
    ],
)
def test_previews(page: ShowcasePage, teacher: User, mode: str, sign: str) -> None:
    request = RequestFactory().get("/")
    request.user = teacher
    page.title = "Not saved yet"
    answer = page.make_preview_request(request, mode)
    if hasattr(answer, "render"):
        answer.render()
    text = answer.content.decode()
    assert "Not saved yet" in text
    assert sign in text


def test_school_is_its_makers(page: ShowcasePage, teacher: User) -> None:
    assert page.school == teacher.school


class TestWhatIsWrittenDown:
    """The rows beside a showcase say what the saved version holds."""

    def test_published(self, page: ShowcasePage, stories: list[Story]) -> None:
        held = ShowcaseStory.objects.filter(showcase=page).values_list("story_id", flat=True)
        assert set(held) == {story.pk for story in stories}
        assert ShowcasePicture.objects.filter(showcase=page).count() == 1

    def test_taken_out(self, page: ShowcasePage, stories: list[Story], teacher: User) -> None:
        page.body = [("story", stories[2])]
        page.cover = None
        page.save_revision(user=teacher).publish(user=teacher)
        held = ShowcaseStory.objects.filter(showcase=page).values_list("story_id", flat=True)
        assert set(held) == {stories[2].pk}
        assert not ShowcasePicture.objects.filter(showcase=page).exists()

    def test_a_memory_that_is_gone_for_ever(self, page: ShowcasePage, stories: list[Story]) -> None:
        stories[0].delete()
        page.refresh_from_db()
        page.save()
        assert ShowcaseStory.objects.filter(showcase=page).count() == 2


class TestPictures:
    """A picture is everybody's while a published showcase shows it."""

    def door(self, client: Client, item: Item) -> int:
        answer = client.get(f"/files/{item.ref}/w480.jpg")
        body(answer)
        return answer.status_code

    def test_published_and_not(self, client: Client, teacher: User) -> None:
        shown = picture(by=teacher)
        assert self.door(client, shown.item) == 404
        page = showcase(by=teacher, cover=shown, live=False)
        assert self.door(client, shown.item) == 404
        page.save_revision(user=teacher).publish(user=teacher)
        assert self.door(client, shown.item) == 200
        page.refresh_from_db()
        page.unpublish(user=teacher)
        assert self.door(client, shown.item) == 404

    def test_one_that_is_not_ready(self, teacher: User) -> None:
        shown = picture(by=teacher)
        assert cover_of(None) is None
        shown.item.status = Status.WAITING
        assert cover_of(shown) is None
        page = showcase(by=teacher, body=[("picture", {"picture": None})])
        assert content_of(page).sections == ()


class TestBlock:
    """The block takes public memories only, whoever typed the number."""

    def test_public(self, stories: list[Story]) -> None:
        assert PublicStoryBlock().clean(stories[0]) == stories[0]

    @pytest.mark.parametrize("state", ["draft", "submitted", "withdrawn", "sealed"])
    def test_not_public(self, student: User, state: str) -> None:
        story = StoryFactory(author=student, **{state: True})
        with pytest.raises(ValidationError, match="is not public"):
            PublicStoryBlock().clean(story)
        assert NOT_PUBLIC.startswith("This memory is not public")

    def test_nothing_chosen(self) -> None:
        with pytest.raises(ValidationError):
            PublicStoryBlock().clean(None)

    def test_the_editor_keeps_a_withdrawn_title_to_itself(self, stories: list[Story]) -> None:
        chooser = PublicStoryChooser()
        assert chooser.get_display_title(stories[0]) == "Memory 0"
        lifecycle.withdraw(stories[0], by=stories[0].author)
        assert chooser.get_display_title(stories[0]) == NO_LONGER
