"""Beginning a memory: a title, and it exists at once, so that nothing can be lost."""

from __future__ import annotations

import re

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.signing import BadSignature, Signer
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from families.models import User
from families.own_person import person_of
from media.refs import ALPHABET, LENGTH, new_ref
from stories import access, writing
from stories.contribute.doors import DeskRequest, at_the_desk
from stories.models import Story, StoryPart

REF = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")
signer = Signer(salt="stories.contribute.beginning")


class TitleForm(forms.Form):
    """Only the title. ``start`` is what this memory will be called in its address."""

    title = forms.CharField(
        label="What shall we call it?",
        help_text="A few words. You can change them later. For example: Nan’s first job.",
        max_length=120,
        error_messages={
            "required": "Type a few words first. Any will do: you can change them later.",
            "max_length": "That is a bit long. Use up to 120 letters.",
        },
    )
    start = forms.CharField(widget=forms.HiddenInput, required=False)


@at_the_desk
def new(request: DeskRequest) -> HttpResponse:
    """Ask for a title; with one, make the memory and open it."""
    if not access.may_begin(request.user):
        raise PermissionDenied
    data = request.POST if request.method == "POST" else None
    form = TitleForm(data, initial={"start": signer.sign(new_ref())})
    if request.method == "POST" and form.is_valid():
        story = begin(
            by=request.user,
            title=form.cleaned_data["title"],
            ref=_signed_ref(form.cleaned_data["start"]),
        )
        return redirect("desk_story", story.ref)
    context = {"form": form, "desk_here": "memories"}
    return render(request, "stories/desk/new.html", context, status=422 if form.errors else 200)


@transaction.atomic
def begin(*, by: User, title: str, ref: str) -> Story:
    """Make the memory with room for words. Pressing twice on slow Wi-Fi makes only one."""
    if begun := Story.objects.filter(ref=ref, author=by).first():
        return begun
    person_of(by)
    story = writing.begin(by=by)
    story.title = title
    story.ref = ref
    story.parts.set([StoryPart(kind=StoryPart.Kind.WORDS, sort_order=0)])
    return writing.save(story, by=by, edition=0)


def _signed_ref(start: str) -> str:
    """The ref that this form was given, or a new one where it is missing or was tampered with."""
    try:
        ref = signer.unsign(start)
    except BadSignature:
        return new_ref()
    return ref if REF.fullmatch(ref) else new_ref()
