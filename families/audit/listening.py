"""Connects the audit to what it listens to, once, when the applications are ready."""

from __future__ import annotations

from django.db.models.signals import m2m_changed, post_save, pre_save
from wagtail.models import ModelLogEntry

from families.audit import changes, filing
from families.models import Person, User


def listen() -> None:
    """Twice is the same as once."""
    post_save.connect(filing.file, sender=ModelLogEntry, dispatch_uid="audit.filing")
    m2m_changed.connect(changes.roles, sender=User.groups.through, dispatch_uid="audit.roles")
    pre_save.connect(changes.account, sender=User, dispatch_uid="audit.account")
    pre_save.connect(changes.shown, sender=Person, dispatch_uid="audit.shown")
