"""Connects what sessions have to hear about."""

from __future__ import annotations

from allauth.mfa.signals import authenticator_added
from allauth.usersessions.models import UserSession
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import post_save, pre_save

from families import second_factor
from families.models import Person, User
from families.sessions import ending, idle


def listen() -> None:
    """Called once, when the applications are ready."""
    user_logged_in.connect(idle.begin, dispatch_uid="sessions.begin")
    authenticator_added.connect(second_factor.used_while_adding, dispatch_uid="factor.added")
    post_save.connect(ending.when_closed, sender=User, dispatch_uid="sessions.closed")
    pre_save.connect(ending.when_left, sender=Person, dispatch_uid="sessions.left")
    pre_save.connect(ending.keep_less, sender=UserSession, dispatch_uid="sessions.less")
