"""What every page is told."""

from django.conf import settings
from django.http import HttpRequest


def demonstration(request: HttpRequest) -> dict[str, bool]:
    """Whether everybody here is invented, so that every page can say so."""
    return {"demonstration": settings.DEMONSTRATION}
