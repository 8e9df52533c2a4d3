"""Makes an item ready: all its derivatives at once, or none.

New files are made in a scratch folder, verified there, and moved under names that
nothing points to yet. Then one transaction swaps the rows, so there is no moment at
which half of a set is in use. Whoever is killed half-way leaves only files that
nothing names, and `media/sweeping.py` takes those away.
"""

import hashlib
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.db import transaction

from media import copies, recipes, removal, storage, viruses
from media.claims import CAP, Claim, Superseded, claim
from media.formats import Kind
from media.models.derivative import Derivative
from media.models.item import Item
from media.models.page_text import PageText
from media.models.states import JobState, Status
from media.recipes import Hiding, Made, Outcome
from media.refusals import Refused
from media.signals import item_ready, item_refused

logger = logging.getLogger(__name__)


def process(item: Item, on_progress: Callable[[int], None] | None = None) -> Item:
    """Make `item` ready, or refuse it, and return it as it then is.

    Does nothing for an item that is finished or in other hands. Where the virus scanner
    does not answer, the item waits and is tried again. Anything else but a refusal is a
    mistake on our side: it is noted, raised, and tried again later.
    """
    run = claim(item)
    if run is None:
        item.refresh_from_db()
        return item
    try:
        _make(item, run, on_progress)
    except Refused as refused:
        _refuse(item, run, refused.code, JobState.DONE)
    except viruses.NoAnswer as silence:
        _put_off(item, run, f"The virus scanner does not answer, so this file waits. {silence}")
    except Superseded:
        logger.info("Item %s was taken over, stopped or removed.", item.ref)
        return item
    except Exception as error:
        _fail(item, run, error)
        raise
    item.refresh_from_db()
    return item


def _make(item: Item, run: Claim, on_progress: Callable[[int], None] | None) -> None:
    def progress(percent: int) -> None:
        run.beat(percent)
        if on_progress is not None:
            on_progress(percent)

    original, hiding = item.original, _hiding(item)
    with (
        storage.local_copy(storage.originals(), str(original.file.name)) as source,
        storage.scratch(storage.derivatives()) as folder,
    ):
        progress(0)
        viruses.check(source, on_beat=lambda: run.beat(0))
        kind = Kind(item.kind)
        outcome = recipes.make(kind, source, original.format, folder, progress, hiding=hiding)
        moved = [_moved(item, run, made, folder) for made in outcome.made]
    try:
        _bring_into_use(item, run, outcome, moved, hiding)
    except BaseException:
        removal.delete(storage.derivatives(), [str(made.file.name) for made in moved])
        raise
    if on_progress is not None:
        on_progress(100)


def _hiding(item: Item) -> Hiding:
    return Hiding(
        tuple(hidden.area for hidden in item.hidden_areas.all()),
        tuple(held.passage for held in item.held_passages.all()),
    )


def _moved(item: Item, run: Claim, made: Made, folder: Path) -> Derivative:
    """A row, not saved yet, for a file that has its final place already."""
    path = folder / made.name
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    size = path.stat().st_size
    # By its content, so that a path tells by itself whether what is there is what was made.
    place = f"{item.ref}/{run.name}/{sha256[:16]}/{made.name}"
    name = storage.put(storage.derivatives(), path, place)
    return Derivative(
        item=item,
        name=made.name,
        file=name,
        content_type=made.content_type,
        size=size,
        sha256=sha256,
        width=made.width,
        height=made.height,
    )


@transaction.atomic
def _bring_into_use(
    item: Item, run: Claim, outcome: Outcome, moved: list[Derivative], hiding: Hiding
) -> None:
    """Swap the rows; what was measured goes onto the item as it is now, not as it was then."""
    item = Item.objects.select_for_update().filter(pk=item.pk).first() or item
    run.close(JobState.DONE)
    if _hiding(item) != hiding:
        # Somebody hid more meanwhile, and has queued the item again.
        raise Superseded
    replaced = list(item.derivatives.values_list("file", flat=True))
    item.derivatives.all().delete()
    Derivative.objects.bulk_create(moved)
    _measured(item, outcome)
    _keep_texts(item, outcome.texts)
    item_ready.send(sender=Item, item=item)
    transaction.on_commit(partial(removal.delete, storage.derivatives(), replaced))
    transaction.on_commit(partial(copies.keep, item.original))


def _measured(item: Item, outcome: Outcome) -> None:
    found = {
        "status": Status.READY,
        "progress": 100,
        "refusal_code": "",
        "width": outcome.width,
        "height": outcome.height,
        "duration": outcome.duration,
        "pages": outcome.pages,
        "placeholder": outcome.placeholder,
        "colour": outcome.colour,
        "peaks": list(outcome.peaks),
        "recipe": recipes.VERSIONS[Kind(item.kind)],
    }
    for name, value in found.items():
        setattr(item, name, value)
    item.save(update_fields=list(found))


def _keep_texts(item: Item, texts: tuple[str, ...]) -> None:
    item.page_texts.all().delete()
    PageText.objects.bulk_create(
        PageText(item=item, number=number, text=text)
        for number, text in enumerate(texts, start=1)
        if text
    )


def _refuse(item: Item, run: Claim, code: str, state: JobState, error: str = "") -> None:
    """Refuse the item; one that is in use stays so, unless its file must not be used at all."""
    try:
        with transaction.atomic():
            kept = Item.objects.select_for_update().filter(pk=item.pk, status=Status.READY).exists()
            if kept and code not in viruses.REFUSALS:
                run.close(state, error or f"It stays as it was: {Refused(code).sentence}")
                return
            run.close(state, error)
            refuse(item, code)
    except Superseded:
        logger.info("Item %s was taken over, stopped or removed.", item.ref)


def refuse(item: Item, code: str) -> None:
    """Mark the item as unusable, with its reason; raises LookupError for an unknown code."""
    Refused(code)
    Item.objects.filter(pk=item.pk).update(status=Status.REFUSED, refusal_code=code, progress=0)
    item.refresh_from_db()
    item_refused.send(sender=Item, item=item)


def _fail(item: Item, run: Claim, error: Exception) -> None:
    """Note what went wrong; the sender hears of it only once we have given up."""
    note = f"{type(error).__name__}: {error}"[:4000]
    if run.job.attempts >= CAP:
        _refuse(item, run, "our_fault", JobState.FAILED, note)
        return
    _wait(item, run, note)


def _put_off(item: Item, run: Claim, note: str) -> None:
    """Wait for the reaper's next round; the file has done nothing wrong, so no run is used up."""
    _wait(item, run, note, counts=False)


def _wait(item: Item, run: Claim, note: str, *, counts: bool = True) -> None:
    try:
        with transaction.atomic():
            run.close(JobState.FAILED, note, counts=counts)
            waiting = Item.objects.filter(pk=item.pk, status__in=Status.unfinished())
            waiting.update(status=Status.WAITING, progress=0)
    except Superseded:
        logger.info("Item %s was taken over, stopped or removed.", item.ref)
