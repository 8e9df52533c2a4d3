"""The quick way, for somebody who has only a photograph: a picture, a sentence, a place, done.

The picture makes the memory, so it is safe before anything is asked. The rest goes into
the same memory through the same saving as its page, and can be gone on with there.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from families.models import User
from media.accession import accession
from media.formats import Kind
from media.refs import new_ref
from media.refusals import Refused
from stories import access, voices
from stories.contribute import beginning, saving
from stories.contribute.beginning import begun_as, ref_of, start_of
from stories.contribute.doors import DeskRequest, at_the_desk, own
from stories.contribute.page import about_files
from stories.models import Story
from stories.starting import quick_steps
from stories.starting.quick_steps import FIRST_TITLE, SENTENCE, STEPS, StepForm
from stories.writing import Overtaken

PICTURES = frozenset({Kind.IMAGE})
CONFLICT = 409
SCREEN = "desk.quick-screen"
"""Where the session keeps by what name its saves are known."""


class PictureForm(forms.Form):
    """One picture and nothing else."""

    picture = forms.FileField(
        label=_("Choose your picture"),
        help_text=_("Take a photo now, or choose one that you have."),
        allow_empty_file=True,
        error_messages={
            "required": _("Choose a picture first."),
            "invalid": _("No file came through. Try again."),
        },
    )
    start = forms.CharField(widget=forms.HiddenInput, required=False)
    answers = forms.CharField(widget=forms.HiddenInput, required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_the_desk
def begin(request: DeskRequest) -> HttpResponse:
    """Take in the picture; with it the memory exists."""
    if not access.may_begin(request.user):
        raise PermissionDenied
    ref = ref_of(request.POST.get("start", ""), by=request.user) or new_ref()
    if request.method != "POST":
        said = {"start": start_of(ref, by=request.user), "answers": request.GET.get("answers", "")}
        return _ask_for_picture(request, PictureForm(initial=said))
    form = PictureForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            answered = voices.to_answer(request.user, form.cleaned_data["answers"])
            take_picture(form.cleaned_data["picture"], ref, by=request.user, answers=answered)
            return redirect(address(ref, SENTENCE))
        except Refused as refused:
            form.add_error("picture", refused.sentence)
    return _ask_for_picture(request, form)


def take_picture(
    upload: UploadedFile[bytes], ref: str, *, by: User, answers: Story | None = None
) -> None:
    """A memory with this one picture. Sent twice, it is one of each; raises ``Refused``."""
    if _has_its_picture(ref, by):
        return
    item = accession(upload=upload, filename=upload.name or "", by=by, kinds=PICTURES)
    with transaction.atomic():
        story = beginning.begin(by=by, title=str(FIRST_TITLE), ref=ref, answers=answers)
        own(by, story.ref, locked=True)
        if not _has_its_picture(ref, by):
            saving.append(ref, item, by=by)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@at_the_desk
def go_on(request: DeskRequest, ref: str) -> HttpResponse:
    """The sentence, then the place, then that it is done."""
    story = own(request.user, ref)
    step = request.POST.get("step") or request.GET.get("step", SENTENCE)
    step = step if step in STEPS else SENTENCE
    if not access.may_write(request.user, story):
        return redirect("desk_story", ref)
    if request.method != "POST":
        return _ask(request, story, step, STEPS[step].of(story))
    form = STEPS[step](request.POST)
    if not form.is_valid():
        return _ask(request, story, step, form, status=422)
    try:
        _keep(request, ref, form)
    except Overtaken:
        return _ask(request, own(request.user, ref), step, form, status=CONFLICT)
    return redirect(address(ref, form.next_step))


def address(ref: str, step: str) -> str:
    return f"{reverse('desk_story_quick_on', args=[ref])}?step={step}"


@transaction.atomic
def _keep(request: DeskRequest, ref: str, form: StepForm) -> Story:
    """Save what was typed; raises ``Overtaken`` if another screen has saved meanwhile."""
    story = own(request.user, ref, locked=True)
    if not access.may_write(request.user, story):
        raise Overtaken
    form.apply(story)
    typed = request.POST.get("edition", "")
    edition = int(typed) if typed.isdecimal() else -1
    return saving.save(story, saving.Sent(_screen(request), 0, edition), by=request.user)


def _screen(request: DeskRequest) -> str:
    """One name for all of this way, so that going back does not overtake oneself."""
    name: str = request.session.setdefault(SCREEN, new_ref())
    return name


def _has_its_picture(ref: str, by: User) -> bool:
    story = begun_as(ref, by=by)
    return story is not None and story.parts.filter(item__isnull=False).exists()


def _ask_for_picture(request: DeskRequest, form: forms.Form) -> HttpResponse:
    context = {
        "form": form,
        "answered": voices.to_answer(request.user, form["answers"].value()),
        "files": about_files(request.user),
        "steps": quick_steps.line("picture"),
        "desk_here": "memories",
    }
    status = 422 if form.errors else 200
    return render(request, "stories/desk/quick/picture.html", context, status=status)


def _ask(
    request: DeskRequest, story: Story, step: str, form: StepForm, *, status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "form": form,
        "story": story,
        "steps": quick_steps.line(step, story.ref),
        "overtaken": status == CONFLICT,
        "desk_here": "memories",
        **form.shows(story),
    }
    return render(request, f"stories/desk/quick/{step}.html", context, status=status)
