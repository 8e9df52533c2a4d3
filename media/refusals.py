"""Why a file cannot be used: a code for the teacher, a sentence for the child.

The vocabulary is closed, so that every refusal has been written by a person for
a reader of nine. A code that is not listed is a mistake in the program.
"""

from typing import Final

from media.bounds import MAX_PAGES, MAX_SECONDS

NOTHING_LOST: Final = "Nothing else you added is lost."

LARGEST: Final = "{largest}"
"""Where a sentence says how large a file may be, which the settings can lower."""

HOURS: Final = MAX_SECONDS // 3600

SENTENCES: Final[dict[str, str]] = {
    "empty": f"This file has nothing in it. {NOTHING_LOST} Try sending it again.",
    "too_big": f"This file is too big. A file can be up to {LARGEST}. {NOTHING_LOST}",
    "no_room": (
        "You have used all the room that you have here. "
        f"{NOTHING_LOST} Ask your teacher for more room."
    ),
    "no_room_in_class": (
        "Your class has used all the room that it has here. "
        f"{NOTHING_LOST} Ask your teacher for more room."
    ),
    "full": (
        "There is no room left at school for this file just now. "
        f"{NOTHING_LOST} Tell your teacher, and try again later."
    ),
    "not_now": (
        f"Your teacher has begun to read this memory. It cannot take more files now. {NOTHING_LOST}"
    ),
    "no_place": (
        "The memory that this file was for is not there any more. "
        f"{NOTHING_LOST} Add the file to another memory."
    ),
    "unknown": (
        "We can't use this kind of file. You can add a photo, a sound, a film or a paper. "
        f"{NOTHING_LOST}"
    ),
    "wrong_kind": f"This kind of file does not go here. {NOTHING_LOST} Pick a different file.",
    "broken": (
        "We can't open this file. It may have been cut off while sending. "
        f"{NOTHING_LOST} Try sending it again."
    ),
    "too_many_pixels": f"This picture is too large to open. {NOTHING_LOST} Try a smaller copy.",
    "too_long": f"This recording is too long. It can be up to {HOURS} hours. {NOTHING_LOST}",
    "too_many_pages": (
        f"This paper has too many pages. It can have up to {MAX_PAGES}. {NOTHING_LOST}"
    ),
    "locked": f"This paper needs a password, so we can't open it. {NOTHING_LOST} Send one without.",
    "captions": (
        "These are the words of a sound or a film. Add them to the recording that they belong to. "
        f"{NOTHING_LOST}"
    ),
    "old_word": (
        "This paper was saved in an old way that we can't open. "
        f"{NOTHING_LOST} Open it, save it as a PDF, and send that."
    ),
    "nothing_to_play": f"We can't find any sound or pictures in this file. {NOTHING_LOST}",
    "too_hard": (
        "This file was too hard for us to open. "
        f"{NOTHING_LOST} Ask your teacher to help you save it in another way."
    ),
    "our_fault": (
        "Something went wrong on our side. Your file is safe with us. "
        f"{NOTHING_LOST} Tell your teacher, so we can try again."
    ),
    "stopped": (
        "You stopped this file. It is safe with us. "
        f"{NOTHING_LOST} Press “Try again” when you want to use it."
    ),
    "stopped_by_staff": (
        "Your teacher stopped this file. It is safe with us. "
        f"{NOTHING_LOST} Press “Try again” when you want to use it."
    ),
    "virus": (
        "Our virus check found something bad in this file, so nobody can open it here. "
        f"{NOTHING_LOST} Tell your teacher."
    ),
    "too_big_to_check": (
        f"This file is too big for our virus check. {NOTHING_LOST} Tell your teacher."
    ),
    "unchecked": (
        "We can't check files for viruses just now, so we did not keep this one. "
        f"{NOTHING_LOST} Try again later."
    ),
}


STOPPED: Final = frozenset({"stopped", "stopped_by_staff"})
"""Refusals that a person brought about, and that say nothing of the file."""

WORTH_ANOTHER_TRY: Final = STOPPED | {"our_fault", "too_hard"}
"""Refusals after which the same file may well be made ready, so its sender may ask for it."""


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
    said = SENTENCES[code]
    return said.replace(LARGEST, _largest()) if LARGEST in said else said


def _largest() -> str:
    """Asked for late: the children that decode files have no settings, and never say it."""
    from media.limits import in_words, largest

    return in_words(largest())
