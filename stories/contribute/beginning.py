"""Beginning a memory: a title, and it exists at once, so that nothing can be lost."""

from __future__ import annotations

import re
from collections.abc import Callable

from django import forms
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from families.models import User
from families.own_person import person_of
from media.refs import ALPHABET, LENGTH, new_ref
from stories import writing
from stories.models import Story, StoryPart

REF = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
SALT = "stories.contribute.beginning"


class TitleForm(forms.Form):
    """Only the title. ``start`` is what this memory will be called in its address."""

    title = forms.CharField(
        label=_("What shall we call it?"),
        help_text=_("A few words. You can change them later. For example: Nan’s first job."),
        max_length=120,
        error_messages={
            "required": _("Type a few words first. Any will do: you can change them later."),
            "max_length": _("That is a bit long. Use up to 120 letters."),
        },
    )
    start = forms.CharField(widget=forms.HiddenInput, required=False)


@transaction.atomic
def begin(
    *,
    by: User,
    title: str,
    ref: str,
    words: str = "",
    prepare: Callable[[Story], None] | None = None,
    answers: Story | None = None,
) -> Story:
    """Make the memory with room for words. Pressing twice on slow Wi-Fi makes only one.

    ``prepare`` puts in what is known already, before the memory is first saved; ``answers``
    is the memory to which it is another voice.
    """
    User.objects.select_for_update().get(pk=by.pk)
    if begun := begun_as(ref, by=by):
        return begun
    person_of(by)
    story = writing.begin(by=by, answers=answers)
    story.title = title
    story.ref = ref
    story.parts.set([StoryPart(kind=StoryPart.Kind.WORDS, text=words, sort_order=0)])
    if prepare is not None:
        prepare(story)
    return writing.save(story, by=by, edition=0)


def begun_as(ref: str, *, by: User) -> Story | None:
    """The memory that this person has begun under that ref already."""
    return Story.objects.filter(ref=ref, author=by).first()


def new_start(user: User) -> str:
    """What a memory of this person may be called, before there is one."""
    return start_of(new_ref(), by=user)


def start_of(ref: str, *, by: User) -> str:
    """The ref as a form carries it; nobody else can use it."""
    return _signer(by).sign(ref)


def ref_of(start: str, *, by: User) -> str | None:
    """The ref that this person was given; None where it is missing or was tampered with."""
    try:
        ref = _signer(by).unsign(start)
    except BadSignature:
        return None
    return ref if REF.fullmatch(ref) else None


def _signer(user: User) -> Signer:
    return Signer(salt=f"{SALT}.{user.pk}")
