"""Why a file cannot be used: a code for the teacher, a sentence for the child.

The vocabulary is closed, so that every refusal has been written by a person for
a reader of nine. A code that is not listed is a mistake in the program.
"""

from typing import Final

from media.bounds import MAX_PAGES, MAX_SECONDS

NOTHING_LOST: Final = "Nothing else you added is lost."

"""Said in each of them."""


def gettext_noop(words: str) -> str:
    """Marks words for translation; Django's own would bring Django into the decoding children."""
    return words


SENTENCES: Final[dict[str, str]] = {
    "empty": gettext_noop(
        "This file has nothing in it. Nothing else you added is lost. Try sending it again."
    ),
    "too_big": gettext_noop(
        "This file is too big. A file can be up to {largest}. Nothing else you added is lost."
    ),
    "no_room": gettext_noop(
        "You have used all the room that you have here. Nothing else you added is lost. "
        "Ask your teacher for more room."
    ),
    "no_room_in_class": gettext_noop(
        "Your class has used all the room that it has here. Nothing else you added is "
        "lost. Ask your teacher for more room."
    ),
    "full": gettext_noop(
        "There is no room left at school for this file just now. Nothing else you added "
        "is lost. Tell your teacher, and try again later."
    ),
    "not_now": gettext_noop(
        "Your teacher has begun to read this memory. It cannot take more files now. "
        "Nothing else you added is lost."
    ),
    "no_place": gettext_noop(
        "The memory that this file was for is not there any more. Nothing else you added "
        "is lost. Add the file to another memory."
    ),
    "unknown": gettext_noop(
        "We can't use this kind of file. You can add a photo, a sound, a film or a paper. "
        "Nothing else you added is lost."
    ),
    "wrong_kind": gettext_noop(
        "This kind of file does not go here. Nothing else you added is lost. Pick a different file."
    ),
    "broken": gettext_noop(
        "We can't open this file. It may have been cut off while sending. Nothing else "
        "you added is lost. Try sending it again."
    ),
    "too_many_pixels": gettext_noop(
        "This picture is too large to open. Nothing else you added is lost. Try a smaller copy."
    ),
    "too_long": gettext_noop(
        "This recording is too long. It can be up to {hours} hours. Nothing else you added is lost."
    ),
    "too_many_pages": gettext_noop(
        "This paper has too many pages. It can have up to {pages}. Nothing else you added is lost."
    ),
    "locked": gettext_noop(
        "This paper needs a password, so we can't open it. Nothing else you added is "
        "lost. Send one without."
    ),
    "captions": gettext_noop(
        "These are the words of a sound or a film. Add them to the recording that they "
        "belong to. Nothing else you added is lost."
    ),
    "old_word": gettext_noop(
        "This paper was saved in an old way that we can't open. Nothing else you added is "
        "lost. Open it, save it as a PDF, and send that."
    ),
    "nothing_to_play": gettext_noop(
        "We can't find any sound or pictures in this file. Nothing else you added is lost."
    ),
    "too_hard": gettext_noop(
        "This file was too hard for us to open. Nothing else you added is lost. Ask your "
        "teacher to help you save it in another way."
    ),
    "our_fault": gettext_noop(
        "Something went wrong on our side. Your file is safe with us. Nothing else you "
        "added is lost. Tell your teacher, so we can try again."
    ),
    "stopped": gettext_noop(
        "You stopped this file. It is safe with us. Nothing else you added is lost. Press "
        "“Try again” when you want to use it."
    ),
    "stopped_by_staff": gettext_noop(
        "Your teacher stopped this file. It is safe with us. Nothing else you added is "
        "lost. Press “Try again” when you want to use it."
    ),
    "virus": gettext_noop(
        "Our virus check found something bad in this file, so nobody can open it here. "
        "Nothing else you added is lost. Tell your teacher."
    ),
    "too_big_to_check": gettext_noop(
        "This file is too big for our virus check. Nothing else you added is lost. Tell "
        "your teacher."
    ),
    "unchecked": gettext_noop(
        "We can't check files for viruses just now, so we did not keep this one. Nothing "
        "else you added is lost. Try again later."
    ),
}


STOPPED: Final = frozenset({"stopped", "stopped_by_staff"})
"""Refusals that a person brought about, and that say nothing of the file."""

WORTH_ANOTHER_TRY: Final = STOPPED | {"our_fault", "too_hard"}
"""Refusals after which the same file may well be made ready, so its sender may ask for it."""


class Refused(Exception):
    """A file was turned away; `code` is for staff and `sentence` is what the sender reads."""

    def __init__(self, code: str) -> None:
        _known(code)
        self.code = code
        super().__init__(code)

    @property
    def sentence(self) -> str:
        """In the language of whoever reads it."""
        return sentence(self.code)


def sentence(code: str) -> str:
    """What the sender reads; raises LookupError for a code outside the vocabulary.

    Asked for late: the children that decode files have no settings, and never say it.
    """
    from django.utils.translation import gettext

    from media.limits import in_words, largest

    said = gettext(_known(code))
    return said.format(hours=MAX_SECONDS // 3600, pages=MAX_PAGES, largest=in_words(largest()))


def _known(code: str) -> str:
    if code not in SENTENCES:
        raise LookupError(f"There is no refusal called {code!r}.")
    return SENTENCES[code]
