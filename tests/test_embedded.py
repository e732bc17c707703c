"""The embedded server, each test on a data folder of its own and with real processes."""

import os
import pwd
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from newsdesk.cluster import Cluster
from newsdesk.embedded import EmbeddedServer
from newsdesk.server_account import EmbeddedServerError

PROJECT = Path(__file__).resolve().parent.parent
# A command that uses the server: prints its process number, waits for a line where asked, ends.
USER_SCRIPT = """
import sys
from pathlib import Path
import psycopg
from newsdesk.embedded import embedded_server
server = embedded_server(Path(sys.argv[1]))
server.ensure()
with psycopg.connect(host=server.host, user="newsdesk", dbname="newsdesk") as connection:
    connection.execute(sys.argv[2])
print(server.cluster.running_pid(), flush=True)
if sys.argv[3] == "wait":
    sys.stdin.readline()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short path, as sockets want it; whatever still runs there afterwards is ended."""
    with tempfile.TemporaryDirectory(prefix="nd-") as name:
        path = Path(name) / "postgres"
        yield path
        Cluster(path).stop()


def use(folder: Path, statement: str = "SELECT 1", *, wait: bool = False) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", USER_SCRIPT, str(folder), statement, "wait" if wait else "end"],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def server_pid(user: subprocess.Popen[str]) -> int:
    line = user.stdout.readline()
    assert line, user.stderr.read()
    return int(line)


def finish(user: subprocess.Popen[str]) -> None:
    _, errors = user.communicate("\n", timeout=60)
    assert (user.returncode, errors) == (0, "")


def test_server_is_shared_by_commands_started_at_once(folder: Path) -> None:
    users = [use(folder, wait=True) for _ in range(4)]
    pids = {server_pid(user) for user in users}
    for user in users:
        finish(user)
    assert len(pids) == 1


def test_server_lives_until_the_last_user_ends(folder: Path) -> None:
    first, second = use(folder, wait=True), use(folder, wait=True)
    pid = server_pid(first)
    server_pid(second)
    finish(first)
    alive_between = Cluster(folder).running_pid()
    finish(second)
    assert (alive_between, Cluster(folder).running_pid()) == (pid, None)


def test_data_outlasts_a_restart(folder: Path) -> None:
    finish(use(folder, "CREATE TABLE kept AS SELECT 'déjà' AS word"))
    finish(use(folder, "DO $$ BEGIN ASSERT (SELECT word FROM kept) = 'déjà'; END $$"))


def test_server_that_was_killed_starts_again_with_its_data(folder: Path) -> None:
    user = use(folder, "CREATE TABLE kept AS SELECT 1", wait=True)
    os.kill(server_pid(user), signal.SIGKILL)
    finish(use(folder, "SELECT * FROM kept"))
    finish(user)


def test_command_that_was_killed_does_not_keep_the_server_for_ever(folder: Path) -> None:
    killed = use(folder, wait=True)
    pid = server_pid(killed)
    killed.kill()
    killed.wait()
    left_running = Cluster(folder).running_pid()
    finish(use(folder))
    assert (left_running, Cluster(folder).running_pid()) == (pid, None)


def test_lock_file_with_the_number_of_another_process_is_stale(folder: Path) -> None:
    user = use(folder, wait=True)
    pid = server_pid(user)
    lock = folder / "data" / "postmaster.pid"
    content = lock.read_text()
    user.kill()
    user.wait()
    os.kill(pid, signal.SIGKILL)
    lock.write_text(content.replace(str(pid), str(os.getpid()), 1))
    finish(use(folder))


def test_running_process_restarts_a_killed_server(folder: Path) -> None:
    server = EmbeddedServer(folder)
    server.ensure()
    first = server.cluster.running_pid()
    os.kill(first, signal.SIGKILL)
    os.waitpid(first, 0)
    server.ensure()
    second = server.cluster.running_pid()
    with psycopg.connect(host=server.host, user="newsdesk", dbname="newsdesk") as connection:
        answer = connection.execute("SELECT 1").fetchone()
    server.release()
    assert (second not in {None, first}, answer, server.cluster.running_pid()) == (True, (1,), None)


def test_cluster_half_made_is_made_anew(folder: Path) -> None:
    (folder / "data.new").mkdir(parents=True)
    (folder / "data.new" / "PG_VERSION").write_text("18\n")
    finish(use(folder))


def test_folder_is_closed_to_others(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    finish(use(folder))
    assert oct(folder.stat().st_mode & 0o777) == "0o700"


def test_long_path_with_a_comma_is_reached(folder: Path) -> None:
    deep = folder.parent / "a, b" / ("x" * 100) / "postgres"
    finish(use(deep, "SELECT 1"))


def test_accents_are_letters_in_the_database(folder: Path) -> None:
    finish(use(folder, "DO $$ BEGIN ASSERT lower('ÉÀŒ') = 'éàœ'; END $$"))


def test_data_of_another_version_is_refused(folder: Path) -> None:
    finish(use(folder))
    (folder / "data" / "PG_VERSION").write_text("12\n")
    with pytest.raises(EmbeddedServerError, match="was made by PostgreSQL 12"):
        EmbeddedServer(folder).ensure()


def test_broken_configuration_is_reported_with_the_log(folder: Path) -> None:
    finish(use(folder))
    with (folder / "data" / "postgresql.conf").open("a") as file:
        file.write("no_such_parameter = 1\n")
    with pytest.raises(EmbeddedServerError, match="no_such_parameter"):
        EmbeddedServer(folder).ensure()


needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root has to run the server under another account")


@needs_root
def test_root_reaches_data_below_a_closed_folder(folder: Path) -> None:
    closed = folder.parent / "closed"
    closed.mkdir(mode=0o700)
    user = use(closed / "var" / "postgres", wait=True)
    owner = psutil.Process(server_pid(user)).uids().real
    finish(user)
    modes = [oct(path.stat().st_mode & 0o777) for path in (closed, closed / "var" / "postgres")]
    assert (modes, owner == (closed / "var" / "postgres").stat().st_uid, owner == 0) == (
        ["0o700", "0o700"],
        True,
        False,
    )


@needs_root
def test_root_serves_the_data_of_a_user_as_that_user(folder: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    folder.mkdir(mode=0o700)
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    user = use(folder, wait=True)
    owner = psutil.Process(server_pid(user)).uids().real
    finish(user)
    owners = {path.stat().st_uid for path in folder.iterdir()}
    assert (owner, owners) == (nobody.pw_uid, {nobody.pw_uid})


@needs_root
def test_ordinary_user_runs_the_server(folder: Path) -> None:
    nobody = pwd.getpwnam("nobody")
    folder.parent.chmod(0o755)
    folder.mkdir(mode=0o700)
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    try:
        run = subprocess.run(
            [sys.executable, "-c", USER_SCRIPT, str(folder), "SELECT 1", "end"],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            check=False,
            user=nobody.pw_uid,
            group=nobody.pw_gid,
            extra_groups=[],
        )
    except PermissionError:
        pytest.skip("Python or the project lies where ordinary users may not enter")
    assert (run.returncode, run.stderr) == (0, "")


def test_settings_name_the_folder_and_no_server_is_started_by_reading_them(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=PROJECT,
        env={"PATH": os.environ["PATH"], "NEWSDESK_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, sorted(path.name for path in tmp_path.iterdir())) == (0, ["secret_key"])


def test_unreachable_server_is_named_without_a_traceback(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "manage.py", "migrate"],
        cwd=PROJECT,
        env={
            "PATH": os.environ["PATH"],
            "NEWSDESK_DATA_DIR": str(tmp_path),
            "DATABASE_URL": "postgresql://somebody:secret@127.0.0.1:1/newsdesk",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=60,  # it does not wait for a server that is not there
    )
    assert run.returncode == 1
    assert "newsdesk.E001) The database cannot be reached" in run.stderr
    assert "Traceback" not in run.stderr
    assert "secret" not in run.stderr
