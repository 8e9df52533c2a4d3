"""The blocks of a showcase: what they refuse, how they show, and how they close."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.blocks import StreamBlock

from archive.blocks import NOT_PUBLIC, SHOWCASE_BLOCKS
from archive.checking import NO_SUCH, NO_TIME, NOT_ITS_WORDS
from archive.models import ShowcasePage
from archive.showcases import Section, content_of
from families.models import User
from media.formats import Kind
from media.models import HeldPassage, Picture
from stories import lifecycle
from stories.models import Fund, Place, Story
from tests.archive.making import picture, showcase
from tests.archive.voices import spoken
from tests.factories import ItemFactory, PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db

STREAM = StreamBlock(SHOWCASE_BLOCKS)


@pytest.fixture
def voice(student: User) -> Story:
    return spoken(student, title="Over the shop")


@pytest.fixture
def seen(student: User) -> Story:
    parts = [
        ItemFactory(uploaded_by=student),
        ItemFactory(uploaded_by=student),
        ItemFactory(video=True, uploaded_by=student),
    ]
    places = Place.objects.filter(slug="rochdale-road")
    story: Story = StoryFactory(
        published=True,
        author=student,
        title="The looms",
        parts=parts,
        places=places,
        funds=Fund.objects.all()[:1],
        when_text="1963",
    )
    return story


@pytest.fixture
def shown(teacher: User) -> Picture:
    return picture(by=teacher, description="The road now.")


def clean(kind: str, value: dict[str, Any]) -> Any:
    """As the editor cleans it."""
    block = STREAM.child_blocks[kind]
    return block.clean(block.to_python(value))


def said(caught: pytest.ExceptionInfo[ValidationError]) -> str:
    """Every sentence under every field."""
    found: list[str] = []

    def walk(error: Any) -> None:
        inner = getattr(error, "block_errors", None)
        if inner:
            for each in inner.values() if isinstance(inner, dict) else inner:
                if each is not None:
                    walk(each)
        else:
            found.extend(error.messages)

    walk(caught.value)
    return " ".join(found)


def only(page: ShowcasePage, kind: str) -> Section:
    (section,) = [one for one in content_of(page).sections if one.kind == kind]
    return section


class TestVoiceClip:
    """Some seconds of a public recording, with the words of those seconds."""

    @pytest.mark.parametrize(
        ("value", "sentence"),
        [
            ({"start": "0:04", "end": "0:09"}, ""),
            ({"start": "4.5", "end": "9"}, ""),
            ({"start": "soon", "end": "0:09"}, NO_TIME),
            ({"start": "0:04", "end": "later"}, NO_TIME),
            ({"start": "0:09", "end": "0:04"}, "The end has to come after the beginning."),
            ({"start": "0:04", "end": "0:45"}, "This recording is 20 s long."),
            ({"start": "0:00", "end": "9:00"}, "three minutes at most"),
            ({"start": "0:04", "end": "0:09", "which": 2}, NO_SUCH[Kind.AUDIO]),
        ],
    )
    def test_which_seconds(self, voice: Story, value: dict[str, Any], sentence: str) -> None:
        given = {"story": voice.pk, "which": 1, "caption": ""} | value
        if not sentence:
            assert clean("clip", given)["start"] == value["start"]
            return
        with pytest.raises(ValidationError) as caught:
            clean("clip", given)
        assert sentence in said(caught)

    def test_not_what_is_held_back(self, voice: Story) -> None:
        item = voice.parts.get(kind="item").item
        HeldPassage.objects.create(item=item, start_ms=5000, end_ms=6000)
        value = {"story": voice.pk, "which": 1, "start": "0:04", "end": "0:09", "caption": ""}
        with pytest.raises(ValidationError) as caught:
            clean("clip", value)
        assert "held back" in said(caught)
        clean("clip", value | {"start": "0:06"})

    def test_not_of_a_memory_that_is_not_public(self, student: User) -> None:
        hidden = StoryFactory(submitted=True, author=student, parts=[ItemFactory(audio=True)])
        with pytest.raises(ValidationError) as caught:
            clean("clip", {"story": hidden.pk, "which": 1, "start": "0", "end": "2"})
        assert NOT_PUBLIC in said(caught)

    @pytest.fixture
    def page(self, voice: Story, teacher: User) -> ShowcasePage:
        value = {"story": voice, "which": 1, "start": "0:04", "end": "0:09", "caption": "Hot"}
        return showcase(by=teacher, body=[("clip", value)])

    @pytest.mark.parametrize("slides", [False, True], ids=["page", "slides"])
    def test_it_plays_its_seconds_and_says_its_words(
        self, client: Client, page: ShowcasePage, voice: Story, slides: bool
    ) -> None:
        text = client.get(page.slides_url if slides else page.url).content.decode()
        item = voice.parts.get(kind="item").item
        assert f'src="/files/{item.ref}/sound.m4a#t=4,9"' in text
        assert 'data-from="4" data-to="9"' in text
        assert "The bread was hot at five." in text
        assert "We lived over the shop." not in text
        assert "Nobody had a key." not in text
        assert "design/js/clip" in text

    def test_its_band_is_that_of_its_seconds(self, page: ShowcasePage) -> None:
        clip = only(page, "clip").clip
        assert clip is not None
        assert clip.peaks == (4, 5, 6, 7, 8)
        assert clip.length == "0:05"

    def test_it_goes_when_its_seconds_are_held_back_later(
        self, page: ShowcasePage, voice: Story
    ) -> None:
        item = voice.parts.get(kind="item").item
        HeldPassage.objects.create(item=item, start_ms=8000, end_ms=12000)
        assert content_of(page).sections == ()

    def test_one_that_cannot_be_read_is_left_out(self, voice: Story, teacher: User) -> None:
        broken = {"story": voice, "which": 1, "start": "x", "end": "0:09"}
        missing = {"story": voice, "which": 7, "start": "0", "end": "9"}
        page = showcase(by=teacher, body=[("clip", broken), ("clip", missing)])
        assert content_of(page).sections == ()


class TestPullQuote:
    """A teller’s own words."""

    @pytest.mark.parametrize(
        ("text", "fits"),
        [
            ("Words of it", True),
            ('words  of\nit, "every one"', True),
            ("The bread was hot at five. Nobody had a key.", True),
            ("The bread was cold at five.", False),
            ("  ", False),
        ],
    )
    def test_word_for_word(self, voice: Story, text: str, fits: bool) -> None:
        value = {"story": voice.pk, "text": text}
        if fits:
            assert clean("pull_quote", value)["text"] == text
            return
        with pytest.raises(ValidationError):
            clean("pull_quote", value)

    def test_what_is_said_about_it(self, voice: Story) -> None:
        with pytest.raises(ValidationError) as caught:
            clean("pull_quote", {"story": voice.pk, "text": "Never said."})
        assert said(caught) == NOT_ITS_WORDS

    def test_it_names_its_teller_as_the_record_does(
        self, client: Client, student: User, teacher: User
    ) -> None:
        mary = PersonFactory(
            name="Mary Surname", public_name="Mary", school=student.school, consenting=True
        )
        story = spoken(student, teller=mary)
        page = showcase(by=teacher, body=[("pull_quote", {"story": story, "text": "Words of it"})])
        text = client.get(page.url).content.decode()
        assert "<strong>Mary</strong>" in text
        assert "Surname" not in text

    def test_it_goes_when_the_memory_does_not_say_it(self, voice: Story, teacher: User) -> None:
        page = showcase(by=teacher, body=[("pull_quote", {"story": voice, "text": "Words of it"})])
        assert only(page, "quote").who
        voice.parts.filter(kind="words").update(text="Other words.")
        assert content_of(page).sections == ()


class TestPictures:
    """Large ones, galleries, then and now, films."""

    def test_a_large_picture(self, client: Client, seen: Story, teacher: User) -> None:
        body = [("picture_story", {"story": seen, "caption": "Our line"})]
        page = showcase(by=teacher, body=body)
        for address in (page.url, page.slides_url):
            text = client.get(address).content.decode()
            assert "Our line" in text
            assert "The looms" in text

    def test_a_memory_without_a_picture_is_told_in_words(
        self, client: Client, voice: Story, teacher: User
    ) -> None:
        body = [("picture_story", {"story": voice, "caption": "Our line"})]
        page = showcase(by=teacher, body=body)
        assert only(page, "story").text == "Our line"
        assert "Our line" in client.get(page.url).content.decode()
        assert "Our line" in client.get(page.slides_url).content.decode()

    def gallery(self, seen: Story, shown: Picture, teacher: User) -> ShowcasePage:
        panes = [
            {"story": seen, "which": 1, "caption": "A loom"},
            {"story": seen, "which": 2, "caption": ""},
            {"story": None, "which": 1, "picture": shown, "caption": "The road"},
        ]
        return showcase(by=teacher, body=[("gallery", {"title": "Looms", "pictures": panes})])

    def test_a_gallery(self, client: Client, seen: Story, shown: Picture, teacher: User) -> None:
        page = self.gallery(seen, shown, teacher)
        panes = only(page, "gallery").panes
        assert [pane.caption for pane in panes] == ["A loom", "The mill", "The road"]
        assert client.get(page.url).content.decode().count("gallery__panes") == 1
        slides = client.get(page.slides_url).context["slides"]
        assert [slide.kind for slide in slides] == ["cover", "picture", "picture", "picture", "end"]

    def test_a_gallery_of_one_is_a_picture_and_of_none_is_gone(
        self, client: Client, seen: Story, shown: Picture, teacher: User
    ) -> None:
        page = self.gallery(seen, shown, teacher)
        lifecycle.withdraw(seen, by=seen.author)
        assert only(page, "picture").text == "The road"
        assert "The looms" not in client.get(page.url).content.decode()
        shown.item.status = "waiting"
        shown.item.save()
        assert content_of(page).sections == ()

    def test_then_and_now(self, client: Client, seen: Story, shown: Picture, teacher: User) -> None:
        sides = {
            "then": {"story": seen, "which": 1, "caption": "1963"},
            "now": {"story": None, "which": 1, "picture": shown, "caption": ""},
        }
        page = showcase(by=teacher, body=[("pair", sides)])
        assert [pane.side for pane in only(page, "pair").panes] == ["Then", "Now"]
        for address in (page.url, page.slides_url):
            assert 'alt="The road now."' in client.get(address).content.decode()
        lifecycle.withdraw(seen, by=seen.author)
        assert [one.kind for one in content_of(page).sections] == ["picture"]

    @pytest.mark.parametrize(
        ("filled", "sentence"),
        [("both", "Choose one"), ("neither", "Choose one"), ("ninth", NO_SUCH[Kind.IMAGE])],
    )
    def test_a_pane_is_one_picture(
        self, seen: Story, shown: Picture, filled: str, sentence: str
    ) -> None:
        pane = {
            "both": {"story": seen.pk, "which": 1, "picture": shown.pk},
            "neither": {"story": None, "which": 1, "picture": None},
            "ninth": {"story": seen.pk, "which": 9, "picture": None},
        }[filled] | {"caption": ""}
        fine = {"story": seen.pk, "which": 1, "picture": None, "caption": ""}
        with pytest.raises(ValidationError) as caught:
            clean("pair", {"then": fine, "now": pane})
        assert sentence in said(caught)
        clean("pair", {"then": fine, "now": fine | {"story": None, "picture": shown.pk}})

    def test_a_film(self, client: Client, seen: Story, teacher: User) -> None:
        clean("film", {"story": seen.pk, "which": 1, "caption": ""})
        with pytest.raises(ValidationError) as caught:
            clean("film", {"story": seen.pk, "which": 2, "caption": ""})
        assert said(caught) == NO_SUCH[Kind.VIDEO]
        page = showcase(
            by=teacher, body=[("film", {"story": seen, "which": 1, "caption": "Noise"})]
        )
        text = client.get(page.url).content.decode()
        assert "film.mp4" in text
        assert "Noise" in text
        seen.parts.filter(item__kind=Kind.VIDEO).delete()
        assert content_of(page).sections == ()


class TestTheWhole:
    """What is made of all the memories in it, and what stands above them."""

    @pytest.mark.parametrize("slides", [False, True], ids=["page", "slides"])
    def test_map_and_timeline(
        self, client: Client, seen: Story, voice: Story, teacher: User, slides: bool
    ) -> None:
        body = [
            ("story", seen),
            ("story", voice),
            ("map", {"title": "Our streets"}),
            ("timeline", {"title": "Our years"}),
        ]
        page = showcase(by=teacher, body=body)
        text = client.get(page.slides_url if slides else page.url).content.decode()
        assert 'data-pin="rochdale-road"' in text
        assert "The 1960s" in text
        assert "Our streets" in text
        assert "Our years" in text
        assert [pin.key for pin in only(page, "map").pins] == ["rochdale-road"]

    def test_they_go_with_what_they_are_made_of(
        self, client: Client, seen: Story, teacher: User
    ) -> None:
        body = [("story", seen), ("map", {"title": ""}), ("timeline", {"title": ""})]
        page = showcase(by=teacher, body=body)
        assert only(page, "map").title == "Where it was"
        lifecycle.withdraw(seen, by=seen.author)
        assert content_of(page).sections == ()
        assert "The looms" not in client.get(page.url).content.decode()

    def test_chapters_are_counted_as_they_are_shown(
        self, client: Client, seen: Story, voice: Story, teacher: User
    ) -> None:
        def chapter(title: str) -> tuple[str, dict[str, str]]:
            return "chapter", {"title": title, "text": ""}

        body = [
            chapter("Looms"),
            ("heading", "At work"),
            ("story", seen),
            chapter("Bread"),
            ("story", voice),
            chapter("Nothing"),
            ("heading", "Alone"),
        ]
        page = showcase(by=teacher, body=body)
        chapters = content_of(page).chapters
        assert [(one.number, one.title) for one in chapters] == [(1, "Looms"), (2, "Bread")]
        text = client.get(page.url).content.decode()
        assert 'href="#chapter-2"' in text
        assert "Nothing" not in text
        lifecycle.withdraw(seen, by=seen.author)
        assert content_of(page).chapters == ()
        assert [one.title for one in content_of(page).sections if one.number] == ["Bread"]
        assert "At work" not in client.get(page.url).content.decode()


def test_queries_do_not_grow(student: User, teacher: User) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked(number: int) -> int:
        told = [spoken(student) for _ in range(number)]
        body: list[Any] = [("chapter", {"title": "One", "text": ""})]
        for story in told:
            clip = {"story": story, "which": 1, "start": "0", "end": "4", "caption": ""}
            quote = {"story": story, "text": "Words of it"}
            body += [("story", story), ("clip", clip), ("pull_quote", quote)]
        body += [("map", {"title": ""}), ("timeline", {"title": ""})]
        page = ShowcasePage.objects.get(pk=showcase(by=teacher, body=body).pk)
        with CaptureQueriesContext(connection) as queries:
            content_of(page)
        return len(queries)

    assert asked(2) == asked(9)
