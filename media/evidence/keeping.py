"""Takes a signed paper in and records the answers on it, all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from families import consent
from families.giving.paper_form import PaperForm
from families.models import Consent, User
from families.models.consents import Decision, Method, Scope
from media import removal
from media.accession import accession
from media.formats import Kind
from media.models import Item
from media.models.evidence import ConsentEvidence
from media.refusals import Refused

KINDS = frozenset({Kind.IMAGE, Kind.DOCUMENT})


def take_in(uploads: Sequence[UploadedFile[bytes]], *, by: User) -> list[Item]:
    """Each photograph or PDF as an item; raises ``Refused``, and then none is kept."""
    items: list[Item] = []
    try:
        for upload in uploads:
            taken = accession(upload=upload, filename=upload.name or "", by=by, kinds=KINDS)
            items.append(taken)
    except Refused:
        give_up(items)
        raise
    return items


def give_up(items: Sequence[Item]) -> None:
    """Take the files away again."""
    for item in items:
        removal.remove(item)


@transaction.atomic
def keep(
    form: PaperForm,
    answers: Mapping[Scope, Decision],
    items: Sequence[Item],
    *,
    signed_at: datetime | None,
    shown_as: str,
    by: User,
) -> list[Consent]:
    """Record what is ticked, in the words on the paper, with the paper behind it."""
    given = [
        consent.record(
            person=form.person,
            given_by=form.giver,
            scope=Scope(wording.scope),
            decision=answers[Scope(wording.scope)],
            wording=wording,
            story_ref=form.about(Scope(wording.scope)),
            shown_as=shown_as if wording.scope == Scope.NAME else "",
            method=Method.PAPER,
            given_at=signed_at,
            by=by,
        )
        for wording in form.wordings
        if Scope(wording.scope) in answers
    ]
    for item in items:
        Item.objects.filter(pk=item.pk).update(uploaded_by=None, school=form.person.school_id)
        evidence = ConsentEvidence.objects.create(item=item, form_number=form.number, added_by=by)
        evidence.consents.set(given)
    return given
