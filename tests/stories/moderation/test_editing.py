"""Mending by a teacher: the desk sees it, somebody else publishes it, nothing old comes back."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import lifecycle, writing
from stories.models import Place, Story, StoryPerson
from stories.models.states import Audience, Status
from stories.moderation.seen import fingerprint, version
from tests.factories import ItemFactory, PersonFactory, PlaceFactory, StoryFactory, UserFactory
from tests.stories.moderation.filled import filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def second_teacher(teacher: User) -> User:
    return UserFactory(teacher=True, school=teacher.school)


@pytest.fixture
def desk(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def editor(story: Story) -> str:
    return reverse("moderation:edit", args=[story.pk])


def mend(client: Client, story: Story, **changes: Any):
    data = filled(client.get(editor(story)))
    return client.post(editor(story), data | changes)


def test_the_desk_sees_the_mending(desk: Client, student: User, teacher: User) -> None:
    story = StoryFactory(submitted=True, author=student, when_text="1985")
    croft = PlaceFactory(name="Dolly's Croft")

    response = mend(
        desk,
        story,
        title="The dye works",
        when_text="summers in the 60s",
        places=[croft.pk],
        **{"parts-0-text": "My nan worked at the dye works."},
    )

    assert response.url == reverse("moderation:review", args=[story.ref])
    mended = Story.objects.get(pk=story.pk)
    assert (mended.title, mended.when_edtf) == ("The dye works", "196X")
    assert mended.parts.get().text == "My nan worked at the dye works."
    assert [place.name for place in mended.places.all()] == ["Dolly's Croft"]
    assert mended.last_edited_by == teacher
    assert mended.edition == story.edition + 1
    assert (mended.status, mended.live) == (Status.SUBMITTED, False)


def seen(story: Story) -> dict[str, str]:
    return {"seen": fingerprint(version(Story.objects.get(pk=story.pk)))}


def test_nobody_invents_a_place(desk: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student)

    again = mend(desk, story, places=["Invented Hill"])

    assert again.status_code == 200
    assert not Place.objects.filter(name="Invented Hill").exists()


def test_who_mended_cannot_publish_but_a_second_teacher_can(
    desk: Client, student: User, second_teacher: User
) -> None:
    story = StoryFactory(submitted=True, author=student)
    mend(desk, story, title="Mended")
    publish = reverse("moderation:decide", args=[story.ref, "publish"])

    assert desk.post(publish, seen(story)).status_code == 409
    desk.force_login(second_teacher)
    assert desk.post(publish, seen(story)).status_code == 302
    assert Story.objects.public().get().title == "Mended"


def test_a_live_memory_stays_as_it_is_until_somebody_else_publishes_the_draft(
    desk: Client, student: User, second_teacher: User
) -> None:
    story = StoryFactory(published=True, author=student, title="Before", teacher=second_teacher)
    mend(desk, story, title="After", **{"parts-0-text": "Better words."})
    review = reverse("moderation:review", args=[story.ref])
    publish = reverse("moderation:decide", args=[story.ref, "publish"])

    live = Story.objects.public().get()
    assert (live.title, live.parts.get().text) == ("Before", "My nan worked at the mill.")
    html = desk.get(review).content.decode()
    assert "This is the mended version." in html
    assert "<ins>After</ins>" in html
    assert "You edited this one last, so somebody else has to publish it." in html
    assert desk.post(publish, seen(story)).status_code == 409

    desk.force_login(second_teacher)
    assert "Publish the mended version" in desk.get(review).content.decode()
    assert desk.post(publish, seen(story)).status_code == 302
    live = Story.objects.public().get()
    assert (live.title, live.parts.get().text) == ("After", "Better words.")


def test_going_on_with_a_draft_of_a_live_memory(desk: Client, student: User) -> None:
    story = StoryFactory(published=True, author=student, title="Before")
    mend(desk, story, title="First draft")

    assert "First draft" in desk.get(editor(story)).content.decode()


def test_the_editor_shows_what_the_desk_wrote_after_the_last_revision(
    desk: Client, student: User
) -> None:
    story = StoryFactory(submitted=True, author=student, title="As handed in")
    story.title = "Changed at the desk since"
    writing.save(story, by=student, edition=story.edition)

    assert "Changed at the desk since" in desk.get(editor(story)).content.decode()


def test_two_screens_do_not_overwrite_each_other(desk: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student)
    data = filled(desk.get(editor(story)))
    story.title = "The student was quicker"
    writing.save(story, by=student, edition=story.edition)

    again = desk.post(editor(story), data | {"title": "The teacher was slower"})

    html = again.content.decode()
    assert "Somebody saved this memory after you opened it." in html
    assert "The teacher was slower" in html
    assert Story.objects.get(pk=story.pk).title == "The student was quicker"


def test_an_item_cannot_be_exchanged(desk: Client, student: User) -> None:
    mine, other = ItemFactory(uploaded_by=student, audio=True), ItemFactory()
    story = StoryFactory(submitted=True, author=student, parts=[mine])

    mend(desk, story, **{"parts-0-item": str(other.pk), "parts-0-caption": "Nan at work"})

    part = Story.objects.get(pk=story.pk).parts.get()
    assert (part.item, part.caption) == (mine, "Nan at work")


def test_a_new_part_is_words(desk: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student)

    mend(
        desk,
        story,
        **{
            "parts-TOTAL_FORMS": "2",
            "parts-1-text": "One more thing.",
            "parts-1-ORDER": "2",
            "parts-1-id": "",
            "parts-1-DELETE": "",
        },
    )

    kinds = Story.objects.get(pk=story.pk).parts.values_list("kind", "text")
    assert list(kinds)[1] == ("words", "One more thing.")


def test_only_people_of_the_school_can_be_named(desk: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student)
    stranger = PersonFactory()
    html = desk.get(editor(story)).content.decode()
    assert f'<option value="{stranger.pk}"' not in html

    again = mend(desk, story, **{"people-0-person": str(stranger.pk)})

    assert again.status_code == 200
    assert not StoryPerson.objects.filter(person=stranger).exists()


@pytest.mark.parametrize("state", ["draft", "changes_requested", "withdrawn", "sealed"])
def test_it_is_only_mended_while_a_teacher_has_it(
    desk: Client, student: User, lead: User, state: str
) -> None:
    story = StoryFactory(author=student, **{state: True})
    desk.force_login(lead)

    for name in ("edit", "preview_on_edit"):
        answer = desk.get(reverse(f"moderation:{name}", args=[story.pk]))
        assert answer.status_code == 302
        assert answer.url == reverse("wagtailadmin_home")


def test_an_older_revision_never_brings_back_an_old_status_or_audience(
    desk: Client, student: User, second_teacher: User
) -> None:
    story = StoryFactory(submitted=True, author=student, title="When it was for everyone")
    old = story.latest_revision
    story = Story.objects.get(pk=story.pk)
    story.audience, story.title = Audience.FAMILY, "Since then for the family"
    story = writing.save(story, by=student, edition=story.edition)
    lifecycle.hold(story, by=student, reason="")
    lifecycle.release(story, by=UserFactory(lead=True, school=story.school))
    revert = reverse("moderation:revisions_revert", args=[story.pk, old.pk])

    data = filled(desk.get(revert))
    desk.post(revert, data)

    now = Story.objects.get(pk=story.pk)
    assert (now.title, now.audience) == ("When it was for everyone", Audience.FAMILY)
    assert now.last_edited_by == User.objects.get(pk=desk.session["_auth_user_id"])
    with pytest.raises(lifecycle.Refused) as refused:
        old.publish(user=second_teacher)
    assert [b.code for b in refused.value.blockers] == ["audience"]
    assert not Story.objects.public().exists()


def test_publishing_an_old_revision_of_what_was_withdrawn_is_refused(
    student: User, second_teacher: User
) -> None:
    story = StoryFactory(withdrawn=True, author=student)

    with pytest.raises(lifecycle.Refused):
        story.revisions.first().publish(user=second_teacher)

    story.refresh_from_db()
    assert (story.status, story.live) == (Status.WITHDRAWN, False)


def test_the_end_of_wagtails_workflow_is_gated_by_the_lifecycle(
    student: User, teacher: User
) -> None:
    blocked = StoryFactory(submitted=True, author=student, audience=Audience.FAMILY)
    with pytest.raises(lifecycle.Refused):
        blocked.current_workflow_task_state.approve(user=teacher)
    blocked.refresh_from_db()
    assert blocked.status == Status.SUBMITTED

    clear = StoryFactory(submitted=True, author=student)
    clear.current_workflow_task_state.approve(user=teacher)

    clear.refresh_from_db()
    assert (clear.status, clear.live) == (Status.PUBLISHED, True)
    assert clear.current_workflow_state is None


def test_the_end_of_wagtails_workflow_keeps_four_eyes(student: User, teacher: User) -> None:
    story = StoryFactory(submitted=True, author=teacher)

    with pytest.raises(lifecycle.Refused):
        story.current_workflow_task_state.approve(user=teacher)


def test_comparing_two_revisions(desk: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student, title="Before")
    mend(desk, story, title="After")

    compare = reverse("moderation:revisions_compare", args=[story.pk, "earliest", "latest"])

    assert "After" in desk.get(compare).content.decode()
    nonsense = compare.replace(f"/{story.pk}/", "/nonsense/")
    assert desk.get(nonsense).status_code == 404


def test_the_preview_is_of_what_the_teacher_types(desk: Client, student: User) -> None:
    story = StoryFactory(submitted=True, author=student)
    preview = reverse("moderation:preview_on_edit", args=[story.pk])
    data = filled(desk.get(editor(story)))

    posted = desk.post(preview, data | {"title": "Typed, not saved"})

    assert posted.json() == {"is_valid": True, "is_available": True}
    assert "Typed, not saved" in desk.get(preview).content.decode()
    assert Story.objects.get(pk=story.pk).title == story.title
