"""The lifecycle's vocabulary in the audit log, in words for staff."""

from __future__ import annotations

from datetime import date
from typing import Any

from wagtail.log_actions import LogFormatter

from families.models import User
from stories.lifecycle import VERBS
from stories.models import PlaceSuggestion, Worry
from stories.models.states import Audience

SENTENCES = {
    "submit": ("Handed in", "Handed it in"),
    "take_up": ("Taken up", "Began to read it"),
    "assign": ("Given to read", "Gave it to a colleague to read"),
    "request_changes": ("Change asked for", "Asked for a change"),
    "ask_back": ("Asked for back", "Wants to change something"),
    "give_back": ("Given back", "Gave it back, because its author asked"),
    "decline": ("Declined", "Gave it back, and said why it is not published"),
    "return_to_family": ("Back with the family", "Gave it back to the family"),
    "recommend": ("Recommended", "Said a first yes to it"),
    "unrecommend": ("First yes taken back", "Took the first yes back"),
    "plan": ("Planned", "Decided to publish it; it waits"),
    "unplan": ("Plan called off", "Called off the day on which it was to be published"),
    "come_due": ("Came due", "Its day came, and everything was asked again"),
    "publish": ("Published", "Published it"),
    "withdraw": ("Taken back", "Took it back"),
    "bring_back": ("Begun again", "Began again with it"),
    "delete": ("To be deleted", "Asked for it to be deleted"),
    "keep": ("Kept after all", "Kept it after all"),
    "lapse": ("Run out", "It went back to the school, because a yes in it had run out"),
    "seal": ("Sealed", "Sealed it"),
    "hold": ("Held", "Held it for the safeguarding lead"),
    "release": ("Released", "Released it"),
    "undo": ("Undone", "Undid the last decision"),
}
"""For each verb its name in a filter and what somebody did."""


BECAUSE = {
    "consent": "It came down, because a consent was taken back",
    "refused": "Its day came, and it was not published",
    "restored": "Taken back again, after a backup was put back",
}
"""What happened by itself, by its reason."""


class VerbFormatter(LogFormatter):
    """Says what was done; ``data`` adds the day of a seal and the reason of a withdrawal."""

    sentence = ""

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data or {}
        if "until" in data:
            return f"{self.sentence} until {date.fromisoformat(data['until']):%-d %B %Y}"
        if data.get("because") in BECAUSE:
            return BECAUSE[data["because"]]
        if "what" in data:
            return f"Undid it: {SENTENCES[data['what']][0]}"
        if "reader" in data:
            reader = User.objects.filter(pk=data["reader"]).first()
            return f"Gave it to {reader} to read" if reader else self.sentence
        return self.sentence

    def format_comment(self, log_entry: Any) -> str:
        return str((log_entry.data or {}).get("reason", ""))


WORRIES = {
    "stories.worry": ("A worry or a request came in", "It came in"),
    "stories.worry_note": ("A note about a worry", "Added a note"),
    "stories.worry_state": ("A worry moved on", "It is now"),
    "stories.takedown": ("Taken down on request", "Taken down while they look, because"),
    "stories.incident": ("Incident button", "Took everything of this child off the web"),
}


REMINDERS = {
    "stories.remind": ("Writer reminded", "Reminded its writer"),
    "stories.stop_reminders": ("Reminders stopped", "Stopped the reminders"),
    "stories.start_reminders": ("Reminders started again", "Let reminders go again"),
}


class WorryFormatter(LogFormatter):
    """Says how far it is, never what it is about."""

    said = ""

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data or {}
        words = [self.said]
        if "state" in data:
            words.append(str(Worry.State(data["state"]).label))
        if "ground" in data:
            words.append(str(Worry.Ground(data["ground"]).label))
        return ": ".join(words)


class AudienceFormatter(LogFormatter):
    """Says whom the teller let see it, which nobody else can change."""

    label = "Who may see a memory"

    def format_message(self, log_entry: Any) -> str:
        return f"Chose who may see it: “{Audience(log_entry.data['to']).label}”"


class PlaceFormatter(LogFormatter):
    """Says what was answered, never what it is called: a name may be somebody's home."""

    label = "A suggested place was answered"

    def format_message(self, log_entry: Any) -> str:
        state = PlaceSuggestion.State(log_entry.data["state"])
        return f"Answered a suggested place: {state.label}"


class MergeFormatter(LogFormatter):
    """Says what is needed to undo it: what the place was, and in each memory that it was there."""

    label = "Two places were made one"

    def format_message(self, log_entry: Any) -> str:
        was = log_entry.data["was"]
        if "into" in log_entry.data:
            return (
                f"Its place “{was['name']}” is “{log_entry.data['into']}” now. "
                "To undo it, add that place again and tick it here."
            )
        return (
            f"“{was['name']}” became part of it. To undo it, add it again in {was['area']}, at "
            f"{was['latitude']}, {was['longitude']}. Each memory’s history says if it was there."
        )


def register(actions: Any) -> None:
    """Add each verb. A verb that is not here cannot be logged: Wagtail refuses to save it."""
    for verb in VERBS:
        label, sentence = SENTENCES[verb]
        formatter = type(
            f"{verb.title()}Formatter", (VerbFormatter,), {"label": label, "sentence": sentence}
        )
        actions.register_action(f"stories.{verb}")(formatter)
    for word, (label, sentence) in WORRIES.items():
        formatter = type("WorryFormatter", (WorryFormatter,), {"label": label, "said": sentence})
        actions.register_action(word)(formatter)
    actions.register_action("stories.answer", "A point answered", "Answered a point")
    actions.register_action("stories.close", "A point settled", "Settled a point")
    actions.register_action("stories.mend", "A slip mended", "Mended a slip, and told the writer")
    actions.register_action("stories.put_back", "Own words back", "Put their own words back")
    for word, (label, sentence) in REMINDERS.items():
        actions.register_action(word, label, sentence)
    actions.register_action("stories.look", "Looked at a memory", "Looked at it")
    actions.register_action("stories.look_portfolio", "Looked at a portfolio", "Looked at it")
    actions.register_action("stories.audience")(AudienceFormatter)
    actions.register_action("stories.suggest_place", "A place was suggested", "Suggested a place")
    actions.register_action("stories.answer_place")(PlaceFormatter)
    actions.register_action("stories.merge_place")(MergeFormatter)
    actions.register_action(
        "stories.yearly_check", "Yearly look", "Looked at its pictures of children, as every year"
    )
