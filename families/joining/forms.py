"""What somebody at the door is asked: as little as possible, in few and short fields."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from families.models import User

RELATIONS = (
    _("Nan"),
    _("Grandad"),
    _("Mum"),
    _("Dad"),
    _("Aunt"),
    _("Uncle"),
    _("Carer"),
    _("Sister"),
    _("Brother"),
)
"""Offered to whoever types; everybody may be something else."""

PASSWORD, EMAIL, PASSKEY = "password", "email", "passkey"


class CodeForm(forms.Form):
    """The code, however it is typed."""

    code = forms.CharField(
        label=_("Your code"),
        max_length=40,
        help_text=_("Eight letters. Capitals and gaps do not matter."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "code-box",
            }
        ),
        error_messages={"required": _("Type the eight letters of your code.")},
    )


class RelationForm(forms.Form):
    """All that is asked of somebody who has signed in already."""

    relation = forms.CharField(
        label=_("Who are you in the family?"),
        max_length=40,
        help_text=_("For example: nan, dad, aunt."),
        widget=forms.TextInput(attrs={"list": "relations", "autocomplete": "off"}),
        error_messages={"required": _("Say who you are in the family, like nan or dad.")},
    )


class AboutYouForm(RelationForm):
    """The first of two short pages for a newcomer."""

    name = forms.CharField(
        label=_("What shall we call you?"),
        max_length=60,
        help_text=_("A first name is enough."),
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
        error_messages={"required": _("Type a name, so that your family knows it is you.")},
    )
    way = forms.ChoiceField(
        label=_("How do you want to sign in next time?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how you want to sign in next time.")},
    )
    grown_up = forms.BooleanField(
        label=_("I am 16 or older."),
        error_messages={
            "required": _("You have to be 16 to join this way. If you are younger, ask a teacher.")
        },
    )

    field_order = ["name", "relation", "way", "grown_up"]

    def __init__(self, *args: Any, ways: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["way"].choices = list(ways.items())  # type: ignore[attr-defined]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


class PasswordForm(forms.Form):
    """A password that stays on the screen, so that it can be read and written down."""

    password = forms.CharField(
        label=_("Your password"),
        max_length=128,
        strip=True,
        help_text=_("Keep these three words, or type your own. Write them down."),
        widget=forms.TextInput(
            attrs={
                "autocomplete": "new-password",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": _("Type a password. Three words are best.")},
    )

    def __init__(self, *args: Any, username: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.username = username

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, User(username=self.username))
        return password


class EmailForm(forms.Form):
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("Only for signing in. Nobody else sees it."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "required": _("Type your e-mail address."),
            "invalid": _("That is not a whole e-mail address. It looks like name@example.org."),
        },
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class MailedCodeForm(forms.Form):
    mailed = forms.CharField(
        label=_("The code in the e-mail"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "class": "code-box", "spellcheck": "false"}
        ),
        error_messages={"required": _("Type the code that we sent you.")},
    )
