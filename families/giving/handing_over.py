"""Handing one's own phone to somebody who has none, with one's desk closed behind it.

The owner is signed out, so nothing that is pressed on the phone leads back to the desk:
they sign in again when they have it back. Only grown-ups are asked in this way, for
themselves. A guardian's answer is not taken on a device on which their child works,
because the child could give it: guardians have an invitation, a paper, or a teacher's
device.
"""

from __future__ import annotations

from typing import cast

from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from families.giving import memories
from families.giving import sitting as sittings
from families.giving.doors import quietly
from families.giving.memories import Memory
from families.models import Person, User
from families.models.consents import Method
from families.roles import is_contributor


def people_to_hand_to(user: User) -> QuerySet[Person]:
    """Grown-ups whom this person added, or who are in a family of theirs."""
    if not is_contributor(user):
        return Person.objects.none()
    reach = Q(added_by=user) | Q(family__in=user.memberships.values("family"))
    people = Person.objects.filter(reach, school=user.school_id, is_child=False)
    return people.exclude(user=user).distinct()


@login_required
@quietly
@require_http_methods(["GET", "HEAD", "POST"])
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what will happen; then close the desk and begin with whoever now holds the phone."""
    user = cast(User, request.user)
    person = _somebody(user, pk, request.GET.get("story", ""))
    memory = _memory(person, request.GET.get("story", ""))
    if request.method == "POST":
        lend(request, person=person, giver=person, memory=memory, back_to=_way_back(memory))
        return redirect("agree")
    context = {"person": person, "memory": memory, "desk_here": "consent"}
    return render(request, "families/giving/hand_over.html", context)


def lend(
    request: HttpRequest, *, person: Person, giver: Person, memory: Memory | None, back_to: str
) -> None:
    """Sign the owner of this device out, and begin with `giver`, remembering who lent it."""
    owner = request.user.pk
    logout(request)
    sittings.begin(
        request,
        person=person,
        giver=giver,
        method=Method.SCREEN,
        scopes=sittings.scopes_to_ask(person, giver, memory),
        story_ref=memory.ref if memory else "",
        recorded_by_id=owner,
        back_to=back_to,
    )


def _somebody(user: User, pk: int, story_ref: str) -> Person:
    """Somebody in reach of this person; one who is in the memory they gather is, too."""
    reach = people_to_hand_to(user)
    in_it = memories.people_in(user, story_ref) or [] if is_contributor(user) else []
    grown_up = [p.pk for p in in_it if not p.is_child and p.user_id != user.pk]
    return get_object_or_404(Person, Q(pk__in=reach) | Q(pk__in=grown_up), pk=pk)


def _memory(person: Person, story_ref: str) -> Memory | None:
    memory = memories.find(person, story_ref, giver=person)
    if story_ref and memory is None:
        raise Http404
    return memory


def _way_back(memory: Memory | None) -> str:
    there = reverse("desk_consent")
    return f"{there}?story={memory.ref}" if memory else there
