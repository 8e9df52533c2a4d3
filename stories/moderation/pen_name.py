"""A pen name for somebody in a memory, from where one reads it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from families.admin.boundary import signed_in
from families.admin.forms import PersonForm
from families.models import Person
from stories.moderation.one_thing import OneThingView
from stories.moderation.seen import version


class PenNameForm(PersonForm):
    """What readers see of a name, and nothing else about the person."""

    class Meta(PersonForm.Meta):
        fields = ["public_name"]
        labels = {"public_name": "The name that readers see"}
        help_texts = {"public_name": "It stands in every memory that they are in."}


class PenNameView(OneThingView):
    """One person of one memory, whom this member of staff may change."""

    template_name = "stories/moderation/pen_name.html"
    form_class = PenNameForm
    page_title = "Use a pen name"
    header_icon = "user"

    def get_form_kwargs(self) -> dict[str, Any]:
        self.person = self._person()
        self.anchor = f"person-{self.person.pk}"
        user = signed_in(self.request)
        return super().get_form_kwargs() | {"instance": self.person, "for_user": user}

    def _person(self) -> Person:
        user, policy = signed_in(self.request), policy_registry.get_by_type(Person)
        person: Person = get_object_or_404(Person, pk=self.kwargs["person"])
        is_in_it = any(one.person_id == person.pk for one in version(self.story).people.all())
        if not is_in_it or not policy.user_has_permission_for_instance(user, "change", person):
            raise Http404
        return person

    def form_valid(self, form: Any) -> HttpResponse:
        person = form.save()
        user = signed_in(self.request)
        log(instance=person, action="families.pen_name", user=user)
        messages.success(self.request, f"Readers see “{person.public_name}” now.")
        return self.back()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"person": self.person}
