"""E-mails about worries. None of them says what it is about."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from smtplib import SMTPException

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.validators import validate_email

from families.models import User
from families.roles import Role
from stories.models import Story, StoryPerson, Worry

logger = logging.getLogger(__name__)

WAIT = 5  # seconds for the post office; whoever is worried is waiting

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
    addresses = [lead.email for lead in leads_for(worry) if lead.email]
    _send([EmailMessage("A new worry", NEW, to=[address]) for address in addresses])


def acknowledge(worry: Worry, page: str) -> None:
    """Tell whoever asked for a takedown its number and where to see how far it is."""
    try:
        validate_email(worry.contact.strip())
    except ValidationError:
        return  # A telephone number, or nothing.
    words = (
        "We have your request. Thank you for telling us.\n\n"
        f"Its number is {worry.ref}.\n"
        f"You can see how far it is here: {page}\n"
    )
    _send([EmailMessage(f"Your request {worry.ref}", words, to=[worry.contact.strip()])])


def _send(letters: list[EmailMessage]) -> None:
    """A post office that is closed loses no worry: it is on the lead's screen anyway."""
    if not letters:
        return
    try:
        get_connection(timeout=WAIT).send_messages(letters)
    except (OSError, SMTPException):
        logger.exception("Letters about a worry could not be sent.")
