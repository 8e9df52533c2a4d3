"""Asking for a family, which a student does, and answering, which a teacher does."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from families.models import Family, FamilyMember, Person, User
from families.roles import Anybody, is_staff_of, is_student


class AskForm(forms.ModelForm[Family]):
    """What we call it, and who is at home."""

    class Meta:
        model = Family
        fields = ("name", "at_home")
        labels = {
            "name": gettext_lazy("What shall we call your family?"),
            "at_home": gettext_lazy("Who is at home with you?"),
        }
        help_texts = {
            "name": gettext_lazy("For example: Aisha’s family. Leave surnames out."),
            "at_home": gettext_lazy(
                "For example: Nan, my mum and my uncle. Only your teachers see this."
            ),
        }
        error_messages = {"name": {"required": gettext_lazy("Give your family a name.")}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["at_home"].required = True
        self.fields["at_home"].error_messages["required"] = _("Say who is at home with you.")


def may_ask(user: Anybody) -> bool:
    """A student of a school, who is not waiting for an answer already."""
    return (
        isinstance(user, User)
        and is_student(user)
        and user.school_id is not None
        and waiting_for(user) is None
    )


def waiting_for(user: User) -> Family | None:
    """The family that this student has asked for, while no teacher has answered."""
    return user.families_asked_for.filter(pending=True).first()


def standing(user: User) -> dict[str, Any]:
    """What a page shows about asking: only students ever do."""
    if not is_student(user):
        return {"may_ask": False, "asked_for": None}
    asked_for = waiting_for(user)
    return {"may_ask": asked_for is None and may_ask(user), "asked_for": asked_for}


@transaction.atomic
def ask(*, by: User, name: str, at_home: str) -> Family:
    """Ask for a family. Raises ``PermissionDenied`` for anybody who may not, or pressed twice."""
    if not may_ask(by) or by.school is None:
        raise PermissionDenied
    try:
        with transaction.atomic():
            family = Family.objects.create(
                school=by.school, name=name, at_home=at_home, asked_by=by, pending=True
            )
    except IntegrityError as twice:
        raise PermissionDenied from twice
    log(instance=family, action="families.ask", user=by)
    return family


@transaction.atomic
def agree(family: Family, *, by: User) -> None:
    """A teacher says yes: from now on the student is in it and may invite."""
    _require(family, by)
    if Family.objects.filter(pk=family.pk, pending=True).update(pending=False):
        if family.asked_by is not None:
            FamilyMember.objects.get_or_create(
                family=family, user=family.asked_by, defaults={"relation": "student"}
            )
            Person.objects.filter(user=family.asked_by, family=None).update(family=family)
        log(instance=family, action="families.agree_to_family", user=by)


@transaction.atomic
def turn_down(family: Family, *, by: User) -> None:
    """A teacher says no. Nobody was in it yet, so nothing of it is left."""
    _require(family, by)
    asked = Family.objects.select_for_update().filter(pk=family.pk, pending=True).first()
    if asked is not None:
        log(instance=asked, action="families.turn_down_family", user=by)
        asked.delete()


def _require(family: Family, by: User) -> None:
    if not is_staff_of(by, family.school_id):
        raise PermissionDenied
