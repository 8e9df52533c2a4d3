"""The entry point for WSGI servers, with production settings unless told otherwise."""

import os

from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

application = get_wsgi_application()
# Pages that are kept go out before Django is asked.
application = import_string("archive.kept.doorstep.Doorstep")(application)
