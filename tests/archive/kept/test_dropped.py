"""Each change drops the pages that show it, at once, and leaves the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from archive import returning
from archive.kept.pages import PAGES
from archive.models import Proposal, ShowcasePage
from families import consent
from families.models import Person, User
from families.models.consents import Decision, Scope
from home.models import HomePage, NavigationLink, PlainPage
from media.models import Item, Picture
from media.transcripts import holding
from stories import lifecycle
from stories.index import keeping
from stories.models import Fund, Place, Story
from stories.places import merging
from tests.archive.kept.reading import dropped, out_of_date, read, settle
from tests.archive.making import picture, showcase
from tests.archive.voices import recording
from tests.factories import FundFactory, PersonFactory, PlaceFactory, StoryFactory

pytestmark = pytest.mark.django_db


@dataclass
class World:
    """Two memories that share nothing, each with its place, its fund and its showcase."""

    author: User
    teacher: User
    lead: User
    one: Story
    other: Story
    recording: Item
    person: Person
    place: Place
    fund: Fund
    picture: Picture
    show: ShowcasePage
    draft: Story

    @property
    def pages(self) -> dict[str, str]:
        mine, theirs = self.show, ShowcasePage.objects.get(slug="theirs")
        return {
            "home": "/",
            "list": "/stories/",
            "a to z": "/stories/?sort=title",
            "list of the place": f"/stories/?place={self.place.slug}",
            "story": Story.objects.get(pk=self.one.pk).get_absolute_url(),
            "other story": self.other.get_absolute_url(),
            "place": f"/places/{self.place.slug}/",
            "other place": "/places/elsewhere/",
            "fund": f"/funds/{self.fund.slug}/",
            "other fund": "/funds/whistling/",
            "places": "/places/",
            "map": "/map/",
            "funds": "/funds/",
            "timeline": "/timeline/",
            "showcases": "/showcases/",
            "showcase": mine.url or "",
            "slides": mine.slides_url,
            "other showcase": theirs.url or "",
            "about": "/about/",
        }


@pytest.fixture
def world(student: User, teacher: User, lead: User) -> World:
    place, fund = PlaceFactory(name="Mill Lane", slug="mill-lane"), FundFactory(slug="weaving")
    elsewhere, whistling = PlaceFactory(slug="elsewhere"), FundFactory(slug="whistling")
    person = PersonFactory(consenting=True, school=student.school)
    said = recording(student)
    one = StoryFactory(
        published=True,
        author=student,
        title="The lamplighter",
        summary="",
        teller=person,
        places=[place],
        funds=[fund],
        parts=["He lit the lamps.", said],
    )
    other = StoryFactory(
        published=True,
        author=student,
        title="A whistle",
        summary="",
        places=[elsewhere],
        funds=[whistling],
        when_text="1950",
    )
    cover = picture(by=teacher)
    showcase(other, by=teacher, slug="theirs")
    return World(
        *(student, teacher, lead, one, other, said, person, place, fund, cover),
        show=showcase(one, by=teacher, cover=cover, slug="mine"),
        draft=StoryFactory(author=student, places=[place]),
    )


Change = Callable[[World], object]

OF_THE_STORY = frozenset(
    {"home", "list", "list of the place", "story", "place", "fund", "timeline"}
)
OF_THE_STORY |= {"showcase", "slides"}
LISTS = frozenset({"home", "list", "a to z", "list of the place", "timeline"})
"""What puts memories in an order."""

EVERY, FOOT = frozenset({"every page"}), frozenset({"every page with a foot"})


def edit(world: World, **fields: str) -> None:
    story = Story.objects.get(pk=world.one.pk)
    for name, value in fields.items():
        setattr(story, name, value)
    story.save_revision(user=world.author).publish(user=world.teacher)


def write_on(world: World) -> None:
    world.draft.title = "Not for anybody yet"
    world.draft.save()
    world.draft.parts.create(kind="words", text="More of it.")


def say_no(world: World) -> None:
    said = Decision.WITHDRAWN
    consent.record(person=world.person, scope=Scope.WEB, decision=said, by=world.author)


def another(world: World) -> Story:
    made: Story = StoryFactory(published=True, author=world.author, when_text="1950")
    return made


def answer(world: World) -> Story:
    made: Story = StoryFactory(published=True, author=world.author, answers=world.one)
    return made


def rename(thing: Place | Fund) -> None:
    thing.name = "Called otherwise"
    thing.save()


def change_show(world: World, **fields: object) -> None:
    page = world.show.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision(user=world.teacher).publish(user=world.teacher)


def keep_a_draft(world: World) -> None:
    page = world.show.get_latest_revision_as_object()
    page.title = "Not yet"
    page.save_revision(user=world.teacher)


def describe(world: World) -> None:
    world.picture.description = "A mill at dawn."
    world.picture.save()


def change_words(world: World) -> None:
    page = HomePage.objects.get()
    page.hero = "Come in"
    page.save_revision().publish()


def call_otherwise(world: World) -> None:
    world.person.public_name = "Nell"
    world.person.save()


def link(world: World) -> None:
    page = PlainPage.objects.get(slug="about")
    NavigationLink.objects.filter(page=page).update(words="Who we are")


def take_credit(world: World) -> None:
    Proposal.objects.create(
        showcase=world.show,
        proposed_by=world.author,
        state=Proposal.State.TAKEN,
        wants_credit=True,
        answered_by=world.teacher,
        answered_at=timezone.now(),
    )


def at_the_database(world: World) -> None:
    """As somebody at the database's own prompt, or an ``update`` in code to come."""
    Story.objects.filter(pk=world.one.pk).update(held=True)


CHANGES: dict[str, tuple[Change, set[str]]] = {
    "nothing": (lambda world: None, set()),
    "a draft is written": (write_on, set()),
    "somebody signs up": (lambda world: PersonFactory(school=world.author.school), set()),
    "the showcase has a draft": (keep_a_draft, set()),
    "its title": (lambda world: edit(world, title="Lamps"), OF_THE_STORY | {"a to z"}),
    "its summary": (lambda world: edit(world, summary="Of lamps."), OF_THE_STORY | {"a to z"}),
    "when it was": (
        lambda world: edit(world, when_text="1990"),
        OF_THE_STORY | LISTS,
    ),
    "what is hard to hear in it": (
        lambda world: edit(world, content_note="A death."),
        OF_THE_STORY | {"a to z"},
    ),
    "what a place is introduced with": (
        lambda world: Place.objects.filter(pk=world.place.pk).update(introduction="A lane."),
        OF_THE_STORY | {"a to z", "places", "map", "other place"},
    ),
    "a name": (call_otherwise, OF_THE_STORY | {"a to z"}),
    "a passage is held back": (
        lambda world: holding.hold_back(world.recording, [(0, 4000)], by=world.teacher),
        OF_THE_STORY | {"a to z"},
    ),
    "a place is called otherwise": (
        lambda world: rename(world.place),
        OF_THE_STORY | {"a to z", "places", "map", "other place"},
    ),
    "a fund is called otherwise": (
        lambda world: rename(world.fund),
        OF_THE_STORY | {"a to z", "funds", "other fund", "map"},
    ),
    "the words of the front door": (change_words, {"home"}),
    "a picture's description": (describe, {"home", "showcases", "showcase", "slides"}),
    "the showcase": (
        lambda world: change_show(world, title="Otherwise"),
        {"home", "list", "a to z", "list of the place"}
        | {"showcases", "showcase", "slides", "story"},
    ),
    "who curated": (take_credit, {"showcase", "slides"}),
    "who curated is away": (
        lambda world: User.objects.filter(pk=world.author.pk).update(is_active=False),
        {"showcase", "slides"},
    ),
    "another voice": (answer, LISTS | {"story"}),
    "another memory": (another, LISTS),
    "two places become one": (
        lambda world: merging.merge(
            world.place, Place.objects.get(slug="elsewhere"), by=world.teacher
        ),
        OF_THE_STORY | LISTS | {"places", "map", "other place", "other story"},
    ),
}


LATER = {"another memory": {"other story"}, "another voice": {"other story"}}
"""Pages to which a new memory comes along with the next change: all that it shares with the one
they show is a year. What they show already is as true as ever."""

TAKEN_AWAY: dict[str, tuple[Change, frozenset[str]]] = {
    "taken back": (
        lambda world: lifecycle.withdraw(world.one, by=world.author),
        OF_THE_STORY | LISTS | {"places", "map"},
    ),
    "deleted": (
        lambda world: lifecycle.delete(world.one, by=world.author),
        OF_THE_STORY | LISTS | {"places", "map"},
    ),
    "a no": (say_no, OF_THE_STORY | LISTS | {"places", "map"}),
    "held": (
        lambda world: lifecycle.hold(world.one, by=world.teacher, reason="A name."),
        OF_THE_STORY | LISTS | {"places", "map"},
    ),
    "many held": (
        lambda world: lifecycle.hold_all([world.one], by=world.teacher, reason="A name."),
        OF_THE_STORY | LISTS | {"places", "map"},
    ),
    "at the database itself": (at_the_database, OF_THE_STORY | LISTS | {"places", "map"}),
    "a showcase": (
        lambda world: world.show.unpublish(),
        frozenset({"home", "list", "a to z", "list of the place"})
        | {"story", "showcases", "showcase", "slides"},
    ),
    "a link in the foot": (
        lambda world: NavigationLink.objects.filter(page__slug="about").delete(),
        FOOT,
    ),
    "a page in the foot": (
        lambda world: PlainPage.objects.get(slug="about").unpublish(),
        FOOT,
    ),
    "the site stands elsewhere": (
        lambda world: Site.objects.update(site_name="Another"),
        EVERY,
    ),
    "a page behind a door": (
        lambda world: PageViewRestriction.objects.create(
            page=HomePage.objects.get(), restriction_type=PageViewRestriction.LOGIN
        ),
        EVERY,
    ),
}
"""Each from the same world: what is taken away is there again for the next."""


def gone(client: Client, pages: dict[str, str]) -> set[str]:
    found = dropped(client, pages.values())
    return {name for name, address in pages.items() if address in found}


def test_each_change_drops_what_shows_it(client: Client, world: World) -> None:
    unlike = {}
    for name, (change, expected) in CHANGES.items():
        pages = world.pages
        read(client, pages.values())
        assert gone(client, pages) == set(), name
        change(world)
        if (found := gone(client, pages)) != expected:
            unlike[name] = (found - expected, expected - found)
        keeping.catch_up()
        late = {pages[page] for page in LATER.get(name, ())}
        assert out_of_date(client, pages.values()) <= late, name
    assert unlike == {}


def test_what_is_taken_away_is_gone_from_where_it_was(client: Client, world: World) -> None:
    unlike, pages = {}, world.pages
    for name, (change, expected) in TAKEN_AWAY.items():
        PAGES.clear()
        read(client, pages.values())
        with transaction.atomic():
            change(world)
            found = gone(client, pages)
            old = out_of_date(client, pages.values())
            transaction.set_rollback(True)
        assert old == set(), name
        shown = {EVERY: set(pages), FOOT: set(pages) - {"slides"}}.get(expected, expected)
        if found != shown:
            unlike[name] = (found - shown, shown - found)
    assert unlike == {}


def test_what_comes_back_is_shown_again(client: Client, world: World) -> None:
    """A page without it was kept as well."""
    lifecycle.hold(world.one, by=world.teacher, reason="A name.")
    pages = {name: a for name, a in world.pages.items() if name != "story"}
    read(client, pages.values())
    lifecycle.release(Story.objects.get(pk=world.one.pk), by=world.lead)
    assert gone(client, pages) == (OF_THE_STORY | LISTS | {"places", "map"}) - {"story"}
    assert client.get(world.pages["story"]).status_code == 200


def test_one_that_was_welcomed_back_is_in_its_showcase_again(client: Client, world: World) -> None:
    Story.objects.filter(pk=world.one.pk).update(withdrawn_at=timezone.now())
    pages = world.pages
    read(client, pages.values())
    assert world.one.title not in client.get(pages["showcase"]).content.decode()
    returning.welcome(world.show, world.one, by=world.teacher)
    assert gone(client, pages) == {"showcase", "slides", "story"}


def test_one_that_was_taken_back_names_no_showcase_until_it_is_welcomed(
    client: Client, world: World
) -> None:
    read(client, [world.pages["story"]])
    assert world.show.title in client.get(world.pages["story"]).content.decode()
    Story.objects.filter(pk=world.one.pk).update(withdrawn_at=timezone.now())
    settle()
    assert world.show.title not in client.get(world.pages["story"]).content.decode()


def test_whoever_curated_is_asked_anew_each_day(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A yes runs out by itself, so a page with a student's name on it is made anew every day."""
    take_credit(world)
    PersonFactory(consenting=True, school=world.author.school, user=world.author)
    pages = world.pages
    read(client, pages.values())
    tomorrow = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr("archive.kept.pages.timezone.localdate", lambda: tomorrow)
    assert gone(client, pages) == {"showcase", "slides"}
