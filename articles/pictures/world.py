"""The outline of the world's countries, cut to a frame and simplified to what can be seen in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import cos, radians

import numpy as np
import shapely

from articles.gazetteer import Point
from articles.pictures.shapes import NORTH, SOUTH, rings
from articles.pictures.svg import WIDTH

#: Frames begin and end at multiples of these degrees, so that many searches share one.
STEP = 5
#: A frame shows at least so much, and no picture is lower or higher.
LEAST_WIDE, LOWEST, HIGHEST = 40.0, 300.0, 560.0
MARGIN = 0.12
#: Corners nearer to a straight line than this are left out; lengths are written in fifths of a pixel.
TOLERANCE, UNITS = 0.45, 5
Ring = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the world as a picture: equidistant cylindrical, true to scale at its middle."""

    west: float
    south: float
    east: float
    north: float

    @property
    def shrunk(self) -> float:
        """How much shorter a degree of longitude is than one of latitude at the middle."""
        return cos(radians(min(60.0, abs(self.south + self.north) / 2)))

    @property
    def scale(self) -> float:
        """Pixels of a degree of latitude."""
        return WIDTH / ((self.east - self.west) * self.shrunk)

    @property
    def height(self) -> float:
        return (self.north - self.south) * self.scale

    def at(self, point: Point) -> tuple[float, float]:
        latitude, longitude = point
        return (longitude - self.west) * self.shrunk * self.scale, (self.north - latitude) * self.scale


def frame_around(points: Sequence[Point]) -> Frame:
    """All points with some room around them; the whole world where they are on both ends of it."""
    south, north = min(p[0] for p in points), max(p[0] for p in points)
    west, east = min(p[1] for p in points), max(p[1] for p in points)
    wide = max(LEAST_WIDE, (east - west) * (1 + 2 * MARGIN))
    middle = (west + east) / 2
    west, east = (middle - wide / 2, middle + wide / 2) if wide < 260 else (-180.0, 180.0)
    west, east = max(-180.0, west), min(180.0, east)
    room = (north - south) * MARGIN + 2
    shrunk = cos(radians(min(60.0, abs(south + north) / 2)))
    least, most = ((east - west) * shrunk * high / WIDTH for high in (LOWEST, HIGHEST))
    tall = min(max(north - south + 2 * room, least), max(most, north - south + 4))
    middle = (south + north) / 2
    return snapped(west, max(SOUTH, middle - tall / 2), east, min(NORTH, middle + tall / 2))


def snapped(west: float, south: float, east: float, north: float) -> Frame:
    return Frame(max(-180.0, below(west)), max(SOUTH, below(south)), min(180.0, above(east)), min(NORTH, above(north)))


def below(degrees: float) -> float:
    return STEP * (degrees // STEP)


def above(degrees: float) -> float:
    return -below(-degrees)


@lru_cache(maxsize=64)
def outline(frame: Frame) -> str:
    """The path of all land in the frame, in fifths of a pixel."""
    degree = 1 / frame.scale
    shown = [ring for ring in rings() if touches(ring, frame)]
    simple = shapely.simplify(
        [shapely.linearrings(ring) for ring in shown], TOLERANCE * degree, preserve_topology=False
    )
    paths = []
    for ring in simple:
        corners = [(float(x), float(y)) for x, y in shapely.get_coordinates(ring)]
        paths.append(path(clipped(corners, frame, 2 * degree), frame))
    return "".join(paths)


def touches(ring: np.ndarray, frame: Frame) -> bool:
    """Whether it reaches into the frame and is more than a dot there."""
    (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
    inside = west <= frame.east and east >= frame.west and south <= frame.north and north >= frame.south
    return bool(inside and max(east - west, north - south) * frame.scale > 1.5)


def clipped(ring: Ring, frame: Frame, room: float) -> Ring:
    """What of a closed line is inside the frame and a little around it, side by side (Sutherland and Hodgman)."""
    sides = (
        (0, frame.west - room, 1),
        (0, frame.east + room, -1),
        (1, frame.south - room, 1),
        (1, frame.north + room, -1),
    )
    for axis, limit, sign in sides:
        ring = cut_off(ring, axis, limit, sign)
    return ring


def cut_off(ring: Ring, axis: int, limit: float, sign: int) -> Ring:
    kept: list[tuple[float, float]] = []
    for before, corner in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
        was, is_in = (sign * (each[axis] - limit) >= 0 for each in (before, corner))
        if was != is_in:
            share = (limit - before[axis]) / (corner[axis] - before[axis])
            kept.append((before[0] + share * (corner[0] - before[0]), before[1] + share * (corner[1] - before[1])))
        if is_in:
            kept.append(corner)
    return kept


def path(ring: Ring, frame: Frame) -> str:
    """Steps from corner to corner in whole units; nothing for what is smaller than one."""
    corners = whole(frame.at((latitude, longitude)) for longitude, latitude in ring)
    if len(corners) < 3:
        return ""
    steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(corners)]
    line = "".join(
        f"{x}{y}" if y < 0 else f"{x} {y}" for x, y in ((f"{x:d}" if x < 0 else f" {x:d}", y) for x, y in steps)
    )
    return f"M{corners[0][0]} {corners[0][1]}l{line.strip()}z"


def whole(points: Iterable[tuple[float, float]]) -> list[tuple[int, int]]:
    """In whole units, each corner once."""
    found: list[tuple[int, int]] = []
    for x, y in points:
        corner = round(x * UNITS), round(y * UNITS)
        if not found or corner != found[-1]:
            found.append(corner)
    return found
