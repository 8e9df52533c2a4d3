"""My yes and no, at the desk: what I said in which words, and how to change it at once."""

from __future__ import annotations

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from families import consent
from families.giving import memories
from families.giving import sitting as sittings
from families.giving.handing_over import people_to_hand_to
from families.giving.standing import newest_answers, own_person, people_answered_for, subjects
from families.giving.steps import first_step
from families.models import Consent, Person, User
from families.models.consents import Decision, Method, Scope

TAKEN_BACK = _("You took your yes back. What it allowed has come down at once.")


@require_safe
@login_required
def my_consent(request: HttpRequest) -> HttpResponse:
    """What this account said, for whom; and whom it may ask next."""
    user = cast(User, request.user)
    context = {
        "subjects": subjects(user),
        "others": people_to_hand_to(user),
        "desk_here": "consent",
        **_in_this_memory(user, request.GET.get("story", "")),
    }
    return render(request, "families/giving/desk.html", context)


def _in_this_memory(user: User, ref: str) -> dict[str, Any]:
    """The people of the memory that this person came from, each with a way to ask them."""
    if not ref:
        return {}
    people = memories.people_in(user, ref)
    if people is None:
        raise Http404
    return {"ref": ref, "title": memories.titles([ref]).get(ref, ""), "in_it": people}


@require_POST
@login_required
def take_back(request: HttpRequest) -> HttpResponse:
    """Take back one yes that this account gave, at once."""
    user = cast(User, request.user)
    answer = _own_answer(user, request.POST.get("answer", ""))
    if answer.decision == Decision.YES:
        consent.record(
            person=answer.person,
            given_by=answer.given_by,
            scope=Scope(answer.scope),
            decision=Decision.WITHDRAWN,
            wording=answer.wording,
            story_ref=answer.story_ref,
            by=user,
        )
        messages.success(request, TAKEN_BACK)
    return redirect("desk_consent")


@require_POST
@login_required
def answer_now(request: HttpRequest) -> HttpResponse:
    """Begin to answer: one question again, or all that is asked about a memory."""
    user = cast(User, request.user)
    person = _answered_for(user, request.POST.get("person", ""))
    giver = cast(Person, own_person(user))
    ref = request.POST.get("story", "")
    known = {memory.ref: memory for memory in memories.of(person, giver=giver)}
    memory = known.get(ref)
    if ref and memory is None:
        raise Http404
    again = request.POST.get("scope", "")
    one = [Scope(again)] if again in Scope.values else []
    sitting = sittings.begin(
        request,
        person=person,
        giver=giver,
        method=Method.SCREEN,
        scopes=one or sittings.scopes_to_ask(person, giver, memory),
        story_ref=ref,
        recorded_by_id=user.pk,
        back_to=reverse("desk_family" if request.POST.get("back") == "family" else "desk_consent"),
    )
    return redirect(first_step(sitting) if one else "agree")


def _answered_for(user: User, typed: str) -> Person:
    """Somebody this account answers for; ``Http404`` for everybody else."""
    found = (person for person in people_answered_for(user) if str(person.pk) == typed)
    person = next(found, None)
    if person is None:
        raise Http404
    return person


def _own_answer(user: User, typed: str) -> Consent:
    """A newest answer that this account gave; ``Http404`` for every other."""
    people = people_answered_for(user)
    theirs = (a for person in people for a in newest_answers(person, people[0]))
    answer = next((a for a in theirs if str(a.pk) == typed), None)
    if answer is None:
        raise Http404
    return answer
