"""The web server of the desk: gunicorn in this process, so that one Ctrl-C ends everything."""

import gc
import os
import signal
import socket
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.urls import get_resolver
from gunicorn.app.base import BaseApplication
from gunicorn.arbiter import Arbiter

HOST = "127.0.0.1"


class DeskArbiter(Arbiter):  # type: ignore[misc]
    def handle_hup(self) -> None:
        """A closed terminal ends the desk; gunicorn would reload and stay."""
        self.handle_term()


class Desk(BaseApplication):  # type: ignore[misc]
    def __init__(self, port: int) -> None:
        self.port = port
        super().__init__()

    def load_config(self) -> None:
        options = {
            "bind": f"{HOST}:{self.port}",
            "worker_class": "gthread",
            "workers": min(4, max(2, os.cpu_count() or 1)),
            "threads": 8,
            "timeout": 120,
            "graceful_timeout": 5,
            "preload_app": True,
            "loglevel": "warning",
            "control_socket_disable": True,
            "worker_int": leave_undisturbed,
            "worker_exit": leave_at_once,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        """The application, before the workers part."""
        application = get_wsgi_application()
        settle()
        return application

    def run(self) -> None:
        DeskArbiter(self).run()


#: Of new objects, and of walks through the new and through the young: Python's own. An import in the same process asks
#: for fewer and longer walks, for which one request in some twenty would wait 30 ms.
SHORT_WALKS = (700, 10, 10)


def settle() -> None:
    """What is loaded by now, the pages among it, stays and is passed over when garbage is collected.

    Django loads the pages with the first request. Then each worker would have its own, and a request in some dozens
    would wait for a walk through them all.
    """
    get_resolver()._populate()  # which imports the views
    gc.collect()
    gc.freeze()
    gc.set_threshold(*SHORT_WALKS)


def leave_undisturbed(worker: object) -> None:
    """Ctrl-C reaches a worker twice, from the terminal and from the master; once is enough."""
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)


def leave_at_once(arbiter: object, worker: object) -> None:
    """A worker has nothing to tidy: the master stops the database. Native libraries end slowly after a fork."""
    os._exit(0)


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def serve(port: int) -> None:
    """Serve until a signal; ends the process by SystemExit."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
    Desk(port).run()
