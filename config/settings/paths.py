"""Where things are on the disk. Everything that changes lives under ``VAR``."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
VAR = Path(os.environ.get("VAR") or BASE_DIR / "var").resolve()
