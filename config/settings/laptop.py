"""One machine, no certificate, invented people: what ``make run`` and ``manage.py`` use."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

from config.settings.paths import VAR


def _kept_secret_key() -> str:
    """The key of this laptop, made once, so that a restart does not sign everybody out."""
    path = Path(VAR) / "secret-key"
    if not path.exists():
        VAR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(get_random_secret_key())
    return path.read_text()


os.environ.setdefault("SECRET_KEY", _kept_secret_key())

from config.settings.production import *  # noqa: E402

DEBUG = os.environ.get("DEBUG") == "1"
ALLOWED_HOSTS = ["*"]
DEMONSTRATION = True
STAFF_SECOND_FACTOR = False
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
LANGUAGE_COOKIE_SECURE = False
# Letters are shown where the server was started, unless a server for them is named.
if not EMAIL_HOST:
    EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    SENDS_MAIL = True
