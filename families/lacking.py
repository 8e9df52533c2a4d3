"""What still lacks before something may be shown, as whole sentences for staff."""

from __future__ import annotations

from families.consent import Lack
from families.models import Person
from families.models.consents import Giver, Scope

TO_WHAT = {
    Scope.ARCHIVE: "taking part",
    Scope.SCHOOL: "being shown in school",
    Scope.WEB: "the web",
    Scope.PRINT: "being printed",
    Scope.SHARE: "being shared with other archives",
    Scope.RESEARCH: "being read by researchers",
    Scope.FACE: "their face being shown",
    Scope.VOICE: "their voice being used",
    Scope.NAME: "their name being used",
}
"""Each use, as the end of a sentence that begins with a yes or a no."""

SENTENCES = {
    Lack.NO: "{who} said no to {what}.",
    Lack.TAKEN_BACK: "{who} said yes to {what}, and took it back.",
    Lack.NOT_HEARD: "{who} has not yet said yes to {what} after hearing this memory.",
    Lack.NOT_ASKED: "{who} has not yet said yes to {what}.",
    Lack.RUN_OUT: "{who} said yes to {what}, but too long ago. They need to be asked again.",
}


def sentence(person: Person, scope: Scope, giver: Giver, lack: Lack) -> str:
    """One thing that lacks, said so that a teacher knows what to do."""
    if lack == Lack.NEVER:
        return f"The archive has been asked never to show this person: {person.public_name}."
    who, what = person.public_name, TO_WHAT[scope]
    if giver == Giver.GUARDIAN:
        who, what = f"A parent or guardian of {who}", what.replace("their", "the child’s")
    return SENTENCES[lack].format(who=who, what=what)
