"""What each public page tells machines that it is about."""

from __future__ import annotations

import pytest
from django.test import Client

from archive.models import ShowcasePage
from families.models import User
from stories.models import Fund, Place, Story
from stories.models.parts import StoryPerson
from tests.archive.making import picture, showcase
from tests.archive.outside.reading import SITE, graph
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.media.answers import body

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=student,
        title="The <hooter> & the bell",
        teller=PersonFactory(public_name="Rita", school=student.school, consenting=True),
        parts=[
            "First words.",
            ItemFactory(image=True, width=1800, height=1200),
            ItemFactory(audio=True),
            ItemFactory(video=True),
            ItemFactory(document=True),
        ],
        places=Place.objects.filter(slug="monsall-hospital"),
        funds=Fund.objects.filter(slug="work-and-trades"),
    )
    return made


@pytest.fixture
def shown_in(story: Story, teacher: User) -> ShowcasePage:
    return showcase(story, by=teacher, title="Hooters", cover=picture(by=teacher))


def test_home_is_a_site_that_can_be_searched(client: Client) -> None:
    site, keeper = graph(client, "/")
    assert (site["@type"], site["url"]) == ("WebSite", f"{SITE}/")
    action = site["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{SITE}/stories/?q={{search_term_string}}"
    assert keeper["@type"] == "ArchiveOrganization"
    assert site["publisher"]["@id"] == keeper["@id"]


def test_a_memory(client: Client, story: Story, shown_in: ShowcasePage) -> None:
    memory, trail = graph(client, story.get_absolute_url())
    assert memory["@type"] == "Article"
    assert memory["name"] == "The <hooter> & the bell"
    assert memory["author"] == [{"@type": "Person", "name": "Rita"}]
    assert memory["temporalCoverage"] == "1972~"
    assert memory["datePublished"] and memory["dateModified"]
    (place,) = memory["contentLocation"]
    assert place["containedInPlace"]["name"] == "Harpurhey, Manchester"
    assert "geo" not in place
    assert [one["name"] for one in memory["about"]] == ["Work and trades"]
    assert memory["isPartOf"][1]["name"] == "Hooters"
    kinds = [one["@type"] for one in memory["associatedMedia"]]
    assert kinds == ["ImageObject", "AudioObject", "VideoObject", "DigitalDocument"]
    assert [step["name"] for step in trail["itemListElement"]] == [
        "Home",
        "Stories",
        place["name"],
        memory["name"],
    ]


def test_every_file_that_is_named_is_there(client: Client, story: Story) -> None:
    memory, _ = graph(client, story.get_absolute_url())
    for one in memory["associatedMedia"]:
        for name in {"contentUrl", "thumbnailUrl"} & one.keys():
            answer = client.get(one[name].removeprefix(SITE))
            assert answer.status_code == 200, one
            assert body(answer)
            assert answer["Content-Type"] == one["encodingFormat"] or name == "thumbnailUrl"


def test_what_people_typed_cannot_end_the_element(client: Client, story: Story) -> None:
    html = client.get(story.get_absolute_url()).content.decode()
    said = html.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert not set("<>&") & set(said)


def test_one_sound_without_words_is_a_sound(client: Client, student: User) -> None:
    story = StoryFactory(published=True, author=student, parts=[ItemFactory(audio=True)])
    memory, _ = graph(client, story.get_absolute_url())
    assert (memory["@type"], memory["duration"]) == ("AudioObject", "PT4S")
    assert memory["contentUrl"].endswith("/sound.m4a")
    assert memory["name"] == story.title


def test_several_things_without_words_are_a_work(client: Client, student: User) -> None:
    parts = [ItemFactory(audio=True), ItemFactory(image=True)]
    story = StoryFactory(published=True, author=student, parts=parts)
    memory, _ = graph(client, story.get_absolute_url())
    assert memory["@type"] == "CreativeWork"
    assert len(memory["associatedMedia"]) == 2


def test_a_child_who_can_be_seen_is_nobodys_author(client: Client, student: User) -> None:
    child = PersonFactory(
        child=True,
        name="Kayden Okafor",
        public_name="Kayden",
        school=student.school,
        consenting=True,
    )
    story = StoryFactory(
        published=True,
        author=student,
        teller=child,
        people=[(child, StoryPerson.Role.SHOWN)],
        parts=["Words.", ItemFactory(uploaded_by=student)],
    )
    memory, _ = graph(client, story.get_absolute_url())
    assert "author" not in memory
    assert memory["creditText"] == "Told by a young person."
    assert "Okafor" not in client.get(story.get_absolute_url()).content.decode()


def test_a_showcase_and_the_memories_in_it(
    client: Client, story: Story, shown_in: ShowcasePage
) -> None:
    collection, trail = graph(client, shown_in.url)
    assert (collection["@type"], collection["name"]) == ("Collection", "Hooters")
    assert [one["name"] for one in collection["hasPart"]] == [story.title]
    assert collection["image"].startswith(f"{SITE}/files/")
    assert len(trail["itemListElement"]) == 3


def test_a_showcase_names_what_its_panes_and_stops_show(
    client: Client, story: Story, teacher: User
) -> None:
    second = StoryFactory(
        published=True,
        author=story.author,
        title="Another",
        parts=[ItemFactory(image=True, uploaded_by=story.author)],
    )
    panes = [{"story": one, "picture": None, "caption": ""} for one in (story, second)]
    gallery = showcase(
        by=teacher, title="In pictures", body=[("gallery", {"title": "Looms", "pictures": panes})]
    )
    (collection, _), names = graph(client, gallery.url), {story.title, "Another"}
    assert {one["name"] for one in collection["hasPart"]} == names
    years = [("story", story), ("timeline", {"title": "Our years"}), ("story", second)]
    collection, _ = graph(client, showcase(by=teacher, title="Years", body=years).url)
    assert [one["name"] for one in collection["hasPart"]] == [story.title, "Another"]


@pytest.mark.parametrize(("basis", "located"), [("sourced", True), ("estimate", False)])
def test_a_place_is_where_somebody_looked_it_up(client: Client, basis: str, located: bool) -> None:
    Place.objects.filter(slug="collyhurst").update(basis=basis)
    place, trail = graph(client, "/places/collyhurst/")
    assert (place["@type"], "geo" in place) == ("Place", located)
    assert trail["itemListElement"][-1]["item"] == f"{SITE}/places/collyhurst/"


def test_a_fund_is_one_of_the_words_of_the_archive(client: Client) -> None:
    term, trail = graph(client, "/funds/neighbours/")
    assert (term["@type"], term["inDefinedTermSet"]) == ("DefinedTerm", f"{SITE}/funds/")
    assert term["description"]
    assert len(trail["itemListElement"]) == 3
