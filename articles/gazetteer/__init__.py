"""Where places are, for the map; README.md says where the numbers come from."""

import csv
from functools import cache
from pathlib import Path

COORDINATES = Path(__file__).with_name("coordinates.csv")
#: Latitude and longitude, WGS 84 degrees.
Point = tuple[float, float]


@cache
def coordinates() -> dict[str, Point]:
    """By the id that the place has in the lexicons of the pre-annotation; a country by its code."""
    with COORDINATES.open(encoding="utf-8", newline="") as lines:
        return {row["id"]: (float(row["latitude"]), float(row["longitude"])) for row in csv.DictReader(lines)}
