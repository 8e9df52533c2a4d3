"""Somebody's own settings in the staff's room, without a picture of themselves.

Wagtail would store that picture as it came, with the place where it was taken, and
show it by an address that no door guards.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel


class OwnAccountView(AccountView):
    """Name, notifications, language, theme and password."""

    def get_panels(self) -> list[Any]:
        return [
            panel for panel in super().get_panels() if not isinstance(panel, AvatarSettingsPanel)
        ]


own_account = require_admin_access(OwnAccountView.as_view())
