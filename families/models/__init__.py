"""People, the groups they belong to, and what they have agreed to."""

from families.models.consents import Consent, ConsentWording
from families.models.groups import Family, FamilyMember, ReporterClass, School
from families.models.invitations import Invitation
from families.models.people import Guardianship, Person
from families.models.users import User

__all__ = [
    "Consent",
    "ConsentWording",
    "Family",
    "FamilyMember",
    "Guardianship",
    "Invitation",
    "Person",
    "ReporterClass",
    "School",
    "User",
]
