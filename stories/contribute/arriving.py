"""Where an upload goes once it is whole: to the end of the memory that it names.

Registered with ``media.resumable.destinations``, because a file can become whole
when nobody is looking: the worker finishes what a killed server left.
"""

from __future__ import annotations

from django.http import Http404
from django.utils.translation import gettext as _

from families.models import User
from media.models import Item
from media.refs import new_ref
from media.resumable.destinations import NotNow
from stories import access
from stories.contribute import saving
from stories.contribute.beginning import REF, begin
from stories.contribute.doors import own

LONGEST_TITLE = 120


def check(by: User, ref: str) -> None:
    """Whether that memory takes files of this person now; raises NotNow, LookupError."""
    if not ref:
        if not access.may_begin(by):
            raise LookupError("Nobody may tell without a school.")
        return
    if not REF.fullmatch(ref):
        raise LookupError(ref)
    try:
        memory = own(by, ref)
    except Http404 as error:
        raise LookupError(ref) from error
    if not access.may_write(by, memory):
        raise NotNow


def place(by: User, ref: str, item: Item) -> None:
    """Put the item at the end; a file that names no memory begins one of its own name."""
    check(by, ref)
    if not ref:
        title = item.shown_name[:LONGEST_TITLE] or _("A file")
        ref = begin(by=by, title=title, ref=new_ref()).ref
    saving.append(ref, item, by=by)
