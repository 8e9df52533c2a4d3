"""Worries that nobody has settled, for the safeguarding lead alone."""

from __future__ import annotations

from django.urls import reverse

from families.models import User
from home.dashboard.needs import SHOWN, Need, need
from stories.models import Worry
from stories.moderation.policies import WorryPolicy


def still_open(user: User) -> Need:
    rows = WorryPolicy(Worry).rows_of(user).filter(settled_at=None).select_related("story")
    return need(
        "Worries",
        (
            (str(worry), reverse("worries:edit", args=[worry.pk]), str(worry.story or ""))
            for worry in rows[: SHOWN + 1]
        ),
        nothing="There is no open worry.",
        more=reverse("worries:index"),
    )
