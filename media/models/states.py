"""The closed vocabularies of items and jobs."""

from django.db import models

from media.formats import Kind

KINDS = [
    (Kind.IMAGE.value, "Picture"),
    (Kind.AUDIO.value, "Sound"),
    (Kind.VIDEO.value, "Film"),
    (Kind.DOCUMENT.value, "Paper"),
]


class Status(models.TextChoices):
    """How far an item is on its way from sent to shown."""

    WAITING = "waiting", "Waiting"
    WORKING = "working", "Being made ready"
    READY = "ready", "Ready"
    REFUSED = "refused", "Can't be used"

    @classmethod
    def unfinished(cls) -> set["Status"]:
        """The states in which something will still happen by itself."""
        return {cls.WAITING, cls.WORKING}


class JobState(models.TextChoices):
    """How far the work on one item is; `failed` means that our side went wrong."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Failed"
    STOPPED = "stopped", "Stopped by a person"
