#!/usr/bin/env python
"""Django's command line for newsdesk."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsdesk.settings")
    # Matrices as small as ours are multiplied quicker by one processor; `--workers` takes more of them.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from django.db.utils import InterfaceError, OperationalError, ProgrammingError
    from psycopg.errors import UndefinedTable

    from newsdesk.database import DatabaseUnusableError

    try:
        execute_from_command_line(sys.argv)
    except (DatabaseUnusableError, ImproperlyConfigured) as error:
        sys.exit(str(error))
    except ProgrammingError as error:
        if not isinstance(error.__cause__, UndefinedTable):
            raise
        sys.exit("The database has no tables yet. Run `manage.py migrate` first, or `make run`, which does.")
    except (InterfaceError, OperationalError) as error:
        why = (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
        sys.exit(f"The database broke off: {why}. What was finished is kept; run the same command again to go on.")
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped. What was finished is kept; run the same command again to go on.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
