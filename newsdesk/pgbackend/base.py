"""The backend's connection: embedded server on demand, and plain words when the database cannot be used."""

import atexit
import os
from typing import Any, ClassVar

from django.db import connections
from django.db.backends.postgresql import base
from psycopg import Connection, Error
from psycopg.pq import Format

from newsdesk.database import DatabaseUnusableError
from newsdesk.embedded import embedded_server
from newsdesk.server_account import EmbeddedServerError

OLDEST_VERSION = 15
BINARY = Format.BINARY
#: So many times a statement would run before psycopg had it planned once for all by itself.
ONLY_WHERE_ASKED = 2**31
_inherited: list[object] = []


def leave_inherited_connections() -> None:
    """After a fork: connections belong to the parent, so put them aside, neither used nor closed."""
    pools = DatabaseWrapper._connection_pools
    _inherited.extend(pools.values())
    pools.clear()
    for wrapper in connections.all(initialized_only=True):
        _inherited.append(wrapper.connection)
        wrapper.connection = None


def close_pools() -> None:
    """A pool left open makes its process wait for threads that no longer run."""
    for pool in DatabaseWrapper._connection_pools.values():
        pool.close(timeout=2)


os.register_at_fork(after_in_child=leave_inherited_connections)


class PlannedCursor(base.ServerBindingCursor):
    def execute(self, query: Any, params: Any = None, **options: Any) -> Any:
        return super().execute(query, params, prepare=True, **options)  # type: ignore[misc]  # the stubs lack it


class DatabaseWrapper(base.DatabaseWrapper):
    _connection_pools: ClassVar[dict[str, Any]] = {}
    _reached: ClassVar[set[str]] = set()

    def get_connection_params(self) -> dict[str, Any]:
        params = super().get_connection_params()
        params.setdefault("connect_timeout", 10)
        params["prepare_threshold"] = ONLY_WHERE_ASKED
        folder = self.settings_dict.get("EMBEDDED")
        if folder:
            server = embedded_server(folder)
            try:
                server.ensure()
                params["host"] = server.host
            except EmbeddedServerError as error:
                raise DatabaseUnusableError(str(error)) from error
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Connection[Any]:
        try:
            if self.alias not in self._reached:
                self._try(conn_params)
            connection: Connection[Any] = super().get_new_connection(conn_params)
            return connection
        except Error as error:
            raise DatabaseUnusableError(f"The database cannot be reached: {error}") from error

    def bytes_cursor(self) -> Any:
        """A cursor to which PostgreSQL hands bytes as they are; as text it spells each of them in two letters."""
        cursor = self._own_cursor(base.ServerBindingCursor)
        cursor.format = BINARY
        return self._prepare_cursor(cursor)  # type: ignore[attr-defined]

    def planned_cursor(self) -> Any:
        """A cursor whose statements PostgreSQL reads and plans once for each connection, not each time."""
        return self._prepare_cursor(self._own_cursor(PlannedCursor))  # type: ignore[attr-defined]

    def _own_cursor(self, kind: Any) -> Any:
        """One that leaves the values apart from the statement."""
        self.close_if_health_check_failed()
        self.ensure_connection()
        with self.wrap_database_errors:
            return kind(self.connection)

    def _try(self, conn_params: dict[str, Any]) -> None:
        """Connect once without the pool, which would try for long and not say why it failed."""
        with self.Database.connect(**conn_params) as connection:
            found = connection.info.server_version // 10000
        if found < OLDEST_VERSION:
            raise DatabaseUnusableError(
                f"The database is PostgreSQL {found}; newsdesk needs {OLDEST_VERSION} or later. "
                "Set DATABASE_URL to another server, or unset it to use the embedded one."
            )
        self._reached.add(self.alias)
        atexit.register(close_pools)  # runs before the embedded server stops, which was registered earlier
