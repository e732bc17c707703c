"""Annotating beside the work of whoever asks, in a thread or in processes, in order and with bounded memory."""

import logging
import os
import signal
import sys
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread

from articles.nlp.component_folder import SHIPPED
from articles.nlp.pipeline import Annotator, build
from articles.nlp.types import Annotation

logger = logging.getLogger(__name__)

Text = tuple[str, date]
#: Texts handed to a process at a time, and how many such portions may wait for each process.
PORTION = 16
WAITING = 2
#: Seconds after which a thread hands over the interpreter. With Python's 0.005 the caller waits that long after each
#: answer of the database while the other thread annotates.
PACE = 0.0005


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the pipeline gave no annotation for a text."""

    reason: str


def annotate_all(
    texts: Iterable[Text], *, pipeline: str, recogniser: Path | None = SHIPPED, workers: int = 1
) -> Generator[Annotation | Failure, None, None]:
    """An annotation for each text, in order, or why there is none.

    One worker is a thread of this process: it goes on while the caller waits for the database. The texts are read in
    the caller's thread.
    """
    source = iter(texts)
    waiting: deque[Future[list[Annotation | Failure]]] = deque()
    pool, pace = executor(workers), sys.getswitchinterval()
    sys.setswitchinterval(PACE)
    try:
        while True:
            while len(waiting) < workers * WAITING and (portion := list(islice(source, PORTION))):
                waiting.append(pool.submit(annotate_portion, portion, pipeline, recogniser))
            if not waiting:
                return
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)
        sys.setswitchinterval(pace)


def executor(workers: int) -> Executor:
    if workers == 1:
        return ThreadPoolExecutor(1, thread_name_prefix="annotating")
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=end_with_parent)


def annotate_portion(portion: list[Text], pipeline: str, recogniser: Path | None) -> list[Annotation | Failure]:
    """The portion at once, or one text after the other where that fails, to find the one the pipeline breaks on."""
    annotator = build(pipeline, recogniser)
    try:
        return list(annotator.annotate(portion))
    except Exception:  # a model may raise anything on a strange text, which must not stop the others
        logger.info("Annotating %d texts together failed; trying one by one", len(portion))
    return [annotate_one(text, annotator) for text in portion]


def annotate_one(text: Text, annotator: Annotator) -> Annotation | Failure:
    try:
        return next(iter(annotator.annotate([text])))
    except Exception as error:
        return Failure(f"{type(error).__name__}: {error}")


def end_with_parent() -> None:
    """A worker whose parent was killed would wait for texts for ever; it ends itself instead.

    Ctrl-C reaches the workers too; the parent is the one to end them.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow_parent, daemon=True).start()


def _follow_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
