"""A desk that forks a new serving process for every line on its input and tells its number: to be killed at any time.

Django is loaded once, so that a killed process has a successor within a moment.
"""

import os
import sys
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import django
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections


class Quiet(WSGIRequestHandler):
    def log_message(self, *_words: object) -> None:
        """The test tells what went wrong."""


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    allow_reuse_address = True


def serve(port: int) -> None:
    server = Server(("127.0.0.1", port), Quiet)
    server.set_app(StaticFilesHandler(WSGIHandler()))
    sys.stdout.write(f"{os.getpid()}\n")
    sys.stdout.flush()
    server.serve_forever()


def main(port: int, database: str) -> None:
    django.setup()
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # as the tests make them
    connections.settings["default"]["NAME"] = database
    WSGIHandler()  # loads what every request needs
    for _line in sys.stdin:
        if os.fork() == 0:
            serve(port)
        os.wait()  # until somebody kills it


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
