"""How somebody wants to hear of news. Nothing is chosen for them."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.core.internal import ratelimit
from django import forms
from django.conf import settings
from django.core import signing
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from families.models import User
from stories.models import NewsByMail
from stories.news import letters, links

LIMITS = {"news_to": "3/d/key", "news_from": "5/d/key"}
"""Letters to one address, and from one person: nobody's letter box is flooded."""

TOO_OFTEN = _("We sent enough letters for today. Nothing is lost. Try again tomorrow.")
NOT_SENT = _("The e-mail could not be sent. Nothing is lost. Try again later.")


class ChoiceForm(forms.Form):
    by_mail = forms.BooleanField(label=_("By e-mail as well"), required=False)
    email = forms.EmailField(
        label=_("Your e-mail address"),
        required=False,
        help_text=_("We send a letter there first, to see that it is yours."),
        error_messages={"invalid": _("That is not an e-mail address. Look at it again.")},
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if said.get("by_mail") and not said.get("email") and not self.errors:
            self.add_error("email", _("Where shall we write to? Type your e-mail address."))
        return said


def is_offered() -> bool:
    """Whether this archive can send letters at all."""
    return bool(settings.SENDS_MAIL)


def chosen_by(user: User) -> NewsByMail | None:
    return NewsByMail.objects.filter(user=user).first()


def form_for(user: User, data: Any = None) -> ChoiceForm:
    row = chosen_by(user)
    return ChoiceForm(data, initial={"by_mail": row is not None, "email": row.email if row else ""})


def choose(user: User, form: ChoiceForm, request: HttpRequest) -> bool:
    """Do what a valid form says. False where a letter had to be sent and could not be."""
    if not form.cleaned_data["by_mail"]:
        NewsByMail.objects.filter(user=user).delete()
        return True
    email = form.cleaned_data["email"]
    row = chosen_by(user)
    if row is not None and row.email == email and row.confirmed_at:
        return True
    is_known = EmailAddress.objects.filter(user=user, email__iexact=email, verified=True).exists()
    if not is_known and not _has_room(request, user, email):
        form.add_error("email", TOO_OFTEN)
        return False
    return _set_down(user, form, email, is_known=is_known)


def _set_down(user: User, form: ChoiceForm, email: str, *, is_known: bool) -> bool:
    with transaction.atomic():
        NewsByMail.objects.filter(user=user).delete()
        confirmed = timezone.now() if is_known else None
        row = NewsByMail.objects.create(user=user, email=email, confirmed_at=confirmed)
    if is_known or letters.send_confirmation(row):
        return True
    form.add_error("email", NOT_SENT)
    return False


def _has_room(request: HttpRequest, user: User, email: str) -> bool:
    keys = {"news_from": str(user.pk), "news_to": email.lower()}
    has_room = [
        ratelimit.consume(request, app="stories", action=action, config=LIMITS, key=key)
        for action, key in keys.items()
    ]
    return all(has_room)


def confirm(token: str) -> bool:
    """Whoever opened the letter has the address. False for a link that is old or not ours."""
    return bool(_named(token, links.YES).update(confirmed_at=timezone.now()))


def is_asked(token: str) -> bool:
    """Whether the link still asks something."""
    return bool(_named(token, links.YES).exists())


def stop(token: str) -> None:
    """No more letters. Raises ``signing.BadSignature``; stopping twice is stopping once."""
    pk, email = links.meant(token, links.STOP)
    NewsByMail.objects.filter(pk=pk, email=email).delete()


def _named(token: str, salt: str) -> Any:
    try:
        pk, email = links.meant(token, salt)
    except signing.BadSignature:
        return NewsByMail.objects.none()
    return NewsByMail.objects.filter(pk=pk, email=email)
