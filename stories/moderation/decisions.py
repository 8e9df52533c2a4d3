"""What this person may decide about a memory now, and a sentence for what they may not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.db import transaction

from families.models import User
from families.roles import is_lead_of
from stories import access, first_yes, lifecycle, sensitive
from stories.lifecycle.publishing import hold_answers_still
from stories.models import FirstYes, PublicationPlan, Story, Worry
from stories.models.states import Status
from stories.moderation.decision_forms import FORMS
from stories.moderation.seen import fingerprint, version
from stories.worries.raising import keep


@dataclass(frozen=True)
class Decision:
    """A verb with its button, or with the reason why there is none."""

    verb: str
    label: str
    hint: str = ""
    refusal: str = ""
    form: forms.Form | None = None
    is_main: bool = False
    is_serious: bool = field(default=False)


DONE = {
    "take_up": "You are reading this one now.",
    "request_changes": "Sent back. They see your sentence on their desk.",
    "give_back": "It is with its writer again.",
    "publish": "It is published. If that was a mistake, “Take it down” takes it off at once.",
    "recommend": "You said the first yes. Another adult can publish it now.",
    "unrecommend": "Your first yes is taken back.",
    "plan": "It is planned. On that day everything is asked again.",
    "unplan": "It is not planned for that day any more.",
    "withdraw": "It has been taken down.",
    "hold": "It is held. The safeguarding lead has been told.",
    "seal": "It is sealed.",
    "return_to_family": "It is the family’s own again. They read your word on their desk.",
    "decline": "It is with its writer. They read your reason on their desk, and keep the memory.",
    "release": "It is released.",
}

READ_FIRST = {"publish", "recommend", "plan"}
"""What is decided about the words that one has read, and about no others."""


@transaction.atomic
def do(verb: str, story: Story, *, by: User, said: dict[str, Any]) -> Story:
    """Let the lifecycle decide. Raises ``lifecycle.Refused`` with a sentence for the screen."""
    details = {name: value for name, value in said.items() if name != "seen"}
    if verb in READ_FIRST:
        story = _as_it_was_read(story, said.get("seen", ""))
    if verb == "hold":
        return hold(story, by=by, **details)
    done: Story = getattr(lifecycle, verb)(story, by=by, **details)
    return done


def _as_it_was_read(story: Story, seen: str) -> Story:
    """The memory as it is now, if nothing was written while this person read it.

    Its people are held first, as everywhere, so that two locks never wait for each other.
    """
    hold_answers_still(story, None)
    now = Story.objects.select_for_update().get(pk=story.pk)
    if seen != fingerprint(version(now)):
        raise lifecycle.Refused("It changed while you were reading. Please read it again.")
    return now


def hold(story: Story, *, by: User, reason: str) -> Story:
    """Freeze the memory and tell the safeguarding lead why, as any other worry is told."""
    held = lifecycle.hold(story, by=by, reason=reason)
    keep(Worry(about=story.get_absolute_url(), story=story, words=reason), by=by)
    return held


@dataclass(frozen=True)
class Ground:
    """What the decisions stand on: who looks, at what, and what was decided before."""

    user: User
    story: Story
    shown: Story
    blocked: bool
    tried: forms.Form | None
    why_two: list[str]
    first: FirstYes | None
    plan: PublicationPlan | None

    @property
    def is_waiting(self) -> bool:
        return self.story.status == Status.SUBMITTED

    @property
    def is_mended(self) -> bool:
        """A draft beside the live one waits for somebody to publish it."""
        return bool(self.story.live and self.story.has_unpublished_changes)

    def form(self, verb: str) -> forms.Form:
        """With what was typed and refused still in it."""
        form_class = FORMS[verb]
        if type(self.tried) is form_class:
            return self.tried
        initial = {"seen": fingerprint(self.shown)} if verb in READ_FIRST else {}
        return form_class(initial=initial)


def offered(user: User, story: Story, *, blocked: bool, tried: forms.Form | None) -> list[Decision]:
    """The decisions to show, the likeliest first. ``tried`` keeps what was typed and refused."""
    shown = version(story)
    ground = Ground(
        user=user,
        story=story,
        shown=shown,
        blocked=blocked,
        tried=tried,
        why_two=sensitive.reasons(shown),
        first=first_yes.of(story, shown),
        plan=PublicationPlan.objects.filter(story=story).first(),
    )
    return [decision for offer in OFFERS if (decision := offer(ground)) is not None]


def _take_up(ground: Ground) -> Decision | None:
    if not ground.is_waiting or ground.story.held or ground.story.taken_up_by_id is not None:
        return None
    return Decision(
        "take_up",
        "I’ll read this one",
        hint="The writer then waits until you have decided.",
        is_main=True,
    )


def _give_back(ground: Ground) -> Decision | None:
    """Only where its author asked for it back."""
    if not ground.is_waiting or not ground.story.asked_back_at:
        return None
    who = ground.story.author
    hint = f"{who} wants to change something. You can also tell them what you think."
    return Decision("give_back", "Give it back", hint=hint, is_main=True)


def _publish(ground: Ground) -> Decision | None:
    if not ground.is_waiting and not ground.is_mended:
        return None
    label = "Publish the mended version" if ground.is_mended else "Publish"
    refusal = _why_not_publish(ground)
    form = None if refusal else ground.form("publish")
    hint = f"{ground.first.by} said the first yes. Yours is the second." if ground.first else ""
    return Decision("publish", label, hint=hint, refusal=refusal, form=form, is_main=True)


def _why_not_publish(ground: Ground) -> str:
    if sentence := _why_not_their_eyes(ground, "publish it"):
        return sentence
    if ground.blocked:
        return "It cannot be published yet. “What is in the way” says what to do."
    if ground.why_two and ground.first is None:
        reasons = " ".join(ground.why_two)
        return f"{reasons} So two adults have to agree. First one recommends it, then another can."
    if ground.first is not None and ground.first.by_id == ground.user.pk:
        return "You said the first yes, so somebody else has to publish it."
    return ""


def _why_not_their_eyes(ground: Ground, verb: str) -> str:
    if ground.story.author_id == ground.user.pk:
        return f"You wrote this one, so somebody else has to {verb}."
    if not access.has_second_pair_of_eyes(ground.user, ground.story):
        return f"You edited this one last, so somebody else has to {verb}."
    return ""


def _recommend(ground: Ground) -> Decision | None:
    """Only what needs two; whoever may not publish it may not recommend it either."""
    is_open = ground.is_waiting or ground.is_mended
    if not is_open or ground.story.held or not ground.why_two or ground.first is not None:
        return None
    if _why_not_their_eyes(ground, "recommend it"):
        return None
    hint = "You have read it all and would publish it. Another adult then decides."
    form = ground.form("recommend")
    return Decision("recommend", "Recommend it", hint=hint, form=form, is_main=True)


def _unrecommend(ground: Ground) -> Decision | None:
    if ground.first is None or ground.first.by_id != ground.user.pk:
        return None
    return Decision("unrecommend", "Take my first yes back")


def _plan(ground: Ground) -> Decision | None:
    """Offered where publishing is, so that the reason why not is said once."""
    if not ground.is_waiting or _why_not_publish(ground):
        return None
    label = "Choose another day" if ground.plan else "Publish it on a day"
    return Decision("plan", label, form=ground.form("plan"))


def _unplan(ground: Ground) -> Decision | None:
    return Decision("unplan", "Call that day off") if ground.plan else None


def _request_changes(ground: Ground) -> Decision | None:
    if not ground.is_waiting:
        return None
    return Decision("request_changes", "Ask for a change", form=ground.form("request_changes"))


def _release(ground: Ground) -> Decision | None:
    frozen = ground.story.held or ground.story.status == Status.SEALED
    if not frozen or not is_lead_of(ground.user, ground.story.school_id):
        return None
    hint = "It goes back to where it was. A sealed memory is read again before it is public."
    return Decision("release", "Release it", hint=hint, is_main=True)


def _hold(ground: Ground) -> Decision | None:
    if ground.story.held:
        return None
    hint = "Nobody but the safeguarding lead sees it until they release it. Nothing is deleted."
    form = ground.form("hold")
    return Decision("hold", "I’m worried: hold it", hint=hint, form=form, is_serious=True)


def _seal(ground: Ground) -> Decision | None:
    if ground.story.status in (Status.SEALED, Status.WITHDRAWN):
        return None
    hint = "For a memory that has to wait until somebody is older, or gone."
    form = ground.form("seal")
    return Decision("seal", "Seal it until a day", hint=hint, form=form, is_serious=True)


def _return_to_family(ground: Ground) -> Decision | None:
    if not ground.is_waiting or ground.story.held:
        return None
    hint = "For a memory that is too much their own. Nobody is asked to publish it any more."
    form = ground.form("return_to_family")
    label = "Give it back to the family"
    return Decision("return_to_family", label, hint=hint, form=form, is_serious=True)


def _decline(ground: Ground) -> Decision | None:
    if not ground.is_waiting or ground.story.held:
        return None
    hint = "It will not be published. It stays on their desk: they may go on, or take it home."
    form = ground.form("decline")
    return Decision("decline", "Say no, and why", hint=hint, form=form, is_serious=True)


def _withdraw(ground: Ground) -> Decision | None:
    if ground.story.status == Status.WITHDRAWN:
        return None
    hint = "It goes from every page, list and file at once."
    return Decision("withdraw", "Take it down", hint=hint, is_serious=True)


OFFERS: tuple[Callable[[Ground], Decision | None], ...] = (
    _take_up,
    _give_back,
    _publish,
    _recommend,
    _unrecommend,
    _plan,
    _unplan,
    _request_changes,
    _release,
    _hold,
    _seal,
    _return_to_family,
    _decline,
    _withdraw,
)
