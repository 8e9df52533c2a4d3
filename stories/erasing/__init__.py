"""What happens when the clock of a memory has run down."""

from stories.erasing.clock import erase_due
from stories.erasing.going import destroy

__all__ = ["destroy", "erase_due"]
