"""Annotating in several processes, in order and with bounded memory."""

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from datetime import date
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from articles.nlp.pipeline import build
from articles.nlp.types import Annotation

Text = tuple[str, date]
#: Texts handed to a process at a time, and how many such portions may wait for each process.
PORTION = 16
WAITING = 2


def annotate_all(texts: Iterable[Text], *, pipeline: str, workers: int = 1) -> Iterator[Annotation]:
    """An annotation for each text, in order; with one worker in this process."""
    if workers == 1:
        yield from build(pipeline).annotate(texts)
        return
    source = iter(texts)
    waiting: deque[Future[list[Annotation]]] = deque()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
        while True:
            while len(waiting) < workers * WAITING and (portion := list(islice(source, PORTION))):
                waiting.append(pool.submit(annotate_portion, portion, pipeline))
            if not waiting:
                return
            yield from waiting.popleft().result()


def annotate_portion(portion: list[Text], pipeline: str) -> list[Annotation]:
    return list(build(pipeline).annotate(portion))


def end_with_parent() -> None:
    """A worker whose parent was killed would wait for texts for ever; it ends itself instead."""
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
