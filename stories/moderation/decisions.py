"""What this person may decide about a memory now, and a sentence for what they may not."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.db import transaction
from django.utils import timezone
from wagtail.admin.widgets import AdminDateInput

from families.models import User
from families.roles import is_lead_of
from stories import access, lifecycle
from stories.models import Story, Worry
from stories.models.states import Status
from stories.moderation.seen import fingerprint
from stories.moderation.thanks_and_step import ThanksAndStep
from stories.worries.raising import keep


class FeedbackForm(ThanksAndStep):
    """About the whole memory; with points kept beside its parts, there need be nothing more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["feedback"].label = "What should change?"

    def with_points(self) -> FeedbackForm:
        self.fields["feedback"].required = False
        return self


class HoldForm(forms.Form):
    reason = forms.CharField(
        label="What worries you?",
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Only the safeguarding lead reads this.",
    )


class PublishForm(forms.Form):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class SealForm(forms.Form):
    until = forms.DateField(
        label="Until when?",
        widget=AdminDateInput,
        help_text="On that day somebody is asked to look again. It never publishes by itself.",
    )

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until <= timezone.localdate():
            raise forms.ValidationError("Choose a day that is still to come.")
        return until


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


FORMS: dict[str, type[forms.Form]] = {
    "publish": PublishForm,
    "request_changes": FeedbackForm,
    "hold": HoldForm,
    "seal": SealForm,
}
"""The verbs that need a word, a day or what was seen with them."""

DONE = {
    "take_up": "You are reading this one now.",
    "request_changes": "Sent back. They see your sentence on their desk.",
    "give_back": "It is with its writer again.",
    "publish": "It is published.",
    "withdraw": "It has been taken down.",
    "hold": "It is held. The safeguarding lead has been told.",
    "seal": "It is sealed.",
    "release": "It is released.",
}


def do(verb: str, story: Story, *, by: User, said: dict[str, Any]) -> Story:
    """Let the lifecycle decide. Raises ``lifecycle.Refused`` with a sentence for the screen."""
    if verb == "publish":
        return publish(story, by=by, **said)
    if verb == "hold":
        return hold(story, by=by, **said)
    done: Story = getattr(lifecycle, verb)(story, by=by, **said)
    return done


@transaction.atomic
def publish(story: Story, *, by: User, seen: str) -> Story:
    """Publish what this person read, and nothing that was written while they read it."""
    now = Story.objects.select_for_update().get(pk=story.pk)
    if seen != fingerprint(version(now)):
        raise lifecycle.Refused("It changed while you were reading. Please read it again.")
    return lifecycle.publish(now, by=by)


@transaction.atomic
def hold(story: Story, *, by: User, reason: str) -> Story:
    """Freeze the memory and tell the safeguarding lead why, as any other worry is told."""
    held = lifecycle.hold(story, by=by, reason=reason)
    keep(Worry(about=story.get_absolute_url(), story=story, words=reason), by=by)
    return held


def version(story: Story) -> Story:
    """What a decision is about: the draft beside a live memory, or else the record."""
    if story.live and story.has_unpublished_changes and story.latest_revision:
        draft: Story = story.latest_revision.as_object()
        return draft
    return story


def offered(user: User, story: Story, *, blocked: bool, tried: forms.Form | None) -> list[Decision]:
    """The decisions to show, the likeliest first. ``tried`` keeps what was typed and refused."""
    decisions = [
        _take_up(story),
        _give_back(story),
        _publish(user, story, blocked=blocked),
        _request_changes(story, _form("request_changes", tried)),
        _release(user, story),
        _hold(story, _form("hold", tried)),
        _seal(story, _form("seal", tried)),
        _withdraw(story),
    ]
    return [decision for decision in decisions if decision is not None]


def _form(verb: str, tried: forms.Form | None) -> forms.Form:
    return tried if isinstance(tried, FORMS[verb]) else FORMS[verb]()


def _take_up(story: Story) -> Decision | None:
    if story.status != Status.SUBMITTED or story.held or story.taken_up_by_id is not None:
        return None
    return Decision(
        "take_up",
        "I’ll read this one",
        hint="The writer then waits until you have decided.",
        is_main=True,
    )


def _publish(user: User, story: Story, *, blocked: bool) -> Decision | None:
    mended = story.live and story.has_unpublished_changes
    if story.status != Status.SUBMITTED and not mended:
        return None
    refusal = _why_not_publish(user, story, blocked=blocked)
    label = "Publish the mended version" if mended else "Publish"
    form = PublishForm(initial={"seen": fingerprint(version(story))})
    return Decision("publish", label, refusal=refusal, form=form, is_main=True)


def _why_not_publish(user: User, story: Story, *, blocked: bool) -> str:
    if story.author_id == user.pk:
        return "You wrote this one, so somebody else has to publish it."
    if not access.has_second_pair_of_eyes(user, story):
        return "You edited this one last, so somebody else has to publish it."
    if blocked:
        return "It cannot be published yet. “What is in the way” says what to do."
    return ""


def _give_back(story: Story) -> Decision | None:
    """Only where its author asked for it back."""
    if story.status != Status.SUBMITTED or not story.asked_back_at:
        return None
    hint = f"{story.author} wants to change something. You can also tell them what you think."
    return Decision("give_back", "Give it back", hint=hint, is_main=True)


def _request_changes(story: Story, form: forms.Form) -> Decision | None:
    if story.status != Status.SUBMITTED:
        return None
    return Decision("request_changes", "Ask for a change", form=form)


def _release(user: User, story: Story) -> Decision | None:
    if not (story.held or story.status == Status.SEALED) or not is_lead_of(user, story.school_id):
        return None
    hint = "It goes back to where it was. A sealed memory is read again before it is public."
    return Decision("release", "Release it", hint=hint, is_main=True)


def _hold(story: Story, form: forms.Form) -> Decision | None:
    if story.held:
        return None
    hint = "Nobody but the safeguarding lead sees it until they release it. Nothing is deleted."
    return Decision("hold", "I’m worried: hold it", hint=hint, form=form, is_serious=True)


def _seal(story: Story, form: forms.Form) -> Decision | None:
    if story.status in (Status.SEALED, Status.WITHDRAWN):
        return None
    hint = "For a memory that has to wait until somebody is older, or gone."
    return Decision("seal", "Seal it until a day", hint=hint, form=form, is_serious=True)


def _withdraw(story: Story) -> Decision | None:
    if story.status == Status.WITHDRAWN:
        return None
    hint = "It goes from every page, list and file at once."
    return Decision("withdraw", "Take it down", hint=hint, is_serious=True)
