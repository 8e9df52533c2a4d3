"""Curating in the admin: teachers of one school, and nobody else's showcases."""

from __future__ import annotations

import json

import pytest
from django.test import Client
from wagtail.models import Page
from wagtail.permissions import policy_registry

from archive import permissions
from archive.models import ShowcaseIndexPage, ShowcasePage
from families.models import School, User
from stories.models import Story
from tests.archive.making import picture, showcase
from tests.factories import StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def installed() -> None:
    permissions.install()


@pytest.fixture
def colleague(school: School) -> User:
    made: User = UserFactory(teacher=True, school=school)
    return made


@pytest.fixture
def stranger(other_school: School) -> User:
    made: User = UserFactory(teacher=True, school=other_school)
    return made


@pytest.fixture
def page(teacher: User, student: User) -> ShowcasePage:
    story: Story = StoryFactory(published=True, author=student)
    return showcase(story, by=teacher, title="Ours")


def may(user: User, page: Page) -> dict[str, bool]:
    tester = page.permissions_for_user(User.objects.get(pk=user.pk))
    verbs = ("edit", "publish", "unpublish", "delete", "move")
    return {verb: getattr(tester, f"can_{verb}")() for verb in verbs}


@pytest.mark.parametrize(
    ("who", "allowed"),
    [("teacher", True), ("colleague", True), ("stranger", False), ("student", False)],
)
@pytest.mark.parametrize("specific", [True, False])
def test_who_may_do_what_to_a_showcase(
    request: pytest.FixtureRequest, page: ShowcasePage, who: str, allowed: bool, specific: bool
) -> None:
    asked = page if specific else Page.objects.get(pk=page.pk)
    assert set(may(request.getfixturevalue(who), asked).values()) == {allowed}


def test_administrators_look_after_all(page: ShowcasePage, other_school: School) -> None:
    administrator = UserFactory(administrator=True, school=other_school)
    assert set(may(administrator, page).values()) == {True}
    assert not permissions.foreign_showcases(administrator).exists()


def test_superusers_too(page: ShowcasePage) -> None:
    assert set(may(UserFactory(is_superuser=True, school=None), page).values()) == {True}


def test_the_list_itself_is_not_the_teachers(teacher: User) -> None:
    index = ShowcaseIndexPage.objects.get()
    assert set(may(teacher, index).values()) == {False}
    tester = index.permissions_for_user(teacher)
    assert tester.can_add_subpage()
    assert tester.can_publish_subpage()
    assert not tester.can_reorder_children()


def test_the_policy_keeps_schools_apart(
    page: ShowcasePage, colleague: User, stranger: User
) -> None:
    policy = policy_registry.get_by_type(Page)
    plain = Page.objects.get(pk=page.pk)
    for user, allowed in ((colleague, True), (stranger, False)):
        assert policy.user_has_permission_for_instance(user, "change", plain) == allowed
        assert (plain in policy.explorable_instances(user)) == allowed
        listed = policy.instances_user_has_permission_for(user, "change")
        assert (plain in listed) == allowed


def test_nobody_of_no_school_looks_after_anything(page: ShowcasePage) -> None:
    rover = UserFactory(teacher=True, school=None)
    assert set(may(rover, page).values()) == {False}
    assert page in permissions.foreign_showcases(rover)


class TestAdmin:
    """The same through the admin's own addresses."""

    def test_another_school_is_refused(
        self, client: Client, page: ShowcasePage, stranger: User
    ) -> None:
        client.force_login(stranger)
        for what in ("edit/", "delete/", "unpublish/", "history/", "copy/", "move/", "usage/"):
            answer = client.get(f"/admin/pages/{page.pk}/{what}")
            assert answer.status_code in (302, 404), what
            assert page.title not in answer.content.decode()
        listing = client.get(f"/admin/pages/{page.get_parent().pk}/")
        assert "Ours" not in listing.content.decode()

    def test_a_colleague_edits_and_publishes(
        self, client: Client, page: ShowcasePage, colleague: User
    ) -> None:
        client.force_login(colleague)
        story = Story.objects.public().get()
        answer = client.post(f"/admin/pages/{page.pk}/edit/", _form(page, story))
        assert answer.status_code == 302, answer.context["form"].errors
        page.refresh_from_db()
        assert page.title == "Ours, mended"
        assert page.story_ids() == [story.pk]
        assert page.school == colleague.school

    def test_a_teacher_makes_one(self, client: Client, teacher: User, student: User) -> None:
        client.force_login(teacher)
        story = StoryFactory(published=True, author=student)
        index = ShowcaseIndexPage.objects.get()
        address = f"/admin/pages/add/archive/showcasepage/{index.pk}/"
        assert client.get(address).status_code == 200
        answer = client.post(address, _form(None, story))
        assert answer.status_code == 302, answer.context["form"].errors
        made = ShowcasePage.objects.get()
        assert made.live
        assert made.school == teacher.school
        assert client.get(made.url).status_code == 200

    def test_a_memory_that_is_not_public_is_refused(
        self, client: Client, page: ShowcasePage, teacher: User, student: User
    ) -> None:
        client.force_login(teacher)
        hidden = StoryFactory(submitted=True, author=student, title="Hush")
        answer = client.post(f"/admin/pages/{page.pk}/edit/", _form(page, hidden))
        assert answer.status_code == 200
        assert hidden.pk not in ShowcasePage.objects.get(pk=page.pk).story_ids()
        assert "Hush" not in answer.content.decode()

    def test_students_have_no_room_here(self, client: Client, student: User) -> None:
        client.force_login(student)
        assert client.get("/admin/public_memories/").status_code in (302, 403)


class TestChooser:
    """The window in which a memory is chosen."""

    @pytest.fixture(autouse=True)
    def told(self, client: Client, teacher: User, student: User) -> tuple[Story, Story]:
        client.force_login(teacher)
        self.public = StoryFactory(published=True, author=student, title="Open door")
        self.hidden = StoryFactory(submitted=True, author=student, title="Hush")
        return self.public, self.hidden

    def test_it_offers_what_is_public(self, client: Client) -> None:
        for address in ("/admin/public_memories/", "/admin/public_memories/results/"):
            text = client.get(address).content.decode()
            assert "Open door" in text
            assert "Hush" not in text

    @pytest.mark.parametrize(
        ("q", "found"), [("door", True), ("collyhurst", False), ("hush", False)]
    )
    def test_it_can_be_searched(self, client: Client, q: str, found: bool) -> None:
        text = client.get(f"/admin/public_memories/results/?q={q}").content.decode()
        assert ("Open door" in text) == found
        assert "Hush" not in text

    def test_the_chosen_one(self, client: Client) -> None:
        answer = client.get(f"/admin/public_memories/chosen/{self.public.pk}/")
        assert json.loads(answer.content)["result"]["title"] == "Open door"
        several = client.get(
            f"/admin/public_memories/chosen-multiple/?id={self.public.pk}&id={self.hidden.pk}"
        )
        assert [one["title"] for one in json.loads(several.content)["result"]] == ["Open door"]

    def test_a_number_typed_by_hand_finds_nothing(self, client: Client) -> None:
        assert client.get(f"/admin/public_memories/chosen/{self.hidden.pk}/").status_code == 404


def test_each_school_has_its_own_pictures(client: Client, teacher: User, stranger: User) -> None:
    picture(by=teacher)
    for user, count in ((teacher, 1), (stranger, 0)):
        client.force_login(user)
        shown = client.get("/admin/images/chooser/").context["results"]
        assert len(shown) == count


def _form(page: ShowcasePage | None, story: Story) -> dict[str, object]:
    return {
        "title": "Ours, mended",
        "slug": "ours",
        "introduction": "About us.",
        "cover": "",
        "palette": "paper",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "story",
        "body-0-value": str(story.pk),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "action-publish",
    }
