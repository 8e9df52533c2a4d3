"""People, the groups they belong to, and what they have agreed to."""

from families.models.audit import Filed
from families.models.consents import Consent, ConsentWording
from families.models.groups import Family, FamilyMember, ReporterClass, School
from families.models.invitations import Invitation
from families.models.leaving import Leaving
from families.models.looks import SchoolLook
from families.models.people import Guardianship, Person
from families.models.users import User

__all__ = [
    "Consent",
    "ConsentWording",
    "Family",
    "FamilyMember",
    "Filed",
    "Guardianship",
    "Invitation",
    "Leaving",
    "Person",
    "ReporterClass",
    "School",
    "SchoolLook",
    "User",
]
