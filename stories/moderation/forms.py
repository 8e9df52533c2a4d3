"""The forms of mending: words may change; whose item it is, and who asked for what, may not."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel

from stories import writing
from stories.models import Fund, Place, Story, StoryPart

OVERTAKEN = (
    "Somebody saved this memory after you opened it. What you typed is still here. "
    "Copy it, open the memory again in another window, and put it in there."
)


def _ticked(model: type[Place | Fund]) -> forms.ModelMultipleChoiceField[Any]:
    """A box for each: with a text box one would have to know the words."""
    return forms.ModelMultipleChoiceField(
        queryset=model._default_manager.all(),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


class StoryForm(WagtailAdminModelForm):
    """Keeps two screens from overwriting each other, and reads the date in the words."""

    places = _ticked(Place)
    funds = _ticked(Fund)
    seen_edition = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen_edition"] = self.instance.edition

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        seen = cleaned.get("seen_edition")
        if seen is not None and seen != self.instance.edition:
            raise forms.ValidationError(OVERTAKEN)
        return cleaned

    def save(self, commit: bool = True) -> Story:
        writing.read_when(self.instance)
        story: Story = super().save(commit)
        return story


class PartForm(WagtailAdminModelForm):
    """Words have a text; an item has a caption and a description. A new part is words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.kind:
            self.instance.kind = StoryPart.Kind.WORDS
        is_words = self.instance.kind == StoryPart.Kind.WORDS
        for name in ("caption", "description") if is_words else ("text",):
            self.fields.pop(name, None)


class AppearanceForm(WagtailAdminModelForm):
    """Only people of the same school can be named."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None and "person" in self.fields:
            people = self.fields["person"].queryset
            self.fields["person"].queryset = people.filter(school=self.for_user.school_id)


class InlineFormPanel(InlinePanel):
    """Wagtail's inline panel with a form of our own for each row."""

    def __init__(self, relation_name: str, *, form: type[forms.ModelForm[Any]], **kwargs: Any):
        super().__init__(relation_name, **kwargs)
        self.form = form

    def clone_kwargs(self) -> dict[str, Any]:
        kwargs: dict[str, Any] = super().clone_kwargs()
        return kwargs | {"form": self.form, "heading": self.heading}

    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        mine = {"form": self.form, "inherit_kwargs": ["for_user"]}
        options["formsets"][self.relation_name].update(mine)
        return options


class ItemPanel(FieldPanel):
    """Shows which item a part is about; nothing for words, and never a choice of another."""

    def __init__(self, field_name: str = "item", **kwargs: Any) -> None:
        super().__init__(field_name, **kwargs | {"read_only": True})

    def format_value_for_display(self, value: Any) -> str | SafeString:
        if value is None or value.still is None:
            return str(value or "")
        return format_html('<img src="{}" alt="" width="160"> {}', value.still.url, value)

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return self.instance is None or self.instance.item_id is not None
