"""Writing down what is said in a recording, with or without script, at the desk and in the admin.

Every button saves what was typed. A save that the page makes by itself asks for JSON.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from media.formats import Kind
from media.models import Item, Transcript, TranscriptRevision
from media.transcripts import clock, reading, webvtt
from media.transcripts.cues import MAX_BYTES, Cues
from media.transcripts.lines import all_lines, transcript_of
from media.transcripts.problems import TOO_BIG, Malformed, Problem
from media.transcripts.verbs import Overtaken
from stories import minding
from stories.contribute.doors import DeskRequest, wants_json
from stories.item_tools import hearing, passages, rows, wordings, writing_down
from stories.item_tools.doors import tool
from stories.item_tools.rooms import ADMIN, DESK, Room, came_from, way_back
from stories.item_tools.rows import Row, Rows

CLASSES = {
    DESK.name: {"main": "button", "plain": "button button--plain", "small": "tool"},
    ADMIN.name: {
        "main": "button",
        "plain": "button button-secondary",
        "small": "button button-small button-secondary",
    },
}
"""What buttons look like in each room."""

TEMPLATE = "stories/item_tools/transcript.html"
MEANWHILE = gettext_lazy(
    "Somebody else saved this meanwhile. Look at the lines below, then try again."
)
MAKING_AGAIN = gettext_lazy(
    "Held back. It is being made again without these words. "
    "Nobody can play it until that is done, which takes a few minutes."
)

WAITING = gettext_lazy(
    "Safe at school. Readers see the earlier words until another adult says yes to these."
)


@require_http_methods(["GET", "HEAD", "POST"])
@tool(Kind.AUDIO, Kind.VIDEO)
def transcript(request: DeskRequest, item: Item, room: Room) -> HttpResponse:
    """Show the lines, or keep what was typed and do what was pressed."""
    if request.method != "POST":
        if wants_json(request):
            return JsonResponse({"ready": item.is_ready})
        return _page(request, item, room, rows.stored(item, passages.fixed(item, request.user)))
    verb, _, key = request.POST.get("do", "").partition("-")
    if verb in WHOLE:
        return WHOLE[verb](request, item, room, key)
    return _typed(request, item, room, verb, key)


def _typed(request: DeskRequest, item: Item, room: Room, verb: str, key: str) -> HttpResponse:
    """Keep the lines of the screen, after the button of a row has done its work."""
    lines = rows.typed(request.POST)
    hearing.mend(lines.rows, request.POST.get("do", ""), item)
    if verb in ("add", "split", "join", "out"):
        lines.read()
        if not lines.problems:
            lines = Rows(rows.press(lines.rows, verb, key))
    lines.read()
    if lines.problems:
        return _not_kept(request, item, room, lines)
    try:
        again = _keep(request, item, lines, verb)
    except Overtaken:
        return _overtaken(request, item, room, lines)
    except Malformed as malformed:
        return _not_kept(request, item, room, lines, malformed)
    return _kept(request, item, room, again=again, anchor=key, lines=lines)


def _keep(request: DeskRequest, item: Item, lines: Rows, verb: str) -> bool:
    """Save the words and hold back what is ticked, in one go; whether it is made again.

    A page that saves by itself presses no button, so it has no verb.
    """
    number = _number(request, "edition_now" if verb == "keep" else "edition")
    with hearing.fit_to_be_public(item):
        if lines.cues or number:
            by_itself = not verb
            writing_down.save(item, lines.cues, by=request.user, number=number, by_itself=by_itself)
        fresh = Item.objects.get(pk=item.pk)
        again = passages.keep(fresh, lines, by=request.user, exactly=bool(verb))
        if verb == "read":
            writing_down.mark_read(fresh, by=request.user, number=_edition(fresh))
    return again


def _kept(
    request: DeskRequest,
    item: Item,
    room: Room,
    *,
    again: bool,
    anchor: str,
    lines: Rows | None = None,
) -> HttpResponse:
    now = Item.objects.get(pk=item.pk)
    if wants_json(request):
        return JsonResponse(_told(now, lines or Rows()))
    messages.success(request, _done(now, again))
    line = f"#line-{anchor}" if anchor.isdecimal() else "#lines"
    return redirect(room.address("transcript", item, came_from=came_from(request)) + line)


def _told(item: Item, lines: Rows) -> dict[str, Any]:
    """What a page that saved by itself wants to know."""
    memories = hearing.memories_with(item)
    warned = [f"{f.reason} “{f.excerpt}”" for f in hearing.warnings(item, memories)]
    minded = minding.lists(hearing.underlined(lines.rows, memories), prefix="")
    return {
        "edition": _edition(item),
        "ready": item.is_ready,
        "warnings": warned,
        "minded": minded,
    }


def _done(item: Item, again: bool) -> str:
    if again:
        return str(MAKING_AGAIN)
    found = transcript_of(item)
    return str(WAITING) if found is not None and found.waits else _("Safe at school.")


def _not_kept(
    request: DeskRequest, item: Item, room: Room, lines: Rows, malformed: Malformed | None = None
) -> HttpResponse:
    """The same screen again, with what has to be mended beside it."""
    told = [str(problem) for problem in malformed.problems] if malformed else []
    if wants_json(request):
        return JsonResponse({"errors": lines.problems, "problems": told}, status=422)
    return _page(request, item, room, lines, status=422, problems=told)


def _overtaken(request: DeskRequest, item: Item, room: Room, lines: Rows) -> HttpResponse:
    """Both wordings are still there: this one on the screen, the other one at school."""
    now = Item.objects.get(pk=item.pk)
    if wants_json(request):
        return JsonResponse({"overtaken": True, "edition": _edition(now)}, status=409)
    return _page(request, item, room, lines, status=409, other=all_lines(now))


def _upload(request: DeskRequest, item: Item, room: Room, key: str) -> HttpResponse:
    """A file, or words typed into one box, in place of the lines there were."""
    try:
        cues = _sent(request)
        with hearing.fit_to_be_public(item):
            passages.carry_over(item, cues, by=request.user)
            number = _number(request, "edition")
            writing_down.save(item, cues, by=request.user, number=number)
    except Malformed as malformed:
        return _sent_back(request, item, room, malformed)
    except Overtaken:
        return _sent_back(request, item, room, Malformed(Problem(0, str(MEANWHILE))))
    return _kept(request, item, room, again=False, anchor="")


def _sent_back(request: DeskRequest, item: Item, room: Room, malformed: Malformed) -> HttpResponse:
    """The lines as they were, and what was typed still in its box."""
    lines = rows.stored(item, passages.fixed(item, request.user))
    told = [str(problem) for problem in malformed.problems]
    typed = request.POST.get("words", "")
    return _page(request, item, room, lines, status=422, file_problems=told, words=typed)


def _sent(request: DeskRequest) -> Cues:
    file = request.FILES.get("file")
    if file is None:
        return reading.read(request.POST.get("words", ""))
    if (file.size or 0) > MAX_BYTES:
        raise Malformed(Problem(0, TOO_BIG))
    return reading.read_file(file.read())


def _restore(request: DeskRequest, item: Item, room: Room, key: str) -> HttpResponse:
    """Make an earlier wording count again; the one it replaces stays in the list."""
    number = int(key) if key.isdecimal() else -1
    wanted = TranscriptRevision.objects.filter(transcript__item=item, number=number).first()
    if wanted is None:
        raise Http404
    try:
        with hearing.fit_to_be_public(item):
            passages.carry_over(item, webvtt.read(wanted.vtt), by=request.user)
            number = _number(request, "edition")
            writing_down.restore(item, wanted, by=request.user, number=number)
    except Overtaken:
        return _sent_back(request, item, room, Malformed(Problem(0, str(MEANWHILE))))
    except Malformed as malformed:
        return _sent_back(request, item, room, malformed)
    return _kept(request, item, room, again=False, anchor="")


WHOLE = {"upload": _upload, "restore": _restore}
"""What replaces all lines at once."""


def _page(
    request: DeskRequest, item: Item, room: Room, lines: Rows, *, status: int = 200, **extra: Any
) -> HttpResponse:
    memories = hearing.memories_with(item)
    found: Transcript | None = transcript_of(item)
    edition = found.number if found else 0
    overtaken = "other" in extra
    is_typed = overtaken or "problems" in extra
    context = {
        "title": _("Write down what is said"),
        "icon": "edit",
        "item": item,
        "room": room,
        "room_class": CLASSES[room.name],
        "lines": lines,
        "transcript": found,
        "is_live": writing_down.is_live(item),
        "edition": _number(request, "edition") if is_typed else edition,
        "edition_now": edition,
        "speakers": hearing.speakers(memories),
        "warnings": hearing.warnings(item, memories),
        "minded": hearing.underlined(lines.rows, memories),
        "wordless_times": [
            _("%(start)s to %(end)s") % {"start": clock.said(start), "end": clock.said(end)}
            for start, end in passages.wordless(item, lines)
        ],
        "empty": Row("KEY"),
        "words": "",
        "wordings": wordings.listed(found),
        "back": way_back(room, item, request.user, came_from(request)),
        "overtaken": overtaken,
        "source": item.url(),
        "desk_here": "memories",
    }
    return render(request, TEMPLATE, context | extra, status=status)


def _edition(item: Item) -> int:
    return Transcript.objects.filter(item=item).values_list("number", flat=True).first() or 0


def _number(request: DeskRequest, name: str) -> int:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isdecimal() else -1
