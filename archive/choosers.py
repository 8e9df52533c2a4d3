"""Choosing a memory for a showcase: only what is public is offered, shown or answered."""

from __future__ import annotations

from django import forms
from django.db.models import Q, QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenMultipleView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import BaseChooser

from stories.models import Story

NO_LONGER = "A memory that is not public any more. Take it out."


WHEN = Column("when_text", label="When")


class WordsForm(BaseFilterForm):
    """One box: words in the title, or the name of a place."""

    q = forms.CharField(label="Words or a place", required=False)

    def filter(self, objects: QuerySet[Story]) -> QuerySet[Story]:
        objects = super().filter(objects)
        words = self.cleaned_data.get("q", "").strip()
        if not words:
            return objects
        self.is_searching = True
        self.search_query = words
        found = Q(title__icontains=words) | Q(places__name__icontains=words)
        return objects.filter(found).distinct()


class ChooseStoryView(ChooseView):
    """The window in which a memory is chosen: its title and its time, never who wrote it."""

    filter_form_class = WordsForm

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, WHEN]


class ChooseStoryResultsView(ChooseResultsView):
    """The list in that window."""

    filter_form_class = WordsForm

    @property
    def columns(self) -> list[Column]:
        return [*super().columns, WHEN]


class StoryChosenView(ChosenView):
    """The one that was chosen, if it is public: a number typed by hand finds nothing else."""

    def get_object(self, pk: str) -> Story:
        return Story.objects.public().get(pk=pk)


class StoriesChosenView(ChosenMultipleView):
    """The ones that were chosen, if they are public."""

    def get_objects(self, pks: list[str]) -> QuerySet[Story]:
        return Story.objects.public().filter(pk__in=pks)


class PublicStoryChooserViewSet(ChooserViewSet):
    """Memories that are public, for the blocks of a showcase."""

    model = "stories.Story"
    icon = "doc-full"
    choose_one_text = "Choose a memory"
    choose_another_text = "Choose another memory"
    edit_item_text = "Look at this memory"
    register_widget = False
    per_page = 20
    choose_view_class = ChooseStoryView
    choose_results_view_class = ChooseStoryResultsView
    chosen_view_class = StoryChosenView
    chosen_multiple_view_class = StoriesChosenView

    def get_object_list(self) -> QuerySet[Story]:
        return Story.objects.public()


public_story_chooser = PublicStoryChooserViewSet("public_memories")


class PublicStoryChooser(BaseChooser):
    """The field in the editor. A memory that was taken back keeps its place, not its title."""

    model = Story
    icon = "doc-full"
    choose_one_text = "Choose a memory"
    choose_another_text = "Choose another memory"
    link_to_chosen_text = "Look at this memory"
    show_edit_link = False
    chooser_modal_url_name = "public_memories:choose"

    def get_display_title(self, instance: Story) -> str:
        public = Story.objects.public().filter(pk=instance.pk).exists()
        return str(instance) if public else NO_LONGER
