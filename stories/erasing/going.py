"""Takes a memory away altogether: every row, every stored byte that nothing else needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision, TaskState, WorkflowState

from media import removal
from media.models import Item, Paper, Picture, Recording, ResumableUpload
from stories import ledger
from stories.models import Story, StoryPart, Tombstone, Worry

MASKED = "A memory that was deleted"

KEPT_OF_THE_LOG = {"because", "until", "to", "what"}
"""Keys of a log entry's data that come from closed lists; anything else may be somebody's words."""


@transaction.atomic
def destroy(story: Story) -> None:
    """Leave a tombstone, masked log entries and nothing else. Files go after the commit."""
    ref, was_public = story.ref, story.first_published_at is not None
    items = {*_items_in(story), *_items_of_revisions(story)}
    mask_log(story)
    _mask_worries(story)
    forget_wordings(story)
    ReferenceIndex.objects.filter(_pointed_at(story)).delete()
    ReferenceIndex.remove_for_object(story)
    ResumableUpload.objects.filter(destination=ref).delete()
    story.delete()
    remove_unused(items)
    Tombstone.objects.get_or_create(ref=ref, defaults={"was_public": was_public})
    ledger.write_after_commit(ref, ledger.Entry.DELETED)


def forget_wordings(story: Story) -> None:
    """Every earlier wording, and what was said while it was reviewed."""
    states = WorkflowState.objects.filter(_generic(story))
    TaskState.objects.filter(workflow_state__in=states).delete()
    states.delete()
    Story.objects.filter(pk=story.pk).update(latest_revision=None)
    Revision.objects.filter(_generic(story)).delete()


def mask_log(story: Story) -> None:
    """What happened and when stays; the title and the words of a reason do not."""
    for entry in ModelLogEntry.objects.filter(_generic(story)):
        data = {key: value for key, value in entry.data.items() if key in KEPT_OF_THE_LOG}
        ModelLogEntry.objects.filter(pk=entry.pk).update(label=MASKED, data=data)


def remove_unused(items: Iterable[int]) -> None:
    """Files that no other memory and no library of the staff holds."""
    used = StoryPart.objects.filter(item__in=items).values_list("item", flat=True)
    kept = {*used, *_in_libraries(items)}
    for item in Item.objects.filter(pk__in={*items} - kept):
        removal.remove(item)


def _mask_worries(story: Story) -> None:
    """A worry is kept for the lead, but its address says the title."""
    Worry.objects.filter(story=story).update(about=f"/stories/memory-{story.ref}/")
    Worry.objects.filter(about__contains=story.ref).update(about=f"/stories/memory-{story.ref}/")


def _items_in(story: Story) -> Iterator[int]:
    parts = StoryPart.objects.filter(story=story, item__isnull=False)
    yield from parts.values_list("item", flat=True)


def _items_of_revisions(story: Story) -> Iterator[int]:
    """Files that were taken out of it once, and are nowhere else now."""
    for revision in Revision.objects.filter(_generic(story)):
        for part in revision.content.get("parts", ()):
            if part.get("item"):
                yield part["item"]


def _in_libraries(items: Iterable[int]) -> Iterator[int]:
    for model in (Picture, Paper, Recording):
        found = model._default_manager.filter(item__in=items)
        yield from found.values_list("item", flat=True)


def _generic(story: Story) -> Q:
    return Q(content_type=ContentType.objects.get_for_model(Story), object_id=str(story.pk))


def _pointed_at(story: Story) -> Q:
    kind = ContentType.objects.get_for_model(Story)
    return Q(to_content_type=kind, to_object_id=str(story.pk))
