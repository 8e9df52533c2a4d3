"""The first wording of each question of consent, in words a nan and a 13-year-old share."""

from families.models import ConsentWording
from families.models.consents import Scope

FIRST = {
    Scope.ARCHIVE: "Can the archive keep your memory safe, for people later on?",
    Scope.SCHOOL: "Can we show your memory in school?",
    Scope.WEB: "Can we put your memory on the web, where anybody can see it?",
    Scope.SHARE: "Can we share your memory with other archives and researchers?",
}


def install() -> None:
    """Add the first version of each question where there is none."""
    for scope, text in FIRST.items():
        ConsentWording.objects.get_or_create(scope=scope, version=1, defaults={"text": text})
