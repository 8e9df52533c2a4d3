"""The contents of a recording: the questions of whoever does not tell."""

from __future__ import annotations

import pytest
from django.test import Client

from archive import chapters
from families.models import User
from media.models import Item, Status
from media.transcripts import holding, verbs
from media.transcripts.cues import Cue
from media.transcripts.lines import Line
from tests.archive.voices import recording
from tests.factories import StoryFactory

TOLD = "We had the whole street in our kitchen that night, and nobody went home."


def lines(*said: tuple[str, str]) -> tuple[Line, ...]:
    return tuple(
        Line(at * 1000, at * 1000 + 900, speaker, text) for at, (speaker, text) in enumerate(said)
    )


def asked(*said: tuple[str, str]) -> list[tuple[int, str]]:
    return [(one.line.start_ms, one.asked) for one in chapters.of(lines(*said))]


def test_each_question_of_somebody_else_opens_one() -> None:
    assert asked(
        ("Amina", "Where did you live?"),
        ("Rita", TOLD),
        ("Amina", "That sounds loud. Who came first?"),
        ("Rita", "Did I say who came first? I did not."),
    ) == [(0, "Where did you live?"), (2000, "Who came first?")]


def test_a_question_may_run_over_several_lines() -> None:
    assert asked(
        ("Amina", "And when you were"),
        ("Amina", "at the mill, what did you do?"),
        ("Rita", TOLD),
        ("Amina", "And what did \u201chooter\u201d mean (to you)?"),
        ("Rita", TOLD),
    ) == [
        (0, "And when you were at the mill, what did you do?"),
        (3000, "And what did \u201chooter\u201d mean (to you)?"),
    ]


def test_a_long_one_is_cut() -> None:
    long = ("Amina", f"{'Tell me why ' * 20}it was so?")
    [first, _] = chapters.of(lines(long, ("Rita", TOLD * 20), long))
    assert len(first.asked) == chapters.LONGEST
    assert first.asked.endswith("\u2026")


@pytest.mark.parametrize(
    "said",
    [
        (),
        (("", "Who is it, then?"), ("", TOLD), ("", "And who was that?")),
        (("Rita", "Who is it, then?"), ("Rita", TOLD), ("Rita", "And who was that?")),
        (("Amina", "Really?"), ("Rita", TOLD), ("Amina", "Is it?"), ("Rita", TOLD)),
        (("Amina", "Only one question here?"), ("Rita", TOLD)),
        (("Amina", "I see."), ("Rita", TOLD), ("Amina", "Go on."), ("Rita", TOLD)),
    ],
)
def test_there_are_none(said: tuple[tuple[str, str], ...]) -> None:
    assert asked(*said) == []


@pytest.mark.django_db
def test_they_lead_to_their_lines_and_are_gone_with_what_is_held_back(
    client: Client, student: User, teacher: User
) -> None:
    item = recording(student)
    said = (
        Cue(0, 2000, "Where did you live?", "Amina"),
        Cue(2000, 6000, TOLD, "Mary"),
        Cue(6000, 8000, "Who came <first>?", "Amina"),
        Cue(8000, 12000, TOLD, "Mary"),
        Cue(12000, 14000, "And who was last?", "Amina"),
    )
    verbs.save(item, said, by=student, number=1)
    story = StoryFactory(published=True, author=student, parts=["Words.", item])
    page = client.get(story.get_absolute_url()).content.decode()
    assert "3 chapters: what is asked" in page
    assert f'href="#said-{item.ref}-6000"' in page
    assert page.count(f'id="said-{item.ref}-6000"') == 1
    assert "Who came &lt;first&gt;?" in page
    holding.hold_back(item, [(6000, 8000)], by=teacher)
    assert "Who came" not in client.get(story.get_absolute_url()).content.decode()
    Item.objects.filter(pk=item.pk).update(status=Status.READY)
    page = client.get(story.get_absolute_url()).content.decode()
    assert "2 chapters: what is asked" in page
    assert "Who came" not in page
