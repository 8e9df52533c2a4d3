"""Role by route: who gets through to a memory, by every address that Wagtail gives it."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from families.models import User
from stories.models import Fund, Place, Story, Worry
from stories.moderation.viewset import ModerationViewSet
from tests.factories import PlaceFactory, StoryFactory, UserFactory
from tests.stories.moderation.addresses import addresses, names

pytestmark = pytest.mark.django_db

TITLE = "The secret of the dye works"
CHOOSER = "wagtailsnippetchoosers_stories_story"
OF_A_ROW = {"pk", "ref", "reporter_class"}


@pytest.fixture
def story(student: User) -> Story:
    return StoryFactory(submitted=True, author=student, title=TITLE, places=[PlaceFactory()])


def known(story: Story) -> dict[str, Any]:
    revision = story.latest_revision
    state = story.current_workflow_state
    return {
        "pk": story.pk,
        "ref": story.ref,
        "verb": "take_up",
        "number": 0,
        "place": story.places.get().pk,
        "person": story.people.get().person_id,
        "reporter_class": story.reporter_class_id,
        "revision_id": revision.pk,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "action_name": "approve",
        "task_state_id": state.current_task_state.pk,
        "task_id": state.current_task_state.task_id,
        "workflow_state_id": state.pk,
    }


def ask_all(client: Client, story: Story, *, rows_only: bool = True) -> dict[str, HttpResponse]:
    """The answer of each address that names the memory; asked by GET and by POST."""
    takes = dict(names("moderation"))
    answers = {}
    for name, url in addresses("moderation", known(story)):
        if rows_only and not takes[name] & OF_A_ROW:
            continue
        answers[f"GET {name}"] = client.get(url)
        answers[f"POST {name}"] = client.post(url)
    return answers


def teacher_elsewhere() -> User:
    return UserFactory(teacher=True)


def lead_elsewhere() -> User:
    return UserFactory(lead=True)


def superuser() -> User:
    return UserFactory(administrator=True, is_superuser=True, school=None)


def superuser_of_the_school(story: Story) -> User:
    return UserFactory(administrator=True, is_superuser=True, school=story.school)


@pytest.mark.parametrize("stranger", [teacher_elsewhere, lead_elsewhere, superuser])
def test_beyond_the_boundary_nothing_is_found(client: Client, story: Story, stranger: Any) -> None:
    before = Story.objects.values().get(pk=story.pk)
    client.force_login(stranger())

    for asked, answer in ask_all(client, story).items():
        assert answer.status_code == 404, asked
        assert TITLE not in answer.content.decode(), asked
    assert Story.objects.values().get(pk=story.pk) == before


def test_an_administrator_of_the_school_is_not_its_staff(client: Client, story: Story) -> None:
    client.force_login(superuser_of_the_school(story))

    assert {a.status_code for a in ask_all(client, story).values()} == {404}


@pytest.mark.parametrize("trait", ["student", "family_member"])
def test_contributors_never_enter(client: Client, story: Story, trait: str) -> None:
    client.force_login(UserFactory(school=story.school, **{trait: True}))

    for asked, answer in ask_all(client, story, rows_only=False).items():
        assert answer.status_code == 302, asked
        assert "/admin/moderation" not in answer.url.split("?")[0], asked


def test_strangers_are_sent_to_sign_in(client: Client, story: Story) -> None:
    for asked, answer in ask_all(client, story, rows_only=False).items():
        assert answer.status_code == 302, asked
        followed = client.get(answer.url)
        assert followed.url.startswith("/sign-in/?next="), asked


def test_a_teacher_of_the_school_gets_through_except_where_it_is_closed(
    client: Client, story: Story, teacher: User
) -> None:
    client.force_login(teacher)
    takes = dict(names("moderation"))

    for name, url in addresses("moderation", known(story)):
        answer = client.get(url)
        is_closed = name in ModerationViewSet.closed or name == "undo"  # Nothing was decided yet.
        expected = {404} if is_closed else {200, 405}
        assert answer.status_code in expected, (name, takes[name])


@pytest.mark.parametrize("frozen", [{"submitted": True, "held": True}, {"sealed": True}])
def test_what_is_frozen_is_the_leads_alone(
    client: Client, student: User, teacher: User, lead: User, frozen: dict[str, bool]
) -> None:
    story = StoryFactory(author=student, title=TITLE, **frozen)
    review = reverse("moderation:review", args=[story.ref])

    client.force_login(teacher)
    assert client.get(review).status_code == 404
    assert TITLE not in client.get(reverse("moderation:list")).content.decode()
    client.force_login(lead)
    assert client.get(review).status_code == 200


@pytest.mark.parametrize("who", ["teacher_elsewhere", "superuser"])
def test_the_list_and_the_chooser_name_nothing_from_beyond(
    client: Client, story: Story, who: str
) -> None:
    client.force_login(globals()[who]())
    words = {"pk": str(story.pk)}

    for name, url in [*addresses("moderation", known(story)), *addresses(CHOOSER, words)]:
        answer = client.get(f"{url}?id={story.pk}&q=secret&status=submitted")
        assert TITLE not in answer.content.decode(), name
    assert client.get(reverse(f"{CHOOSER}:chosen", args=[story.pk])).status_code in (302, 404)


def test_the_chooser_offers_a_teacher_their_own_school(
    client: Client, story: Story, teacher: User
) -> None:
    client.force_login(teacher)

    assert TITLE in client.get(reverse(f"{CHOOSER}:choose_results")).content.decode()
    assert client.get(reverse(f"{CHOOSER}:chosen", args=[story.pk])).status_code == 200


@pytest.mark.parametrize("who", [teacher_elsewhere, superuser])
def test_bulk_actions_answer_nobody(client: Client, story: Story, who: Any, teacher: User) -> None:
    bulk = reverse("wagtail_bulk_action", args=["stories", "story", "delete"])
    for user in (who(), teacher):
        client.force_login(user)
        for answer in (client.get(f"{bulk}?id={story.pk}"), client.post(f"{bulk}?id={story.pk}")):
            assert answer.status_code == 404
    assert Story.objects.filter(pk=story.pk).exists()


def test_an_editing_session_keeps_the_boundary(client: Client, story: Story) -> None:
    client.force_login(teacher_elsewhere())
    ping = reverse("wagtailadmin_editing_sessions:ping", args=["stories", "story", story.pk, 1])

    assert client.post(ping).status_code == 404


@pytest.mark.parametrize("who", [teacher_elsewhere, lead_elsewhere])
def test_reports_name_nothing_from_beyond(client: Client, story: Story, who: Any) -> None:
    client.force_login(who())

    for name in ("site_history", "workflow", "workflow_tasks", "locked_pages"):
        answer = client.get(reverse(f"wagtailadmin_reports:{name}"))
        assert TITLE not in answer.content.decode(), name
    assert TITLE not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_usage_of_a_place_hides_the_memories_of_others(
    client: Client, student: User, teacher: User
) -> None:
    place: Place = PlaceFactory()
    story = StoryFactory(submitted=True, author=student, title=TITLE, places=[place])
    ReferenceIndex.create_or_update_for_object(story)
    usage = reverse("places:usage", args=[place.pk])

    client.force_login(teacher)
    assert TITLE in client.get(usage).content.decode()
    client.force_login(teacher_elsewhere())
    assert TITLE not in client.get(usage).content.decode()


def test_wagtails_own_buttons_are_not_there(client: Client, student: User, teacher: User) -> None:
    story = StoryFactory(published=True, author=student)
    for user in (teacher, UserFactory(lead=True, school=student.school, is_superuser=True)):
        client.force_login(user)
        html = client.get(reverse("moderation:edit", args=[story.pk])).content.decode()
        for name in ("publish", "submit", "unpublish", "cancel-workflow", "restart-workflow"):
            assert f'name="action-{name}"' not in html
        assert reverse("moderation:unpublish", args=[story.pk]) not in html
        assert reverse("moderation:delete", args=[story.pk]) not in html
        assert reverse("moderation:lock", args=[story.pk]) not in html


@pytest.mark.parametrize("action", ["publish", "submit", "cancel-workflow", "workflow-action"])
def test_posting_wagtails_actions_does_nothing_but_save(
    client: Client, story: Story, teacher: User, action: str
) -> None:
    client.force_login(teacher)
    client.post(reverse("moderation:edit", args=[story.pk]), {f"action-{action}": "1"})

    story.refresh_from_db()
    assert (story.status, story.live) == ("submitted", False)
    assert story.current_workflow_state.status == "in_progress"


WORRY_WORDS = "A phone number is in this one."


@pytest.fixture
def worry(story: Story) -> Worry:
    return Worry.objects.create(story=story, words=WORRY_WORDS, kind=Worry.Kind.WORRY)


@pytest.mark.parametrize("trait", ["teacher", "administrator", "student", "family_member"])
def test_worries_are_the_leads_alone(client: Client, worry: Worry, trait: str) -> None:
    client.force_login(UserFactory(school=worry.story.school, **{trait: True}))

    for name, url in addresses("worries", {"pk": worry.pk}):
        answer = client.get(url)
        assert answer.status_code in (302, 404), name
        assert WORRY_WORDS not in answer.content.decode(), name


def test_worries_of_another_school(client: Client, worry: Worry) -> None:
    client.force_login(lead_elsewhere())

    for name, url in addresses("worries", {"pk": worry.pk}):
        answer = client.get(url)
        assert WORRY_WORDS not in answer.content.decode(), name
        assert TITLE not in answer.content.decode(), name
    assert client.get(reverse("worries:edit", args=[worry.pk])).status_code == 404


def test_a_worry_about_nothing_in_particular_is_every_leads(client: Client) -> None:
    worry = Worry.objects.create(words=WORRY_WORDS)
    client.force_login(lead_elsewhere())

    assert WORRY_WORDS in client.get(reverse("worries:edit", args=[worry.pk])).content.decode()


@pytest.mark.parametrize("namespace", ["places", "funds"])
def test_only_staff_look_after_the_vocabulary(
    client: Client, student: User, teacher: User, namespace: str
) -> None:
    client.force_login(student)
    assert client.get(reverse(f"{namespace}:index")).status_code == 302
    client.force_login(teacher)
    assert client.get(reverse(f"{namespace}:index")).status_code == 200
    kind = Place if namespace == "places" else Fund
    in_use = kind.objects.all()[0]
    client.post(reverse(f"{namespace}:delete", args=[in_use.pk]))
    assert kind.objects.filter(pk=in_use.pk).exists()


def test_the_policy_names_the_staff_whom_wagtail_may_ask(teacher: User, student: User) -> None:
    policy = policy_registry.get_by_type(Story)

    assert teacher in policy.users_with_any_permission(["change"])
    assert student not in policy.users_with_any_permission(["change"])
    for nobodys in ("publish", "unpublish", "delete", "add", "lock"):
        assert not policy.users_with_permission(nobodys).exists()
        assert not policy.user_has_permission(teacher, nobodys)
        assert not policy.user_has_permission(superuser(), nobodys)
