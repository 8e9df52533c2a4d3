"""What is said aloud in the recordings, and written down beside them as their transcripts."""

from dataclasses import dataclass

from home.demo.sounding.voice import (
    GIRL,
    JAMAICAN_WOMAN,
    LANCASHIRE_MAN,
    LANCASHIRE_WOMAN,
    SOFT_WOMAN,
    Speaker,
)


@dataclass(frozen=True)
class Speech:
    """Words, whose voice that is and by what name; `held` is what nobody else is to hear."""

    words: str
    speaker: Speaker
    who: str
    held: str = ""

    @property
    def turns(self) -> "tuple[Speech, ...]":
        """One person speaks all the time."""
        return (self,)


@dataclass(frozen=True)
class Interview:
    """Several people in turn: somebody asks, and somebody tells."""

    turns: tuple[Speech, ...]

    @property
    def words(self) -> str:
        return " ".join(turn.words for turn in self.turns)

    @property
    def held(self) -> str:
        return " ".join(turn.held for turn in self.turns if turn.held)


def _kayleigh(words: str) -> Speech:
    return Speech(words, GIRL, "Kayleigh")


def _frank(words: str) -> Speech:
    return Speech(words, LANCASHIRE_MAN, "Frank")


SPEECHES: dict[str, Speech | Interview] = {
    "annie-on-the-pole": Speech(
        "You could hear him coming before you heard him knock. Clogs first, then the pole. "
        "He would not go away till you put your face to the glass. "
        "My mother said he was the only man in Collyhurst who never once overslept.",
        LANCASHIRE_WOMAN,
        "Annie",
    ),
    "kathleen-mee-maw": Speech(
        "You could not hear your own name in there. So you made the words big, with your mouth. "
        "Like this. Are you stopping in tonight? I could ask a woman that across thirty looms, "
        "and get my answer back, and nobody else the wiser.",
        LANCASHIRE_WOMAN,
        "Kathleen",
    ),
    "pearl-first-night": Speech(
        "The first night, Sister gave me a torch and thirty children. "
        "I walked up and down, up and down. One little boy put his hand out of the bed. "
        "He said, nurse, are you from the sun? I said yes, darling. I have come to keep you warm.",
        JAMAICAN_WOMAN,
        "Pearl",
    ),
    "frank-on-the-birds": Interview(
        (
            _kayleigh("Uncle Frank, how did your dad count forty birds?"),
            _frank(
                "You never count them out. You only count them home. My dad would stand in that "
                "yard with his tea going cold, and not a word out of him, till the last one was in."
            ),
            _kayleigh("And what was your job?"),
            _frank(
                "I shook the tin. Maple peas, in an old toffee tin. They knew that sound from the "
                "far end of Rochdale Road. I thought I was calling them down out of the sky."
            ),
            _kayleigh("That is a lot of birds for one yard. Did nobody next door mind?"),
            _frank(
                "They did on a wash day. So he gave the whole row what he swept up, for their "
                "rhubarb. Best rhubarb in Collyhurst. After that, nobody said a word."
            ),
            _kayleigh("Do you still look up when some go over?"),
            _frank("Every time, love. And I count them."),
        )
    ),
    "mei-at-the-counter": Speech(
        "My mum said the numbers in Cantonese and I said them back in English. "
        "Forty one, sweet and sour. Twelve, chips and curry. I was seven. "
        "I thought every family had a number for everything. "
        "Number nine was the gentleman from the bank, and he never once paid.",
        SOFT_WOMAN,
        "Suet",
        held="Number nine was the gentleman from the bank, and he never once paid.",
    ),
    "aisha-asks": Speech(
        "What is the first thing you remember hearing in this street? Take your time, Nani. "
        "You do not have to answer.",
        GIRL,
        "Aisha",
    ),
}
