"""The base: a server in the open. Other settings loosen what is here, never the other way."""

import os

from config.settings.applications import *
from config.settings.database import *
from config.settings.files import *
from config.settings.language import *
from config.settings.security import *
from config.settings.signing_in import *
from config.settings.templates import *
from config.settings.wagtail import *

DEBUG = False
# Start-up fails without a key: an invented one would make every session forgeable.
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "").split()
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

# Demonstration people have a published password, so they exist only where this is on.
DEMONSTRATION = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    # Wagtail tells every edit at this level; its audit log keeps them better.
    # The worker tells every look into an empty queue.
    "loggers": {"wagtail": {"level": "WARNING"}, "django_tasks_db": {"level": "WARNING"}},
}
