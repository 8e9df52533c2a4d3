"""The forms of decks and assignments, which know whose school they are filled in for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from stories.models import Deck, Place


class DeckForm(WagtailAdminModelForm):
    """A new deck belongs to the school of whoever makes it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and self.for_user is not None:
            self.instance.school = self.for_user.school


class AssignmentForm(WagtailAdminModelForm):
    """Offers the classes and the decks of one's own school, and nothing of another's."""

    places = forms.ModelMultipleChoiceField(
        label=_("Places"),
        help_text=_("They are ticked already in a memory that begins here."),
        queryset=Place.objects.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None and self.for_user is not None:
            self.instance.school = self.for_user.school
            self.instance.set_by = self.for_user
        school = self.instance.school_id
        classes = self.fields["reporter_class"]
        classes.queryset = classes.queryset.filter(school=school)
        decks = Deck.objects.on_desk_of(school) | Deck.objects.filter(pk=self.instance.deck_id)
        self.fields["deck"].queryset = decks

    def clean_due_on(self) -> Any:
        """A day that is over would show nothing to anybody."""
        day = self.cleaned_data["due_on"]
        if "due_on" in self.changed_data and day < timezone.localdate():
            raise ValidationError(_("Choose a day that is still to come."))
        return day
