"""Why a file cannot be used: a code for the teacher, a sentence for the child.

The vocabulary is closed, so that every refusal has been written by a person for
a reader of nine. A code that is not listed is a mistake in the program.
"""

from typing import Final

NOTHING_LOST: Final = "Nothing else you added is lost."

SENTENCES: Final[dict[str, str]] = {
    "empty": f"This file has nothing in it. {NOTHING_LOST} Try sending it again.",
    "too_big": f"This file is too big. A file can be up to 2 GB. {NOTHING_LOST}",
    "unknown": (
        "We can't use this kind of file. You can add a photo, a sound, a film or a PDF. "
        f"{NOTHING_LOST}"
    ),
    "wrong_kind": f"This kind of file does not go here. {NOTHING_LOST} Pick a different file.",
    "broken": (
        "We can't open this file. It may have been cut off while sending. "
        f"{NOTHING_LOST} Try sending it again."
    ),
    "too_many_pixels": f"This picture is too large to open. {NOTHING_LOST} Try a smaller copy.",
    "too_long": f"This recording is too long. It can be up to 4 hours. {NOTHING_LOST}",
    "too_many_pages": f"This PDF has too many pages. It can have up to 200. {NOTHING_LOST}",
    "locked": f"This PDF needs a password, so we can't open it. {NOTHING_LOST} Send one without.",
    "nothing_to_play": f"We can't find any sound or pictures in this file. {NOTHING_LOST}",
    "too_hard": (
        "This file was too hard for us to open. "
        f"{NOTHING_LOST} Ask your teacher to help you save it in another way."
    ),
    "our_fault": (
        "Something went wrong on our side. Your file is safe with us. "
        f"{NOTHING_LOST} Tell your teacher, so we can try again."
    ),
}


class Refused(Exception):
    """A file was turned away; `code` is for staff and `sentence` is what the sender reads."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.sentence = sentence(code)
        super().__init__(code, self.sentence)


def sentence(code: str) -> str:
    """What the sender reads; raises LookupError for a code outside the vocabulary."""
    if code not in SENTENCES:
        raise LookupError(f"There is no refusal called {code!r}.")
    return SENTENCES[code]
