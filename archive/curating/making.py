"""A draft made of memories, and memories put into a draft that is there already."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.db import transaction

from archive.models import ShowcaseIndexPage, ShowcasePage
from archive.permissions import may_curate
from families.models import User


def draft_of(page: ShowcasePage) -> ShowcasePage:
    """The page as its editor shows it: with what is saved and not yet public."""
    return cast(ShowcasePage, page.get_latest_revision_as_object())


@transaction.atomic
def make(numbers: Iterable[int], *, title: str, introduction: str, by: User) -> ShowcasePage:
    """A new draft with these memories in this order. Raises PermissionDenied.

    ``numbers`` are the rows of the memories.
    """
    index = ShowcaseIndexPage.objects.get()
    if not index.permissions_for_user(by).can_add_subpage():
        raise PermissionDenied
    page = ShowcasePage(
        title=title,
        introduction=introduction,
        owner=by,
        school=by.school,
        live=False,
        body=_blocks(numbers),
    )
    index.add_child(instance=page)
    page.save_revision(user=by, log_action=True)
    return page


@transaction.atomic
def put(numbers: Iterable[int], page: ShowcasePage, *, by: User) -> int:
    """Put those that are not in it behind the rest of its draft; how many they were.

    What is public of it stays as it is. Raises PermissionDenied.
    """
    if not may_curate(by, page):
        raise PermissionDenied
    draft = draft_of(page)
    there = set(draft.story_ids())
    new = [pk for pk in numbers if pk not in there]
    draft.body = [*_as_stored(draft), *_blocks(new)]
    draft.save_revision(user=by, log_action=True)
    return len(new)


def _blocks(numbers: Iterable[int]) -> list[dict[str, Any]]:
    return [{"type": "story", "value": pk} for pk in numbers]


def _as_stored(page: ShowcasePage) -> list[dict[str, Any]]:
    return list(page.body.raw_data)
