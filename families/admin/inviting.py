"""In the staff's room: answering a student who asked for a family, and inviting into one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from families import invitations
from families.admin.boundary import signed_in
from families.joining import asking, desk, inviting, once
from families.joining.pages import kept_by_nobody
from families.models import Family


class OneFamily(WagtailAdminTemplateMixin):
    """A page about one family; the boundary has been asked already."""

    model: Any = None
    header_icon = "home"
    index_url_name: str | None = None
    edit_url_name: str | None = None
    pending = False
    kwargs: dict[str, Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.family = get_object_or_404(Family, pk=kwargs["pk"], pending=self.pending)
        answer: HttpResponse = kept_by_nobody(super().dispatch)(request, *args, **kwargs)
        return answer

    def get_page_subtitle(self) -> str:
        return str(self.family)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("families:index"), "label": "Families"},
            {"url": reverse("families:edit", args=[self.family.pk]), "label": str(self.family)},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"family": self.family}


class InviteView(OneFamily, FormView):  # type: ignore[type-arg]
    """Makes an invitation and shows it once, beside those that are still open."""

    template_name = "families/admin/invite.html"
    form_class = inviting.InvitationForm
    page_title = "Invite"

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"family": self.family}

    def form_valid(self, form: Any) -> HttpResponse:
        if not once.is_first(self.request):
            messages.warning(self.request, desk.MADE_ALREADY)
            return redirect("families:invite", self.family.pk)
        letter = desk.made(self.request, self.family, form)["letter"]
        context = self.get_context_data(form=None, letter=letter)
        return render(self.request, self.template_name, context)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return context | {"open": inviting.open_in(self.family), "once": once.stamp()}


class CallBackView(OneFamily, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int, **kwargs: Any) -> HttpResponse:
        invitation = get_object_or_404(inviting.open_in(self.family), pk=number)
        invitations.call_back(invitation, by=signed_in(request))
        messages.success(request, desk.CALLED_BACK)
        return redirect("families:invite", self.family.pk)


class CardView(OneFamily, View):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, number: int, **kwargs: Any) -> HttpResponse:
        return desk.printed(request, self.family, number)


class NameForm(forms.ModelForm[Family]):
    class Meta:
        model = Family
        fields = ("name",)
        labels = {"name": "What the family is called"}


class AnswerView(OneFamily, TemplateView):
    """A student asked for a family: yes, or no."""

    template_name = "families/admin/asked_for.html"
    page_title = "A student asks for a family"
    pending = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {"form": NameForm(instance=self.family)} | context | kwargs

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        by = signed_in(request)
        match request.POST.get("answer"):
            case "no":
                asking.turn_down(self.family, by=by)
                messages.success(request, "You said no. Tell the student yourself, and why.")
                return redirect("families:index")
            case "yes":
                form = NameForm(request.POST, instance=self.family)
                if not form.is_valid():
                    return self.render_to_response(self.get_context_data(form=form))
                form.save()
                asking.agree(self.family, by=by)
                messages.success(request, "You said yes. Now somebody can be invited.")
                return redirect("families:invite", self.family.pk)
        raise Http404
