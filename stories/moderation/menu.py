"""Where this layer's rooms stand in the menu of the Wagtail admin."""

from __future__ import annotations

from wagtail.admin.viewsets.base import ViewSetGroup

from stories.moderation.funds import FundsViewSet
from stories.moderation.phrases import PhrasesViewSet
from stories.moderation.suggestions import SuggestionsViewSet
from stories.places.room import PlacesViewSet
from stories.questions.staff.assignments import AssignmentsViewSet
from stories.questions.staff.decks import DecksViewSet


class QuestionsGroup(ViewSetGroup):
    """What a class is asked to gather, and how a teacher answers."""

    menu_label = "Questions"
    menu_name = "questions"
    menu_icon = "help"
    menu_order = 225
    items = (AssignmentsViewSet, DecksViewSet, PhrasesViewSet)


class WaysInGroup(ViewSetGroup):
    """What memories are found by."""

    menu_label = "Places, funds"
    menu_name = "ways-in"
    menu_icon = "site"
    menu_order = 250
    items = (PlacesViewSet, SuggestionsViewSet, FundsViewSet)
