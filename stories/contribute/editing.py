"""One memory on the desk: shown, saved, moved about. Every button saves what was typed."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stories import access, minding, safeguarding
from stories.contribute import actions, answering, born, item_actions, saving, suggested
from stories.contribute.answering import TAKEN_OUT, taken_out
from stories.contribute.doors import DeskRequest, at_the_desk, held_page, on_hold, own, wants_json
from stories.contribute.sheet import Sheet
from stories.contribute.status import closed_context
from stories.contribute.suggested import SuggestForm
from stories.contribute.uploading import take_in_files
from stories.contribute.versions import choosing
from stories.models import Story
from stories.news import reading
from stories.writing import Overtaken


class Closed(Exception):
    """It is not this writer's turn any more; what they typed has to stay on the screen."""


@require_http_methods(["GET", "HEAD", "POST"])
@at_the_desk
def story(request: DeskRequest, ref: str) -> HttpResponse:
    """The memory to write in, or, while it is somebody else's turn, where it is now."""
    if request.method == "POST":
        return _other(request, ref) if _button(request) == choosing.OTHER else _save(request, ref)
    memory = own(request.user, ref)
    if on_hold(memory):
        return held_page(request, memory)
    if access.may_write(request.user, memory):
        response = answering.page(request, Sheet(memory, user=request.user))
    else:
        response = render(request, "stories/desk/closed.html", closed_context(memory))
    reading.look_at_story(request.user, memory, request)
    return response


def _save(request: DeskRequest, ref: str) -> HttpResponse:
    try:
        with transaction.atomic():
            sheet = _keep(request, ref)
    except Overtaken:
        if choosing.are_alike(request, ref):
            return _saved(request, ref, Sheet(own(request.user, ref), user=request.user))
        # A file takes nothing away from the other screen, and no page can keep it typed in.
        take_in_files(request, ref)
        return answering.not_saved(request, ref, overtaken=True)
    except Closed:
        return answering.not_saved(request, ref, closed=True)
    except saving.Late:
        sheet = Sheet(own(request.user, ref), user=request.user)
    return _saved(request, ref, sheet)


def _saved(request: DeskRequest, ref: str, sheet: Sheet) -> HttpResponse:
    if wants_json(request):
        return answering.saved(request, ref, sheet)
    take_in_files(request, ref)
    if sheet.errors:
        return answering.mend(request, ref, sheet)
    messages.success(request, _("Safe at school."))
    return redirect(answering.where_next(request, ref))


def _other(request: DeskRequest, ref: str) -> HttpResponse:
    """The other screen's wording stands; this one's goes into the history."""
    choosing.set_aside(request.user, ref, request.POST)
    return _saved(request, ref, Sheet(own(request.user, ref), user=request.user))


def _keep(request: DeskRequest, ref: str) -> Sheet:
    """Save what was typed and do what was pressed, in one go."""
    memory = own(request.user, ref, locked=True)
    if not access.may_write(request.user, memory):
        raise Closed
    is_chosen = _button(request) in choosing.BUTTONS
    sheet = Sheet(memory, user=request.user, data=_typed(request, memory))
    sheet.apply()
    _do(request, sheet)
    keep = saving.save_over if is_chosen else saving.save
    keep(memory, _sent(request), by=request.user)
    if problem := sheet.talk.keep(_button(request), by=request.user):
        messages.warning(request, problem)
    if _button(request) == choosing.CHOOSE:
        choosing.set_aside(request.user, ref, request.POST)
    return sheet


def _button(request: DeskRequest) -> str:
    return request.POST.get("do", "")


def _typed(request: DeskRequest, memory: Story) -> Any:
    """What is on the screen; as it was chosen between two, mended, or worked out from an age."""
    button = _button(request)
    if button in choosing.BUTTONS:
        return choosing.merged(request, memory.ref)
    typed = minding.mended_by(button, request.POST, safeguarding.children_in(memory))
    if button == born.BUTTON or not wants_json(request):
        typed = born.worked_out(typed)
    return typed


def _do(request: DeskRequest, sheet: Sheet) -> None:
    button = _button(request)
    if button in choosing.BUTTONS:
        sheet.take_in_homeless_words()
    if button == "person" or (sheet.has_new_person and not wants_json(request)):
        sheet.add_new_person()
    typed_a_place = SuggestForm(sheet.data, story=sheet.story).is_typed
    if button == suggested.BUTTON or (typed_a_place and not wants_json(request)):
        sheet.suggest_place()
    if button == "back":
        _put_back(request, sheet)
    elif press := actions.pressed(button):
        _press(request, sheet, press)
    elif not actions.put_in_order(sheet, button):
        item_actions.act(sheet, button, by=request.user)


def _press(request: DeskRequest, sheet: Sheet, press: actions.Pressed) -> None:
    place = next((i for i, p in enumerate(sheet.parts) if p.part.pk == press.part), 0)
    if taken := actions.act(sheet, press):
        kept = actions.packed(taken, place)
        request.session[TAKEN_OUT] = {"ref": sheet.story.ref, "part": kept}


def _put_back(request: DeskRequest, sheet: Sheet) -> None:
    if taken_out(request, sheet.story):
        actions.put_back(sheet, request.session.pop(TAKEN_OUT)["part"])


def _sent(request: DeskRequest) -> saving.Sent:
    edition = "edition_now" if _button(request) in choosing.BUTTONS else "edition"
    screen = request.POST.get("screen", "")[:40]
    return saving.Sent(screen, _number(request, "turn", 0), _number(request, edition, -1))


def _number(request: DeskRequest, name: str, otherwise: int) -> int:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isdecimal() else otherwise
