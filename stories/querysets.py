"""Reading memories. Anybody's reading goes through ``public()`` or ``visible_to()``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from families.models import FamilyMember, School, User
from families.roles import Anybody, is_lead, is_teacher
from stories.models.states import Audience, Status

if TYPE_CHECKING:
    from stories.models import Story
else:
    Story = Any

PUBLIC = Q(status=Status.PUBLISHED, live=True, held=False, audience=Audience.EVERYONE)
UNTOUCHED = Q(held=False) & ~Q(status=Status.SEALED)


class StoryQuerySet(models.QuerySet["Story"]):
    """Reads that speak of memories, and the two gates of everybody's reading."""

    def public(self) -> Self:
        """What the whole world may see, now."""
        return self.filter(PUBLIC)

    def visible_to(self, user: Anybody) -> Self:
        """What this person may read in full, whatever address they came by.

        The table is in the safeguarding document, "Who may see what". A held or
        sealed memory is read by the safeguarding lead alone.
        """
        if not isinstance(user, User) or not user.is_active:
            return self.public()
        if is_lead(user):
            return self.filter(PUBLIC | Q(school=user.school_id))
        if is_teacher(user):
            return self.filter(PUBLIC | UNTOUCHED & (Q(school=user.school_id) | Q(author=user)))
        return self.filter(PUBLIC | UNTOUCHED & (_told_by(user) | _shared_with(user)))

    def known_to(self, user: Anybody) -> Self:
        """What this person may know to exist: what they read, and what is held of their own."""
        if not isinstance(user, User) or not user.is_active:
            return self.public()
        if is_lead(user) or is_teacher(user):
            return self.filter(PUBLIC | Q(school=user.school_id) | Q(author=user))
        return self.filter(PUBLIC | _told_by(user) | UNTOUCHED & _shared_with(user))

    def told_by(self, user: User) -> Self:
        """A person's own: begun by them, or told by them once it has been handed in."""
        return self.filter(_told_by(user))

    def gathered_by(self, user: User) -> Self:
        """What this person gathered with somebody else, while the world may see it."""
        people = apps.get_model("stories", "StoryPerson").objects.filter(
            story=OuterRef("pk"), role="reporter", person__user=user
        )
        return self.public().filter(Exists(people))

    def within_reach_of(self, user: User) -> Self:
        """What the desk opens: told by this person, or shared with a family of theirs.

        Staff read other people's memories in the admin, so being staff opens nothing here.
        """
        return self.filter(_told_by(user) | _shared_with(user))

    def at_hand_of(self, user: User) -> Self:
        """What this person reads and may answer: public or within reach, told, not taken back."""
        reach = PUBLIC | UNTOUCHED & (_told_by(user) | _shared_with(user))
        return self.filter(reach).exclude(status__in=[Status.DRAFT, Status.WITHDRAWN])

    def given_to_families_of(self, user: User) -> Self:
        """What members shared with a family of this person, they themselves as well."""
        return self.filter(_shared_with(user))

    def in_care_of(self, user: User) -> Self:
        """Those with a child in them whose guardian this person is.

        A draft is nobody else's yet, and what a child keeps to themselves stays theirs.
        """
        people = apps.get_model("stories", "StoryPerson").objects.filter(
            story=OuterRef("pk"), person__is_child=True, person__guardians__user=user
        )
        kept_close = Q(status=Status.DRAFT) | Q(audience=Audience.JUST_ME)
        return self.filter(Q(Exists(people)) & ~kept_close)

    def of_school(self, school: School | int | None) -> Self:
        return self.filter(school=school) if school is not None else self.none()

    def awaiting_review(self, school: School | int | None) -> Self:
        """A school's queue, the longest wait first."""
        waiting = self.of_school(school).filter(status=Status.SUBMITTED, held=False)
        return waiting.order_by("submitted_at", "pk")


def _told_by(user: User) -> Q:
    """A teller without the keyboard sees the memory from when it is handed in."""
    person_roles = apps.get_model("stories", "StoryPerson").objects.filter(
        story=OuterRef("pk"), role="teller", person__user=user
    )
    return Q(author=user) | Q(Exists(person_roles)) & ~Q(status=Status.DRAFT)


def _shared_with(user: User) -> Q:
    """Drafts stay with whoever writes them; from then on a family sees what it was given."""
    families = FamilyMember.objects.filter(user=user).values("family")
    return (
        Q(family__in=families)
        & ~Q(audience=Audience.JUST_ME)
        & ~Q(status__in=[Status.DRAFT, Status.WITHDRAWN])
    )
