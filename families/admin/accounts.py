"""Accounts of students and families, made by their teachers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import SchoolPolicy, WithinTheBoundary, WithinTheBoundaryIndex
from families.admin.forms import OfOwnSchool, contributors_of
from families.models import User
from families.roles import Role


class AccountsPolicy(SchoolPolicy):
    """A teacher looks after students and families, never after other staff."""

    def rows_of(self, user: User) -> QuerySet[Any]:
        rows: QuerySet[Any] = contributors_of(user.school_id)
        return rows


class AccountForm(OfOwnSchool):
    """Username, name on screen, role and a password to tell them. No e-mail address."""

    role = forms.ChoiceField(
        label="Who is it?",
        help_text="A student gathers memories; a family member tells them, and says yes or no.",
        widget=forms.RadioSelect,
        choices=[(Role.STUDENT, "A student"), (Role.FAMILY, "A family member")],
    )
    password = forms.CharField(
        label="A password to start with",
        strip=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text="Write it down for them. Three words they can remember are best.",
    )

    class Meta:
        model = User
        fields = ["username", "display_name", "reporter_class", "is_active"]
        labels = {"is_active": "May sign in"}
        help_texts = {
            "username": "They sign in with this. Leave surnames out.",
            "reporter_class": "For students.",
            "is_active": "Take the tick away to close this account.",
        }

    field_order = ["username", "display_name", "role", "reporter_class", "password", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["password"].required = False
            self.fields["password"].label = "A new password"
            self.fields["password"].help_text = "Leave this empty to keep the one they have."
            self.initial["role"] = next(iter(self.instance.group_names), "")

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password, self.instance)
        return password

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("role") == Role.FAMILY and cleaned.get("reporter_class"):
            raise ValidationError({"reporter_class": "Only students are in a class."})
        return cleaned

    def save(self, commit: bool = True) -> User:
        if self.cleaned_data["password"]:
            self.instance.set_password(self.cleaned_data["password"])
        user: User = super().save(commit)
        user.groups.set([Group.objects.get_or_create(name=self.cleaned_data["role"])[0]])
        return user


def role_in_words(account: User) -> str:
    """What the account's groups are called, from what the list has fetched already."""
    return ", ".join(Role(group.name).label for group in account.groups.all())


class AccountsIndex(WithinTheBoundaryIndex, generic.IndexView):
    page_title = "Accounts"
    add_item_label = "Add an account"

    def get_base_queryset(self) -> QuerySet[User]:
        rows: QuerySet[User] = super().get_base_queryset()
        return rows.select_related("reporter_class__school").prefetch_related("groups")


class AccountsViewSet(WithinTheBoundary, ModelViewSet):
    """Wagtail's own Users area stays with administrators, so this has a policy of its own."""

    about = (
        "The sign-ins of your school’s students and families. They need no e-mail address. A "
        "class is quickest filled under Classes; here you mend one."
    )
    model = User
    name = "accounts"
    icon = "user"
    menu_label = "Accounts"
    menu_name = "accounts"
    add_to_reference_index = False
    closed = frozenset({"delete", "copy", "usage"})
    permission_policy = AccountsPolicy(User)
    index_view_class = AccountsIndex
    ordering = "display_name"
    search_fields = ("username", "display_name")
    search_backend_name = None
    list_display = (
        "display_name",
        "username",
        Column("role", label="Who", accessor=role_in_words),
        "reporter_class",
        BooleanColumn("is_active", label="May sign in"),
    )

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        named: dict[str, Any] = super().get_common_view_kwargs(
            permission_policy=self.permission_policy, **kwargs
        )
        return named | {"usage_url_name": None}

    def get_add_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        named: dict[str, Any] = super().get_add_view_kwargs(**kwargs)
        return named | {"page_subtitle": "Account"}

    def get_form_class(self, for_update: bool = False) -> type[AccountForm]:
        return AccountForm

    def register_permissions(self) -> None:
        """Wagtail has registered those of users."""

    def register_admin_url_finder(self) -> None:
        """Wagtail's Users area is where an account's page is for those who may go there."""

    @property
    def menu_item_class(self) -> Any:
        from wagtail.admin.menu import MenuItem

        policy = self.permission_policy

        class AccountsMenuItem(MenuItem):
            def is_shown(self, request: Any) -> bool:
                return policy.may_enter(request.user)

        return AccountsMenuItem
