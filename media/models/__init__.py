"""The records of the media layer."""

from media.models.derivative import Derivative
from media.models.item import Item
from media.models.job import Job
from media.models.original import OriginalFile
from media.models.paper import Paper
from media.models.picture import Picture, PictureRendition
from media.models.recording import Recording
from media.models.states import JobState, Status

__all__ = [
    "Derivative",
    "Item",
    "Job",
    "JobState",
    "OriginalFile",
    "Paper",
    "Picture",
    "PictureRendition",
    "Recording",
    "Status",
]
