"""Who looks after which showcase: the teachers of its school. Administrators look after all.

Wagtail asks in two ways: a page's own tester, for what is done to one page, and
the registered policy, for lists, reports, choosers and bulk actions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeGuard

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import QuerySet
from wagtail.models import (
    AbstractPage,
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    PagePermissionTester,
)
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from archive.models import ShowcaseIndexPage, ShowcasePage, ShowcasePicture
from families.models import User
from families.roles import Anybody, Role, is_administrator, is_staff_of
from media.models import Item
from media.visibility import Sight

ON_SHOWCASES = ("add_page", "change_page", "publish_page")
ON_EVERY_PAGE = (*ON_SHOWCASES, "lock_page", "unlock_page", "bulk_delete_page")
ON_PICTURES = ("add_image", "choose_image")


def may_curate(user: Anybody, showcase: ShowcasePage) -> bool:
    """Staff of the showcase's school, and administrators."""
    return is_administrator(user) or is_staff_of(user, showcase.school_id)


def is_curator(user: Anybody) -> TypeGuard[User]:
    """Whoever may make showcases at all: staff of a school, and administrators."""
    return isinstance(user, User) and (is_administrator(user) or is_staff_of(user, user.school_id))


def showcases_of(user: User) -> QuerySet[ShowcasePage]:
    """The showcases that this person looks after."""
    mine: QuerySet[ShowcasePage] = ShowcasePage.objects.exclude(pk__in=foreign_showcases(user))
    return mine if is_curator(user) else mine.none()


def foreign_showcases(user: User) -> QuerySet[ShowcasePage]:
    """The showcases that this person does not look after."""
    showcases: QuerySet[ShowcasePage] = ShowcasePage.objects.all()
    if is_administrator(user):
        return showcases.none()
    return showcases.exclude(school=user.school_id) if user.school_id else showcases


class ShowcasePermissionTester(PagePermissionTester):
    """Nothing may be done to a showcase of another school."""

    def __init__(self, user: User, page: ShowcasePage) -> None:
        super().__init__(user, page)
        if not user.is_superuser and not may_curate(user, page.specific):
            self.permissions: set[str] = set()


class IndexPermissionTester(PagePermissionTester):
    """Teachers put showcases under the list; the list itself is the administrators'."""

    def can_edit(self) -> bool:
        return is_administrator(self.user) and super().can_edit()

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return is_administrator(self.user) and super().can_delete(ignore_bulk)

    def can_unpublish(self) -> bool:
        return is_administrator(self.user) and super().can_unpublish()

    def can_publish(self) -> bool:
        return is_administrator(self.user) and super().can_publish()

    def can_reorder_children(self) -> bool:
        return is_administrator(self.user) and super().can_reorder_children()


class SchoolPagePolicy(PagePermissionPolicy):
    """Wagtail's policy for pages, which knows no showcase of another school."""

    def user_has_any_permission_for_instance(
        self, user: User, actions: Iterable[str], instance: Page
    ) -> bool:
        if isinstance(user, User) and foreign_showcases(user).filter(pk=instance.pk).exists():
            return False
        allowed: bool = super().user_has_any_permission_for_instance(user, actions, instance)
        return allowed

    def instances_user_has_any_permission_for(self, user: User, actions: Iterable[str]) -> Any:
        return self._of_own_school(
            user, super().instances_user_has_any_permission_for(user, actions)
        )

    def explorable_instances(self, user: User) -> Any:
        return self._of_own_school(user, super().explorable_instances(user))

    def _of_own_school(self, user: User, pages: Any) -> Any:
        return pages.exclude(pk__in=foreign_showcases(user).values("pk"))


def register() -> None:
    """Put the boundary where Wagtail looks for it."""
    register_permission_policy(AbstractPage, SchoolPagePolicy(Page))


def may_read_draft(user: Anybody, showcase: ShowcasePage) -> bool:
    """Whoever curates it, and the staff of the schools it is shared with."""
    if may_curate(user, showcase):
        return True
    if not isinstance(user, User) or not is_staff_of(user, user.school_id):
        return False
    shared: bool = showcase.shares.filter(school=user.school_id).exists()
    return shared


def shared_with(user: User) -> QuerySet[ShowcasePage]:
    """The showcases of other schools that this person may read before they are public."""
    found: QuerySet[ShowcasePage] = ShowcasePage.objects.filter(shares__school=user.school_id)
    return found if is_staff_of(user, user.school_id) else found.none()


def sight_of_picture(user: Anybody, item: Item) -> Sight:
    """Everybody may see a picture of a published showcase; of a draft, whoever may read it."""
    held = ShowcasePicture.objects.filter(picture__item=item)
    if held.filter(showcase__live=True, in_draft=False).exists():
        return Sight.PUBLIC
    if not isinstance(user, User) or not is_staff_of(user, user.school_id):
        return Sight.NONE
    shared = held.filter(showcase__shares__school=user.school_id)
    return Sight.PRIVATE if shared.exists() else Sight.NONE


@transaction.atomic
def install() -> None:
    """Give teachers, leads and administrators what they need to curate. Changes nothing twice."""
    index = ShowcaseIndexPage.objects.first()
    if index is not None:
        _on_pages(Role.TEACHER, index, ON_SHOWCASES)
        _on_pages(Role.LEAD, index, ON_SHOWCASES)
    home = Page.objects.filter(depth=2).first()
    if home is not None:
        _on_pages(Role.ADMINISTRATOR, home, ON_EVERY_PAGE)
    for role in (Role.TEACHER, Role.LEAD, Role.ADMINISTRATOR):
        _on_pictures(role)


def _on_pages(role: Role, page: Page, codenames: Iterable[str]) -> None:
    group, _ = Group.objects.get_or_create(name=role.value)
    for codename in codenames:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)


def _on_pictures(role: Role) -> None:
    """Every collection grows from the first, so this holds for all."""
    group, _ = Group.objects.get_or_create(name=role.value)
    root = Collection.get_first_root_node()
    for codename in ON_PICTURES:
        permission = Permission.objects.get(
            content_type__app_label="wagtailimages", codename=codename
        )
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=root, permission=permission
        )
