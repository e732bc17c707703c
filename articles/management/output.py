"""How commands tell how far they are, and what they do where their output cannot be written."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Never

from django.core.management.base import CommandError
from tqdm import tqdm


def steps(bar: "tqdm[Never]") -> Callable[..., None]:
    """A listener that moves the bar on by one, whatever it is told."""

    def step(*_: object) -> None:
        bar.update()

    return step


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
