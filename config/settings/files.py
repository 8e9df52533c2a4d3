"""Uploads: streamed to disk, never held in memory, and never under an address of their own.

Files are kept on this disk, or in a bucket of any service that speaks S3 where
``FILES_BUCKET`` names one. Its keys are read by boto3 in its own way, for example from
``AWS_ACCESS_KEY_ID`` and ``AWS_SECRET_ACCESS_KEY``.
"""

import os

from config.settings.paths import VAR

FILES_BUCKET = os.environ.get("FILES_BUCKET", "")
FILES_ENDPOINT = os.environ.get("FILES_ENDPOINT", "")
FILES_REGION = os.environ.get("FILES_REGION", "")
# A folder on another disk, or "s3:bucket": every original is kept there a second time.
FILES_SECOND_COPY = os.environ.get("FILES_SECOND_COPY", "")


def folder(location: str, mode: int = 0o600) -> dict[str, object]:
    """A folder that the web server does not know: only the door in ``media.door`` reads it."""
    return {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": location, "base_url": None, "file_permissions_mode": mode},
    }


def bucket(name: str, prefix: str) -> dict[str, object]:
    """A bucket that nobody reads but we; names get an ending sooner than overwrite anything."""
    options = {
        "bucket_name": name,
        "location": prefix,
        "endpoint_url": FILES_ENDPOINT or None,
        "region_name": FILES_REGION or None,
    }
    return {"BACKEND": "media.bucket.Bucket", "OPTIONS": options}


def store(name: str, mode: int = 0o600) -> dict[str, object]:
    """Where the files of that name are kept: in the bucket if there is one, else below VAR."""
    return bucket(FILES_BUCKET, name) if FILES_BUCKET else folder(str(VAR / name), mode)


def second_copy(place: str) -> dict[str, object]:
    """Where originals are kept again."""
    if place.startswith("s3:"):
        return bucket(place.removeprefix("s3:"), "originals")
    return folder(place, 0o400)


STORAGES = {
    "default": folder(str(VAR / "private")),
    # What people sent is written once: not even we have the right to change it.
    "originals": store("originals", 0o400),
    "derivatives": store("derivatives"),
    # What somebody asked for of their own, for a week.
    "parcels": store("parcels"),
    "staticfiles": {"BACKEND": "config.staticfiles.KnownStaticFiles"},
}
if FILES_SECOND_COPY:
    STORAGES["originals-copy"] = second_copy(FILES_SECOND_COPY)

# Says which memories were taken back, for `reapply_withdrawals`. A restored backup must not
# bring back an older one, so it may be kept on another disk.
WITHDRAWALS_LEDGER = os.environ.get("WITHDRAWALS_LEDGER") or str(VAR / "withdrawals.log")

FILE_UPLOAD_HANDLERS = ["media.spooling.BoundedFileHandler"]
FILE_UPLOAD_TEMP_DIR = VAR / "uploads"
FILE_UPLOAD_TEMP_DIR.mkdir(parents=True, exist_ok=True)
FILE_UPLOAD_PERMISSIONS = 0o600
# Half-made files whose store is not on this disk, and one small file for each living worker.
SCRATCH_FOLDER = VAR / "work"
WORKERS_FOLDER = VAR / "workers"

# The largest file that is taken, in bytes (2 GB).
MEDIA_LARGEST_UPLOAD = 2 * 1024**3
# The largest file that a browser keeps a copy of until it is at school (50 MB): it goes on by
# itself after a reload or a closed tab.
MEDIA_KEPT_ON_DEVICE = 50 * 1024**2
# How much one person, and one class together, may keep here, in bytes (20 GB and 200 GB).
MEDIA_QUOTA_USER = 20 * 1024**3
MEDIA_QUOTA_CLASS = 200 * 1024**3
# Words of one memory fit many times over; files do not count towards this bound (bytes).
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024**2
# A transcript has up to 5,000 lines, of five fields and a tick each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 31_000

# "nginx" hands the bytes over by X-Accel-Redirect; empty means that Django sends them.
FILES_ACCEL = os.environ.get("FILES_ACCEL", "")

# The virus scanner: "unix:/run/clamav/clamd.ctl" or "host:port"; empty means that there is none.
CLAMD = os.environ.get("CLAMD", "")
# Bytes that it takes at most: StreamMaxLength in clamd.conf, which is 100 MB unless changed.
CLAMD_LARGEST = int(os.environ.get("CLAMD_LARGEST") or 100 * 1024**2)
# Seconds that it may be silent; less than it takes for a silent worker to be given up (60).
CLAMD_TIMEOUT = 45.0

# The folder of a speech model for faster-whisper, which then writes first drafts of transcripts;
# empty means that no computer listens.
TRANSCRIPTION_MODEL = os.environ.get("TRANSCRIPTION_MODEL", "")

WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_MODEL = "media.Paper"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.forms.PaperForm"
WAGTAILMEDIA = {"MEDIA_MODEL": "media.Recording"}
