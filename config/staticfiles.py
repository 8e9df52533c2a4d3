"""The archive's own styles, scripts and pictures, under names that say what is in them."""

from __future__ import annotations

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class KnownStaticFiles(CompressedManifestStaticFilesStorage):
    """Looks each address up once: while a process runs, the list of names stays as it is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.addresses: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        if force or name not in self.addresses:
            self.addresses[name] = super().url(name, force)
        return self.addresses[name]
