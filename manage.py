#!/usr/bin/env python
"""Django's command line. On a laptop it needs no settings of its own."""

import os
import sys


def main() -> None:
    """Run the command named in the arguments, with the laptop's settings unless told otherwise."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.laptop")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
