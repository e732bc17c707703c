"""The rules of the house that a program can check; one test a rule, which names all files that break it."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
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
    **dict.fromkeys(("forms", "exporters", "pictures"), 2),
    "actions": 3,
    **dict.fromkeys(("queries", "search"), 4),
    "models": 5,
    **dict.fromkeys(("enums", "exceptions", "permissions", "validators"), 6),
}
# Modules that put tags of ours around foreign text, escape all of it, and have tests that try to inject markup.
MARKUP_MAKERS = {
    "articles/search/headlines.py",
    "articles/templatetags/annotated_text.py",
    "articles/templatetags/article_items.py",
    "articles/templatetags/fields.py",
    "articles/templatetags/meeting_cards.py",
    "articles/templatetags/mention_panel.py",
    "articles/templatetags/pressing.py",
    "articles/templatetags/saved_edits.py",
    "articles/templatetags/keys.py",
    "articles/templatetags/spans.py",
    "articles/templatetags/searching.py",
    "articles/templatetags/records.py",
    "articles/templatetags/statement_items.py",
}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 30
LONGEST_TEMPLATE = 120


def name(path: Path) -> str:
    return str(path.relative_to(PROJECT))


def broken(paths: Iterable[Path], rule: Callable[[Path], object]) -> dict[str, object]:
    """The files that break a rule, with what breaks it."""
    return {name(path): found for path in paths if (found := rule(path))}


def in_layer(layer: str) -> list[Path]:
    return [path for path in SOURCES if own_layer(path) == layer]


@cache
def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(read(path))))


@cache
def imports(path: Path) -> set[str]:
    """Dotted names a module imports other than for types; `from articles import models` is `articles.models`."""
    return set(imported(walk_at_run_time(nodes(path)[0])))


def imported(found: Iterable[ast.AST]) -> Iterator[str]:
    for node in found:
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
    return (node for node in nodes(path) if isinstance(node, ast.FunctionDef))


def body_lines(function: ast.FunctionDef) -> int:
    """Lines without the signature's and the docstring's."""
    body = function.body[1:] if ast.get_docstring(function) and len(function.body) > 1 else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1


def test_imports_go_downwards() -> None:
    def upwards(path: Path) -> set[str]:
        level = LAYERS.get(own_layer(path), 0)
        return {found for found in imports(path) if level and LAYERS.get(layer_of(found), 9) < level}

    assert broken(SOURCES, upwards) == {}


def test_imports_are_absolute() -> None:
    assert broken(SOURCES, lambda path: "relative import" in imports(path)) == {}


def test_annotation_knows_no_django_and_no_database() -> None:
    closed = {"actions", "models", "queries", "search", "forms", "views", "importers", "exporters", "management"}

    def foreign(path: Path) -> set[str]:
        packages = {"django", "psycopg"}
        return {each for each in imports(path) if each.split(".")[0] in packages or layer_of(each) in closed}

    assert broken(in_layer("nlp"), foreign) == {}


def test_importers_know_no_models() -> None:
    closed = {"actions", "models", "queries", "search", "forms", "views", "exporters", "management"}

    def foreign(path: Path) -> set[str]:
        return {each for each in imports(path) if layer_of(each) in closed or each.startswith("django.db")}

    assert broken(in_layer("importers"), foreign) == {}


def test_modules_are_named_for_what_they_do() -> None:
    assert broken(SOURCES, lambda path: path.stem in {"utils", "helpers", "common", "misc"}) == {}


def test_modules_stay_short() -> None:
    def lines(path: Path) -> int:
        count = len(read(path).splitlines())
        return count if count > LONGEST_MODULE else 0

    assert broken(SOURCES, lines) == {}


def test_functions_stay_short() -> None:
    def long(path: Path) -> dict[str, int]:
        return {found.name: body_lines(found) for found in functions(path) if body_lines(found) > LONGEST_FUNCTION}

    assert broken(SOURCES, long) == {}


def test_nothing_prints_or_trusts_foreign_text() -> None:
    def called(path: Path) -> set[str]:
        calls = (node.func for node in nodes(path) if isinstance(node, ast.Call))
        trusting = set() if name(path) in MARKUP_MAKERS else {"mark_safe", "SafeString"}
        return {getattr(each, "id", getattr(each, "attr", "")) for each in calls} & {"print", *trusting}

    assert broken(SOURCES, called) == {}


def test_actions_take_flags_by_keyword_only() -> None:
    def flags(path: Path) -> set[str]:
        return {
            f"{function.name}({argument.arg})"
            for function in functions(path)
            for argument in [*function.args.posonlyargs, *function.args.args]
            if isinstance(argument.annotation, ast.Name) and argument.annotation.id == "bool"
        }

    assert broken(in_layer("actions"), flags) == {}


def test_templates_stay_short() -> None:
    def lines(path: Path) -> int:
        count = len(read(path).splitlines())
        return count if count > LONGEST_TEMPLATE else 0

    assert broken(TEMPLATES, lines) == {}


def test_templates_escape_what_they_show() -> None:
    assert broken(TEMPLATES, lambda path: re.findall(r"\|\s*safe(?:seq)?\b|autoescape off", read(path))) == {}


def test_templates_hold_no_inline_code_or_style() -> None:
    """The Content-Security-Policy would refuse it in the browser."""

    def inline(path: Path) -> list[str]:
        text = re.sub(r"\{%.*?%\}", "", read(path), flags=re.DOTALL)
        return re.findall(r"<style\b|\sstyle=|\son[a-z]+=[\"']|<script(?![^>]*\bsrc=)[^>]*>|javascript:", text)

    assert broken(TEMPLATES, inline) == {}


def test_components_start_with_a_comment_that_names_their_inputs() -> None:
    components = [path for path in TEMPLATES if path.parent.name == "components"]
    assert broken(components, lambda path: not re.match(r"\{# .+ #\}|\{% comment %\}", read(path))) == {}


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
