"""The languages that families here speak at home, in which a card may be worded as well.

Codes are those of BCP 47; each language is called what its speakers call it.
"""

from __future__ import annotations

from django.db import models

ENGLISH = "en"


class Language(models.TextChoices):
    """Every language but English, which each card has."""

    ARABIC = "ar", "العربية"
    BENGALI = "bn", "বাংলা"
    CANTONESE = "yue", "廣東話"
    CZECH = "cs", "čeština"
    FARSI = "fa", "فارسی"
    FRENCH = "fr", "français"
    HUNGARIAN = "hu", "magyar"
    IGBO = "ig", "Igbo"
    IRISH = "ga", "Gaeilge"
    ITALIAN = "it", "italiano"
    KURDISH = "ckb", "کوردیی ناوەندی"
    LINGALA = "ln", "lingála"
    PASHTO = "ps", "پښتو"
    POLISH = "pl", "polski"
    PORTUGUESE = "pt", "português"
    PUNJABI = "pa", "ਪੰਜਾਬੀ"
    ROMANIAN = "ro", "română"
    SHONA = "sn", "chiShona"
    SOMALI = "so", "Soomaali"
    SPANISH = "es", "español"
    SWAHILI = "sw", "Kiswahili"
    TIGRINYA = "ti", "ትግርኛ"
    UKRAINIAN = "uk", "українська"
    URDU = "ur", "اردو"
    VIETNAMESE = "vi", "Tiếng Việt"
    YORUBA = "yo", "Yorùbá"


RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "ps", "ur"})


def is_right_to_left(language: str) -> bool:
    return language in RIGHT_TO_LEFT
