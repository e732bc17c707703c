"""Typed readers of the environment. A value that cannot be used stops the program and says why."""

import os
from collections.abc import Mapping
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


class Environment:
    """Reads settings from environment variables."""

    def __init__(self, values: Mapping[str, str] | None = None) -> None:
        self.values = os.environ if values is None else values

    def string(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def boolean(self, name: str, *, default: bool = False) -> bool:
        raw = self.values.get(name)
        if raw is None:
            return default
        if raw.strip().lower() in TRUE:
            return True
        if raw.strip().lower() in FALSE:
            return False
        raise ImproperlyConfigured(f"{name}={raw!r} is neither true nor false; set it to 1 or 0.")

    def integer(self, name: str, default: int, *, minimum: int = 0, maximum: int | None = None) -> int:
        raw = self.values.get(name)
        if raw is None or raw.strip() == "":
            return default
        try:
            value = int(raw)
        except ValueError:
            raise ImproperlyConfigured(f"{name}={raw!r} is not a whole number.") from None
        if value < minimum or (maximum is not None and value > maximum):
            span = f"at least {minimum}" if maximum is None else f"between {minimum} and {maximum}"
            raise ImproperlyConfigured(f"{name}={value} must be {span}.")
        return value

    def path(self, name: str, default: Path) -> Path:
        raw = self.values.get(name)
        return Path(raw).expanduser().resolve() if raw else default

    def words(self, name: str, default: tuple[str, ...]) -> list[str]:
        """A comma-separated list."""
        raw = self.values.get(name)
        if raw is None:
            return list(default)
        return [word.strip() for word in raw.split(",") if word.strip()]
