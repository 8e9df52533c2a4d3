"""What may stand in a cell of a spreadsheet that a teacher opens."""

from __future__ import annotations

import re
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet would work out (OWASP, CSV injection)."""

UNPRINTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML, and so XLSX, cannot hold (XML 1.0, section 2.2)."""


def harmless(value: Any) -> Any:
    """Words that look like a formula are only ever shown; a number or a day stays what it is."""
    if not isinstance(value, str):
        return value
    text = UNPRINTED.sub("", value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
