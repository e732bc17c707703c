"""The make targets, and the desk that `make run` starts, as real processes."""

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdesk.cluster import Cluster

PROJECT = Path(__file__).resolve().parent.parent
# The desk loads its sample into an empty database only; these tests need the desk, not the sample.
ONE_ARTICLE = """
from articles.models import Article, Source
source = Source.objects.create(name="Agence", slug="agence")
values = {"digest": "0" * 64, "published_on": "2024-01-01", "date_origin": "record"}
Article.objects.create(source=source, external_id="1", text="Un texte.", **values)
"""


@pytest.fixture
def data_dir() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="nd-") as name:
        yield Path(name)
        Cluster(Path(name) / "postgres").stop()


def environment(data_dir: Path, **values: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {"NEWSDESK_DATA_DIR": str(data_dir)} | values


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def manage(data_dir: Path, *arguments: str) -> str:
    command = [sys.executable, "manage.py", *arguments]
    run = subprocess.run(
        command, cwd=PROJECT, env=environment(data_dir), capture_output=True, text=True, check=False, timeout=120
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


def start_desk(data_dir: Path, port: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "run_desk"],
        cwd=PROJECT,
        env=environment(data_dir, PORT=str(port)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def wait_until_served(port: int) -> int:
    deadline = time.monotonic() + 60
    while True:
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/admin/login/", timeout=10).status
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def end(desk: subprocess.Popen[str], number: signal.Signals) -> str:
    desk.send_signal(number)
    output, _ = desk.communicate(timeout=60)
    return output


def test_desk_starts_shows_its_login_once_and_ends_with_its_database(data_dir: Path) -> None:
    manage(data_dir, "migrate", "--verbosity=0")
    manage(data_dir, "shell", "--verbosity=0", "--command", ONE_ARTICLE)
    port = free_port()
    desk = start_desk(data_dir, port)
    status = wait_until_served(port)
    first = end(desk, signal.SIGINT)
    running_after_first = Cluster(data_dir / "postgres").running_pid()
    desk = start_desk(data_dir, port)
    wait_until_served(port)
    second = end(desk, signal.SIGHUP)
    password = re.search(r"demo, password (\S{12,})", first)
    assert (status, f"http://127.0.0.1:{port}/" in first, password is not None) == (200, True, True)
    assert ("changepassword demo" in second, password[1] in second) == (True, False)
    assert (running_after_first, Cluster(data_dir / "postgres").running_pid()) == (None, None)


def test_desk_names_a_port_in_use_and_starts_nothing(data_dir: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        output, _ = start_desk(data_dir, port).communicate(timeout=60)
    assert output == f"CommandError: Port {port} is in use. Choose another: PORT={port + 1} make run\n"
    assert not (data_dir / "postgres").exists()


def make(*arguments: str, **values: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        arguments, cwd=PROJECT, env=kept | values, capture_output=True, text=True, check=False, timeout=60
    )


def test_python_that_is_missing_is_named(tmp_path: Path) -> None:
    run = make("make", "setup", f"VENV={tmp_path / 'venv'}", "PYTHON=no-such-python")
    assert run.returncode != 0
    assert "Python 3.11 or newer is needed; install it" in run.stdout


def test_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2\nexit 1\n')
    old.chmod(0o755)
    run = make("make", "setup", f"VENV={tmp_path / 'venv'}", f"PYTHON={old}")
    assert run.returncode != 0
    assert "Python 3.11 or newer is needed, Python 3.9.2 was found" in run.stdout


def test_help_names_every_target_for_people() -> None:
    targets = re.findall(r"^make (\w+)", make("make", "help").stdout, re.MULTILINE)
    assert sorted(targets) == ["bench", "check", "fmt", "lighthouse", "messages", "run", "setup", "test"]


def test_continuous_integration_runs_every_test() -> None:
    run = make("bash", ".ci/run", MAKEFLAGS="n", CI="true")
    assert run.stdout.splitlines()[-1].endswith("-m pytest -n 2 --dist loadfile tests")
