"""What commands do where their output cannot be written."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError


@contextmanager
def output_told() -> Iterator[None]:
    """Whoever reads the output may have seen enough, as with `| head`; a full disk is told in a line."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        discard_rest()
    except OSError as error:
        discard_rest()
        raise CommandError(f"The output cannot be written: {error.strerror}.", returncode=2) from error


def discard_rest() -> None:
    """What is still in the buffer would fail once more at the end of the process."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
