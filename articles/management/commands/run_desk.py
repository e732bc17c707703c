"""Start the desk for one machine: database, tables, sample collection, demonstration editor, web server."""

import signal
import sys
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.actions.access import DEMONSTRATION_EDITOR, create_demonstration_editor
from articles.models import Article
from articles.pictures.shapes import rings
from newsdesk.serve import HOST, port_is_free, serve


class Command(BaseCommand):
    help = __doc__

    def handle(self, *args: Any, **options: Any) -> None:
        port = settings.PORT
        if not port_is_free(port):
            raise CommandError(f"Port {port} is in use. Choose another: PORT={port + 1} make run")
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, leave)
        try:
            self.prepare()
            self.announce(port)
            serve(port)
        except KeyboardInterrupt:
            raise SystemExit(128 + signal.SIGINT) from None

    def prepare(self) -> None:
        self.say("Starting the database…")
        call_command("migrate", verbosity=0, interactive=False)
        if not Article.objects.exists():
            self.say("Loading the sample collection…")
            call_command("load_sample")
        rings()  # read and kept before anybody asks for a map

    def announce(self, port: int) -> None:
        password = create_demonstration_editor()
        self.say(f"\nnewsdesk is at http://{HOST}:{port}/")
        if password:
            self.say(f"Log in to correct annotations: {DEMONSTRATION_EDITOR}, password {password}")
            self.say("The password is shown this once only.")
        else:
            self.say(
                f"Log in as {DEMONSTRATION_EDITOR}; its password was shown at the first start. "
                f"For a new one: .venv/bin/python manage.py changepassword {DEMONSTRATION_EDITOR}"
            )
        self.say("Ctrl-C stops it.\n")

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()


def leave(number: int, frame: FrameType | None) -> None:
    """Go through the exit handlers, which stop the database."""
    sys.exit(128 + number)
