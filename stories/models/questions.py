"""Decks of question cards, and the questions that somebody took along for one memory."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from families.models import School
from stories.models.states import Context
from stories.questions.languages import ENGLISH, Language, is_right_to_left


class DeckQuerySet(models.QuerySet["Deck"]):
    """Which decks somebody may take cards from."""

    def of_school(self, school: School | int | None) -> DeckQuerySet:
        """A school's own, and those that every school has."""
        return self.filter(models.Q(school=None) | models.Q(school=school))

    def on_desk_of(self, school: School | int | None) -> DeckQuerySet:
        """What the school shows. Its own version of a deck takes the place of everybody's."""
        replaced = Deck.objects.filter(school=school, copied_from__isnull=False)
        shown = self.of_school(school).filter(is_shown=True)
        return shown.exclude(pk__in=replaced.values("copied_from")) if school else shown


class Deck(ClusterableModel):
    """Some questions about one fund of knowledge, or about one part of life.

    A deck without a school came with the archive and is everybody's; a school
    that wants to change one makes it its own.
    """

    key = models.SlugField(
        max_length=60, blank=True, editable=False, help_text="Of a deck of everybody’s."
    )
    school = models.ForeignKey(
        "families.School", on_delete=models.PROTECT, null=True, editable=False, related_name="decks"
    )
    copied_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, editable=False, related_name="copies"
    )
    title = models.CharField(_("title"), max_length=60)
    intro = models.CharField(_("in one sentence"), max_length=160, blank=True)
    topic = models.CharField(
        _("topic"),
        max_length=60,
        blank=True,
        help_text=_("For the title that we suggest: “Nan’s working life” has “working life”."),
    )
    fund = models.ForeignKey(
        "stories.Fund",
        verbose_name=_("fund of knowledge"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decks",
    )
    context = models.CharField(_("about"), max_length=14, choices=Context.choices, blank=True)
    is_shown = models.BooleanField(_("show it on the desk"), default=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = DeckQuerySet.as_manager()

    class Meta:
        verbose_name = _("question deck")
        verbose_name_plural = _("question decks")
        ordering = ["position", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(school=None, copied_from=None) & ~models.Q(key="")
                | models.Q(school__isnull=False, key=""),
                name="deck_of_a_school_or_of_everybody",
            ),
            models.UniqueConstraint(
                fields=["key"], condition=~models.Q(key=""), name="deck_key_once"
            ),
            models.UniqueConstraint(
                fields=["school", "copied_from"], name="deck_copied_once_by_a_school"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_everybodys(self) -> bool:
        return self.school_id is None


class Card(ClusterableModel, Orderable):
    """One question in English, and what to ask when it does not work or is answered.

    English is a column and not a wording, so that no card is without it.
    """

    deck = ParentalKey(Deck, on_delete=models.CASCADE, related_name="cards")
    question = models.CharField(_("question"), max_length=200)
    another_way = models.CharField(_("say it another way"), max_length=200, blank=True)
    follow_ups = models.TextField(
        _("and then ask"), blank=True, help_text=_("One on each line. They are there to help.")
    )
    is_shown = models.BooleanField(_("show it on the desk"), default=True)

    class Meta(Orderable.Meta):
        verbose_name = _("card")
        verbose_name_plural = _("cards")

    def __str__(self) -> str:
        return self.question


class CardWording(Orderable):
    """The same card in another language that families here speak at home."""

    card = ParentalKey(Card, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=7, choices=Language.choices)
    question = models.CharField(_("question"), max_length=200)
    another_way = models.CharField(_("say it another way"), max_length=200, blank=True)
    follow_ups = models.TextField(
        _("and then ask"), blank=True, help_text=_("One on each line. They are there to help.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("wording in another language")
        verbose_name_plural = _("wordings in other languages")
        constraints = [
            models.UniqueConstraint(
                fields=["card", "language"], name="card_worded_once_in_a_language"
            ),
            models.CheckConstraint(
                condition=~models.Q(language=ENGLISH), name="card_wording_is_not_english"
            ),
        ]

    def __str__(self) -> str:
        return self.question

    @property
    def direction(self) -> str:
        """For ``dir``: "rtl" for what is written from right to left."""
        return "rtl" if is_right_to_left(self.language) else "ltr"


class StoryQuestion(models.Model):
    """A question that somebody took along for one memory, and whether they have asked it.

    Nothing adds these up. ``words`` is the English as it was taken along, or what
    the writer typed, so that a card that goes later leaves its question behind.
    It hangs on the memory's row alone: no revision and no reader holds it.
    """

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="questions")
    card = models.ForeignKey(
        Card, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    words = models.CharField(max_length=300)
    is_asked = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["story", "card"], name="card_once_in_a_memory"),
            models.CheckConstraint(condition=~models.Q(words=""), name="question_has_words"),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def shown_words(self) -> str:
        """As the card says it today, so that a teacher’s mending reaches the desk."""
        return self.card.question if self.card else self.words

    @property
    def another_way(self) -> str:
        return self.card.another_way if self.card else ""

    @property
    def follow_ups(self) -> list[str]:
        return lines_of(self.card.follow_ups) if self.card else []

    @property
    def wordings(self) -> list[dict[str, Any]]:
        """The other languages of the card, as the desk shows them."""
        found = self.card.wordings.all() if self.card else ()
        return [
            {
                "language": wording.language,
                "name": wording.get_language_display(),
                "direction": wording.direction,
                "question": wording.question,
                "another_way": wording.another_way,
                "follow_ups": lines_of(wording.follow_ups),
            }
            for wording in found
        ]


def lines_of(text: str) -> list[str]:
    """Each line that has something on it."""
    return [line.strip() for line in text.splitlines() if line.strip()]
