"""How gunicorn runs the archive: read once, and shared by its processes.

The application is read before the workers are made, so that what never changes is in memory
once. What is there by then is left alone by Python's collector of cycles, which would otherwise
look at it again and again, and write to it, so that each worker had a copy of its own.
"""

import gc
from typing import Any

preload_app = True


def when_ready(server: Any) -> None:
    """Before the first worker is made: every view and every address is known to all of them."""
    from django.urls import get_resolver

    _ = get_resolver().reverse_dict
    gc.collect()
    gc.freeze()
