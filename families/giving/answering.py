"""The questions one after another, the summary of them all, and what becomes of the answers."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from families import invitations
from families.giving import sitting as sittings
from families.giving.coming import PROBLEM
from families.giving.doors import in_a_sitting, quietly
from families.giving.finishing import NothingToKeep, finish
from families.giving.names import OtherNameForm
from families.giving.sitting import Question, Sitting
from families.giving.steps import next_step, step_before, step_of
from families.models.consents import AFTER, Decision, Scope
from families.naming import first_name

DONE = "families.giving.done"


@require_http_methods(["GET", "HEAD", "POST"])
@in_a_sitting
def hear(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """The memory itself, as visitors would see it, before anything is asked about it."""
    memory = sitting.memory
    later = [scope for scope in sitting.scopes if scope in AFTER]
    if memory is None or not later:
        return redirect("agree_check")
    if request.method == "POST":
        sitting.heard = True
        sittings.keep(request, sitting)
        return redirect(step_of(sitting, later[0]))
    context = {"sitting": sitting, "memory": memory, "shown": memory.show(request)}
    return render(request, "families/giving/hear.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_a_sitting
def question(request: HttpRequest, sitting: Sitting, scope: str) -> HttpResponse:
    """One question: yes, no, or no answer."""
    asked = next((q for q in sitting.questions if q.scope == scope), None)
    if asked is None:
        raise Http404
    if sitting.has_to_hear(asked.scope):
        return redirect("agree_hear")
    form = OtherNameForm(request.POST or None, person=sitting.person)
    if request.method == "POST" and _answer(request, sitting, asked, form):
        sittings.keep(request, sitting)
        return redirect(next_step(sitting, asked.scope))
    return render(
        request,
        "families/giving/name.html"
        if asked.scope == Scope.NAME
        else "families/giving/question.html",
        _question_context(sitting, asked, form),
        status=422 if request.method == "POST" else 200,
    )


def _question_context(sitting: Sitting, asked: Question, form: OtherNameForm) -> dict[str, Any]:
    return {
        "sitting": sitting,
        "question": asked,
        "number": sitting.scopes.index(asked.scope) + 1,
        "first_name": first_name(sitting.person),
        "form": form,
        "back": step_before(sitting, asked.scope),
    }


def _answer(request: HttpRequest, sitting: Sitting, asked: Question, form: OtherNameForm) -> bool:
    """Note what was pressed; False where it was nothing, or a name that will not do."""
    pressed = request.POST.get("answer", "")
    if asked.scope == Scope.NAME and pressed in ("first", "other"):
        if pressed == "other" and not form.is_valid():
            return False
        is_other = pressed == "other"
        name = form.cleaned_data["shown_as"] if is_other else first_name(sitting.person)
        sitting.shown_as, pressed = name, Decision.YES.value
    elif pressed not in ("no", "skip", "yes") or (asked.scope == Scope.NAME and pressed == "yes"):
        return False
    sitting.answers.pop(asked.scope, None)
    if pressed != "skip":
        sitting.answers[asked.scope] = pressed
    return True


@require_http_methods(["GET", "HEAD", "POST"])
@in_a_sitting
def check(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    """Everything that was said, to look over; nothing is kept before it is pressed here."""
    if request.method == "POST":
        return _keep(request, sitting)
    context = {"sitting": sitting, **_said(sitting)}
    return render(request, "families/giving/check.html", context)


def _keep(request: HttpRequest, sitting: Sitting) -> HttpResponse:
    try:
        recorded = finish(sitting)
    except NothingToKeep:
        return redirect("agree_check")
    except invitations.UsedUp as used_up:
        sittings.end(request)
        request.session[PROBLEM] = str(used_up)
        return redirect("agree")
    sittings.end(request)
    request.session[DONE] = {
        "yes": [q.wording.text for q in sitting.questions if q.is_yes],
        "no": [q.wording.text for q in sitting.questions if q.is_no],
        "name": sitting.shown_as,
        "lent": sitting.is_on_a_lent_device,
        "own_account": sitting.giver.user_id is not None,
        "back_to": sitting.back_to,
        "school": sitting.person.school.name,
        "recorded": len(recorded),
    }
    return redirect("agree_done")


def _said(sitting: Sitting) -> dict[str, list[Question]]:
    asked = sitting.questions
    return {
        "yes": [q for q in asked if q.is_yes],
        "no": [q for q in asked if q.is_no],
        "silent": [q for q in asked if not q.answer],
    }


@require_safe
@quietly
def done(request: HttpRequest) -> HttpResponse:
    """Thanks, what was kept, and how to change one's mind."""
    kept = request.session.get(DONE)
    if kept is None:
        return redirect("agree")
    return render(request, "families/giving/done.html", {"kept": kept})


@require_POST
@quietly
def stop(request: HttpRequest) -> HttpResponse:
    """Leave: what was not kept is forgotten, and the next one sees nothing of it."""
    sitting, kept = sittings.of(request), request.session.pop(DONE, None)
    sittings.end(request)
    back_to = sitting.back_to if sitting else (kept or {}).get("back_to", "")
    lent = sitting.is_on_a_lent_device if sitting else bool((kept or {}).get("lent"))
    if not lent and back_to:
        return redirect(back_to)
    context = {"lent": lent, "back_to": back_to, "was_kept": kept is not None}
    return render(request, "families/giving/left.html", context)
