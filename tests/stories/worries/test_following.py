"""What a lead does about a worry; nobody else gets near it, and nothing that was said changes."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from families.models.consents import AppendOnly
from stories import lifecycle
from stories.models import SafeguardingContact, Story, Worry, WorryNote
from stories.worries import contacts, following, letters
from tests.factories import StoryFactory, UserFactory
from tests.stories.cast import Cast, teller_of

pytestmark = pytest.mark.django_db


def raised(cast: Cast, state: str = "published", **details: Any) -> Worry:
    story = cast.memory(state)
    made: Worry = Worry.objects.create(story=story, words="It names a street.", **details)
    return made


def press(client: Client, worry: Worry, verb: str, **said: str) -> str:
    here = reverse("worries:edit", args=[worry.pk])
    answer = client.post(here, {"verb": verb, **said}, follow=True)
    assert answer.status_code == 200
    worry.refresh_from_db()
    return str(answer.content.decode())


@pytest.fixture
def room(client: Client, cast: Cast) -> Client:
    client.force_login(cast["lead"])
    return client


def test_from_new_to_settled(room: Client, cast: Cast) -> None:
    worry = raised(cast)
    press(room, worry, "look")
    assert worry.state == "looking"
    press(room, worry, "note", note="Rang home.")
    assert "Rang home." in press(room, worry, "note", note="Rang again.")
    press(room, worry, "settle", outcome="nothing")
    assert (worry.state, worry.outcome, worry.settled_by) == ("done", "nothing", cast["lead"])
    assert worry.settled_at is not None
    assert [note.text for note in worry.notes.all()] == ["Rang home.", "Rang again."]
    assert "settled by" in room.get(reverse("worries:index")).content.decode()
    done = ModelLogEntry.objects.for_instance(worry).order_by("pk")
    assert [entry.action for entry in done] == [
        "stories.worry_state",
        "stories.worry_note",
        "stories.worry_note",
        "stories.worry_state",
    ]


@pytest.mark.parametrize(
    ("verb", "said", "sentence"),
    [
        ("note", {"note": " "}, "Write a few words first."),
        ("settle", {"outcome": "x"}, "Say what came of it."),
        ("take_down", {"ground": ""}, "Choose why it comes down."),
        ("seal", {"until": "2001-01-01"}, "Choose a day that is still to come."),
        ("release", {}, "neither held nor sealed"),
    ],
)
def test_what_is_not_whole_changes_nothing(
    room: Client, cast: Cast, verb: str, said: dict[str, str], sentence: str
) -> None:
    worry = raised(cast)
    assert sentence in press(room, worry, verb, **said)
    assert (worry.state, worry.notes.count(), worry.removed_at) == ("new", 0, None)
    assert Story.objects.public().filter(pk=worry.story_id).exists()


@pytest.mark.parametrize(
    ("verb", "said", "state"),
    [
        ("take_down", {"ground": "child"}, ("published", True)),
        ("withdraw", {}, ("withdrawn", False)),
        (
            "seal",
            {"until": "2190-01-02"},
            ("sealed", False),
        ),
    ],
)
def test_a_memory_leaves_the_web(
    room: Client, cast: Cast, verb: str, said: dict[str, str], state: tuple[str, bool]
) -> None:
    worry = raised(cast)
    press(room, worry, verb, **said)
    story = Story.objects.get()
    assert (story.status, story.held) == state
    assert not Story.objects.public().exists()


def test_a_hold_is_released(room: Client, cast: Cast) -> None:
    worry = raised(cast, "held_published")
    press(room, worry, "release")
    assert Story.objects.public().filter(pk=worry.story_id).exists()


def test_about_no_memory_in_particular(room: Client) -> None:
    worry = Worry.objects.create(words="Something.")
    for verb in ("release", "withdraw", "take_down", "seal"):
        said = {"ground": "child", "until": "2190-01-01"}
        assert "about no memory in particular" in press(room, worry, verb, **said)


@pytest.mark.parametrize("field", ["words", "contact", "about", "raised_by"])
def test_what_was_said_is_never_changed(cast: Cast, field: str) -> None:
    worry = raised(cast)
    setattr(worry, field, cast["lead"] if field == "raised_by" else "Nothing happened.")
    for fields in (None, [field], [field, "state"]):
        with pytest.raises(AppendOnly):
            worry.save(update_fields=fields)


def test_a_note_is_never_changed(cast: Cast) -> None:
    note = WorryNote.objects.create(worry=raised(cast), text="Rang home.", by=cast["lead"])
    note.text = "Did not."
    with pytest.raises(AppendOnly):
        note.save()
    with pytest.raises(AppendOnly):
        note.delete()


@pytest.mark.parametrize("role", ["author", "teacher", "stranger", "other lead", "administrator"])
def test_nobody_else(client: Client, cast: Cast, role: str) -> None:
    worry = raised(cast)
    client.force_login(cast[role])
    here = reverse("worries:edit", args=[worry.pk])
    for answer in (client.get(here), client.post(here, {"verb": "settle", "outcome": "nothing"})):
        assert answer.status_code in (302, 404)
    worry.refresh_from_db()
    assert worry.state == "new"
    with pytest.raises(lifecycle.Refused):
        following.settle(worry, "nothing", by=cast[role])


@pytest.mark.parametrize("how", ["wrote it", "told it"])
def test_a_lead_cannot_touch_a_worry_about_themselves(client: Client, cast: Cast, how: str) -> None:
    lead, other = cast["lead"], UserFactory(lead=True, school=cast.school, email="b@example.org")
    lead.email = "a@example.org"
    lead.save()
    if how == "wrote it":
        story = StoryFactory(submitted=True, author=lead)
    else:
        story = cast.memory("submitted", teller=teller_of(cast, "lead"))
    worry = Worry.objects.create(story=story, words="About the lead.")
    client.force_login(lead)
    here = reverse("worries:edit", args=[worry.pk])
    assert client.get(here).status_code == client.post(here, {"verb": "look"}).status_code == 404
    assert "worries/edit" not in client.get(reverse("worries:index")).content.decode()
    letters.tell_leads(worry)
    assert [letter.to for letter in mail.outbox] == [["b@example.org"]]
    client.force_login(other)
    assert "About the lead." in client.get(here).content.decode()


@pytest.mark.parametrize(
    ("role", "told"), [("classmate", {"here"}), ("visitor", {"here"}), ("stranger", {"here"})]
)
def test_leads_are_told_by_a_letter_that_says_nothing(
    client: Client,
    cast: Cast,
    role: str,
    told: set[str],
    django_capture_on_commit_callbacks: Any,
) -> None:
    for name, key in (("here", "lead"), ("there", "other lead"), ("nobody", "teacher")):
        cast[key].email = f"{name}@example.org"
        cast[key].save()
    story = cast.memory("published")
    if role != "visitor":
        client.force_login(cast[role])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(
            reverse("worry"), {"words": "A secret thing.", "about": story.get_absolute_url()}
        )
    assert {letter.to[0].split("@")[0] for letter in mail.outbox} == told
    for letter in mail.outbox:
        assert letter.body == "There is a new worry. Sign in to read it."
        assert letter.subject == "A new worry"


def test_where_no_lead_may_read_it_an_administrator_hears_that_nobody_does(cast: Cast) -> None:
    for role in ("lead", "other lead", "administrator", "teacher"):
        cast[role].email = f"{role.replace(' ', '-')}@example.org"
        cast[role].save()
    elsewhere = UserFactory(administrator=True, email="elsewhere@example.org")
    story = cast.memory("submitted", teller=teller_of(cast, "lead"))
    letters.tell_leads(Worry.objects.create(story=story, words="About the lead."))
    (letter,) = mail.outbox
    assert letter.to == ["administrator@example.org"] != [elsewhere.email]
    assert "give one more person that role" in letter.body
    assert "About the lead" not in letter.subject + letter.body


def test_a_visitors_worry_about_nothing_goes_to_every_lead(
    client: Client, cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    for key in ("lead", "other lead"):
        cast[key].email = f"{cast[key].pk}@example.org"
        cast[key].save()
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("worry"), {"words": "Something."})
    assert len(mail.outbox) == 2
    mail.outbox.clear()
    client.force_login(cast["classmate"])
    with django_capture_on_commit_callbacks(execute=True):
        client.post(reverse("worry"), {"words": "Something."})
    assert [letter.to for letter in mail.outbox] == [[cast["lead"].email]]


def test_a_closed_post_office_loses_no_worry(
    client: Client, cast: Cast, settings: Any, django_capture_on_commit_callbacks: Any
) -> None:
    cast["lead"].email = "lead@example.org"
    cast["lead"].save()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(reverse("worry"), {"words": "Something."}).status_code == 200
    assert Worry.objects.count() == 1


def test_whom_to_call_is_the_schools_own_list(client: Client, cast: Cast) -> None:
    client.force_login(cast["lead"])
    html = client.get(reverse("whom_to_call:index")).content.decode()
    for public in ("999", "101", "ceop.police.uk", "LADO"):
        assert public in html
    first = contacts.of(cast.school)[0]
    typed = {"who": "Designated safeguarding lead", "phone": "0161 496 0000", "position": "1"}
    assert client.post(reverse("whom_to_call:edit", args=[first.pk]), typed).status_code == 302
    first.refresh_from_db()
    assert first.phone == "0161 496 0000"
    client.post(reverse("whom_to_call:delete", args=[first.pk]))
    assert not SafeguardingContact.objects.filter(pk=first.pk).exists()
    client.force_login(cast["other lead"])
    other = contacts.of(cast.school)[0]
    assert client.get(reverse("whom_to_call:edit", args=[other.pk])).status_code == 404
