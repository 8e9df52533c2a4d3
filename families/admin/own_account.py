"""Somebody's own settings in the staff's room, without a picture and without two more names.

Wagtail would store that picture as it came, with the place where it was taken, and
show it by an address that no door guards. And it would let nobody save anything here
without a first and a last name, which are shown nowhere: we have one name on screen.
"""

from __future__ import annotations

from typing import Any

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.account import AccountView, AvatarSettingsPanel, NameEmailSettingsPanel

NOT_HERE = (AvatarSettingsPanel, NameEmailSettingsPanel)


class OwnAccountView(AccountView):
    """Letters, notifications, language, theme and password."""

    def get_panels(self) -> list[Any]:
        return [panel for panel in super().get_panels() if not isinstance(panel, NOT_HERE)]


own_account = require_admin_access(OwnAccountView.as_view())
