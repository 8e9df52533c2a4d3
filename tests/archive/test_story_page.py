"""The page of one memory, and the staff's preview of one that is not public yet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils.formats import date_format

from archive import records
from archive.shapes import joined
from families.models import School, User
from media.models import Item, PageText, Transcript
from stories import lifecycle
from stories.models import Fund, Place, Story, StoryPart
from tests.archive.making import showcase
from tests.factories import ItemFactory, PersonFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=student,
        title="The hooter",
        teller=PersonFactory(public_name="Rita", school=student.school, consenting=True),
        parts=[
            "First words.",
            ItemFactory(image=True, width=1800, height=1200),
            ItemFactory(audio=True),
            "Last words.",
            ItemFactory(video=True),
            ItemFactory(document=True),
        ],
        places=[Place.objects.get(slug="monsall-hospital")],
        funds=[Fund.objects.get(slug="work-and-trades")],
    )
    return made


def page(client: Client, story: Story) -> str:
    return client.get(story.get_absolute_url()).content.decode()


def test_parts_stand_in_the_tellers_order(client: Client, story: Story) -> None:
    html = page(client, story)
    html = html[html.index('<div class="reading">') :]
    names = ["First words.", "w960.jpg", "sound.m4a", "Last words.", "film.mp4", "page-2.webp"]
    places = [html.index(name) for name in names]
    assert places == sorted(places)


def test_it_leads_on(client: Client, story: Story, teacher: User) -> None:
    near = StoryFactory(published=True, title="Near", places=story.places.all())
    alike = StoryFactory(published=True, title="Alike", funds=story.funds.all())
    shown_in = showcase(story, by=teacher, title="Hooters and bells")
    showcase(story, by=teacher, live=False, title="Not out yet")
    html = page(client, story)
    for address in (
        "/places/monsall-hospital/",
        "/funds/work-and-trades/",
        near.get_absolute_url(),
        alike.get_absolute_url(),
        shown_in.url,
    ):
        assert f'href="{address}"' in html
    assert "Not out yet" not in html
    assert f"/worry/?about={story.get_absolute_url()}" in html
    assert f"/takedown/?about={story.get_absolute_url()}" in html


def test_what_other_sites_show(client: Client, story: Story) -> None:
    html = page(client, story)
    address = f"http://testserver{story.get_absolute_url()}"
    assert f'<link rel="canonical" href="{address}">' in html
    assert '<meta property="og:title" content="The hooter">' in html
    assert f'<meta property="og:image" content="{address}card.jpg">' in html


def test_how_to_cite_it(client: Client, story: Story) -> None:
    html = page(client, story)
    assert "“The hooter”. Told by Rita." in html
    assert f"http://testserver{story.get_absolute_url()}" in html


def test_what_one_may_do_with_it_and_since_when_it_is_here(client: Client, story: Story) -> None:
    html = page(client, story)
    assert "Ask us first." in html
    assert f"<dd>{date_format(story.first_published_at, 'j F Y')}</dd>" in html
    assert "<dt>Where it was</dt><dd>Monsall Hospital" in html


def test_a_picture_is_a_link_to_its_largest_copy(client: Client, story: Story) -> None:
    picture = records.find(story.ref).items[0]
    assert f'href="/files/{picture.ref}/w2400.jpg" data-opens' in page(client, story)


@pytest.mark.parametrize(
    ("width", "name"),
    [(None, "w480"), (480, "w480"), (481, "w960"), (1601, "w2400"), (9000, "w2400")],
)
def test_the_largest_copy_that_there_is(story: Story, width: int | None, name: str) -> None:
    picture = replace(records.find(story.ref).items[0], width=width)
    assert picture.largest.endswith(f"/{name}.jpg")


def test_each_page_of_a_paper_has_its_words_beside_it(client: Client, story: Story) -> None:
    paper = records.find(story.ref).items[-1]
    PageText.objects.create(item=Item.objects.get(ref=paper.ref), number=2, text="Rent: 4s 9d.")
    leaves = page(client, story).split('class="leaf"')[1:]
    assert [f"page-{paper.ref}-{n}" in leaf for n, leaf in enumerate(leaves, start=1)] == [True] * 2
    assert ["Rent: 4s 9d." in leaf for leaf in leaves] == [False, True]


def test_what_is_not_written_down_is_said(client: Client, story: Story) -> None:
    html = page(client, story)
    assert "Nobody has written down what is said in this sound yet." in html
    assert "Nobody has written down what is said in this film yet." in html
    sound = Item.objects.get(ref=records.find(story.ref).items[1].ref)
    Transcript.objects.create(item=sound, vtt="WEBVTT\n\n00:01.500 --> 00:02.000\nThe hooter.\n")
    html = page(client, story)
    assert "in this sound yet" not in html
    assert f'href="#said-{sound.ref}-1500">0:01</a>' in html


def test_only_what_is_in_it_brings_its_scripts(client: Client, story: Story, student: User) -> None:
    whole = page(client, story)
    plain = page(client, StoryFactory(published=True, author=student, parts=["Only words."]))
    for name in ("player", "picture-viewer", "paper-pages"):
        assert f"js/{name}." in whole
        assert f"js/{name}." not in plain


def test_it_can_be_read_aloud_and_in_larger_letters(client: Client, story: Story) -> None:
    html = page(client, story)
    assert "data-read-aloud hidden" in html
    assert "data-reading-here hidden" in html
    client.force_login(story.author)
    client.post("/desk/reading-help/", {"size": "larger"})
    html = page(client, story)
    assert "reading-size-larger" in html[: html.index("<head>")]
    assert f'href="/desk/reading-help/?next={story.get_absolute_url()}"' in html
    assert "data-reading-here" not in html


def test_the_tellers_words_are_never_markup(client: Client, student: User) -> None:
    story = StoryFactory(
        published=True, author=student, title="<b>Bold</b>", parts=["<script>alert(1)</script>"]
    )
    html = page(client, story)
    assert "<script>alert" not in html
    assert "&lt;b&gt;Bold&lt;/b&gt;" in html


def test_a_page_of_a_memory_is_never_cached(client: Client, story: Story) -> None:
    assert client.get(story.get_absolute_url())["Cache-Control"] == "no-cache"
    client.force_login(story.author)
    assert client.get(story.get_absolute_url())["Cache-Control"] == "private, no-store"


def test_it_asks_nobody_else_for_anything(client: Client, story: Story) -> None:
    html = page(client, story).replace("http://testserver", "")
    assert 'src="http' not in html
    assert "style=" not in html
    assert "<script>" not in html


def test_a_memory_that_never_was(client: Client) -> None:
    assert client.get("/stories/the-hooter-aaaaaaaaaa/").status_code == 404
    assert client.get("/stories/the-hooter/").status_code == 404


def test_gone_is_kind_and_says_nothing_of_it(client: Client, story: Story) -> None:
    lifecycle.withdraw(story, by=story.author)
    answer = client.get(story.get_absolute_url())
    assert answer.status_code == 410
    assert "The hooter" not in answer.content.decode()


class TestRecord:
    """What a record says of itself."""

    def record(self, **fields: object) -> records.Record:
        story = StoryFactory(published=True, **fields)
        found = records.find(story.ref)
        assert found is not None
        return found

    def test_kinds(self, story: Story) -> None:
        found = records.find(story.ref)
        assert found.kinds == ("image", "audio", "video", "document", "words")

    def test_cover_is_a_picture_before_a_film(self) -> None:
        film, picture = ItemFactory(video=True), ItemFactory(image=True)
        record = self.record(parts=[film, picture])
        assert record.cover.ref == picture.ref
        assert record.lead_item.ref == picture.ref

    def test_cover_of_a_film_is_its_poster(self) -> None:
        film = ItemFactory(video=True)
        record = self.record(parts=[film])
        assert record.cover.src == f"/files/{film.ref}/poster.jpg"
        assert record.cover.jpeg == record.cover.src
        assert record.opening == "What the mill was like."

    def test_a_small_picture_has_one_size(self) -> None:
        assert self.record(parts=[ItemFactory(width=300)]).cover.jpeg.endswith("/w480.jpg")

    def test_no_cover(self) -> None:
        assert self.record(parts=[ItemFactory(audio=True)]).cover is None

    def test_what_is_not_ready_is_left_out(self) -> None:
        item = ItemFactory()
        story = StoryFactory(published=True, parts=["Words", item])
        Item.objects.filter(pk=item.pk).update(status=Item._meta.get_field("status").default)
        assert records.find(story.ref).items == ()

    def test_empty_words_are_left_out(self) -> None:
        story = StoryFactory(published=True, parts=["Words", "More"])
        StoryPart.objects.filter(story=story, text="More").update(text="  ")
        assert records.find(story.ref).text == "Words"

    @pytest.mark.parametrize(
        ("seconds", "said"),
        [(4.5, "4 s"), (59.6, "1 min"), (130, "2 min 10 s"), (0.2, "0 s"), (3600, "60 min")],
    )
    def test_length(self, seconds: float, said: str) -> None:
        record = self.record(parts=[ItemFactory(audio=True, duration=seconds)])
        assert record.items[0].length == said

    def test_a_picture_has_no_length(self) -> None:
        assert self.record(parts=[ItemFactory()]).items[0].length == ""

    def test_opening_is_cut_after_a_whole_word(self) -> None:
        opening = self.record(parts=["word " * 100]).opening
        assert opening.split()[-1] == "…"
        assert len(opening.split()) == 61

    def test_names_as_one_says_them(self) -> None:
        assert joined([]) == ""
        assert joined(["A"]) == "A"
        assert joined(["A", "B", "C"]) == "A, B and C"

    def test_shelf_is_a_sequence(self, story: Story) -> None:
        shelf = records.Shelf()
        assert len(shelf) == 1
        assert shelf[0].title == "The hooter"
        assert [record.ref for record in shelf] == [story.ref]


class TestPreview:
    """The preview of a memory that is not public is for those who may read it."""

    def shown(self, story: Story, user: object) -> str:
        request = RequestFactory().get("/")
        request.user = user  # type: ignore[assignment]
        template = Template("{% load previews %}{% preview_of story as r %}{{ r.title }}")
        return template.render(Context({"story": story, "request": request}))

    def test_unsaved_words_are_shown_to_staff(self, student: User, teacher: User) -> None:
        story = StoryFactory(submitted=True, author=student, title="Old")
        story.title = "New, not saved"
        assert self.shown(story, teacher) == "New, not saved"

    def test_not_to_another_school(self, student: User, other_school: School) -> None:
        story = StoryFactory(submitted=True, author=student)
        with pytest.raises(PermissionDenied):
            self.shown(story, UserFactory(teacher=True, school=other_school))

    def test_not_to_a_visitor(self, student: User, client: Client) -> None:
        from django.contrib.auth.models import AnonymousUser

        story = StoryFactory(published=True, author=student)
        with pytest.raises(PermissionDenied):
            self.shown(story, AnonymousUser())

    def test_as_wagtail_draws_it(self, client: Client, student: User, teacher: User) -> None:
        story = StoryFactory(submitted=True, author=student, title="Waiting", parts=["Words."])
        client.force_login(teacher)
        session = client.cookies["sessionid"].value
        request = RequestFactory().get("/", HTTP_COOKIE=f"sessionid={session}")
        html = story.make_preview_request(request).render().content.decode()
        assert "Only you see this" in html
        assert "Words." in html
