"""E-mails about worries. None of them says what it is about."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from smtplib import SMTPException

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.validators import validate_email
from django.db.models import Q
from django.urls import reverse

from families.models import User
from families.roles import Role
from stories.models import Story, StoryPerson, Worry

logger = logging.getLogger(__name__)

WAIT = 5  # seconds for the post office; whoever is worried is waiting

NOBODY_READS_IT = (
    "There is a new worry, and your school has no safeguarding lead who may read it. "
    "Please give one more person that role."
)

NEW = "There is a new worry. Sign in to read it."


def leads_for(worry: Worry) -> Iterable[User]:
    """The leads of its school, or of all where it has none; never whoever it is about."""
    leads = User.objects.filter(is_active=True, groups__name=Role.LEAD.value).distinct()
    if worry.school_id is not None:
        leads = leads.filter(school=worry.school_id)
    if worry.story is None:
        return leads
    about = StoryPerson.objects.filter(story=worry.story, person__user__isnull=False)
    author = Story.objects.filter(pk=worry.story.pk).values("author")
    return leads.exclude(pk__in=about.values("person__user")).exclude(pk__in=author)


def tell_leads(worry: Worry) -> None:
    """Each lead who has an address gets one sentence, in a letter of their own."""
    leads, words = list(leads_for(worry)), NEW
    if not leads:
        leads, words = list(_administrators(worry)), NOBODY_READS_IT
    addresses = [each.email for each in leads if each.email]
    _send([EmailMessage("A new worry", words, to=[address]) for address in addresses])


def _administrators(worry: Worry) -> Iterable[User]:
    """They cannot read it either, but give somebody the role who can."""
    everybody = User.objects.filter(is_active=True, groups__name=Role.ADMINISTRATOR.value)
    return everybody.filter(Q(school=worry.school_id) | Q(school=None)).distinct()


def acknowledge(worry: Worry) -> None:
    """Tell whoever asked for a takedown its number and where to see how far it is."""
    _answer(worry, "We have your request. Thank you for telling us.")


def say_it_is_decided(worry: Worry) -> None:
    """Tell whoever asked for a takedown that somebody has looked and decided."""
    _answer(worry, "We have looked at what you asked us to take down, and decided.")


def _answer(worry: Worry, sentence: str) -> None:
    """Nothing of what they asked stands in it: others may read their post."""
    address = worry.contact.strip()
    if worry.kind != Worry.Kind.TAKEDOWN:
        return
    try:
        validate_email(address)
    except ValidationError:
        return  # A telephone number, or nothing.
    page = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('takedown_status', args=[worry.ref])}"
    words = f"{sentence}\n\nIts number is {worry.ref}.\nYou can see how far it is here: {page}\n"
    _send([EmailMessage(f"Your request {worry.ref}", words, to=[address])])


def _send(letters: list[EmailMessage]) -> None:
    """A post office that is closed loses no worry: it is on the lead's screen anyway."""
    if not letters:
        return
    try:
        get_connection(timeout=WAIT).send_messages(letters)
    except (OSError, SMTPException):
        logger.exception("Letters about a worry could not be sent.")
