"""The records of the media layer."""

from media.models.derivative import Derivative
from media.models.evidence import ConsentEvidence
from media.models.hidden import HeldPassage, HiddenArea
from media.models.item import Item
from media.models.job import Job
from media.models.original import OriginalFile
from media.models.page_text import PageText
from media.models.paper import Paper
from media.models.picture import Picture, PictureRendition
from media.models.recording import Recording
from media.models.states import JobState, Status
from media.models.transcript import Transcript, TranscriptRevision
from media.models.upload import ResumableUpload

__all__ = [
    "ConsentEvidence",
    "Derivative",
    "HeldPassage",
    "HiddenArea",
    "Item",
    "Job",
    "JobState",
    "OriginalFile",
    "PageText",
    "Paper",
    "Picture",
    "PictureRendition",
    "Recording",
    "ResumableUpload",
    "Status",
    "Transcript",
    "TranscriptRevision",
]
