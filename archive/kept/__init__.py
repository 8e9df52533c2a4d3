"""Public pages kept as they went over the wire, for visitors without a session.

A kept page is given out only after the database has said that nothing it shows has changed
(``archive.stamps``). So it needs no hour at which it grows old, and never outlives a withdrawal.
"""

from archive.kept.marking import keep, kept, of_page

__all__ = ["keep", "kept", "of_page"]
