"""What may give somebody away is found, and ordinary memories are left in peace."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stories import safeguarding
from stories.models import FindingReview, Story, StoryPart
from tests.factories import ItemFactory, PersonFactory, StoryFactory
from tests.stories.cast import Cast

FOUND: list[tuple[str, str, str]] = [
    ("email", "Write to nan@example.org please", "nan@example.org"),
    ("email", "NAN.BYRNE+archive@mail.example.co.uk.", "NAN.BYRNE+archive@mail.example.co.uk"),
    ("email", "(o'nan_1@example.org)", "nan_1@example.org"),
    ("email", "müller@example.org", "müller@example.org"),
    ("phone", "Ring 0161 496 0000 after six", "0161 496 0000"),
    ("phone", "07700900123", "07700900123"),
    ("phone", "07700 900 123", "07700 900 123"),
    ("phone", "+44 7700 900123", "+44 7700 900123"),
    ("phone", "+447700900123", "+447700900123"),
    ("phone", "(0161) 496-0000", "0161) 496-0000"),
    ("phone", "0161.496.0000", "0161.496.0000"),
    ("postcode", "We are at M40 7EE now", "M40 7EE"),
    ("postcode", "m9 4aa", "m9 4aa"),
    ("postcode", "M407EE", "M407EE"),
    ("postcode", "EC1A 1BB", "EC1A 1BB"),
    ("address", "I lived at 14 Moston Lane.", "14 Moston Lane"),
    ("address", "i lived at 14 moston lane", "14 moston lane"),
    ("address", "14a Queen's Road", "14a Queen's Road"),
    ("address", "112, Rochdale Road", "112, Rochdale Road"),
    ("address", "flat 3, 27 St Oswald's Grove", "27 St Oswald's Grove"),
    ("address", "9 Collyhurst Old Street", "9 Collyhurst Old Street"),
    ("address", "number 9 sand street, next to the pub", "9 sand street"),
    ("address", "NAN IS AT 9 SAND STREET", "9 SAND STREET"),
    ("address", "7 Church Walk", "7 Church Walk"),
    ("handle", "add me @nell_07", "@nell_07"),
    ("handle", "@Nell.Byrne", "@Nell.Byrne"),
]

LEFT_IN_PEACE = [
    "",
    "Nan worked at the mill from 1956 to 1972.",
    "It cost 2s 6d, and later 12.50 pounds.",
    "There were 300 people in the street.",
    "We lived two doors down the road, 2 doors down the road, in fact.",
    "12 of us in one street.",
    "In 1972 Rochdale Road was closed.",
    "By the 1970s Rochdale Road had changed.",
    "Rochdale Road and Moston Lane were our world.",
    "The 81 bus went down Rochdale Road.",
    "The 17 and the 18 went up the lane.",
    "She was 9 years old and we lived in a terrace.",
    "City won 4-0 on 11 May 1968.",
    "It was 10,000 bricks, 3 feet wide.",
    "On 01/02/1972 at 10.30 we went.",
    "Half past 3 @ the chippy",
    "@ 5 o'clock",
    "A B52 and a Mark 2 Cortina.",
    "Form 7B, class 9C.",
    "The number is on the door.",
    "M60, M62 and the A664",
    "Between 0 and 100 in 10 seconds",
    "St Patrick's, Livesey Street",
]


@pytest.mark.parametrize(("kind", "text", "excerpt"), FOUND)
def test_it_is_found(kind: str, text: str, excerpt: str) -> None:
    found = list(safeguarding.find(text, "the words"))
    assert (kind, excerpt) in [(finding.kind, finding.excerpt) for finding in found]
    assert {finding.where for finding in found} == {"the words"}


@pytest.mark.parametrize("text", LEFT_IN_PEACE)
def test_it_is_no_finding(text: str) -> None:
    assert list(safeguarding.find(text)) == []


@pytest.mark.parametrize(
    "text",
    ["a" * 200_000, "a." * 100_000, "0 " * 100_000, "1 A " * 50_000, "@" * 200_000, "a@" * 100_000],
)
def test_a_very_long_text_is_read_once(text: str) -> None:
    """Patterns that start again from every letter would need minutes for these."""
    list(safeguarding.find(text))


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    for finding in safeguarding.find(text):
        assert finding.excerpt in text
        assert finding.reason
        assert len(finding.excerpt) <= FindingReview._meta.get_field("excerpt").max_length


@pytest.mark.django_db
class TestOfAMemory:
    @pytest.mark.parametrize(
        ("details", "where"),
        [
            ({"title": "nan@example.org"}, "the title"),
            ({"summary": "nan@example.org"}, "the sentence about it"),
            ({"when_text": "nan@example.org"}, "when it was"),
            ({"parts": ("Fine.", "nan@example.org")}, "the words"),
        ],
    )
    def test_every_text_is_read(self, details: dict[str, Any], where: str) -> None:
        found = safeguarding.findings(StoryFactory(**details))
        assert [(finding.kind, finding.where) for finding in found] == [("email", where)]

    @pytest.mark.parametrize("field", ["caption", "description"])
    def test_also_beside_a_picture(self, field: str) -> None:
        part = StoryPart(kind="item", item=ItemFactory(), **{field: "nan@example.org"})
        assert [f.where for f in safeguarding.findings(StoryFactory(parts=[part]))] == [
            f"a {field}"
        ]

    def test_what_somebody_let_stay_is_reviewed_word_for_word(self, cast: Cast) -> None:
        story = StoryFactory(parts=("nan@example.org and son@example.org",))
        review = FindingReview.objects.create(
            story=story, kind="email", excerpt="nan@example.org", reviewed_by=cast["teacher"]
        )
        assert [f.excerpt for f in safeguarding.unreviewed(story)] == ["son@example.org"]
        assert str(review) == "email: nan@example.org"
        assert len(safeguarding.findings(story)) == 2


@pytest.mark.django_db
class TestSurnames:
    @pytest.mark.parametrize(
        "text", ["Nell Byrne", "the Byrne family", "BYRNE!", "nell-byrne", "O’Byrne", "Byrne’s"]
    )
    def test_of_a_child_in_it_are_found(self, text: str) -> None:
        names = {"O’Byrne": "Nell O'Byrne", "Byrne’s": "Nell Byrnes"}
        story = self.told_about(names.get(text, "Nell Byrne"), title=text)
        assert {f.kind for f in safeguarding.findings(story)} == {"surname"}

    @pytest.mark.parametrize("text", ["Nell", "Byrneside", "We went to the mill."])
    def test_other_words_are_not(self, text: str) -> None:
        assert safeguarding.findings(self.told_about("Nell Byrne", title=text)) == []

    def test_of_a_grown_up_may_stand(self) -> None:
        teller = PersonFactory(name="Ann Byrne")
        assert safeguarding.findings(StoryFactory(teller=teller, title="Ann Byrne")) == []

    def told_about(self, name: str, **details: Any) -> Story:
        child = PersonFactory(child=True, name=name)
        made: Story = StoryFactory(people=[(child, "mentioned")], **details)
        return made

    def test_also_where_something_is_the_childs(self) -> None:
        story = self.told_about("Nell Byrne", title="Nell Byrne’s hat")
        assert [f.excerpt for f in safeguarding.findings(story)] == ["Byrne’s"]
