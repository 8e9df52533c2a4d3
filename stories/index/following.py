"""Hears of every change that alters what can be found, and has it kept.

The lifecycle and the desk's saving say themselves when a memory leaves the public, because
only they know; what is here hears of words.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_save

from families.models import Consent, Person
from families.models.consents import Decision
from media.models import Item, Transcript
from media.signals import item_put_away, item_ready, item_refused
from stories.index import keeping
from stories.models import (
    Fund,
    Place,
    Story,
    StoryPart,
    StoryPerson,
    TaggedFund,
    TaggedPlace,
    TaggedStory,
)

OF_A_MEMORY = {
    StoryPart: "story_id",
    StoryPerson: "story_id",
    TaggedPlace: "content_object_id",
    TaggedFund: "content_object_id",
    TaggedStory: "content_object_id",
}
"""What belongs to one memory, and the column that says to which."""

NAMED = {Place: "tagged_places__tag", Fund: "tagged_funds__tag", Person: "people__person"}
"""What has a name that stands in memories, and how they are found by it."""


def connect() -> None:
    """Start to listen; called once, when the application is ready."""
    _hear(Story, _story_saved, saved=True)
    for model in OF_A_MEMORY:
        _hear(model, _piece_changed, saved=True, deleted=True)
    for model in NAMED:
        _hear(model, _name_changed, saved=True)
    _hear(apps.get_model("taggit", "Tag"), _tag_changed, saved=True)
    _hear(Transcript, _transcript_saved, saved=True, deleted=True)
    _hear(Consent, _answered, saved=True)
    for signal in (item_ready, item_refused):
        signal.connect(_item_changed, dispatch_uid="stories.index.item_changed")
    item_put_away.connect(_item_put_away, dispatch_uid="stories.index.item_put_away")


def _hear(model: Any, receiver: Any, *, saved: bool = False, deleted: bool = False) -> None:
    name = f"stories.index.{model._meta.label}"
    if saved:
        post_save.connect(receiver, sender=model, dispatch_uid=name)
    if deleted:
        post_delete.connect(receiver, sender=model, dispatch_uid=name)


def _story_saved(instance: Story, **_: Any) -> None:
    keeping.notice("pk", instance.pk)


def _piece_changed(sender: Any, instance: Any, **_: Any) -> None:
    keeping.notice("pk", getattr(instance, OF_A_MEMORY[sender]))


def _name_changed(sender: Any, instance: Any, created: bool, **_: Any) -> None:
    if not created:
        keeping.notice(NAMED[sender], instance.pk)


def _tag_changed(instance: Any, created: bool, **_: Any) -> None:
    if not created:
        keeping.notice("tagged_words__tag", instance.pk)


def _transcript_saved(instance: Transcript, **_: Any) -> None:
    keeping.notice("parts__item", instance.item_id)


def _answered(instance: Consent, **_: Any) -> None:
    """An answer may change a name; one that is no yes may take it away."""
    act = keeping.notice if instance.decision == Decision.YES else keeping.drop
    act("people__person", instance.person_id)


def _item_changed(item: Item, **_: Any) -> None:
    keeping.notice("parts__item", item.pk)


def _item_put_away(item: Item, **_: Any) -> None:
    """Something in it is hidden or held back: nothing of it is found before it is made anew."""
    keeping.drop("parts__item", item.pk)
