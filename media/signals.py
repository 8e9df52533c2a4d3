"""What the media layer tells the layers above it."""

from django.dispatch import Signal

item_ready = Signal()
"""Sent with `item` inside the transaction in which its new derivatives come into use."""

item_put_away = Signal()
"""Sent with `item` inside the transaction in which it is hidden to be made again, because
something in it is to be seen or heard by nobody any more."""

item_refused = Signal()
"""Sent with `item` after its file turned out to be unusable."""
