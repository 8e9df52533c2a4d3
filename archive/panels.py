"""What the editor of a showcase points out above the form. Nothing of it is saved."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel


class LookingOverPanel(Panel):
    """Doubles, gaps, what is missing and what was taken back; and memories that would fit."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "archive/admin/looking_over.html"

        def is_shown(self) -> bool:
            """Not before there is a draft to look over."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            from archive.curating import looking_over

            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | looking_over.context_of(self.instance)
