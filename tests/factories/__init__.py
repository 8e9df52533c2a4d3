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
from tests.factories.stories import FundFactory, PlaceFactory, StoryFactory

__all__ = [
    "PASSWORD",
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
