"""Two runs over the same gold: which figures moved, which misses are gone and which are new."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from articles.nlp.evaluation.listing import Placed, lines

#: Parts of the figures that are not compared one by one.
DETAILS = frozenset({"confusion", "bins", "origins", "sources", "scope", "misses", "miss_filter", "articles"})
#: Of the figures of each file only these are compared.
OF_A_FILE = frozenset({"micro.f1", "edits.per_100", "person_linking.f1", "dates.right", "meetings.f1", "statements.f1"})


class RunError(ValueError):
    """A file that holds no run to compare with, or one over other gold."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Figures that differ, before and now; misses only where the earlier run kept its own."""

    figures: dict[str, tuple[float | None, float | None]]
    fixed: tuple[Placed, ...] = ()
    new: tuple[Placed, ...] = ()
    has_misses: bool = False

    def as_json(self) -> dict[str, object]:
        figures = {name: {"before": before, "now": now} for name, (before, now) in self.figures.items()}
        if not self.has_misses:
            return {"figures": figures}
        return {
            "figures": figures,
            "fixed": [miss.as_json() for miss in self.fixed],
            "new": [miss.as_json() for miss in self.new],
        }

    def lines(self) -> list[str]:
        moved = [_line(name, before, now) for name, (before, now) in self.figures.items()]
        if not self.has_misses:
            hint = "which misses are fixed or new: keep the earlier run with --json --errors"
            return [*(moved or ["no figure differs"]), "", hint]
        return [
            *(moved or ["no figure differs"]),
            "",
            f"fixed: {len(self.fixed)}",
            *lines(self.fixed),
            "",
            f"new: {len(self.new)}",
            *lines(self.new),
        ]


def read_run(path: Path) -> dict[str, object]:
    """An earlier run as `evaluate --json` printed it."""
    try:
        run = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RunError(f"{path}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise RunError(f"{path}: is not JSON: {error}") from error
    if not isinstance(run, dict) or not isinstance(run.get("scope"), dict) or not isinstance(run.get("micro"), dict):
        raise RunError(f"{path}: is no run of evaluate; keep one with: evaluate --json GOLD.jsonl… > {path.name}")
    return run


def compare(before: Mapping[str, object], now: Mapping[str, object]) -> Comparison:
    """The earlier run beside this one; both must have measured the same gold in the same way."""
    if before["scope"] != now["scope"]:
        raise RunError("the earlier run measured other gold articles, or other labels of them")
    old, new = dict(_figures(before)), dict(_figures(now))
    moved = {
        name: (old.get(name), new.get(name))
        for name in dict.fromkeys([*old, *new])
        if _rounded(old.get(name)) != _rounded(new.get(name))
    }
    if "misses" not in before or "misses" not in now:
        return Comparison(moved)
    if before.get("miss_filter") != now.get("miss_filter"):
        raise RunError("the earlier run kept its misses by another filter")
    gone, come = _misses(before), _misses(now)
    return Comparison(
        moved,
        tuple(miss for key, miss in gone.items() if key not in come),
        tuple(miss for key, miss in come.items() if key not in gone),
        has_misses=True,
    )


def _figures(value: Mapping[str, object], path: str = "") -> Iterator[tuple[str, float | None]]:
    for name, item in value.items():
        here = f"{path}{name}"
        if name in DETAILS:
            continue
        if name == "files" and isinstance(item, dict):
            for file, figures in item.items():
                yield from ((f"{file}: {key}", share) for key, share in _figures(figures) if key in OF_A_FILE)
        elif isinstance(item, dict):
            yield from _figures(item, f"{here}.")
        elif item is None or isinstance(item, int | float):
            yield here, item


def _misses(run: Mapping[str, object]) -> dict[tuple[object, ...], Placed]:
    listed = run["misses"]
    names = {field.name for field in fields(Placed)}
    if not isinstance(listed, list) or not all(isinstance(item, dict) and names <= item.keys() for item in listed):
        raise RunError("the earlier run's misses cannot be read")
    found = (Placed(**{name: item[name] for name in names}) for item in listed)
    return {miss.identity: miss for miss in found}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def _line(name: str, before: float | None, now: float | None) -> str:
    change = "" if before is None or now is None else f"{now - before:>+10.3f}"
    return f"{name:<40}{_shown(before)} → {_shown(now)}{change}"


def _shown(value: float | None) -> str:
    if value is None:
        return f"{'–':>9}"
    return f"{value:>9}" if isinstance(value, int) else f"{value:>9.3f}"
