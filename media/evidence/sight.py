"""Who may see a signed paper: whoever it is about, their family, and staff of their school."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from families.models import User
from families.roles import Anybody, is_family_member, is_staff_of
from media.models.evidence import ConsentEvidence
from media.models.item import Item
from media.visibility import Sight


def sight_of_evidence(user: Anybody, item: Item) -> Sight:
    """Evidence is never public; everybody else's answer is that it is not there."""
    papers = ConsentEvidence.objects.filter(item=item)
    if not isinstance(user, User) or not user.is_active:
        return Sight.NONE
    if is_staff_of(user, item.school_id):
        return Sight.PRIVATE if papers.exists() else Sight.NONE
    return Sight.PRIVATE if papers.filter(_about(user) | _of_family(user)).exists() else Sight.NONE


def is_about(user: Anybody, item: Item) -> bool:
    """Whether this is somebody's own paper, whose original they may have."""
    if not isinstance(user, User) or not user.is_active:
        return False
    return ConsentEvidence.objects.filter(_about(user), item=item).exists()


def papers_behind(user: Anybody, answers: Collection[int]) -> dict[int, list[str]]:
    """The addresses of the papers behind these answers that this person may see."""
    behind = ConsentEvidence.objects.filter(consents__in=answers).select_related("item")
    found: dict[int, list[str]] = {}
    for paper in behind.distinct().prefetch_related("consents"):
        if paper.item.is_ready and sight_of_evidence(user, paper.item) is not Sight.NONE:
            for consent in paper.consents.all():
                found.setdefault(consent.pk, []).append(paper.item.url())
    return found


def _about(user: User) -> Q:
    return Q(consents__person__user=user) | Q(consents__given_by__user=user)


def _of_family(user: User) -> Q:
    """Grown-ups of a family see its papers; a student sees their own alone."""
    if not is_family_member(user):
        return Q(pk__in=())
    return Q(consents__person__family__in=user.memberships.values("family"))
