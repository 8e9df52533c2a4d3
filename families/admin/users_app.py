"""Wagtail's users application, pointed at our own forms."""

from wagtail.users.apps import WagtailUsersAppConfig


class StaffUsers(WagtailUsersAppConfig):
    """Named in the settings in the place of ``wagtail.users``, as Wagtail's manual says."""

    user_viewset = "families.admin.staff.StaffViewSet"
