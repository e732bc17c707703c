"""The embedded PostgreSQL server: one for each data folder, shared by all commands that use it.

The first command that needs it starts it, the last one out stops it. Who uses it is counted by shared locks on the
file `users`, which the system takes back from a process that dies, however it dies. Starting and stopping happen under
an exclusive lock on the file `lock`.
"""

import atexit
import fcntl
import os
import platform
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import psycopg
from psycopg import sql

from newsdesk.cluster import ROLE, SOCKET, Cluster
from newsdesk.server_account import EmbeddedServerError

DATABASE = "newsdesk"
SOCKET_PATH_LIMIT = 107 if platform.system() == "Linux" else 103


@cache
def embedded_server(folder: Path) -> "EmbeddedServer":
    """The server of this folder; one object a process."""
    return EmbeddedServer(folder)


class EmbeddedServer:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cluster = Cluster(folder)
        self._users: int | None = None
        self._user_pid = 0
        self._socket_folder: int | None = None
        self._mutex = threading.RLock()
        atexit.register(self.release)
        os.register_at_fork(after_in_child=self._renew_mutex)

    def _renew_mutex(self) -> None:
        """A thread of the parent may have held it at the fork."""
        self._mutex = threading.RLock()

    def ensure(self) -> None:
        """Have the server running and this process counted among its users; quick when both are so."""
        if self._user_pid == os.getpid() and self.cluster.is_ready():
            return
        with self._mutex:
            try:
                self._ensure()
            except (OSError, psycopg.Error) as error:
                raise EmbeddedServerError(f"The embedded database in {self.folder} cannot be used: {error}") from error

    def _ensure(self) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.folder.stat().st_mode & 0o077:
            self.folder.chmod(0o700)
        with self._locked("lock", fcntl.LOCK_EX):
            self._count_in()
            if not self.cluster.is_ready():
                self.cluster.start()
            self._make_database()

    def _count_in(self) -> None:
        """A forked child counts for itself: it closes the parent's descriptor, which leaves the parent's lock alone."""
        if self._user_pid == os.getpid():
            return
        if self._users is not None:
            os.close(self._users)
        self._users = self._open("users")
        fcntl.flock(self._users, fcntl.LOCK_SH)
        self._user_pid = os.getpid()

    def _make_database(self) -> None:
        with psycopg.connect(host=self.host, user=ROLE, dbname="postgres", autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(DATABASE)))

    def release(self) -> None:
        """Stop counting this process, and stop the server if it was the last."""
        with self._mutex:
            if self._user_pid != os.getpid() or self._users is None or not self.folder.is_dir():
                return
            with self._locked("lock", fcntl.LOCK_EX):
                os.close(self._users)
                self._users, self._user_pid = None, 0
                with suppress(BlockingIOError), self._locked("users", fcntl.LOCK_EX | fcntl.LOCK_NB):
                    self.cluster.stop()

    @property
    def host(self) -> str:
        """Where libpq finds the socket; a path too long for it, or with a comma, is shortened through a descriptor."""
        plain = str(self.folder)
        if len(os.fsencode(self.folder / SOCKET)) <= SOCKET_PATH_LIMIT and "," not in plain:
            return plain
        if not Path("/proc/self/fd").is_dir():
            raise EmbeddedServerError(f"{plain} is too long a path for a socket; set NEWSDESK_DATA_DIR to a shorter.")
        if self._socket_folder is None:
            self._socket_folder = os.open(self.folder, os.O_RDONLY | os.O_DIRECTORY)
        return f"/proc/self/fd/{self._socket_folder}"

    @contextmanager
    def _locked(self, name: str, mode: int) -> Iterator[None]:
        descriptor = self._open(name)
        try:
            fcntl.flock(descriptor, mode)
            yield
        finally:
            os.close(descriptor)

    def _open(self, name: str) -> int:
        """A lock file that belongs to whom the folder belongs, also when root opens it first."""
        descriptor = os.open(self.folder / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        owner = self.folder.stat()
        if os.geteuid() == 0 and os.fstat(descriptor).st_uid != owner.st_uid:
            os.fchown(descriptor, owner.st_uid, owner.st_gid)
        return descriptor
