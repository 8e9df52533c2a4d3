"""What a safeguarding lead does about a worry, each with its line in the log."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from families.models import User
from stories import lifecycle
from stories.models import Story, Worry, WorryNote
from stories.moderation.policies import WorryPolicy
from stories.worries import letters

ABOUT_NOTHING = "This worry is about no memory in particular."


def require_lead(worry: Worry, by: User) -> None:
    """Raise ``lifecycle.Refused`` for everybody but a lead of its school whom it is not about."""
    policy = WorryPolicy(Worry)
    if not (policy.may_enter(by) and policy.rows_of(by).filter(pk=worry.pk).exists()):
        raise lifecycle.Refused("This worry is not yours to look into.")


@transaction.atomic
def look_into(worry: Worry, *, by: User) -> None:
    """Somebody has begun to look."""
    require_lead(worry, by)
    _move(worry, Worry.State.LOOKING, by)
    worry.save(update_fields=["state"])


@transaction.atomic
def write_note(worry: Worry, text: str, *, by: User) -> WorryNote:
    """Add a note; there is no way to change an older one."""
    require_lead(worry, by)
    if not text.strip():
        raise lifecycle.Refused("Write a few words first.")
    note = WorryNote.objects.create(worry=worry, text=text.strip(), by=by)
    log(instance=worry, action="stories.worry_note", user=by)
    if worry.state == Worry.State.NEW:
        look_into(worry, by=by)
    return note


@transaction.atomic
def settle(worry: Worry, outcome: str, *, by: User) -> None:
    """It is decided; what came of it and when is kept."""
    require_lead(worry, by)
    if outcome not in Worry.Outcome.values:
        raise lifecycle.Refused("Say what came of it.")
    worry.outcome, worry.settled_at, worry.settled_by = outcome, timezone.now(), by
    _move(worry, Worry.State.DONE, by)
    worry.save(update_fields=["state", "outcome", "settled_at", "settled_by"])
    transaction.on_commit(lambda: letters.say_it_is_decided(worry))


@transaction.atomic
def take_down(worry: Worry, ground: str, *, by: User) -> Story:
    """Take the memory out of everybody's sight while somebody looks, on a valid ground."""
    require_lead(worry, by)
    if worry.story is None:
        raise lifecycle.Refused(ABOUT_NOTHING)
    if ground not in Worry.Ground.values:
        raise lifecycle.Refused("Choose why it comes down.")
    story = lifecycle.hold(worry.story, by=by, reason=f"request {worry.ref}")
    worry.ground, worry.removed_at = ground, timezone.now()
    _move(worry, Worry.State.LOOKING, by)
    worry.save(update_fields=["ground", "removed_at", "state"])
    log(instance=worry, action="stories.takedown", user=by, data={"ground": ground})
    return story


def _move(worry: Worry, state: Worry.State, by: User) -> None:
    worry.state = state
    log(instance=worry, action="stories.worry_state", user=by, data={"state": state.value})
