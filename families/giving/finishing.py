"""Writing down what somebody answered: one row for each question, all of them or none."""

from __future__ import annotations

from django.db import transaction

from families import consent, invitations
from families.giving.sitting import Sitting, may_answer_for
from families.models import Consent, ConsentWording, User
from families.models.consents import Decision, Method, Scope


class NothingToKeep(Exception):
    """Nothing was answered, or this person may not answer any more."""


@transaction.atomic
def finish(sitting: Sitting) -> list[Consent]:
    """Record the answers in the words that were shown, and use the invitation up.

    Raises ``invitations.UsedUp`` where another screen was quicker, ``NothingToKeep``
    where there is no answer; then nothing is recorded.
    """
    answered = [question for question in sitting.questions if question.answer]
    if not answered or not may_answer_for(sitting.person, sitting.giver):
        raise NothingToKeep
    if sitting.invitation is not None:
        invitations.use(sitting.invitation)
    by = User.objects.filter(pk=sitting.recorded_by_id or 0).first()
    return [_recorded(sitting, q.scope, q.wording, q.answer, by) for q in answered]


def _recorded(
    sitting: Sitting, scope: Scope, wording: ConsentWording, answer: str, by: User | None
) -> Consent:
    return consent.record(
        person=sitting.person,
        given_by=sitting.giver,
        scope=scope,
        decision=Decision(answer),
        wording=wording,
        story_ref=sitting.about(scope),
        shown_as=sitting.shown_as if scope == Scope.NAME and answer == Decision.YES else "",
        method=Method(sitting.method),
        invitation=sitting.invitation,
        by=by,
    )
