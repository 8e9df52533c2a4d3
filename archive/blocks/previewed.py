"""The small picture of a block that an editor sees before choosing it."""

from __future__ import annotations

from typing import Any


class Previewed:
    """For a block of a showcase: its preview shows public memories, as the page shows them."""

    name: str

    def get_preview_value(self) -> Any:
        return self.get_default()  # type: ignore[attr-defined]

    def get_preview_template(self, value: Any, context: Any = None) -> str:
        return "archive/block_preview.html"

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """The section that the page would show, made of what is public now."""
        from archive import samples

        return {**(parent_context or {}), "section": samples.of(self.name)}
