"""Ready-made people and memories, in the states that tests speak of."""

from tests.factories.families import (
    PASSWORD,
    FamilyFactory,
    PersonFactory,
    ReporterClassFactory,
    SchoolFactory,
    UserFactory,
    agree,
    answer,
)
from tests.factories.media import ItemFactory
from tests.factories.questions import AssignmentFactory, DeckFactory
from tests.factories.stories import FundFactory, PlaceFactory, StoryFactory

__all__ = [
    "PASSWORD",
    "AssignmentFactory",
    "DeckFactory",
    "FamilyFactory",
    "FundFactory",
    "ItemFactory",
    "PersonFactory",
    "PlaceFactory",
    "ReporterClassFactory",
    "SchoolFactory",
    "StoryFactory",
    "UserFactory",
    "agree",
    "answer",
]
