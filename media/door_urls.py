"""The addresses of the door, for records that have to know their own."""

from django.urls import reverse


def address(ref: str, name: str) -> str:
    """`/files/<ref>/<name>`."""
    return reverse("file", args=[ref, name])
