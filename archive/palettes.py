"""The few palettes of a showcase. Their colours stand in ``design/css/palettes.css``.

A test reads that file and holds every pair of colours to the contrast of WCAG 2.2 AA.
"""

from __future__ import annotations

from django.db import models


class Palette(models.TextChoices):
    """The value is the name in the style sheet."""

    PAPER = "paper", "Paper: as everywhere here"
    BRICK = "brick", "Brick: warm walls"
    CANAL = "canal", "Canal: green water"
    TRAM = "tram", "Tram: yellow and black"
    NIGHT = "night", "Night: dark, for pictures and films"
