"""How long things take."""

import time
from collections.abc import Callable, Iterable
from statistics import quantiles

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import CommandError
from django.test import Client

LANGUAGE = "fr"


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def browser() -> Client:
    return Client(SERVER_NAME="127.0.0.1", HTTP_ACCEPT_LANGUAGE=LANGUAGE)


def p95(url: str, *, requests: int = 50, user: User | None = None) -> float:
    """Milliseconds that 95 of 100 requests stay under, after one to warm up."""
    client = browser()
    if user is not None:
        client.force_login(user)

    def ask() -> None:
        response = client.get(url, secure=settings.HTTPS)
        if response.status_code != 200:
            raise CommandError(f"{url} answers {response.status_code}.")

    ask()
    return ninety_fifth(seconds(ask) for _ in range(requests))


def ninety_fifth(values: Iterable[float]) -> float:
    """The 95th percentile of seconds, in milliseconds."""
    return quantiles((value * 1000 for value in values), n=20)[-1]
