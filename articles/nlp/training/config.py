"""The values of a training run, from a TOML file, checked one by one."""

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from articles.nlp.training.variation import Odds

DEFAULT = Path(__file__).with_name("config.toml")


class ConfigError(ValueError):
    """A configuration that cannot be used: says which file and value."""


@dataclass(frozen=True, slots=True)
class Config:
    name: str
    version: str
    base: str
    labels: tuple[str, ...]
    seed: int
    test_share: float
    stop_share: float
    epochs: int
    patience: int
    settle: int
    learn_rate: float
    decay: float
    dropout: float
    batch_characters: int
    odds: Odds


def read_config(path: Path = DEFAULT) -> Config:
    raw = _read(path)
    odds = _Table(path, "variation", raw.pop("variation", {}))
    fitting = _Table(path, "fitting", raw.pop("fitting", {}))
    top = _Table(path, "", raw)
    config = Config(
        name=top.word("name"),
        version=top.word("version"),
        base=top.word("base"),
        labels=top.words("labels"),
        seed=top.integer("seed", 0),
        test_share=top.share("test_share"),
        stop_share=top.share("stop_share"),
        epochs=fitting.integer("epochs", 1),
        patience=fitting.integer("patience", 1),
        settle=fitting.integer("settle", 0),
        learn_rate=fitting.share("learn_rate"),
        decay=fitting.share("decay"),
        dropout=fitting.share("dropout"),
        batch_characters=fitting.integer("batch_characters", 1),
        odds=Odds(**{field.name: odds.share(field.name, most=1) for field in fields(Odds)}),
    )
    for table in (top, fitting, odds):
        table.refuse_others()
    if config.test_share + config.stop_share >= 1:
        raise top.error("test_share", "and stop_share leave nothing to learn from")
    return config


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise ConfigError(f"{path}: {error}") from error


class _Table:
    """One table of the file; hands out each value once, checked, and refuses those nobody asked for."""

    def __init__(self, path: Path, name: str, values: object) -> None:
        self.path = path
        self.name = name
        if not isinstance(values, dict):
            raise ConfigError(f"{path}: {name} is not a table")
        self.values: dict[str, Any] = dict(values)

    def error(self, name: str, reason: str) -> ConfigError:
        return ConfigError(f"{self.path}: {f'{self.name}.{name}' if self.name else name} {reason}")

    def take(self, name: str) -> Any:
        if name not in self.values:
            raise self.error(name, "is missing")
        return self.values.pop(name)

    def word(self, name: str) -> str:
        value = self.take(name)
        if not isinstance(value, str) or not value:
            raise self.error(name, "must be a word")
        return value

    def words(self, name: str) -> tuple[str, ...]:
        value = self.take(name)
        if not isinstance(value, list) or not value or not all(isinstance(word, str) and word for word in value):
            raise self.error(name, "must be a list of words")
        return tuple(value)

    def integer(self, name: str, minimum: int) -> int:
        value = self.take(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < minimum:
            raise self.error(name, f"must be a whole number, at least {minimum}")
        return value

    def share(self, name: str, most: float = 0.99) -> float:
        value = self.take(name)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= most:
            raise self.error(name, f"must be a number from 0 to {most}")
        return float(value)

    def refuse_others(self) -> None:
        for name in self.values:
            raise self.error(name, "is not known")
