"""The questions of consent, in words a nan and a 13-year-old share, and how they get new ones."""

from __future__ import annotations

from django.db import transaction
from wagtail.log_actions import log

from families.models import ConsentWording, User
from families.models.consents import Scope

FIRST = {
    Scope.ARCHIVE: "Do you want to take part, and can the archive keep your memory safe?",
    Scope.SCHOOL: "Can we show your memory in school?",
    Scope.WEB: "Can we put your memory on the web, where anybody can see it?",
    Scope.PRINT: "Can we print your memory, in a book or on a wall?",
    Scope.SHARE: "Can we share your memory with other archives?",
    Scope.RESEARCH: "Can people at universities read your memory for their research?",
    Scope.FACE: "Can we show your face?",
    Scope.VOICE: "Can people hear your voice?",
    Scope.NAME: "Can we say your name?",
}

EXPLAINED = {
    Scope.ARCHIVE: "You don’t have to answer every question. Only say what you are happy for "
    "people to hear. You can stop at any time.",
    Scope.SCHOOL: "Students and teachers see it, in a lesson or on a screen in the hall.",
    Scope.WEB: "People all over the world can find it and copy it. You can take it down again, "
    "but we cannot get copies back.",
    Scope.PRINT: "What is printed stays printed. We take it out of the next book if you ask us.",
    Scope.SHARE: "A library or a museum may keep a copy. Ask us, and we ask them to stop.",
    Scope.RESEARCH: "They read many memories side by side, to learn how people lived.",
    Scope.FACE: "In pictures and films. If you say no, we cover your face or leave the picture "
    "out.",
    Scope.VOICE: "In sounds and films. If you say no, people can only read what you said.",
    Scope.NAME: "It can be your first name, or another name that you choose. If you say no, we "
    "write “Somebody from here”.",
}


class Overtaken(Exception):
    """Somebody else has just changed the words. ``str()`` is for the screen."""


def newest() -> dict[str, ConsentWording]:
    """The words that are asked now, of each question."""
    oldest_first = ConsentWording.objects.order_by("version")
    return {wording.scope: wording for wording in oldest_first}


@transaction.atomic
def add(*, scope: Scope, text: str, explanation: str, after: int, by: User) -> ConsentWording:
    """Ask this question in new words from now on. Answers to the old ones still count.

    `after` is the version that the writer had before them: raises ``Overtaken`` where
    another has come since, so that nobody's words are passed over unread.
    """
    # Writers of one question wait here for each other: its first words are always there.
    ConsentWording.objects.select_for_update().get(scope=scope, version=1)
    if newest()[scope].version != after:
        raise Overtaken("Somebody else has just changed this question. Please read it again.")
    wording = ConsentWording.objects.create(
        scope=scope, version=after + 1, text=text, explanation=explanation, made_by=by
    )
    data = {"scope": str(scope), "version": wording.version}
    log(instance=wording, action="families.word", user=by, data=data)
    return wording


def install() -> None:
    """Add each question in our words, unless it is there or the school has words of its own."""
    there = newest()
    for scope, text in FIRST.items():
        now, explanation = there.get(scope), EXPLAINED[scope]
        if now is None or (now.made_by_id is None and _differs(now, text, explanation)):
            version = now.version + 1 if now else 1
            ConsentWording.objects.create(
                scope=scope, version=version, text=text, explanation=explanation
            )


def _differs(wording: ConsentWording, text: str, explanation: str) -> bool:
    return (wording.text, wording.explanation) != (text, explanation)
