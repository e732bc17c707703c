"""A page's modules with all that they import, fetched at once: a browser would learn of each only from the last."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from posixpath import dirname, join, normpath

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import get_script_prefix
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()

FOLDER = Path(settings.BASE_DIR) / "static"
#: What every page loads.
MAIN = "js/main.js"
IMPORT = re.compile(r"""^import\s[^;"']*["'](?P<path>\.[^"']+)["']""", re.MULTILINE)


@register.simple_tag
def module_scripts(*paths: str) -> SafeString:
    """`<script type="module">` for each, and `<link rel="modulepreload">` for what they import."""
    stamps = tuple(map(changed, sorted(FOLDER.glob("js/**/*.js")))) if settings.DEBUG else ()
    return elements(paths, get_script_prefix(), stamps)


@cache
def elements(paths: tuple[str, ...], _prefix: str, stamps: tuple[int, ...]) -> SafeString:
    imported = needed(paths, stamps)
    return format_html(
        "{}{}",
        format_html_join("", '<link rel="modulepreload" href="{}">', ((static(path),) for path in imported)),
        format_html_join("", '<script type="module" src="{}"></script>', ((static(path),) for path in paths)),
    )


def changed(path: Path) -> int:
    return path.stat().st_mtime_ns


@cache
def needed(paths: tuple[str, ...], _changed: tuple[int, ...]) -> list[str]:
    """What the modules import, and what that imports; but for what the page has anyway."""
    had = {*paths} if MAIN in paths else {*paths, *reached([MAIN])}
    return [path for path in reached(paths) if path not in had]


def reached(paths: tuple[str, ...] | list[str]) -> list[str]:
    """The modules and all that they import, each once."""
    found = list(dict.fromkeys(paths))
    for path in found:
        found += [other for other in dict.fromkeys(imports(path)) if other not in found]
    return found


def imports(path: str) -> Iterator[str]:
    for found in IMPORT.finditer((FOLDER / path).read_text(encoding="utf-8")):
        yield normpath(join(dirname(path), found["path"]))
