"""The demonstration: all of it, once, by the verbs that people use, and never in a real archive."""

from __future__ import annotations

import tempfile
from collections import Counter
from io import StringIO
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client, TestCase

from archive.models import ShowcasePage
from archive.showcases import content_of
from families import roles
from families.models import User
from home.demo import sounds, workshop
from home.demo.content.introductions import FUNDS, PLACES
from home.demo.content.people import USERS
from home.demo.content.shapes import Shown
from home.demo.content.stories import STORIES
from home.demo.seed import NotADemonstration, is_complete, seed
from home.demo.seeding import files, introductions, people, stories
from home.demo.seeding.stories import ref_of
from media.models import Item, Transcript
from stories import lifecycle, publication, safeguarding
from stories.models import Fund, Place, Story
from stories.models.states import Status
from tests.home.demo.small import ready, small_files

TRAM = Shown("picture", "tram-monsall", "", "")
COUNTER = Shown("sound", "mei-at-the-counter", "", "")


@pytest.mark.django_db
def test_nothing_is_invented_in_a_real_archive(settings: Any, tmp_path: Path) -> None:
    settings.DEMONSTRATION = False
    with pytest.raises(NotADemonstration):
        seed(tmp_path)
    with pytest.raises(CommandError, match="not a demonstration"):
        call_command("seed_demo", verbosity=2)
    assert not User.objects.filter(username__startswith="demo-").exists()


@pytest.mark.django_db
def test_places_and_funds_are_introduced_once() -> None:
    introductions.plant()
    place = Place.objects.get(slug="collyhurst")
    assert "woke everybody else" in place.introduction
    assert not list(safeguarding.find(place.introduction))
    Place.objects.filter(pk=place.pk).update(introduction="")
    introductions.plant()
    place.refresh_from_db()
    assert place.introduction == ""
    assert set(PLACES) <= set(Place.objects.values_list("slug", flat=True))
    introduced = Fund.objects.exclude(introduction="").values_list("slug", flat=True)
    assert set(introduced) == set(FUNDS)


@pytest.mark.django_db
def test_a_seeding_that_was_cut_short_takes_up_its_files_again(tmp_path: Path) -> None:
    people.plant()
    author = User.objects.get(username="demo-student")
    with small_files():
        first = files.take_in(TRAM, by=author, folder=tmp_path)
        assert files.take_in(TRAM, by=author, folder=tmp_path) == first


@pytest.mark.django_db
def test_a_file_that_cannot_be_used_stops_it(tmp_path: Path) -> None:
    people.plant()
    author = User.objects.get(username="demo-student")
    unready = patch.object(files, "process", lambda item: item)
    with small_files(), unready, pytest.raises(files.Unusable, match="not ready"):
        files.take_in(TRAM, by=author, folder=tmp_path)


@pytest.mark.django_db
def test_a_voice_comes_with_its_words_and_what_is_held_back(tmp_path: Path) -> None:
    people.plant()
    author = User.objects.get(username="invented-mei")
    with patch.object(files, "process", ready):
        item = files.take_in(COUNTER, by=author, folder=tmp_path)
    transcript = Transcript.objects.get(item=item)
    assert "seven" in transcript.spoken
    assert "bank" in transcript.vtt
    assert "bank" not in transcript.spoken
    assert item.held_passages.count() == 1


@pytest.mark.django_db
def test_an_interview_has_its_questions_as_chapters(client: Client, tmp_path: Path) -> None:
    people.plant()
    pigeons = next(story for story in STORIES if story.key == "pigeons")
    with small_files(), patch.dict(workshop.MAKERS, {"sound": sounds.make}):
        stories.plant(pigeons, files.take_in_all([pigeons], tmp_path, takers=1))
    page = client.get(Story.objects.public().get().get_absolute_url()).content.decode()
    contents = page.partition("data-chapters")[2].partition("</ol>")[0]
    assert "4 chapters: what is asked" in page
    assert contents.count("<li>") == 4
    assert "Did nobody next door mind?" in contents
    assert "You can hear Kayleigh." in page


@pytest.mark.django_db(transaction=True)
def test_two_files_can_be_taken_in_at_once(tmp_path: Path) -> None:
    people.plant()
    fair = next(story for story in STORIES if story.key == "ward-night")
    with small_files():
        items = files.take_in_all([fair], tmp_path, takers=2)
    assert {name for _, name in items} == {
        "suitcase",
        "pearl-first-night",
        "ward-night",
        "pearls-letters-home",
    }


class TestDemonstration(TestCase):
    """Seeded once for all of them, because it takes seconds."""

    folder: Path

    @classmethod
    def setUpClass(cls) -> None:
        cls.enterClassContext(small_files())
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        super().setUpClass()

    @classmethod
    def setUpTestData(cls) -> None:
        seed(cls.folder, makers=1)

    def test_every_state_is_there_and_nothing_was_refused(self) -> None:
        states = Counter(Story.objects.values_list("status", flat=True))
        assert set(states) == set(Status.values)
        assert Story.objects.public().count() == states[Status.PUBLISHED] >= 18
        assert Story.objects.filter(held=True).count() == 1
        assert len(STORIES) == Story.objects.count() >= 28
        assert not Item.objects.exclude(status="ready").exists()
        assert Story.objects.filter(tags__name="invented").distinct().count() == len(STORIES)
        assert is_complete()
        assert Item.objects.filter(hidden_areas__isnull=False).count() == 1
        assert Item.objects.exclude(focal_x=None).count() == 1

    def test_the_memory_without_consent_cannot_be_published(self) -> None:
        story = Story.objects.get(ref=ref_of("front-room"))
        assert {blocker.code for blocker in publication.blockers(story)} == {"consent"}
        teacher = User.objects.get(username="demo-teacher")
        with pytest.raises(lifecycle.Refused):
            lifecycle.publish(story, by=teacher)
        lifecycle.publish(Story.objects.get(ref=ref_of("fairground")), by=teacher)

    def test_a_memory_is_answered_by_another(self) -> None:
        answer = Story.objects.public().get(ref=ref_of("monday-indoors"))
        assert answer.answers == Story.objects.public().get(ref=ref_of("wash-day"))

    def test_it_reaches_across_the_archive(self) -> None:
        public = Story.objects.public()
        funds, places = (m.objects.filter(stories__in=public).distinct() for m in (Fund, Place))
        assert funds.count() == Fund.objects.count() == 12
        assert places.count() >= 20
        assert {story.context for story in public} == {"neighbourhood", "family", "school"}
        decades = {s.when_earliest.year // 10 for s in public if s.when_earliest}
        assert decades == set(range(193, 203))

    def test_its_memories_have_an_order(self) -> None:
        published = {story.first_published_at.date() for story in Story.objects.public()}
        assert len(published) > 20

    def test_showcases_are_public_and_in_order(self) -> None:
        showcases = ShowcasePage.objects.live().order_by("-first_published_at")
        assert [page.slug for page in showcases] == [
            "the-mill-the-market-and-the-kitchen-table",
            "everybody-came-from-somewhere",
        ]
        for page in showcases:
            assert page.cover.item.is_ready
            assert Story.objects.public().filter(pk__in=page.story_ids()).count() >= 8
            shown = [section.kind for section in content_of(page).sections]
            assert "quote" in shown
            assert "timeline" in shown

    def test_everybody_can_sign_in_who_should(self) -> None:
        predicates = {
            "student": roles.is_student,
            "family": roles.is_family_member,
            "teacher": roles.is_teacher,
            "lead": roles.is_lead,
            "administrator": roles.is_administrator,
        }
        for account in USERS:
            user = User.objects.get(username=account.username)
            assert predicates[account.role](user)
            assert user.check_password(people.PASSWORD) is account.signs_in
        first, second = (User.objects.get(username=f"demo-student{n}") for n in ("", "-2"))
        assert first.reporter_class != second.reporter_class
        assert User.objects.get(username="demo-teacher-3").school != first.school

    def test_a_second_time_changes_nothing(self) -> None:
        before = _everything()
        said = StringIO()
        never = {kind: _never for kind in workshop.MAKERS}
        with patch.dict(workshop.MAKERS, never):
            call_command("seed_demo", stdout=said)
            call_command("seed_demo", verbosity=2, stdout=said)
        assert said.getvalue() == ""
        assert _everything() == before

    def test_what_somebody_took_back_stays_taken_back(self) -> None:
        story = Story.objects.get(ref=ref_of("tram"))
        lifecycle.withdraw(story, by=story.author)
        seed(self.folder, makers=1)
        story.refresh_from_db()
        assert story.status == Status.WITHDRAWN

    def test_it_puts_back_what_is_missing_and_says_so(self) -> None:
        Story.objects.filter(ref=ref_of("nani-says")).delete()
        told: list[str] = []
        seed(self.folder, tell=told.append, makers=1)
        assert told == ["Things my Nani says (draft)"]


def _everything() -> dict[str, int]:
    return {model._meta.label: model._default_manager.count() for model in apps.get_models()}


def _never(name: str, folder: Path) -> Path:
    raise AssertionError(f"{name} was made again.")
