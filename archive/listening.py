"""A voice at the front door: the newest that may be heard, the same for everybody at a moment.

It is somebody speaking, so what is said in it has been written down as well.

Nobody who only came to look is met by something hard to hear: what holds a word that a reader
should be warned of is passed over for the next one.
"""

from __future__ import annotations

from itertools import islice

from archive import lines, records
from archive.portraits import Spoken, spoken_of, with_a_voice
from archive.records import NEWEST
from archive.stamps import rest_on
from stories.models import PublicDocument, Story

LOOKED_AT = 500
"""Of the newest memories, in which a voice is looked for."""

TRIED = 12
"""Of those with a voice."""

FEW = 3
"""Of those, which are read in full: one may have a word before it."""

LONG_ENOUGH = 10
"""Seconds; what is shorter is a question, or a noise."""


def voice() -> Spoken | None:
    """The newest public recording, with its memory; None where there is none to begin with.

    What somebody may find of a memory is what its page shows, so the index tells what is in it.
    """
    rest_on("stories")
    newest = Story.objects.public().order_by(*NEWEST).values("pk")[:LOOKED_AT]
    public = Story.objects.public().filter(pk__in=newest)
    told = {"item__transcript__isnull": False, "item__duration__gte": LONG_ENOUGH}
    heard = list(with_a_voice(public, **told)[:TRIED])
    rest_on(*(f"story:{number}" for number in heard))
    documents = PublicDocument.objects.defer("passages").in_bulk(heard)
    gentle = (n for n in heard if n in documents and _is_gentle(documents[n]))
    found = records.in_full(islice(gentle, FEW))
    spoken = (spoken_of(found[number]) for number in heard if number in found)
    return next(filter(None, spoken), None)


def _is_gentle(document: PublicDocument) -> bool:
    """Whether nothing in it asks for a word before."""
    return lines.is_gentle(f"{document.title} {document.about} {document.told} {document.said}")
