"""Wagtail's own chooser of memories, kept within the boundary."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser

from families.admin.boundary import SEEING
from stories.models import Story


def _choosable(request: Any) -> QuerySet[Story]:
    policy = policy_registry.get_by_type(Story)
    rows: QuerySet[Story] = policy.instances_user_has_any_permission_for(request.user, SEEING)
    return rows


class _Offering:
    request: Any

    def get_object_list(self) -> QuerySet[Story]:
        return _choosable(self.request)


class StoryChoose(_Offering, chooser.ChooseView):
    pass


class StoryChooseResults(_Offering, chooser.ChooseResultsView):
    pass


class StoryChosen(chooser.SnippetChosenView):
    def get_object(self, pk: str) -> Story:
        return _choosable(self.request).get(pk=pk)


class StoriesChosen(chooser.SnippetChosenMultipleView):
    def get_objects(self, pks: list[str]) -> QuerySet[Story]:
        return _choosable(self.request).filter(pk__in=pks)


class StoryChooserViewSet(chooser.SnippetChooserViewSet):
    """Offers a teacher what they may read; a number typed by hand finds nothing else."""

    register_widget = False
    choose_view_class = StoryChoose
    choose_results_view_class = StoryChooseResults
    chosen_view_class = StoryChosen
    chosen_multiple_view_class = StoriesChosen
