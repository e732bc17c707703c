"""Annotating beside the caller: what is read where, and that workers end with whoever started them."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from articles.nlp.types import Annotation
from articles.nlp.workers import WAITING, annotate_all

PARENT = """
import os, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from articles.nlp.workers import end_with_parent

if __name__ == "__main__":
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=end_with_parent) as pool:
        print(pool.submit(os.getpid).result(), flush=True)
        time.sleep(60)
"""


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_worker_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    parent = subprocess.Popen([sys.executable, script], env=environment, stdout=subprocess.PIPE)
    assert parent.stdout is not None
    worker = int(parent.stdout.readline())
    assert is_running(worker)

    parent.send_signal(signal.SIGKILL)
    parent.wait()

    deadline = time.monotonic() + 15
    while is_running(worker) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(worker)


def threads() -> set[str]:
    return {thread.name for thread in threading.enumerate() if thread.name.startswith("annotating")}


def texts(number: int, read_in: list[str]) -> Iterator[tuple[str, date]]:
    for _ in range(number):
        read_in.append(threading.current_thread().name)
        yield "Mme Durand a rencontré M. Martin à Oslo.", date(2024, 5, 6)


def test_one_worker_reads_the_texts_in_the_thread_of_the_caller() -> None:
    """Whoever yields texts may hold a database connection, which belongs to one thread."""
    read_in: list[str] = []

    annotations = list(annotate_all(texts(3, read_in), pipeline="fr_core_news_md"))

    assert [type(annotation) for annotation in annotations] == [Annotation] * 3
    assert set(read_in) == {threading.current_thread().name}
    assert not threads()


def test_one_worker_reads_no_further_ahead_than_may_wait_and_ends_when_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("articles.nlp.workers.PORTION", 1)
    read_in: list[str] = []
    annotations = annotate_all(texts(50, read_in), pipeline="fr_core_news_md")

    next(annotations)
    assert threads()
    annotations.close()

    assert len(read_in) == WAITING
    assert not threads()
