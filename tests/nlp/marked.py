"""Reads sentences marked up as `le [Premier ministre|ROLE] parle`."""

import re
from pathlib import Path

GOLD = Path(__file__).parents[1] / "data" / "gold"
MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)\]")

Marked = tuple[str, list[tuple[str, str]]]


def read_marked(name: str) -> list[Marked]:
    """Each sentence without its marks, and the marks in order."""
    lines = (GOLD / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(MARK.sub(r"\1", line), MARK.findall(line)) for line in lines if line and not line.startswith("#")]
