"""From the last byte to the item, in one go that can be begun again.

Whoever finishes can be killed at any moment. The bytes keep their place until the item,
its place in a memory and the note that it is done are in the database together; then they
go. So the next who looks, a client or the sweeper, either finds it done or does it all.
"""

from __future__ import annotations

import logging

from media import accession, quotas
from media.arrival import Arrival
from media.models.upload import ResumableUpload
from media.refusals import Refused
from media.resumable import destinations, parts
from media.resumable.destinations import NotNow
from media.resumable.faults import Busy, Missing
from media.resumable.parts import Part

logger = logging.getLogger(__name__)


def finish(upload: ResumableUpload, part: Part) -> None:
    """Make the whole file an item in its place; raises Refused, and NotNow while it waits."""
    upload.refresh_from_db()
    if not upload.is_over:
        try:
            destinations.check(upload.user, upload.destination)
            _admit(upload, part)
        except NotNow:
            raise
        except Refused as refused:
            _refuse(upload, part, refused.code)
            raise
        except LookupError as error:
            _refuse(upload, part, "no_place")
            raise Refused("no_place") from error
    part.remove()


def _admit(upload: ResumableUpload, part: Part) -> None:
    with part.linked() as path:
        arrival = Arrival(path, part.length, part.sha256())
        found = accession.identified(arrival)
        quotas.check(upload.user, arrival.size, besides=upload)
        with accession.admitted(arrival, found, upload.filename, upload.user) as item:
            destinations.place(upload.user, upload.destination, item)
            upload.item, upload.offset = item, upload.size
            upload.save(update_fields=["item", "offset"])


def _refuse(upload: ResumableUpload, part: Part, code: str) -> None:
    upload.refresh_from_db()
    upload.refusal_code = code
    upload.save(update_fields=["refusal_code"])
    part.remove()


def finish_if_whole(upload: ResumableUpload) -> None:
    """Do what somebody who was killed left undone, unless somebody is doing it now."""
    if upload.is_over or parts.length(upload.token) != upload.size:
        return
    try:
        with parts.held(upload.token) as part:
            finish(upload, part)
    except (Busy, Missing, Refused):
        pass
    except Exception:
        # The bytes are there, and one file that goes wrong must not stop the others.
        logger.exception("Upload %s could not be finished.", upload.pk)
    upload.refresh_from_db()
