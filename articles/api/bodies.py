"""JSON as it comes in and goes out: strictly read, since what Python would forgive is told to the caller."""

import json
from typing import Any, NoReturn

from django.http import HttpRequest
from ninja.parser import Parser
from ninja.renderers import JSONRenderer


class StrictParser(Parser):
    """Raises ValueError for numbers that JSON does not know and for halves of characters, which no text can hold."""

    def parse_body(self, request: HttpRequest) -> Any:
        found = json.loads(request.body, parse_constant=refuse_number)
        json.dumps(found, ensure_ascii=False).encode()
        return found


def refuse_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number.")


class PlainRenderer(JSONRenderer):
    """Letters as they are, for whoever looks at an answer."""

    json_dumps_params = {"ensure_ascii": False}  # noqa: RUF012 -- as ninja declares it
