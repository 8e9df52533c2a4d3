"""For the tests: the laptop's settings, with everything slow or shared replaced."""

import os
import tempfile

# A folder of its own for each process that runs tests, so that none sees another's files.
os.environ["VAR"] = tempfile.mkdtemp(prefix="wdytya-tests-")
os.environ.setdefault("SECRET_KEY", "only-for-tests")

from config.settings.laptop import *
from config.settings.paths import VAR

DEBUG = False
if not os.environ.get("DATABASE_URL"):
    # A file, because the threads of a live server do not share a database in memory well.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / "tests.sqlite3")}
# Threads of a live server end with each request, and nobody closes what they leave open.
DATABASES["default"]["CONN_MAX_AGE"] = 0
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {name: {"BACKEND": MEMORY, "LOCATION": name} for name in ("default", "cards")}
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
ACCOUNT_RATE_LIMITS = False
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
