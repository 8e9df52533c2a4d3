"""Wagtail's Users area, for administrators, with names and schools instead of e-mail addresses."""

from __future__ import annotations

from typing import Any

from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import CreateView, EditView, IndexView, UserViewSet

from families.models import User

ABOUT = (
    "Every account of every school, staff as well. Say here who is a teacher, a safeguarding lead "
    "or an administrator. Teachers look after their own students and families under Accounts."
)
NOT_ASKED = ("email", "first_name", "last_name")
FIELDS = ["username", "display_name", "school", "groups", "is_superuser"]


FILLED_IN = {"school": "Staff see the people and the memories of this school alone."}


class _NoMail:
    """Leaves out what this archive never asks anybody."""

    fields: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in NOT_ASKED:
            self.fields.pop(name, None)
        for name, sentence in FILLED_IN.items():
            self.fields[name].help_text = sentence


class NewStaffForm(_NoMail, UserCreationForm):
    class Meta(UserCreationForm.Meta):
        model = User
        fields = FIELDS


class StaffForm(_NoMail, UserEditForm):
    class Meta(UserEditForm.Meta):
        model = User
        fields = [*FIELDS, "is_active"]


class StaffIndex(IndexView):
    about = ABOUT
    search_fields = ("username", "display_name")


class StaffAdd(CreateView):
    about = ABOUT


class StaffEdit(EditView):
    about = ABOUT


class StaffViewSet(UserViewSet):
    """Every account of every school; teachers have "Accounts" for their own."""

    about = ABOUT
    index_view_class = StaffIndex
    add_view_class = StaffAdd
    edit_view_class = StaffEdit
    index_template_name = "families/admin/user_index.html"
    create_template_name = "families/admin/user_create.html"
    edit_template_name = "families/admin/user_edit.html"

    def get_form_class(self, for_update: bool = False) -> Any:
        return StaffForm if for_update else NewStaffForm
