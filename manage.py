#!/usr/bin/env python
"""Django's command line for newsdesk."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    from django.core.management import execute_from_command_line

    from newsdesk.database import DatabaseUnusableError

    try:
        execute_from_command_line(sys.argv)
    except DatabaseUnusableError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
