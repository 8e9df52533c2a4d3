"""A memory as a record: the story, its parts, the people in it, and what was said about it."""

from stories.models.feedback import Feedback, FindingReview
from stories.models.parts import StoryPart, StoryPerson
from stories.models.review import ReviewTask
from stories.models.story import Story
from stories.models.vocabulary import Fund, Place, TaggedFund, TaggedPlace, TaggedStory
from stories.models.worries import Worry

__all__ = [
    "Feedback",
    "FindingReview",
    "Fund",
    "Place",
    "ReviewTask",
    "Story",
    "StoryPart",
    "StoryPerson",
    "TaggedFund",
    "TaggedPlace",
    "TaggedStory",
    "Worry",
]
