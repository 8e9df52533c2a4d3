"""The first wording of each question of consent, in words a nan and a 13-year-old share."""

from families.models import ConsentWording
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


def install() -> None:
    """Add each question in our words, unless it is there or the school has words of its own."""
    for scope, text in FIRST.items():
        newest = ConsentWording.objects.filter(scope=scope).first()
        if newest is None or (newest.made_by is None and newest.text != text):
            version = newest.version + 1 if newest else 1
            ConsentWording.objects.create(scope=scope, version=version, text=text)
