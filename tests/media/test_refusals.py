"""Every refusal is written for a child, and there are no others."""

import pytest

from media import refusals
from media.refusals import SENTENCES, Refused, sentence


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(LookupError, match="no refusal called 'mystery'"):
        sentence("mystery")
    with pytest.raises(LookupError):
        Refused("mystery")


def test_a_refusal_has_a_code_and_its_sentence() -> None:
    refused = Refused("broken")
    assert (refused.code, refused.sentence) == ("broken", SENTENCES["broken"])


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_short_and_says_what_is_safe(code: str) -> None:
    said = sentence(code)
    assert refusals.NOTHING_LOST in said
    assert all(len(part.split()) <= 16 for part in said.split(". "))
    assert len(code) <= 20
