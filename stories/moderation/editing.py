"""Mending by a teacher, in Wagtail's editor, without Wagtail's ways of publishing."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views.generic import RevisionsRevertMixin
from wagtail.snippets.views.snippets import EditView, PreviewOnEditView

from stories import mendings, writing
from stories.models import Story
from stories.moderation.forms import (
    AppearanceForm,
    InlineFormPanel,
    ItemPanel,
    PartForm,
    StoryForm,
)
from stories.moderation.queue import review_url

PANELS = ObjectList(
    [
        FieldPanel("title", required_on_save=True),
        FieldPanel("summary"),
        FieldPanel("content_note"),
        FieldRowPanel([FieldPanel("when_text"), FieldPanel("context")]),
        FieldPanel("places"),
        FieldPanel("funds"),
        InlineFormPanel(
            "parts",
            form=PartForm,
            heading="Words and things, in order",
            label="part",
            panels=[
                ItemPanel(heading="Picture, sound, film or paper"),
                FieldPanel("text"),
                FieldPanel("caption"),
                FieldPanel("description"),
            ],
        ),
        InlineFormPanel(
            "people",
            form=AppearanceForm,
            heading="People",
            label="person",
            panels=[FieldRowPanel([FieldPanel("person"), FieldPanel("role")])],
        ),
    ],
    base_form_class=StoryForm,
)


def as_the_desk_has_it(record: Story, newest: Story) -> Story:
    """The desk writes the record itself, so only a live memory has a newer draft beside it."""
    return newest if record.live else record


class Adopting:
    """Brings what was saved to the desk, notes who edited last, and lets the writer know."""

    new_revision: Any
    request: Any
    live_object: Story

    @transaction.atomic
    def save_instance(self) -> Story:
        by = self.request.user
        before = mendings.wording_before(self.live_object)
        story: Story = super().save_instance()  # type: ignore[misc]
        if story.live:
            writing.set_aside(self.new_revision, by=by)
        else:
            story = writing.adopt(self.new_revision, by=by)
        mendings.note(story, before=before, after=self.new_revision, by=by)
        return story


class StoryEditor(EditView):
    """Wagtail's editor with one verb: save. It does not save by itself.

    Saving makes the teacher the one who edited last, who may not publish; that has
    to be meant, so Wagtail's autosave is off.
    """

    object: Story

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.autosave_enabled = False

    def get_object(self, queryset: Any = None) -> Story:
        newest = super().get_object(queryset)
        return as_the_desk_has_it(self.live_object, newest)

    def get_available_actions(self) -> list[str]:
        return ["edit"]

    def get_success_url(self) -> str:
        return review_url(self.object)

    def get_success_buttons(self) -> list[Any]:
        return []

    def get_success_message(self, instance: Any = None) -> str:
        return (
            "Saved. The writer is told what you changed. You edited it last now, so somebody "
            "else has to publish it."
        )


class StoryEdit(Adopting, StoryEditor):
    """Mending what is there."""


class StoryRevert(Adopting, RevisionsRevertMixin, StoryEditor):
    """Going back to how it was. It never brings back an old status or audience."""

    view_name = "revisions_revert"

    def get_success_message(self, instance: Any = None) -> str:
        return "It reads again as it did then. Somebody else has to publish it."


class StoryPreview(PreviewOnEditView):
    def get_object(self) -> Story:
        newest: Story = super().get_object()
        return as_the_desk_has_it(Story.objects.get(pk=newest.pk), newest)
