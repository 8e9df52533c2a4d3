"""What the invented people say: complete, safe to show, and about things that exist."""

from __future__ import annotations

import csv
import re

import pytest

from home.demo import films, papers, pictures, sounds
from home.demo.content.letters import LETTERS
from home.demo.content.people import FAMILIES, PEOPLE, USERS
from home.demo.content.shapes import DemoStory, Shown, Words, printed
from home.demo.content.showcases import SHOWCASES
from home.demo.content.speech import SPEECHES
from home.demo.content.stories import STORIES
from stories import safeguarding, vocabulary, when

THERE = {
    "picture": set(pictures.scenes()),
    "sound": set(sounds.names()),
    "film": set(films.FILMS),
    "paper": set(papers.papers()),
    "letter": set(LETTERS),
}
SURNAMES = {word for person in PEOPLE if person.is_child for word in person.name.split()[1:]}


def _texts(story: DemoStory) -> list[str]:
    parts = [
        text
        for part in story.parts
        for text in ([part.text] if isinstance(part, Words) else [part.caption, part.description])
    ]
    return [story.title, story.summary, story.when, story.remark, *parts]


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
def test_a_memory_is_whole_and_safe(story: DemoStory) -> None:
    shown = [part for part in story.parts if isinstance(part, Shown)]
    assert all(part.name in THERE[part.kind] for part in shown)
    assert all(part.caption and part.description for part in shown)
    assert len(story.title) <= 120
    assert len(story.summary) <= 250
    for text in _texts(story):
        assert not list(safeguarding.find(text))
        assert not SURNAMES & set(re.findall(r"\w+", text))


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)
def test_a_memory_names_what_exists(story: DemoStory) -> None:
    for name, slugs in (("places.csv", story.places), ("funds_of_knowledge.csv", story.funds)):
        with (vocabulary.DATA / name).open(newline="", encoding="utf-8") as file:
            assert set(slugs) <= {row["slug"] for row in csv.DictReader(file)}
    keys = {person.key for person in PEOPLE}
    assert {story.teller, *(key for key, _ in story.others)} <= keys
    assert story.author in {user.username for user in USERS}
    if story.fate == "published":
        assert when.read(story.when) is not None


def test_what_is_answered_is_older_and_public() -> None:
    told = {story.key: story for story in STORIES}
    answers = [story for story in STORIES if story.answers]
    assert answers
    for story in answers:
        answered = told[story.answers]
        assert answered.fate == "published"
        assert answered.days > story.days


def test_nothing_is_shown_twice() -> None:
    names = [part.name for story in STORIES for part in story.parts if isinstance(part, Shown)]
    assert len(names) == len(set(names))
    assert len({story.key for story in STORIES}) == len(STORIES)


def test_every_voice_is_heard_and_nothing_that_is_held_back_is_printed() -> None:
    shown = {part.name for story in STORIES for part in story.parts if isinstance(part, Shown)}
    assert shown >= SPEECHES.keys()
    printed_anywhere = "\n".join(text for story in STORIES for text in _texts(story))
    for speech in SPEECHES.values():
        assert not speech.held or printed(speech.held) not in printed_anywhere


def test_something_is_held_back_hidden_and_kept_in_sight() -> None:
    shown = [part for story in STORIES for part in story.parts if isinstance(part, Shown)]
    assert any(part.hidden for part in shown)
    assert any(part.focal for part in shown)
    held = [speech for speech in SPEECHES.values() if speech.held]
    assert held
    assert all(speech.held in speech.words for speech in held)


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_a_letter_is_safe(name: str) -> None:
    _, pages = LETTERS[name]
    assert not [found for page in pages for found in safeguarding.find(page)]


def test_showcases_tell_published_memories() -> None:
    published = {story.key for story in STORIES if story.fate == "published"}
    for showcase in SHOWCASES:
        named = {key for block in showcase.blocks for key in block.stories}
        told = [k for block in showcase.blocks if block.kind == "stories" for k in block.stories]
        assert named <= published
        assert len(told) == len(set(told))
        assert showcase.cover in THERE["picture"]


def test_children_have_a_first_name_and_a_guardian() -> None:
    assert {person.family for person in PEOPLE if person.family} <= FAMILIES.keys()
    for person in PEOPLE:
        if person.is_child:
            assert " " not in person.public_name
            assert person.guardian
