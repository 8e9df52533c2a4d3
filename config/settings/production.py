"""The base: a server in the open. Other settings loosen what is here, never the other way."""

import os

from config.settings.applications import *
from config.settings.database import *
from config.settings.files import *
from config.settings.language import *
from config.settings.mail import *
from config.settings.maps import *
from config.settings.pages import *
from config.settings.security import *
from config.settings.signing_in import *
from config.settings.templates import *
from config.settings.wagtail import *

DEBUG = False
# Start-up fails without a key: an invented one would make every session forgeable.
SECRET_KEY = os.environ["SECRET_KEY"]
# Older keys, with spaces between them: what they signed and shut away can still be read.
SECRET_KEY_FALLBACKS = os.environ.get("SECRET_KEY_FALLBACKS", "").split()
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "").split()
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# Demonstration people have a published password, so they exist only where this is on.
DEMONSTRATION = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # Masks invitations, whoever writes the line.
    "formatters": {"discreet": {"()": "families.discretion.WithoutCodes"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # Wagtail tells every edit at this level; its audit log keeps them better.
        "wagtail": {"level": "WARNING"},
        # The worker tells every look into an empty queue, and every task twice: a failure remains.
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
        # These have handlers of their own, which would write addresses as they are.
        **{
            name: {"handlers": ["console"], "level": "INFO", "propagate": False}
            for name in ("django", "django.server", "gunicorn.access", "gunicorn.error")
        },
    },
}
