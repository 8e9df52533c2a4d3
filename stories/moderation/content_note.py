"""A content note: what is hard to hear in a memory, said before anything of it is shown.

Writing one is a mending like any other: it is kept with the words, its writer is told, and
another adult publishes it.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from wagtail.admin import messages

from families.admin.boundary import signed_in
from families.models import User
from stories import mendings, writing
from stories.models import Story
from stories.moderation.one_thing import OneThingView
from stories.moderation.seen import version

SAVED = "Readers will see this note first. Somebody else has to publish it."
TAKEN_OFF = "There is no note on it any more. Somebody else has to publish that."


class ContentNoteForm(forms.ModelForm[Story]):
    """The one sentence; empty takes the note off."""

    class Meta:
        model = Story
        fields = ("content_note",)
        labels = {"content_note": "What is hard to hear in it?"}


@transaction.atomic
def note(story: Story, words: str, *, by: User) -> None:
    """Put this note on the newest version of the memory, as an edit of this person's."""
    now = Story.objects.select_for_update().get(pk=story.pk)
    before = mendings.wording_before(now)
    shown = version(now)
    shown.content_note = words
    revision = shown.save_revision(user=by, clean=False, log_action=True)
    if shown.live:
        writing.set_aside(revision, by=by)
    else:
        now = writing.adopt(revision, by=by)
    mendings.note(now, before=before, after=revision, by=by)


class ContentNoteView(OneThingView):
    """The note of one memory."""

    template_name = "stories/moderation/content_note.html"
    form_class = ContentNoteForm
    page_title = "Content note"
    header_icon = "warning"
    anchor = "facts"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": version(self.story)}

    def form_valid(self, form: Any) -> HttpResponse:
        words = form.cleaned_data["content_note"].strip()
        if "content_note" in form.changed_data:
            note(self.story, words, by=signed_in(self.request))
            messages.success(self.request, SAVED if words else TAKEN_OFF)
        return self.back()
