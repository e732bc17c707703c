"""The outline of the world, its frames, and where places are."""

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytest_django import Settings

from articles.gazetteer import COORDINATES, coordinates
from articles.pictures import shapes
from articles.pictures.svg import WIDTH
from articles.pictures.world import Frame, clipped, frame_around, outline

LEXICONS = Path(__file__).resolve().parents[2] / "articles" / "nlp" / "data" / "fr"
PARIS, ANKARA, TOKYO, BUENOS_AIRES = (48.86, 2.35), (39.92, 32.85), (35.69, 139.69), (-34.6, -58.4)


@pytest.mark.parametrize(
    "points", [[PARIS], [PARIS, ANKARA], [PARIS, TOKYO, BUENOS_AIRES], [(0.0, -179.0), (0.0, 179.0)]]
)
def test_frame_holds_all_points_and_is_a_picture(points: list[tuple[float, float]]) -> None:
    frame = frame_around(points)
    for x, y in (frame.at(point) for point in points):
        assert 0 <= x <= WIDTH
        assert 0 <= y <= frame.height
    assert 240 <= frame.height <= 680


@pytest.mark.parametrize("points", [[PARIS], [PARIS, ANKARA], [PARIS, TOKYO, BUENOS_AIRES]])
def test_outline_is_light_and_stays_near_the_frame(points: list[tuple[float, float]]) -> None:
    path = outline(frame_around(points))
    assert 2_000 < len(path) < 80_000
    assert set(path) <= set("MLlz 0123456789-")


def test_countries_lie_where_their_cities_are() -> None:
    """North is up and east is right: Ankara stands east and south of Paris on the same picture."""
    frame = Frame(-10.0, 30.0, 45.0, 60.0)
    (paris_x, paris_y), (ankara_x, ankara_y) = frame.at(PARIS), frame.at(ANKARA)
    assert ankara_x > paris_x
    assert ankara_y > paris_y


def test_line_is_cut_at_the_frame() -> None:
    square = [(-20.0, -20.0), (20.0, -20.0), (20.0, 20.0), (-20.0, 20.0)]
    cut = clipped(square, Frame(0.0, 0.0, 10.0, 10.0), 0.0)
    assert sorted(cut) == [(0.0, 0.0), (0.0, 10.0), (10.0, 0.0), (10.0, 10.0)]
    assert clipped([(-9.0, -9.0), (-8.0, -9.0), (-8.0, -8.0)], Frame(0.0, 0.0, 10.0, 10.0), 0.0) == []


def test_coordinates_are_of_known_places_in_order_and_on_earth() -> None:
    with COORDINATES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    known = set()
    for name in ("cities", "countries", "regions"):
        with (LEXICONS / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            known |= {row["id"] for row in csv.DictReader(lines)}
    ids = [row["id"] for row in rows]
    assert ids == sorted(set(ids))
    assert set(ids) <= known
    assert {row["source"] for row in rows} == {"geonames", "natural-earth", "newsdesk"}
    assert all(-90 <= latitude <= 90 and -180 <= longitude <= 180 for latitude, longitude in coordinates().values())


@pytest.mark.parametrize(
    ("place", "latitude", "longitude"),
    [
        ("paris", 48.9, 2.4), ("ankara", 39.9, 32.9), ("geneve", 46.2, 6.1), ("moscou", 55.8, 37.6),
        ("pekin", 39.9, 116.4),
        ("washington", 38.9, -77.0), ("le-caire", 30.1, 31.2), ("londres", 51.5, -0.1), ("TR", 39, 35),
        ("vienne", 48.2, 16.4),
        ("new-york", 40.7, -74.0), ("la-haye", 52.1, 4.3), ("tripoli", 32.9, 13.2), ("jerusalem", 31.8, 35.2),
    ],
)  # fmt: skip
def test_capitals_are_where_they_are(place: str, latitude: float, longitude: float) -> None:
    found = coordinates()[place]
    assert abs(found[0] - latitude) < 0.6
    assert abs(found[1] - longitude) < 0.6


@pytest.fixture
def data_dir(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.DATA_DIR = tmp_path
    shapes.rings.cache_clear()
    yield tmp_path
    shapes.rings.cache_clear()


def test_shapes_are_read_once_for_all_processes(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shapes.rings()
    monkeypatch.setattr(shapes, "read_shapes", lambda: pytest.fail("read again"))
    shapes.rings.cache_clear()
    again = shapes.rings()

    assert [path.name for path in data_dir.iterdir()] == [shapes.KEPT]
    assert len(again) == len(first) > 3_000
    assert all(np.array_equal(one, other) for one, other in zip(first, again, strict=True))


@pytest.mark.parametrize("content", [b"", b"PK\3\4 cut off", b"no archive"])
def test_what_cannot_be_read_is_made_anew(data_dir: Path, content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    square = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 0.0)])
    monkeypatch.setattr(shapes, "read_shapes", lambda: [square])
    (data_dir / shapes.KEPT).write_bytes(content)

    assert len(shapes.rings()) == len(shapes.kept(data_dir / shapes.KEPT)) == 1


def test_map_needs_no_folder_to_keep_it_in(data_dir: Path, settings: Settings) -> None:
    settings.DATA_DIR = data_dir / "nowhere"

    assert len(shapes.rings()) > 3_000
