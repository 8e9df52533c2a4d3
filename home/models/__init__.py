"""The pages of the front door."""

from home.models.front import HomePage
from home.models.navigation import NavigationLink
from home.models.plain import PlainPage

__all__ = ["HomePage", "NavigationLink", "PlainPage"]
