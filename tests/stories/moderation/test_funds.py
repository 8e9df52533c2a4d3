"""Funds of knowledge in the staff's room: words, a picture, an order, and no deleting in use."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from families.models import User
from stories import vocabulary
from stories.models import Deck, Fund
from stories.questions import starters
from tests.archive.making import picture
from tests.factories import DeckFactory, FundFactory, StoryFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(client: Client, teacher: User) -> Client:
    client.force_login(teacher)
    return client


def typed(fund: Fund, **changed: Any) -> dict[str, Any]:
    said = {"name": fund.name, "meaning": fund.meaning, "picture": "", "position": fund.position}
    return said | changed


def edit(room: Client, fund: Fund, **changed: Any) -> Any:
    return room.post(reverse("funds:edit", args=[fund.pk]), typed(fund, **changed))


def opens(address: str) -> bool:
    """Whether a visitor is let in to a file."""
    answer = Client().get(address)
    if answer.streaming:
        b"".join(answer.streaming_content)  # Read to its end, so that the file is closed.
    return bool(answer.status_code == 200)


def test_its_picture_stands_on_its_public_page(room: Client, teacher: User) -> None:
    fund, chosen = FundFactory(), picture(by=teacher)
    assert not opens(chosen.item.url("w480.jpg"))
    assert edit(room, fund, picture=chosen.pk).status_code == 302
    page = Client().get(fund.get_absolute_url()).content.decode()
    assert f'alt="{chosen.description}"' in page
    assert opens(chosen.item.url("w480.jpg"))


def test_staff_introduce_it_and_lead_to_nobody(room: Client) -> None:
    fund = FundFactory()
    assert edit(room, fund, introduction="Measured in handfuls.").status_code == 302
    answer = edit(room, fund, introduction="Write to nan@example.org about it.")
    assert "Leave it out: “nan@example.org”." in answer.content.decode()
    assert "Measured in handfuls." in Client().get(fund.get_absolute_url()).content.decode()


def test_another_schools_picture_cannot_be_chosen(room: Client, other_school: Any) -> None:
    fund = FundFactory()
    theirs = picture(by=UserFactory(teacher=True, school=other_school))
    edit(room, fund, picture=theirs.pk)
    fund.refresh_from_db()
    assert fund.picture is None
    assert not opens(theirs.item.url("w480.jpg"))


def test_one_that_an_administrator_chose_stays(room: Client, other_school: Any) -> None:
    theirs = picture(by=UserFactory(teacher=True, school=other_school))
    fund = FundFactory(picture=theirs)
    edit(room, fund, picture=theirs.pk, meaning="New words.")
    fund.refresh_from_db()
    assert (fund.picture, fund.meaning) == (theirs, "New words.")


def test_rows_are_dragged_into_order(room: Client) -> None:
    last = FundFactory(position=99)
    room.post(f"{reverse('funds:reorder', args=[last.pk])}?position=0")
    assert Fund.objects.first() == last


def test_one_that_nothing_uses_may_go(room: Client) -> None:
    fund = FundFactory()
    assert "Yes, delete" in room.get(reverse("funds:delete", args=[fund.pk])).content.decode()
    room.post(reverse("funds:delete", args=[fund.pk]))
    assert not Fund.objects.filter(pk=fund.pk).exists()


def test_an_upgrade_does_not_bring_it_back() -> None:
    Deck.objects.filter(fund__slug="journeys").update(fund=None)
    Fund.objects.get(slug="journeys").delete()
    vocabulary.install()
    starters.install()
    assert not Fund.objects.filter(slug="journeys").exists()


def used_by_a_memory(fund: Fund, teacher: User) -> None:
    StoryFactory(author__school=teacher.school, funds=[fund])


def used_by_a_draft(fund: Fund, teacher: User) -> None:
    story = StoryFactory(published=True, author__school=teacher.school)
    newest = story.get_latest_revision_as_object()
    newest.funds.add(fund)
    newest.save_revision(user=teacher, clean=False)


def used_by_a_deck(fund: Fund, teacher: User) -> None:
    DeckFactory(school=teacher.school, fund=fund)


@pytest.mark.parametrize("use", [used_by_a_memory, used_by_a_draft, used_by_a_deck])
@pytest.mark.parametrize("method", ["get", "post"])
def test_one_in_use_stays(room: Client, teacher: User, use: Any, method: str) -> None:
    fund = FundFactory()
    use(fund, teacher)
    answer = getattr(room, method)(reverse("funds:delete", args=[fund.pk]), follow=True)
    assert "so it stays" in answer.content.decode()
    assert Fund.objects.filter(pk=fund.pk).exists()


def test_an_older_version_that_had_it_can_still_be_read(student: User) -> None:
    fund = FundFactory()
    story = StoryFactory(author=student, funds=[fund])
    revision = story.save_revision(user=student)
    story.tagged_funds.all().delete()
    fund.delete()
    assert not revision.as_object().tagged_funds.all()
