"""SQLite that stands thirty writers at once, or PostgreSQL where ``DATABASE_URL`` names one."""

import os
from typing import Any
from urllib.parse import unquote, urlsplit

from config.settings.paths import VAR

# Without IMMEDIATE and a timeout most concurrent writers fail with "database is locked".
SQLITE: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": VAR / "archive.sqlite3",
    # A connection that is opened reads the whole schema, which takes longer than many a page.
    "CONN_MAX_AGE": 60,
    "OPTIONS": {
        "timeout": 30,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        ),
    },
}


def postgresql(url: str) -> dict[str, Any]:
    """Django's settings for an address such as ``postgresql://user:password@host:5432/name``."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


DATABASES = {
    "default": postgresql(os.environ["DATABASE_URL"]) if os.environ.get("DATABASE_URL") else SQLITE
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits count in the cache, so every worker has to share it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    },
    # Drawn again when they are gone, so they may be thrown away; no place for them beside counters.
    "cards": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "cards",
        "TIMEOUT": 24 * 60 * 60,  # seconds
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
