"""The work on memories that is done outside a request."""

from django_tasks import task

from stories import packing
from stories.index import keeping
from stories.models import Parcel
from stories.news import letters


@task()
def pack_parcel(pk: int) -> None:
    """Pack somebody's things; a parcel that was thrown away meanwhile is no error."""
    parcel = Parcel.objects.select_related("user").filter(pk=pk).first()
    if parcel is not None and parcel.state != Parcel.State.READY:
        packing.pack(parcel)


@task()
def index_memories(numbers: list[int]) -> None:
    """Read these memories anew for whoever looks for words; one that is gone is no error."""
    keeping.refresh(numbers)


@task()
def mail_news(user: int) -> None:
    """One letter for all that is new; not so soon after the last one, then the night sends it."""
    letters.send_news(user)
