"""One memory or showcase inside a page of somebody else's, and how that page learns of it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from defusedxml import ElementTree
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from families.models import User
from stories import lifecycle
from stories.models import Place, Story
from tests.archive.making import picture, showcase
from tests.archive.outside.reading import SITE
from tests.factories import ItemFactory, PersonFactory, StoryFactory

pytestmark = pytest.mark.django_db

SIZES: list[tuple[dict[str, str], tuple[int, int], bool]] = [
    ({}, (600, 400), True),
    ({"maxwidth": "320"}, (320, 400), False),
    ({"maxwidth": "5000", "maxheight": "5000"}, (600, 400), True),
    ({"maxheight": "0"}, (600, 1), False),
    ({"maxwidth": "wide", "maxheight": "²"}, (600, 400), True),
]
"""What is asked for at most, what is given, and whether the card is offered with it."""

NOTHING = (
    "https://elsewhere.example/stories/a-aaaaaaaaaa/",
    "http://testserver@elsewhere.example/stories/",
    "http://[testserver/stories/",
    "javascript:alert(1)",
    "http://testserver/",
    "http://testserver/places/collyhurst/",
    "http://testserver/showcases/",
    "http://testserver/showcases/none/",
    "http://testserver/showcases/a/b/",
    "http://testserver/nowhere",
    "http://testserver/stories/a-zzzzzzzzzz/",
)


@pytest.fixture
def story(student: User) -> Story:
    made: Story = StoryFactory(
        published=True,
        author=student,
        title="The “hooter” <loud>",
        teller=PersonFactory(public_name="Rita", school=student.school, consenting=True),
        parts=["First words.", ItemFactory(uploaded_by=student), ItemFactory(audio=True)],
        places=Place.objects.filter(slug="collyhurst"),
    )
    return made


def framed(story: Story) -> str:
    return f"/embed/stories/{story.ref}/"


def asked(client: Client, address: str, **wishes: Any) -> Any:
    return client.get("/oembed/", {"url": address, **wishes})


class TestFramed:
    """The page that stands in the frame."""

    def test_any_site_may_frame_it_and_no_other_page(self, client: Client, story: Story) -> None:
        for address, anybody in ((framed(story), True), (story.get_absolute_url(), False)):
            answer = client.get(address)
            assert ("frame-ancestors *" in answer["Content-Security-Policy"]) == anybody
            assert answer.has_header("X-Frame-Options") != anybody

    @pytest.mark.parametrize("gone", [False, True])
    def test_it_is_nobodys(self, client: Client, story: Story, gone: bool, settings: Any) -> None:
        """The same for somebody who is signed in, no cookie read and none set."""
        settings.STAFF_SECOND_FACTOR = True
        if gone:
            lifecycle.withdraw(story, by=story.author)
        strangers = client.get(framed(story))
        client.force_login(story.author)
        own = client.get(framed(story))
        assert own.content == strangers.content
        for answer in (strangers, own):
            assert not answer.cookies
            assert "Cookie" not in answer.get("Vary", "")
            assert answer["Cache-Control"] == "no-cache"
            assert answer["X-Robots-Tag"] == "noindex"

    def test_it_asks_the_session_nothing(self, client: Client, story: Story) -> None:
        client.force_login(story.author)
        with CaptureQueriesContext(connection) as queries:
            client.get(framed(story))
        assert len(queries) == 6
        asked = " ".join(query["sql"] for query in queries)
        assert "stories_story" in asked
        assert "django_session" not in asked

    def test_what_it_shows(self, client: Client, story: Story) -> None:
        html = client.get(framed(story)).content.decode()
        address = f"{SITE}{story.get_absolute_url()}"
        assert html.count("<h1>") == 1
        assert "The “hooter” &lt;loud&gt;" in html
        assert "Told by Rita" in html
        assert "/w480.jpg" in html or "/w960.jpg" in html
        assert "/sound.m4a" in html
        assert f'rel="canonical" href="{address}"' in html
        assert "<script" not in html

    def test_every_link_opens_beside_it(self, client: Client, story: Story, teacher: User) -> None:
        page = showcase(story, by=teacher, cover=picture(by=teacher))
        for address in (framed(story), f"/embed/showcases/{page.slug}/", "/embed/stories/nope/"):
            html = client.get(address).content.decode()
            links = [link.split(">")[0] for link in html.split("<a ")[1:]]
            assert links
            assert all('target="_blank" rel="noopener"' in link for link in links), address

    def test_a_showcase(self, client: Client, story: Story, teacher: User) -> None:
        page = showcase(story, by=teacher, title="Hooters", cover=picture(by=teacher))
        html = client.get(f"/embed/showcases/{page.slug}/").content.decode()
        assert "Hooters" in html
        assert f'href="{SITE}{page.url}"' in html
        page.unpublish()
        assert client.get(f"/embed/showcases/{page.slug}/").status_code == 404

    def test_no_more_than_the_page_itself(self, client: Client, story: Story) -> None:
        assert client.get("/embed/stories/zzzzzzzzzz/").status_code == 404
        draft = StoryFactory(submitted=True, author=story.author)
        assert client.get(framed(draft)).status_code == 404
        lifecycle.withdraw(story, by=story.author)
        gone = client.get(framed(story))
        assert gone.status_code == 410
        assert "hooter" not in gone.content.decode()

    def test_only_to_be_read(self, client: Client, story: Story) -> None:
        assert client.post(framed(story)).status_code == 405


class TestOEmbed:
    """What another site is told."""

    def test_a_memory(self, client: Client, story: Story) -> None:
        answer = asked(client, f"{SITE}{story.get_absolute_url()}")
        said = answer.json()
        assert (said["version"], said["type"]) == ("1.0", "rich")
        assert (said["title"], said["author_name"]) == (story.title, "Rita")
        assert f'src="{SITE}{framed(story)}"' in said["html"]
        assert 'title="The “hooter” &lt;loud&gt;"' in said["html"]
        assert said["thumbnail_url"] == f"{SITE}{story.get_absolute_url()}card.jpg"
        assert answer["Access-Control-Allow-Origin"] == "*"

    def test_as_xml(self, client: Client, story: Story, teacher: User) -> None:
        page = showcase(story, by=teacher, title="Hooters & \x0bbells")
        answer = asked(client, f"{SITE}{page.url}present/", format="xml")
        assert answer["Content-Type"] == "text/xml; charset=utf-8"
        root = ElementTree.fromstring(answer.content)
        assert root.findtext("title") == "Hooters & bells"
        assert root.find("author_name") is None
        assert f"/embed/showcases/{page.slug}/" in root.findtext("html")

    def test_no_larger_than_it_may_be(self, client: Client, story: Story) -> None:
        for wishes, size, has_card in SIZES:
            said = asked(client, f"{SITE}{story.get_absolute_url()}", **wishes).json()
            assert (said["width"], said["height"]) == size, wishes
            assert f'width="{size[0]}" height="{size[1]}"' in said["html"]
            assert ("thumbnail_url" in said) == has_card, wishes

    def test_nothing_of_what_is_not_ours_or_not_there(self, client: Client) -> None:
        assert asked(client, "").status_code == 400
        for address in NOTHING:
            assert asked(client, address).status_code == 404, address

    def test_no_more_than_the_page_itself(self, client: Client, story: Story) -> None:
        draft = StoryFactory(submitted=True, author=story.author)
        assert asked(client, f"{SITE}{draft.get_absolute_url()}").status_code == 404
        lifecycle.withdraw(story, by=story.author)
        answer = asked(client, f"{SITE}{story.get_absolute_url()}")
        assert answer.status_code == 410
        assert "hooter" not in answer.content.decode()

    def test_a_format_that_we_do_not_speak(self, client: Client, story: Story) -> None:
        address = quote(f"{SITE}{story.get_absolute_url()}")
        assert client.get(f"/oembed/?url={address}&format=yaml").status_code == 501
