"""A memory as a record: the story, its parts, the people in it, and what was said about it."""

from stories.models.assignments import Assignment
from stories.models.deciding import FirstYes, PartingWord, PublicationPlan, Undoable
from stories.models.deletion import Deletion, Tombstone
from stories.models.digests import StaffDigest
from stories.models.feedback import Answer, Feedback, FindingReview, KeptPoint
from stories.models.incidents import Incident, SafeguardingContact
from stories.models.index import KnownWord, PublicDocument, StaffDocument
from stories.models.mendings import Mending
from stories.models.news import NewsByMail, NewsItem, NewsKind
from stories.models.parcel import Parcel
from stories.models.parts import StoryPart, StoryPerson
from stories.models.phrases import Phrase
from stories.models.pins import Pin, Pinned
from stories.models.portfolio import Portfolio
from stories.models.questions import Card, CardWording, Deck, StoryQuestion
from stories.models.reminders import NoReminders
from stories.models.review import ReviewTask
from stories.models.story import Story
from stories.models.suggestions import PlaceSuggestion
from stories.models.turns import Turn
from stories.models.vocabulary import FormerPlace, Fund, Place, TaggedFund, TaggedPlace, TaggedStory
from stories.models.worries import Worry, WorryNote
from stories.models.yearly import YearlyLook

__all__ = [
    "Answer",
    "Assignment",
    "Card",
    "CardWording",
    "Deck",
    "Deletion",
    "Feedback",
    "FindingReview",
    "FirstYes",
    "FormerPlace",
    "Fund",
    "Incident",
    "KeptPoint",
    "KnownWord",
    "Mending",
    "NewsByMail",
    "NewsItem",
    "NewsKind",
    "NoReminders",
    "Parcel",
    "PartingWord",
    "Phrase",
    "Pin",
    "Pinned",
    "Place",
    "PlaceSuggestion",
    "Portfolio",
    "PublicDocument",
    "PublicationPlan",
    "ReviewTask",
    "SafeguardingContact",
    "StaffDigest",
    "StaffDocument",
    "Story",
    "StoryPart",
    "StoryPerson",
    "StoryQuestion",
    "TaggedFund",
    "TaggedPlace",
    "TaggedStory",
    "Tombstone",
    "Turn",
    "Undoable",
    "Worry",
    "WorryNote",
    "YearlyLook",
]
