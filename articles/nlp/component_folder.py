"""The folder of a trained recogniser: its record and its weights, read without spaCy, which takes a second to load."""

import json
import zlib
from pathlib import Path
from typing import Any

#: The component that comes with the project.
SHIPPED = Path(__file__).parent / "trained" / "fr"
META = "meta.json"
WEIGHTS = "ner.msgpack"
#: What a record must tell.
FIELDS = {"name", "version", "base", "ner", "labels", "checksum"}


class ComponentError(ValueError):
    """A component folder that cannot be used; the message says why."""


def read_meta(folder: Path) -> dict[str, Any]:
    """The record of a component, complete and with its weights beside it, or a `ComponentError`."""
    try:
        meta = json.loads((folder / META).read_text(encoding="utf-8"))
        found = zlib.crc32((folder / WEIGHTS).read_bytes())
    except OSError as error:
        raise ComponentError(f"{Path(error.filename or folder).name}: {error.strerror}") from error
    except ValueError as error:
        raise ComponentError(f"{META} is not JSON") from error
    missing = FIELDS - set(meta if isinstance(meta, dict) else ())
    if missing:
        raise ComponentError(f"{META} lacks {', '.join(sorted(missing))}")
    if found != meta["checksum"]:
        raise ComponentError(f"{WEIGHTS} is not the file that {META} describes")
    checked: dict[str, Any] = meta
    return checked
