"""The boxes over the faces of a picture, as numbers that a script or a person fills in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from media.hiding import MOST
from media.recipes.hiding import Area

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SPARE = 3
"""Empty rows for whoever types the numbers; a script adds more."""

WHOLE = 100
"""Per cent: all of the width or the height."""

NAMES = ("left", "top", "width", "height")


class ShareField(forms.FloatField):
    """A share of the picture's width or height, in per cent with one digit after the point."""

    def __init__(self, label: StrOrPromise) -> None:
        message = gettext_lazy("Use a number from 0 to 100.")
        widget = forms.NumberInput(attrs={"step": "0.1", "inputmode": "decimal"})
        super().__init__(
            label=label,
            min_value=0,
            max_value=WHOLE,
            required=False,
            widget=widget,
            error_messages={"invalid": message, "min_value": message, "max_value": message},
        )


class BoxForm(forms.Form):
    """One box. A row without any number is no box."""

    left = ShareField(gettext_lazy("From the left edge"))
    top = ShareField(gettext_lazy("From the top edge"))
    width = ShareField(gettext_lazy("How wide"))
    height = ShareField(gettext_lazy("How tall"))

    def clean(self) -> dict[str, Any]:
        """Needs all four numbers, and something of the picture inside; raises ValidationError."""
        typed: dict[str, Any] = super().clean() or {}
        numbers = [typed.get(name) for name in NAMES]
        if self.errors or numbers == [None] * len(NAMES):
            return typed
        if None in numbers:
            raise forms.ValidationError(_("A box needs all four numbers."))
        left, top, width, height = (float(number) for number in numbers if number is not None)
        if not (width and height and left < WHOLE and top < WHOLE):
            raise forms.ValidationError(_("This box is outside of the picture, or it has no size."))
        return typed

    @property
    def area(self) -> Area | None:
        """As it will be hidden; None for an empty row or one that was taken away."""
        typed = self.cleaned_data
        if typed.get("DELETE") or any(typed.get(name) is None for name in NAMES):
            return None
        return Area(*(typed[name] / WHOLE for name in NAMES))

    @property
    def numbers(self) -> list[BoundField]:
        """The four fields in the order in which they are asked."""
        return [self[name] for name in NAMES]


class Boxes(BaseFormSet[BoxForm]):
    """All boxes of a picture; the form is added again for those who draw without a script."""

    deletion_widget = forms.CheckboxInput

    def add_fields(self, form: BoxForm, index: int | None) -> None:
        """A box that is there can be taken away again."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Take this box away")

    @property
    def areas(self) -> list[Area]:
        """Every area to hide, once the boxes are valid."""
        return [area for area in (form.area for form in self.forms) if area is not None]


BoxFormSet = cast(
    type[Boxes],
    formset_factory(
        BoxForm,
        formset=Boxes,
        extra=SPARE,
        max_num=MOST,
        validate_max=True,
        absolute_max=MOST,
        can_delete=True,
    ),
)


def as_numbers(areas: Sequence[Area]) -> list[dict[str, float]]:
    """What the rows of these areas hold: per cent."""
    return [{name: round(WHOLE * getattr(area, name), 1) for name in NAMES} for area in areas]
