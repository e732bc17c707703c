"""Every word that people see is marked for translation and stands in both catalogues."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

from tests.test_conventions import CATALOGUES, PROJECT, SOURCES, TEMPLATES, broken, nodes, read

#: Texts written once for each language; tests/views/test_guide.py compares them.
BY_LANGUAGE = re.compile(r"templates/guide/[a-z]{2}/")
SCRIPTS = sorted((PROJECT / "static" / "js").rglob("*.js"))
MARKING = {
    "_",
    "gettext",
    "gettext_lazy",
    "gettext_noop",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "npgettext",
}

Message = tuple[str, str]

# Templates as Django prepares them for xgettext: calls with Python strings.
STRING = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALL = re.compile(rf"\b(_|n?p?gettext)\(\s*({STRING})(?:\s*,\s*({STRING}))?")

#: What is the same in every language.
NAMES = {"newsdesk", "F1", "CSV", "JSON", "LD", "GeoJSON", "PLOVER", "API", "OpenAPI", "BibTeX", "RIS", "CSL"}
WORD = re.compile(r"[^\W\d_]{2,}")
SHOWN_ATTRIBUTES = {"alt", "aria-label", "aria-description", "label", "placeholder", "title"}


def marked_in_python(path: Path) -> Iterator[Message]:
    for node in nodes(path):
        name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        if name in MARKING:
            given = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            yield (given[0], given[1]) if "pgettext" in name else ("", given[0])


def marked_in_template(path: Path) -> Iterator[Message]:
    for name, first, second in CALL.findall(templatize(read(path))):
        texts = [ast.literal_eval(each) for each in (first, second) if each]
        yield (texts[0], texts[1]) if "pgettext" in name else ("", texts[0])


@pytest.mark.parametrize("path", CATALOGUES, ids=str)
def test_catalogue_has_every_marked_string(path: Path) -> None:
    known = {(entry.msgctxt or "", entry.msgid) for entry in polib.pofile(str(path)) if not entry.obsolete}
    missing = {
        **broken(SOURCES, lambda source: [each for each in marked_in_python(source) if each not in known]),
        **broken(TEMPLATES, lambda source: [each for each in marked_in_template(source) if each not in known]),
    }
    assert missing == {}


class Shown(HTMLParser):
    """The words that a template shows by itself: text, and attributes that are read out or shown."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "kbd", "code"):
            self.inside.append(tag)
        for name, value in attrs:
            sentence = name.startswith("data-") and len(WORD.findall(value or "")) > 1 and " " in (value or "")
            if name in SHOWN_ATTRIBUTES or sentence:
                self.keep(value or "")

    def handle_endtag(self, tag: str) -> None:
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.keep(data)

    def keep(self, text: str) -> None:
        if [word for word in WORD.findall(text) if word not in NAMES]:
            self.words.append(" ".join(text.split()))


def unmarked_in_template(source: str) -> list[str]:
    """Words outside of tags, variables and comments; what stands between `{%` and `%}` are names or marked."""
    for pattern in (
        r"\{#.*?#\}",
        r"\{% comment %\}.*?\{% endcomment %\}",
        r"\{% blocktrans(?:late)?\b.*?\{% endblocktrans(?:late)? %\}",
        r"\{% block layout %\}.*?\{% endblock %\}",  # class names
        r"\{%.*?%\}",
        r"\{\{.*?\}\}",
    ):
        source = re.sub(pattern, "", source, flags=re.DOTALL)
    return Shown(source).words


def test_templates_show_no_words_that_are_not_marked() -> None:
    ours = [path for path in TEMPLATES if not BY_LANGUAGE.search(str(path))]
    assert broken(ours, lambda path: unmarked_in_template(read(path))) == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Hello</p>", ["Hello"]),
        ('<a title="Go on" href="/x">{{ word }}</a>', ["Go on"]),
        ('<p data-told="You are late">{% translate "Hi" %}</p>', ["You are late"]),
        ('<p data-open="keys-help" class="two words">12 · {{ a }} – <kbd>Enter</kbd></p>', []),
        ('{# About #}<img alt="{% translate "Sun" %}">{% blocktranslate %}Hi{% endblocktranslate %}', []),
        ("{% if a %}<b>Yes, {{ b }}</b>{% endif %}", ["Yes,"]),
    ],
)
def test_words_that_are_not_marked_are_found(source: str, found: list[str]) -> None:
    assert unmarked_in_template(source) == found


# A sentence, or anything put where it is seen or heard.
SENTENCE = re.compile(r"""(["'`])([A-ZÀ-Ý][a-zà-ÿ]+ [^"'`\n]*?)\1""")
SINK = re.compile(
    r"""(?:\b(?:textContent|innerText|title|ariaLabel|placeholder)\s*=\s*|setAttribute\("(?:aria-label|title)",\s*"""
    r"""|\b(?:announce|say|alert|confirm)\(\s*)(["'`])([^"'`\n]*[^\W\d_]{2}[^"'`\n]*?)\1"""
)


def unmarked_in_script(source: str) -> list[str]:
    """Scripts take their words from the page, where templates have marked them."""
    source = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", source, flags=re.DOTALL)
    shown = [words for pattern in (SENTENCE, SINK) for _quote, words in pattern.findall(source)]
    return [words for words in shown if WORD.search(re.sub(r"\$\{.*?\}", "", words))]


def test_scripts_hold_no_words_of_their_own() -> None:
    assert broken(SCRIPTS, lambda path: unmarked_in_script(read(path))) == {}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('announce("saved");', ["saved"]),
        ('const told = "Not saved yet";', ["Not saved yet"]),
        ("box.textContent = `${count} left`;", ["${count} left"]),
        ('box.setAttribute("aria-label", "close");', ["close"]),
        ('announce(pane.dataset.caret); // Say "Hello you"', []),
        ('box.textContent = `${count} / ${all}`; page.querySelector("form[data-bare] input");', []),
    ],
)
def test_words_in_scripts_are_found(source: str, found: list[str]) -> None:
    assert unmarked_in_script(source) == found


def plain(node: ast.AST | None) -> str:
    """The words of a string in the code that nothing marks."""
    text = node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""
    return text if WORD.search(text) else ""


def unmarked_in_python(tree: list[ast.AST]) -> list[str]:
    """Labels of fields and choices, and messages, given as plain strings."""
    found = []
    for node in tree:
        if isinstance(node, ast.Call):
            found += [plain(each) for each in shown_by(node)]
        if isinstance(node, ast.ClassDef) and any(getattr(base, "attr", "") == "TextChoices" for base in node.bases):
            values = [each.value for each in node.body if isinstance(each, ast.Assign)]
            found += [plain(each.elts[-1] if isinstance(each, ast.Tuple) else each) for each in values]
    return [words for words in found if words]


def shown_by(call: ast.Call) -> Iterator[ast.AST]:
    """What a call shows to people."""
    name, owner = getattr(call.func, "attr", getattr(call.func, "id", "")), getattr(call.func, "value", None)
    keywords = {each.arg: each.value for each in call.keywords}
    if name.endswith("Field"):
        yield from (keywords[each] for each in ("label", "empty_label") if each in keywords)
    if name == "ValidationError":
        yield from call.args[:1]
    if getattr(owner, "id", "") == "messages":
        yield from call.args[1:2]
    if "violation_error_message" in keywords:
        yield keywords["violation_error_message"]


def test_forms_choices_and_messages_are_marked() -> None:
    assert broken(SOURCES, lambda path: unmarked_in_python(nodes(path))) == {}


@pytest.mark.parametrize(
    "source",
    [
        'forms.CharField(label="Name")',
        'messages.error(request, "Try again")',
        'raise ValidationError("No such place.")',
        'class Kind(models.TextChoices):\n    CALL = "call", "telephone call"',
        'class Kind(models.TextChoices):\n    CALL = "call"',
    ],
)
def test_plain_words_in_python_are_found(source: str) -> None:
    assert len(unmarked_in_python(list(ast.walk(ast.parse(source))))) == 1
