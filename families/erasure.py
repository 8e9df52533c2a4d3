"""Erasing an account and the person behind it. Each layer adds what it holds of them.

Rows that others need are masked, never deleted: an answer about consent goes on naming its
giver, who is then nobody. A test finds every column that points at an account or a person
and fails where no layer has claimed it, so that a new table cannot be forgotten.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from families.models import Family, Invitation, Leaving, Person, User
from families.models.countdown import CLOCK
from families.sessions import ending

MASK = "Somebody"


class Waits(Exception):
    """It cannot be done yet. ``str()`` is a sentence for the lead."""


@dataclass(frozen=True)
class Eraser:
    """What one layer holds of somebody: each column, as ``app.Model.field``, and how it ends."""

    name: str
    holds: str
    claims: frozenset[str]
    erase: Callable[[User], None]


_erasers: dict[str, Eraser] = {}


def register(eraser: Eraser) -> None:
    """Let this layer erase from now on as well; the same name twice is one eraser."""
    _erasers[eraser.name] = eraser


def erasers() -> list[Eraser]:
    """All of them, the highest layer first, because it points at the lower ones."""
    return list(reversed(_erasers.values()))


def ask(user: User) -> Leaving:
    """Set the clock of an account; the one that runs already where there is one."""
    due = timezone.localdate() + CLOCK
    return Leaving.objects.get_or_create(user=user, defaults={"due_on": due})[0]


def stay(user: User) -> None:
    """Stop the clock."""
    Leaving.objects.filter(user=user, done_at=None).delete()


@transaction.atomic
def carry_out(leaving: Leaving, *, by: User) -> None:
    """Erase the account. Raises ``Waits`` before its day, or where a layer has to wait."""
    leaving = Leaving.objects.select_for_update().select_related("user").get(pk=leaving.pk)
    if leaving.done_at is not None:
        return
    if leaving.days_left:
        raise Waits("The 30 days are not over yet.")
    for eraser in erasers():
        eraser.erase(leaving.user)
    leaving.done_at, leaving.done_by = timezone.now(), by
    leaving.save()
    log(instance=leaving, action="families.erase", user=by, title=MASK)


@transaction.atomic
def carry_out_again(user: User) -> bool:
    """Erase once more an account that a restored backup brought back; False where it is gone.

    Raises ``Waits`` where a layer has to wait for the lead.
    """
    if not user.is_active and user.display_name == MASK:
        return False
    for eraser in erasers():
        eraser.erase(user)
    Leaving.objects.update_or_create(
        user=user, defaults={"due_on": timezone.localdate(), "done_at": timezone.now()}
    )
    log(instance=user.leaving, action="families.erase", user=None, title=MASK)
    return True


def erase_account(user: User) -> None:
    """This layer's own part: mask the account and its person, and end every way in."""
    for person in Person.objects.filter(user=user):
        _mask_person(person)
    _mask_invitations(user)
    Family.objects.filter(asked_by=user).update(asked_by=None, at_home="")
    user.memberships.all().delete()
    _end_ways_in(user)
    mask_labels(user)
    _mask_account(user)


def _mask_person(person: Person) -> None:
    person.name = person.public_name = MASK
    person.family = None
    person.never_publish = True
    person.save()
    mask_labels(person)
    Invitation.objects.filter(person=person).update(for_whom="", revoked_at=timezone.now())
    Invitation.objects.filter(given_by=person).update(for_whom="", revoked_at=timezone.now())


def _mask_invitations(user: User) -> None:
    made = Invitation.objects.filter(made_by=user)
    made.filter(revoked_at=None).update(revoked_at=timezone.now())
    made.update(for_whom="")


def _end_ways_in(user: User) -> None:
    """Second factors, addresses and sessions; groups go last, because they are logged."""
    from allauth.account.models import EmailAddress
    from allauth.mfa.models import Authenticator

    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    ending.end_all(user)
    user.groups.clear()
    user.user_permissions.clear()


def _mask_account(user: User) -> None:
    user.username = f"gone-{secrets.token_hex(8)}"
    user.display_name = MASK
    user.first_name = user.last_name = user.email = ""
    user.reporter_class = None
    user.is_active = user.is_superuser = user.is_staff = False
    user.set_unusable_password()
    user.save()


def mask_labels(thing: User | Person) -> None:
    """The log keeps what was done to them and when; what they were called goes."""
    entries = ModelLogEntry.objects.for_instance(thing)
    entries.update(label=MASK)


ACCOUNTS = Eraser(
    name="families",
    holds="The account, the person, their families, invitations, sessions and answers.",
    claims=frozenset(
        {
            "families.Consent.given_by",
            "families.Consent.person",
            "families.Consent.recorded_by",
            "families.ConsentWording.made_by",
            "families.Family.asked_by",
            "families.FamilyMember.user",
            "families.Guardianship.child",
            "families.Guardianship.guardian",
            "families.Invitation.given_by",
            "families.Invitation.made_by",
            "families.Invitation.person",
            "families.Leaving.done_by",
            "families.Leaving.user",
            "families.Person.added_by",
            "families.Person.user",
            "families.User_groups.user",
            "families.User_user_permissions.user",
            "account.EmailAddress.user",
            "mfa.Authenticator.user",
            "usersessions.UserSession.user",
        }
    ),
    erase=erase_account,
)
"""Answers, wordings and guardianships stay as they are: they name rows that are masked."""
