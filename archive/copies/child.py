"""The program that sets a sheet: `python -m archive.copies.child FOLDER`.

Typst reads nothing outside the folder that it is given, and no template names a package, so
nothing is fetched. There is no Django here, and so no database, no settings and no secrets.
"""

import sys
from pathlib import Path

import typst


def main(folder: Path) -> None:
    """Make `sheet.pdf` of `sheet.typ`, which reads what lies beside it."""
    typst.compile(str(folder / "sheet.typ"), output=str(folder / "sheet.pdf"), root=str(folder))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
