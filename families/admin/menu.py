"""Where this layer's rooms stand in the menu of the Wagtail admin."""

from __future__ import annotations

from wagtail.admin.viewsets.base import ViewSetGroup

from families.admin.accounts import AccountsViewSet
from families.admin.groups import ClassesViewSet
from families.admin.households import FamiliesViewSet
from families.admin.people import PeopleViewSet
from families.admin.renewals import RenewalsViewSet


class PeopleGroup(ViewSetGroup):
    """Everybody a school looks after, and what they allow."""

    menu_label = "People"
    menu_name = "people"
    menu_icon = "group"
    menu_order = 210
    items = (PeopleViewSet, RenewalsViewSet, ClassesViewSet, FamiliesViewSet, AccountsViewSet)
