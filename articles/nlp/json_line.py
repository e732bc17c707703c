"""The object of a line of JSON, whatever stands there."""

import json
from typing import Any


def json_object(line: str) -> dict[str, Any]:
    """The object; a ValueError says why the line has none that can be used.

    >>> json_object('["a"]')
    Traceback (most recent call last):
    ValueError: is not a JSON object
    """
    try:
        found = json.loads(line)
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ValueError("holds half of a surrogate pair, which is no character") from None
    except RecursionError:
        raise ValueError("is not JSON that can be read: it is nested too deeply") from None
    except ValueError as error:
        raise ValueError(f"is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise ValueError("is not a JSON object")
    return found
