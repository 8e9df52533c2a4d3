"""How often somebody wants a letter about waiting memories, in their own account settings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab

from families.models import User
from families.roles import is_staff_of
from stories import digests
from stories.models import StaffDigest

NEVER = ("", "Never")


class DigestForm(forms.Form):
    """Off until somebody asks for it."""

    often = forms.ChoiceField(
        label="A letter about waiting memories",
        choices=[NEVER, *StaffDigest.Often.choices],
        widget=forms.RadioSelect,
        required=False,
    )

    def __init__(self, data: Any, *, user: User, prefix: str) -> None:
        self.user = user
        row = StaffDigest.objects.filter(user=user).first()
        super().__init__(data, prefix=prefix, initial={"often": row.often if row else ""})
        self.fields["often"].help_text = _where(digests.address_of(user))

    def clean_often(self) -> str:
        often: str = self.cleaned_data["often"]
        if often and not digests.address_of(self.user):
            raise forms.ValidationError("We know no e-mail address of yours. Add one first.")
        return often

    def save(self) -> None:
        often = self.cleaned_data["often"]
        if often:
            StaffDigest.objects.update_or_create(user=self.user, defaults={"often": often})
        else:
            StaffDigest.objects.filter(user=self.user).delete()


def _where(address: str) -> str:
    told = "It says how many wait, and nothing of anybody."
    if address:
        return f"{told} It goes to {address}."
    link = reverse("account_email")
    return format_html('{} <a href="{}">Add your e-mail address first</a>.', told, link)


class DigestPanel(BaseSettingsPanel):
    name = "digest"
    title = "Letters to you"
    tab = notifications_tab
    order = 50

    def is_active(self) -> bool:
        """For those who read memories, where this archive can send letters at all."""
        return bool(settings.SENDS_MAIL) and is_staff_of(self.user, self.user.school_id)

    def get_form(self) -> DigestForm:
        data = self.request.POST if self.request.method == "POST" else None
        return DigestForm(data, user=self.user, prefix=self.name)


def panel(request: HttpRequest, user: User, profile: Any) -> DigestPanel:
    return DigestPanel(request, user, profile)
