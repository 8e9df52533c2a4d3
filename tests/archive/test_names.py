"""No private name, username, file name, class or school in anything that the public reads."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from archive import records
from families.models import ReporterClass, School, User
from stories.models import Fund, Place, Story, StoryPart
from stories.models.parts import StoryPerson
from tests.archive.making import picture, showcase
from tests.factories import (
    ItemFactory,
    PersonFactory,
    ReporterClassFactory,
    SchoolFactory,
    StoryFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
Role = StoryPerson.Role

PRIVATE = (
    "Okonkwo",
    "Hollingworth",
    "Ormerod",
    "Thistlethwaite",
    "okonkwo-kayden-09",
    "Kayden O.",
    "9Quagga",
    "Irk Valley School",
    "nan-at-home-address.jpg",
    "Mr Petrosyan",
    "petrosyan",
)


@pytest.fixture
def told(school: School) -> Story:
    reporter_class: ReporterClass = ReporterClassFactory(school=school, name="9Quagga")
    author = UserFactory(
        student=True,
        school=school,
        reporter_class=reporter_class,
        username="okonkwo-kayden-09",
        display_name="Kayden O.",
    )
    teacher: User = UserFactory(
        teacher=True, school=school, username="petrosyan", display_name="Mr Petrosyan"
    )
    rita = PersonFactory(
        name="Margarita Hollingworth", public_name="Rita", school=school, consenting=True
    )
    kayden = PersonFactory(
        name="Kayden Okonkwo", public_name="Kayden", child=True, school=school, consenting=True
    )
    aisha = PersonFactory(
        name="Aisha Ormerod", public_name="Aisha", child=True, school=school, consenting=True
    )
    uncle = PersonFactory(name="Ernest Thistlethwaite", public_name="Uncle Ern", school=school)
    item = ItemFactory(uploaded_by=author, filename="nan-at-home-address.jpg")
    story: Story = StoryFactory(
        published=True,
        author=author,
        teacher=teacher,
        teller=rita,
        title="Rita and the hooter",
        people=[
            (kayden, Role.REPORTER),
            (aisha, Role.REPORTER),
            (aisha, Role.SHOWN),
            (uncle, Role.MENTIONED),
        ],
        parts=[item, "It went at six."],
        places=[Place.objects.get(slug="monsall-hospital")],
        funds=[Fund.objects.get(slug="caring")],
    )
    showcase(story, by=teacher, title="Hooters", cover=picture(by=teacher))
    return story


def public_html(client: Client, story: Story) -> str:
    addresses = [
        "/",
        "/stories/",
        "/stories/?q=rita",
        "/places/",
        "/places/monsall-hospital/",
        "/funds/",
        "/funds/caring/",
        "/map/",
        "/timeline/",
        "/showcases/",
        "/showcases/hooters/",
        "/showcases/hooters/present/",
        "/about/",
        story.get_absolute_url(),
    ]
    answers = [client.get(address) for address in addresses]
    assert {answer.status_code for answer in answers} == {200}
    return "\n".join(answer.content.decode() for answer in answers)


def test_nothing_private_in_public(client: Client, told: Story) -> None:
    html = public_html(client, told).casefold()
    assert [name for name in PRIVATE if name.casefold() in html] == []


def test_credits_say_who_made_it(client: Client, told: Story) -> None:
    html = client.get(told.get_absolute_url()).content.decode()
    assert "Told by Rita." in html
    assert "Gathered by Kayden and a young person." in html


def test_a_child_who_can_be_seen_is_not_named(client: Client, told: Story) -> None:
    assert "Aisha" not in public_html(client, told)


def test_people_who_do_not_own_it_see_the_same_page_byte_for_byte(
    client: Client, told: Story
) -> None:
    address = told.get_absolute_url()
    visitor = _without_aids(client.get(address).content.decode())
    seen = {}
    for role in ("student", "family_member"):
        for school in (told.school, SchoolFactory()):
            client.force_login(UserFactory(**{role: True}, school=school))
            seen[role, school.pk] = _without_aids(client.get(address).content.decode())
    signed_in = set(seen.values())
    assert len(signed_in) == 1
    # Only the link to one's own desk stands where a visitor has the one to sign in.
    to_sign_in, to_the_desk = '"/sign-in/">Sign in</a>', '"/desk/">Your desk</a>'
    assert visitor.count(to_sign_in) == 1
    assert {visitor.replace(to_sign_in, to_the_desk)} == signed_in


@pytest.mark.parametrize("role", ["author", "teller"])
def test_its_owner_sees_the_same_page_and_the_rights_over_it(
    role: str, client: Client, told: Story
) -> None:
    address = told.get_absolute_url()
    before = client.get(address)
    client.force_login(_owner(told, role))
    after = client.get(address)
    page, rights = _without_rights(_main(after.content.decode()))
    assert page == _main(before.content.decode())
    for label in ("Hide it", "Delete it", "Send me my things", "Tell someone"):
        assert rights.count(f"{label}</a>") == 1
    # The next one at a shared computer must not get it from a cache; a visitor's may be asked for.
    assert after["Cache-Control"] == "private, no-store"
    assert before["Cache-Control"] == "no-cache"


def _owner(story: Story, role: str) -> User:
    if role == "author":
        return story.author
    teller = story.people.get(role=Role.TELLER).person
    teller.user = UserFactory(family_member=True, school=story.school)
    teller.save()
    return teller.user


def _main(html: str) -> str:
    return _without_aids(html[html.index("<main") : html.index("</main>")])


AIDS = re.compile(
    r'<div class="aids no-print">.*?</div>|<script src="\S+reading-here.js"></script>', re.S
)


def _without_aids(html: str) -> str:
    """Whoever signed in chooses larger letters for the whole desk, a visitor on the page."""
    html = AIDS.sub("", html)
    return "\n".join(line for line in html.splitlines() if line.strip())


def _without_rights(html: str) -> tuple[str, str]:
    """The page without the owner's section, and that section. There is exactly one."""
    start = html.index('<section class="no-print own">')
    end = html.index("</section>", start) + len("</section>")
    assert html.count('"no-print own"') == 1
    return _without_aids(html[:start] + html[end:]), html[start:end]


class TestNames:
    """Who is called what in one memory."""

    def record(self, *people: tuple[dict[str, object], StoryPerson.Role]) -> records.Record:
        school = SchoolFactory()
        made: dict[str, object] = {}
        cast = []
        for fields, role in people:
            key = str(fields["public_name"])
            made[key] = made.get(key) or PersonFactory(school=school, consenting=True, **fields)
            cast.append((made[key], role))
        author = UserFactory(student=True, school=school)
        story = StoryFactory(published=True, author=author, teller=None, people=cast)
        for fields, _ in people:
            if fields.get("public_name") == "Hidden":
                made["Hidden"].never_publish = True  # type: ignore[attr-defined]
                made["Hidden"].save()  # type: ignore[attr-defined]
        found = records.find(story.ref)
        assert found is not None
        return found

    RITA = {"public_name": "Rita"}
    CHILD = {"public_name": "Kim", "is_child": True}
    HIDDEN = {"public_name": "Hidden"}
    HIDDEN_CHILD = {"public_name": "Hidden", "is_child": True}

    def test_grown_up_teller_who_is_shown(self) -> None:
        record = self.record((self.RITA, Role.TELLER), (self.RITA, Role.SHOWN))
        assert record.credits == ("Told by Rita.", "You can see Rita.")

    def test_child_teller(self) -> None:
        assert self.record((self.CHILD, Role.TELLER)).credits == ("Told by Kim.",)

    def test_child_teller_who_is_shown(self) -> None:
        record = self.record((self.CHILD, Role.TELLER), (self.CHILD, Role.SHOWN))
        assert record.credits == ("Told by a young person.",)

    def test_heard_beside_the_teller(self) -> None:
        record = self.record(
            (self.RITA, Role.TELLER), (self.RITA, Role.HEARD), (self.CHILD, Role.HEARD)
        )
        assert record.credits == ("Told by Rita.", "You can hear Kim.")

    def test_never_published_since(self) -> None:
        record = self.record((self.HIDDEN, Role.TELLER), (self.HIDDEN, Role.SHOWN))
        assert record.credits == ("Told by Somebody from here.",)

    def test_never_published_child(self) -> None:
        record = self.record((self.HIDDEN_CHILD, Role.TELLER))
        assert record.credits == ("Told by a young person.",)

    def test_mentioned_people_are_not_credited(self) -> None:
        record = self.record((self.RITA, Role.TELLER), (self.CHILD, Role.MENTIONED))
        assert record.credits == ("Told by Rita.",)


def test_descriptions_are_the_tellers(client: Client, told: Story) -> None:
    html = client.get(told.get_absolute_url()).content.decode()
    assert 'alt="A mill."' in html
    assert StoryPart.objects.filter(story=told, description="A mill.").exists()
