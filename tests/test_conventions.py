"""The rules of the house that a program can check; docs/decisions and CONTRIBUTING say why they are there."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib
import pytest

PROJECT = Path(__file__).resolve().parent.parent
ARTICLES = PROJECT / "articles"
SOURCES = sorted(
    path
    for folder in ("articles", "newsdesk")
    for path in (PROJECT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
TEMPLATES = sorted((PROJECT / "templates").rglob("*.html"))
CATALOGUES = sorted((PROJECT / "locale").rglob("*.po"))

# Imports go downwards only: a layer may use those of a greater number, and its own.
LAYERS = {
    **dict.fromkeys(("views", "api", "management", "jobs"), 1),
    **dict.fromkeys(("forms", "exporters"), 2),
    "actions": 3,
    **dict.fromkeys(("queries", "search"), 4),
    "models": 5,
    **dict.fromkeys(("enums", "exceptions", "permissions", "validators"), 6),
}
# Modules that put tags of ours around foreign text, escape all of it, and have tests that try to inject markup.
MARKUP_MAKERS = {"articles/search/headlines.py", "articles/templatetags/annotated_text.py"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 30
LONGEST_TEMPLATE = 120


def name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def imports(path: Path) -> Iterator[str]:
    """Dotted names a module imports other than for types; `from articles import models` is `articles.models`."""
    for node in walk_at_run_time(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "relative import"


def walk_at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those under `if TYPE_CHECKING:`."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and getattr(child.test, "id", "") == "TYPE_CHECKING"):
            yield from walk_at_run_time(child)


def layer_of(dotted: str) -> str:
    parts = dotted.split(".")
    return parts[1] if parts[0] == "articles" and len(parts) > 1 else ""


def own_layer(path: Path) -> str:
    return path.relative_to(ARTICLES).parts[0].removesuffix(".py") if path.is_relative_to(ARTICLES) else ""


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef))


def body_lines(function: ast.FunctionDef) -> int:
    """Lines without the signature's and the docstring's."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_imports_go_downwards(path: Path) -> None:
    level = LAYERS.get(own_layer(path), 0)
    upwards = {found for found in imports(path) if level and LAYERS.get(layer_of(found), 9) < level}
    assert upwards == set()


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_imports_are_absolute(path: Path) -> None:
    assert "relative import" not in set(imports(path))


@pytest.mark.parametrize("path", [path for path in SOURCES if own_layer(path) == "nlp"], ids=name)
def test_annotation_knows_no_django_and_no_database(path: Path) -> None:
    closed = {"actions", "models", "queries", "search", "forms", "views", "importers", "exporters", "management"}
    assert {
        found for found in imports(path) if found.split(".")[0] in {"django", "psycopg"} or layer_of(found) in closed
    } == set()


@pytest.mark.parametrize("path", [path for path in SOURCES if own_layer(path) == "importers"], ids=name)
def test_importers_know_no_models(path: Path) -> None:
    closed = {"actions", "models", "queries", "search", "forms", "views", "exporters", "management"}
    assert {found for found in imports(path) if layer_of(found) in closed or found.startswith("django.db")} == set()


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_modules_are_named_for_what_they_do(path: Path) -> None:
    assert path.stem not in {"utils", "helpers", "common", "misc"}


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_modules_and_functions_stay_short(path: Path) -> None:
    long = {found.name: body_lines(found) for found in functions(path) if body_lines(found) > LONGEST_FUNCTION}
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert (long, lines <= LONGEST_MODULE) == ({}, True)


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_nothing_prints_or_trusts_foreign_text(path: Path) -> None:
    calls = (node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    called = {getattr(function, "id", getattr(function, "attr", "")) for function in calls}
    trusting = set() if name(path) in MARKUP_MAKERS else {"mark_safe", "SafeString"}
    assert called & {"print", *trusting} == set()


@pytest.mark.parametrize("path", [path for path in SOURCES if own_layer(path) == "actions"], ids=name)
def test_actions_take_flags_by_keyword_only(path: Path) -> None:
    flags = {
        f"{function.name}({argument.arg})"
        for function in functions(path)
        for argument in [*function.args.posonlyargs, *function.args.args]
        if isinstance(argument.annotation, ast.Name) and argument.annotation.id == "bool"
    }
    assert flags == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_templates_stay_short_and_escape_what_they_show(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    unsafe = re.findall(r"\|\s*safe(?:seq)?\b|autoescape off", text)
    assert (unsafe, len(text.splitlines()) <= LONGEST_TEMPLATE) == ([], True)


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_templates_hold_no_inline_code_or_style(path: Path) -> None:
    """The Content-Security-Policy would refuse it in the browser."""
    text = re.sub(r"\{%.*?%\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert re.findall(r"<style\b|\sstyle=|\son[a-z]+=[\"']|<script(?![^>]*\bsrc=)[^>]*>|javascript:", text) == []


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.parent.name == "components"], ids=name)
def test_components_start_with_a_comment_that_names_their_inputs(path: Path) -> None:
    assert re.match(r"\{# .+ #\}|\{% comment %\}", path.read_text(encoding="utf-8"))


def messages(entries: Iterable[polib.POEntry | polib.MOEntry]) -> dict[tuple[str, str], tuple[str, dict[int, str]]]:
    return {(entry.msgctxt or "", entry.msgid): (entry.msgstr, entry.msgstr_plural) for entry in entries}


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_compiled_catalogue_is_up_to_date(path: Path) -> None:
    """Compiled catalogues are kept with the code, as not everybody has gettext; `make messages` writes them."""
    written = messages(entry for entry in polib.pofile(str(path)) if entry.translated() and not entry.obsolete)
    compiled = messages(polib.mofile(str(path.with_suffix(".mo"))))
    assert compiled == written


@pytest.mark.parametrize("path", CATALOGUES, ids=name)
def test_catalogue_is_complete(path: Path) -> None:
    catalogue = polib.pofile(str(path))
    assert [entry.msgid for entry in [*catalogue.untranslated_entries(), *catalogue.fuzzy_entries()]] == []


def test_environment_variables_are_documented() -> None:
    """Each variable that the settings read has its line in docs/settings.md, and no other has one."""
    source = "".join((PROJECT / "newsdesk" / file).read_text() for file in ("settings.py", "database.py"))
    read = set(re.findall(r"env\.(?:string|boolean|integer|path|words)\(\s*\"([A-Z_]+)\"", source))
    documented = set(re.findall(r"^\| `([A-Z_]+)`", (PROJECT / "docs" / "settings.md").read_text(), re.MULTILINE))
    assert documented == read
