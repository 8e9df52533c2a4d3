"""The look of one's own school in the Wagtail admin: one page, for its own staff."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic import View
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.images.widgets import AdminImageChooser

from families import look
from families.admin.boundary import SchoolPolicy, WithinTheBoundary, signed_in
from families.models import SchoolLook
from families.models.looks import Accent
from families.roles import is_staff_of


class LookPolicy(SchoolPolicy):
    """Every school has one look, made by itself the first time somebody opens it."""

    actions = frozenset({"change", "view"})


class LookForm(WagtailAdminModelForm):
    class Meta:
        model = SchoolLook
        fields = ["shown_name", "crest", "accent", "welcome"]
        widgets = {"crest": AdminImageChooser, "accent": forms.RadioSelect}
        help_texts = {
            "shown_name": "How you call yourselves. Empty: the name in the list of schools.",
            "crest": "Your crest, or a picture of the building. It stands where everybody signs "
            "in, so nobody may be known in it.",
            "accent": "Each of these can be read well, by day and by night.",
            "welcome": "One friendly sentence on top of every desk. For example: Good to see you.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Another school's picture cannot be chosen, by whatever number it is asked for."""
        super().__init__(*args, **kwargs)
        self.fields["accent"].choices = Accent.choices
        mine = Q(item__school=None) | Q(item__school=self.instance.school_id)
        crest = self.fields["crest"]
        crest.queryset = crest.queryset.filter(mine | Q(pk=self.instance.crest_id))


class OwnLook(View):
    """The way to the one page; there is no list."""

    model: Any = None

    def get(self, request: HttpRequest) -> HttpResponse:
        user = signed_in(request)
        if user.school is None or not is_staff_of(user, user.school):
            raise Http404
        return redirect("look:edit", look.begin(user.school).pk)


class LookEdit(generic.EditView):
    delete_url_name = None

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [*self.breadcrumbs_items, {"url": "", "label": "School’s look"}]

    def get_success_url(self) -> str:
        return reverse("look:edit", args=[self.object.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        door = f"{reverse('account_login')}?school={self.object.key}"
        return context | {"door": self.request.build_absolute_uri(door)}


class LookViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "How the archive looks to your school’s own people: on their desks, where they sign in "
        "and on the cards and papers that you print. Public pages look the same for everybody."
    )
    model = SchoolLook
    name = "look"
    icon = "image"
    menu_label = "School’s look"
    menu_name = "look"
    menu_order = 570
    add_to_settings_menu = True
    add_to_reference_index = False
    closed = frozenset({"index_results", "add", "copy", "delete", "usage"})
    edit_view_class = LookEdit
    edit_template_name = "families/admin/look.html"

    @property
    def index_view(self) -> Any:
        return self.construct_view(OwnLook)

    def get_form_class(self, for_update: bool = False) -> type[LookForm]:
        return LookForm
