"""The school boundary of the Wagtail admin, in the two places where Wagtail asks.

Wagtail asks a model's permission policy, but many of its views ask only "may this
person change some row?", not "this row?". So a viewset behind the boundary also
guards each of its addresses, those that a later Wagtail adds as well.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern
from wagtail.permission_policies.base import BasePermissionPolicy

from families.audit.looks import look
from families.models import User
from families.roles import Anybody, Role, is_staff_of

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

View = Callable[..., HttpResponseBase]

SEEING = frozenset({"view", "change"})


def signed_in(request: HttpRequest) -> User:
    """The account behind a request that has come through the door of the admin."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


class SchoolPolicy(BasePermissionPolicy):
    """Teachers and leads see and mend the rows of their own school. Nobody deletes.

    It asks for roles, not for permissions, so that a superuser has no way round.
    """

    actions: frozenset[str] = frozenset({"add", "change", "view"})
    roles: tuple[Role, ...] = (Role.TEACHER, Role.LEAD)

    def may_enter(self, user: Anybody) -> bool:
        """Whether this person has anything at all to do with these rows."""
        return is_staff_of(user, getattr(user, "school_id", None))

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Every row on this person's side of the boundary."""
        rows: QuerySet[Any] = self.model._default_manager.filter(school=user.school_id)
        return rows

    def user_has_permission(self, user: Anybody, action: str) -> bool:
        return action in self.actions and self.may_enter(user)

    def user_has_permission_for_instance(self, user: Anybody, action: str, row: Model) -> bool:
        return (
            self.user_has_permission(user, action)
            and isinstance(user, User)
            and self.rows_of(user).filter(pk=row.pk).exists()
        )

    def instances_user_has_any_permission_for(
        self, user: Anybody, actions: Collection[str]
    ) -> QuerySet[Any]:
        if isinstance(user, User) and self.user_has_any_permission(user, actions):
            return self.rows_of(user)
        nothing: QuerySet[Any] = self.model._default_manager.none()
        return nothing

    def users_with_any_permission(self, actions: Collection[str]) -> QuerySet[User]:
        names = [role.value for role in self.roles] if self.actions & set(actions) else []
        return User.objects.filter(is_active=True, groups__name__in=names).distinct()


class WithinTheBoundary:
    """For a viewset: another school's row is not found, by whatever address it is asked for."""

    closed: frozenset[str] = frozenset({"delete", "copy"})
    """Names of addresses that answer "not found" to everybody."""

    changing: frozenset[str] = frozenset({"edit"})
    """Names of addresses that are for those who may change the row."""

    looking: frozenset[str] = frozenset()
    """Names of addresses that show what is not public: each look is logged."""

    look_word = ""
    """The word of the audit log for such a look."""

    about: StrOrPromise = ""
    """What this room is for, in a sentence or two that stand at the top of its screens."""

    template_prefix = "families/admin/room/"
    permission_policy: Any
    model: Any

    def get_urlpatterns(self) -> list[URLPattern]:
        patterns: list[URLPattern] = super().get_urlpatterns()  # type: ignore[misc]
        return [
            URLPattern(p.pattern, self._guarded(p.callback, p.name), p.default_args, p.name)
            for p in [*patterns, *self.own_urlpatterns()]
        ]

    def own_urlpatterns(self) -> list[URLPattern]:
        """Addresses beside those of Wagtail; kept within the boundary too."""
        return []

    def _guarded(self, view: View, name: str | None) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if name in self.closed:
                raise Http404
            self._require(request, name, kwargs)
            answer = view(request, *args, **kwargs)
            if isinstance(answer, TemplateResponse) and answer.context_data is not None:
                answer.context_data.setdefault("about", self.about)
            return answer

        return guarded

    def _require(self, request: HttpRequest, name: str | None, kwargs: dict[str, Any]) -> None:
        """Raise Http404 for a row outside, PermissionDenied for one that may only be seen."""
        for field in ("pk", "ref"):
            if field in kwargs:
                row = self._row(request.user, **{field: unquote(str(kwargs[field]))})
                if name in self.changing:
                    self._require_change(request.user, row)
                if name in self.looking and self.is_to_be_logged(request.user, row):
                    look(request.user, row, self.look_word)

    def is_to_be_logged(self, user: Anybody, row: Any) -> bool:
        """Whether looking at this row is worth a line; a public one is everybody's."""
        return True

    def _row(self, user: Anybody, **lookup: str) -> Model:
        rows = self.permission_policy.instances_user_has_any_permission_for(user, SEEING)
        try:
            row: Model = rows.get(**lookup)
        except (self.model.DoesNotExist, ValueError) as nothing:
            raise Http404 from nothing
        return row

    def _require_change(self, user: Anybody, row: Model) -> None:
        if not self.permission_policy.user_has_permission_for_instance(user, "change", row):
            raise PermissionDenied


class WithinTheBoundaryIndex:
    """For an index view: lists this person's side of the boundary, and nothing else."""

    permission_policy: Any
    request: HttpRequest

    def get_base_queryset(self) -> QuerySet[Any]:
        rows: QuerySet[Any] = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, SEEING
        )
        return rows
