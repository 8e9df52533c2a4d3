"""Uploads: streamed to disk, never held in memory, and never under an address of their own."""

import os

from config.settings.paths import VAR


def _private(folder: str) -> dict[str, object]:
    """A folder that the web server does not know: only the door in ``media.door`` reads it."""
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": str(VAR / folder), "base_url": None},
    }


STORAGES = {
    "default": _private("private"),
    "originals": _private("originals"),
    "derivatives": _private("derivatives"),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_TEMP_DIR = VAR / "uploads"
FILE_UPLOAD_TEMP_DIR.mkdir(parents=True, exist_ok=True)
FILE_UPLOAD_PERMISSIONS = 0o600

# The largest file that is taken, in bytes (2 GB).
MEDIA_LARGEST_UPLOAD = 2 * 1024**3
# Words of one memory fit many times over; files do not count towards this bound (bytes).
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024**2

# "nginx" hands the bytes over by X-Accel-Redirect; empty means that Django sends them.
FILES_ACCEL = os.environ.get("FILES_ACCEL", "")

WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Paper"
WAGTAILMEDIA = {"MEDIA_MODEL": "media.Recording"}
