"""An archive with something of everything in it, so that every page has something to show."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from archive.models import ShowcaseIndexPage, ShowcasePage
from media.formats import Kind
from media.models import Item, PageText, Picture
from media.transcripts import verbs
from media.transcripts.cues import Cue
from stories.models import Fund, Place, Story, StoryPart, Worry
from stories.models.states import Audience
from tests.factories import ItemFactory, StoryFactory
from tests.journeys.cast import Cast

PLACE, FUND = "rochdale-road", "work-and-trades"
SAID = (
    Cue(0, 2000, "We queued in the dark.", "Mary"),
    Cue(2000, 4500, "And the bread was hot.", "Mary"),
)
PRINTED = ("Twelve barm cakes.\n\nOne loaf, small.", "Paid with thanks.")


@dataclass(frozen=True)
class Wall:
    """One memory in each state, all by the same student, and a showcase of the public ones."""

    published: Story
    noted: Story
    draft: Story
    changes: Story
    submitted: Story
    withdrawn: Story
    held: Story
    shared: Story
    showcase: ShowcasePage
    worry: Worry


def filled(cast: Cast) -> Wall:
    """Hang it up."""
    published = _told(cast, title="The bakery at the corner", published=True)
    noted = another(cast)
    held = StoryFactory(author=cast.amina, title="What we hold back", submitted=True, held=True)
    return Wall(
        published=published,
        noted=noted,
        draft=_told(cast, title="Half a memory"),
        changes=_told(cast, title="The loud looms", changes_requested=True, teacher=cast.hale),
        submitted=_told(cast, title="Mail me at nan@example.org", submitted=True),
        withdrawn=StoryFactory(author=cast.amina, title="Taken back", withdrawn=True),
        held=held,
        shared=_told(cast, title="For the family", submitted=True, audience=Audience.FAMILY),
        showcase=showcase("What the mills taught us", published, noted),
        worry=Worry.objects.create(words="There is a phone number in it.", story=held),
    )


def another(cast: Cast) -> Story:
    """A public memory of words alone, at the same place, so that pages lead on to it.

    A note says what is hard to hear in it.
    """
    story: Story = StoryFactory(
        published=True,
        author=cast.amina,
        title="Whit walks in white",
        content_note="A little boy is lost in it for an hour.",
        when_text="summers in the 60s",
        parts=("We walked all the way.",),
        **_subjects(),
    )
    return story


def _told(cast: Cast, **state: object) -> Story:
    """Words, and one thing of every kind."""
    story: Story = StoryFactory(
        author=cast.amina,
        family=cast.family,
        parts=("We queued for barm cakes.", *_things(cast)),
        **_subjects(),
        **state,
    )
    return story


KINDS = {"image": "The shop", "audio": "Nan tells it", "video": "The oven", "document": "A bill"}


def _things(cast: Cast) -> list[StoryPart]:
    return [
        StoryPart(
            kind=StoryPart.Kind.ITEM,
            item=_with_its_words(_item(cast, kind), cast),
            caption=caption,
            description="A shop with a queue." if kind == "image" else "",
        )
        for kind, caption in KINDS.items()
    ]


def _item(cast: Cast, kind: str) -> Item:
    """A sound is long enough to be the voice at the front door."""
    longer = {"duration": 12.0} if kind == Kind.AUDIO else {}
    item: Item = ItemFactory(uploaded_by=cast.amina, **{kind: True}, **longer)
    return item


def _with_its_words(item: Item, cast: Cast) -> Item:
    """A recording with what is said in it, a paper with what its pages say."""
    if item.kind in verbs.RECORDINGS:
        verbs.save(item, SAID, by=cast.amina, number=0)
    if item.kind == Kind.DOCUMENT:
        for number, text in enumerate(PRINTED, start=1):
            PageText.objects.create(item=item, number=number, text=text)
    return item


def _subjects() -> dict[str, object]:
    return {
        "places": Place.objects.filter(slug=PLACE),
        "funds": Fund.objects.filter(slug=FUND),
    }


def showcase(title: str, *stories: Story) -> ShowcasePage:
    """A published showcase with a heading, words, a quote and these memories."""
    page = ShowcasePage(
        title=title,
        introduction="Looms, ovens and friends.",
        school=stories[0].school,
        cover=_cover(),
        body=[
            ("heading", "At work"),
            ("text", "<p>Read them <b>slowly</b>.</p>"),
            *(("story", story) for story in stories),
            ("quote", {"text": "Big mouths, no voice.", "who": "Mary"}),
        ],
    )
    ShowcaseIndexPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return page


def _cover() -> Picture:
    item = ItemFactory(image=True)
    picture = Picture(title="Looms", description="Tall looms in a row.", item=item)
    picture.take_file()
    picture.save()
    return picture


def public_pages(wall: Wall) -> list[str]:
    """Every kind of page that anybody may open."""
    return [
        "/",
        "/about/",
        "/privacy/",
        "/privacy/record/",
        "/accessibility/",
        "/stories/",
        f"/stories/?q=bakery&place={PLACE}&kind=image",
        "/stories/?q=zzzz",
        wall.published.get_absolute_url(),
        wall.noted.get_absolute_url(),
        "/places/",
        f"/places/{PLACE}/",
        "/funds/",
        f"/funds/{FUND}/",
        f"/map/?place={PLACE}",
        "/timeline/",
        "/timeline/?year=1972",
        "/showcases/",
        wall.showcase.url,
        f"{wall.showcase.url}present/",
        f"/embed/stories/{wall.published.ref}/",
        f"/embed/showcases/{wall.showcase.slug}/",
        f"/worry/?about={wall.published.get_absolute_url()}",
        "/takedown/",
        "/sign-in/",
    ]


def desk_pages(story: Story) -> list[str]:
    """Every step and every question about one memory."""
    address = reverse("desk_story", args=[story.ref])
    steps = [f"{address}#{step}" for step in ("tell", "when", "about", "people", "who")]
    record = [f"{address}record/{way}" for way in ("", "sound/", "film/", "picture/")]
    return [
        *steps,
        *record,
        f"{address}cards/",
        f"{address}check/",
        f"{address}preview/",
        f"{address}withdraw/",
    ]


def quick_pages(story: Story) -> list[str]:
    """What the quick way asks once there is a picture."""
    address = reverse("desk_story_quick_on", args=[story.ref])
    return [f"{address}?step={step}" for step in ("sentence", "place", "done")]


def tools(story: Story, room: str) -> list[str]:
    """The pages for working on its files: at the desk (`desk_item`), for staff (`admin_item`)."""
    items = [part.item for part in story.parts.all() if part.item is not None]
    pictures = [item for item in items if item.kind == Kind.IMAGE]
    recordings = [item for item in items if item.kind in verbs.RECORDINGS]
    return [
        *(reverse(f"{room}_hide", args=[item.ref]) for item in pictures),
        *(reverse(f"{room}_transcript", args=[item.ref]) for item in recordings),
    ]
