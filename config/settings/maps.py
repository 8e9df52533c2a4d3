"""The ground that the map stands on: drawn by us, unless an address of tiles is named.

``MAP_TILES_URL`` is an address such as ``https://tiles.example.org/{z}/{x}/{y}.png``, and
``MAP_TILES_ATTRIBUTION`` says whose tiles they are. Without them no page asks a stranger.
"""

import os
from urllib.parse import urlsplit

MAP_TILES_URL = os.environ.get("MAP_TILES_URL", "")
MAP_TILES_ATTRIBUTION = os.environ.get("MAP_TILES_ATTRIBUTION", "")


def origin(tiles: str) -> list[str]:
    """Where tiles come from, as a browser is told it; nothing where we draw ourselves.

    >>> origin("https://{s}.tiles.example.org/{z}/{x}/{y}.png")
    ['https://*.tiles.example.org']
    """
    address = urlsplit(tiles.replace("{s}", "*"))
    return [f"{address.scheme}://{address.netloc}"] if address.netloc else []
