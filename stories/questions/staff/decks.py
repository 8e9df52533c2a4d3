"""Question decks in the Wagtail admin: looked at, made one's own, changed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet

from families.admin.boundary import WithinTheBoundary, WithinTheBoundaryIndex, signed_in
from families.roles import is_staff_of
from stories.models import Card, Deck
from stories.questions.copying import make_own
from stories.questions.staff.forms import DeckForm
from stories.questions.staff.policies import may_change

SAID = [FieldPanel("question"), FieldPanel("another_way"), FieldPanel("follow_ups")]
OTHER_LANGUAGES = InlinePanel(
    "wordings",
    heading=gettext_lazy("In other languages"),
    label=gettext_lazy("Language"),
    panels=[FieldPanel("language"), *SAID],
)
PANELS = ObjectList(
    [
        FieldPanel("title", help_text="A few words that a 13-year-old would pick it by."),
        FieldPanel("intro", help_text="What the questions are about. It stands below the title."),
        FieldPanel("topic"),
        MultiFieldPanel(
            [
                FieldPanel("fund", help_text="It is ticked in a memory that begins here."),
                FieldPanel("context", help_text="Only if it is about one of these three."),
                FieldPanel("is_shown", help_text="Take the tick away to put the deck aside."),
            ],
            heading=gettext_lazy("Where it stands"),
        ),
        InlinePanel(
            "cards",
            heading=gettext_lazy("Cards"),
            label=gettext_lazy("Card"),
            panels=[*SAID, FieldPanel("is_shown"), OTHER_LANGUAGES],
        ),
    ],
    base_form_class=DeckForm,
)


class DecksIndex(WithinTheBoundaryIndex, generic.IndexView):
    """A school's own beside everybody's; its own version stands in place of the other."""

    def get_base_queryset(self) -> Any:
        rows = super().get_base_queryset()
        own = Deck.objects.filter(school=signed_in(self.request).school_id)
        return rows.exclude(pk__in=own.filter(copied_from__isnull=False).values("copied_from"))

    def get_edit_url(self, instance: Deck) -> str:
        """Whoever may not change it looks at it, and finds there how to make it their own."""
        name = "edit" if may_change(self.request.user, instance) else "look"
        return reverse(f"decks:{name}", args=[instance.pk])


class LookView(WagtailAdminTemplateMixin, TemplateView):
    """A deck to read, with the button that makes a school's own version of it."""

    template_name = "stories/questions/look.html"
    page_title = gettext_lazy("Question deck")
    header_icon = "help"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        deck = get_object_or_404(Deck, pk=kwargs["pk"])
        user = signed_in(self.request)
        cards = Card.objects.filter(deck=deck).prefetch_related("wordings")
        return super().get_context_data(**kwargs) | {
            "deck": deck,
            "cards": cards,
            "page_subtitle": deck.title,
            "may_change": may_change(user, deck),
            "may_make_own": deck.is_everybodys and is_staff_of(user, user.school_id),
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Pressing twice finds the version that the first press made."""
        deck = get_object_or_404(Deck, pk=pk, school=None)
        school = signed_in(request).school
        if school is None or not is_staff_of(request.user, school):
            return redirect("decks:look", pk)
        own = make_own(deck, school)
        messages.success(request, _("It is your school’s own now. Change what you like."))
        return redirect("decks:edit", own.pk)


def whose(deck: Deck) -> str:
    return _("Every school’s") if deck.is_everybodys else _("Your school’s own")


class DecksViewSet(WithinTheBoundary, ModelViewSet):
    about = (
        "Questions to take along to somebody at home. A deck of every school’s can be read by "
        "all; make it your own to change it."
    )
    model = Deck
    name = "decks"
    icon = "help"
    menu_label = gettext_lazy("Question decks")
    index_view_class = DecksIndex
    edit_handler = PANELS
    search_fields = ("title", "intro")
    search_backend_name = None
    ordering = "position"
    list_display = (
        "title",
        Column("whose", label=gettext_lazy("Whose"), accessor=whose),
        Column("fund", label=gettext_lazy("Fund of knowledge"), accessor="fund"),
        BooleanColumn("is_shown", label=gettext_lazy("On the desk")),
    )

    def own_urlpatterns(self) -> list[URLPattern]:
        return [path("<int:pk>/look/", self.construct_view(LookView), name="look")]
