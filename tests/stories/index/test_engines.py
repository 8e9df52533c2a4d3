"""What is found by which words; the same on SQLite and on PostgreSQL."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from stories.index import engines, finding, keeping
from stories.index.engines import engine
from stories.index.folding import words_in
from stories.index.question import read
from stories.models import Fund, KnownWord, Place, PublicDocument, StaffDocument, Story
from tests.factories import ItemFactory, StoryFactory
from tests.stories.index.looking import found, titles

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> Story:
    story: Story = StoryFactory(
        published=True,
        title="Mum’s CAFÉ",
        summary="Where the tram drivers ate.",
        when_text="about 1958",
        parts=["A full breakfast for two bob, growing cold on the stairs of the hall."],
        places=[Place.objects.get(slug="harpurhey")],
        funds=[Fund.objects.get(slug="food-growing-animals")],
    )
    StoryFactory(published=True, title="Something else", summary="Not it.", parts=["Zinnias."])
    return story


FOUND = (
    "café",
    "CAFE",
    "mum's",
    "mum’s cafe",
    "mums",
    "driver",
    "grows tram",
    "breakfasts",
    "break",
    "grow",
    "animal",
    "harpurhey",
    "1958",
    "breakfast harpurhey tram",
    "  bob   two ",
    "“full breakfast”",
    '"stairs of the hall"',
    '"two bob" cafe',
    "café%",
)
NOT_FOUND = (
    "breakfast monsall",
    "zebra",
    "fast",
    '"breakfast full"',
    '"hall of the stairs"',
    '"full breakfasts"',
    '"full break"',
    "' OR 1=1 --",
    "",
    "???",
    '"" ""',
)
MENDED = {
    "harpurhy": "harpurhey",
    "hapurhey": "harpurhey",
    "brekfast": "breakfast",
    "braekfast cafe": "breakfast cafe",
    "stiars": "stairs",
    "breekfest": "breakfast",
    "“two bob” harpurhy": "“two bob” harpurhey",
}
"""What was typed with a slip in it, and what was meant."""

AS_TYPED = ("bot", "1985", '"brekfast"', "zinnias brekfast", "xylophones")
"""A short word, a year and a quotation are no slips; nor is what finds nothing when mended."""


def test_what_is_found_by_which_words(told: Story) -> None:
    assert {typed for typed in FOUND if titles(typed) != ["Mum’s CAFÉ"]} == set()
    assert {typed for typed in NOT_FOUND if titles(typed)} == set()


def test_a_slip_is_mended(told: Story) -> None:
    answers = {typed: found(typed) for typed in MENDED}

    assert {typed: answer.mended for typed, answer in answers.items()} == MENDED
    assert {answer.numbers for answer in answers.values()} == {(told.pk,)}


def test_what_may_be_meant_as_it_is_typed_is_left_alone(told: Story) -> None:
    answers = [found(typed) for typed in AS_TYPED]

    assert {(answer.numbers, answer.mended) for answer in answers} == {((), "")}


def test_the_title_weighs_most() -> None:
    StoryFactory(published=True, title="A walk", summary="", parts=["One lamplighter and a dog."])
    StoryFactory(published=True, title="The lamplighter", summary="", parts=["Light."])
    StoryFactory(published=True, title="A street", summary="Of a lamplighter.", parts=["Dark."])

    assert titles("lamplighters") == ["The lamplighter", "A street", "A walk"]


def test_only_the_newest_are_looked_at_where_there_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finding, "MOST", 2)
    for number in range(4):
        StoryFactory(published=True, title=f"Mill {number}")

    answer = found("mill")
    newest = Story.objects.order_by("-pk").values_list("pk", flat=True)[:2]
    assert (set(answer.numbers), answer.more) == (set(newest), True)
    assert found("“mill 0”").more is False


def test_what_narrows_is_asked_of_the_database_too(told: Story) -> None:
    keeping.catch_up()
    nothing = finding.public("cafe", Story.objects.filter(context="school"))
    none_at_all = finding.public("cafe", Story.objects.none())

    assert nothing.numbers == none_at_all.numbers == ()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example('"')
@example("NEAR(a b)")
@example("a AND b OR NOT c")
@example("title:mill ^a* -b")
@example("'':* & | !a <-> b \\")
@example("İstanbul ﬁre Ⅷ ½ \x00 \ud7ff 中文 हिंदी")
@given(st.text(max_size=80))
def test_nothing_typed_breaks_it(told: Story, typed: str) -> None:
    """Only the lack of an error is sure: a letter alone may begin a word of either memory."""
    assert len(found(typed).numbers) <= 2


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60))
def test_every_word_that_is_written_is_found(told: Story, written: str) -> None:
    """Whatever the letters: what our folding calls a word is one to the engine as well."""
    document = PublicDocument(story=told, told=" ".join(words_in(written)))
    document.save()

    for word in words_in(written):
        numbers = engine().ranked(PublicDocument, read(f'"{word}"'), Story.objects.all(), 5)
        assert told.pk in numbers, word


def test_documents_that_go_take_their_words_along(told: Story) -> None:
    keeping.catch_up()
    assert engine().counts(PublicDocument, ["breakfast", "zebra"]) == {"breakfast": 1}
    assert engine().counts(PublicDocument, []) == {}

    told.public_document.delete()
    assert engine().counts(PublicDocument, ["breakfast"]) == {}
    assert engine().counts(StaffDocument, ["breakfast"]) == {"breakfast": 1}
    for documents in (PublicDocument, StaffDocument):
        engine().forget_unused(documents)
    known = KnownWord.objects.filter(word="breakfast").values_list("audience", flat=True)
    assert list(known) == ["staff"]


def test_a_short_word_looks_like_nothing() -> None:
    assert engine().alike(PublicDocument, "ab", 5) == []


def test_setting_it_to_work_twice_changes_nothing(told: Story) -> None:
    engines.install(using="default")

    assert titles("breakfast") == ["Mum’s CAFÉ"]


def test_an_unknown_database_has_no_engine() -> None:
    with pytest.raises(KeyError):
        engine("oracle")


def test_a_recording_and_a_paper_count_as_well() -> None:
    from media.models import PageText

    paper = ItemFactory(document=True)
    PageText.objects.create(item=paper, number=1, text="Rent: four shillings and ninepence.")
    StoryFactory(published=True, title="Rent book", parts=[paper])

    assert titles("“four shillings” ninepence") == ["Rent book"]
