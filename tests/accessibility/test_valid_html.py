"""Every page is valid HTML: nothing for a browser to guess, no id twice, no reference into nothing."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import pytest
from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.test import Client

from tests.e2e.every_page import World, addresses, world

pytestmark = pytest.mark.django_db

#: Elements that hold words and what stands within them, and those that never stand there.
PHRASES = {
    "span",
    "button",
    "label",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "em",
    "strong",
    "b",
    "q",
    "cite",
    "time",
    "summary",
    "dt",
}
BLOCKS = {
    "div",
    "p",
    "ul",
    "ol",
    "dl",
    "table",
    "section",
    "article",
    "form",
    "blockquote",
    "fieldset",
    "header",
    "nav",
}
CHILDREN = {
    "ul": {"li", "template", "script"},
    "ol": {"li", "template", "script"},
    "dl": {"dt", "dd", "div", "template", "script"},
    "tr": {"td", "th", "template", "script"},
}
ACTIVE = {"a", "button", "input", "select", "textarea", "details", "label", "summary"}
REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "list", "form")


@pytest.fixture
def made(editor: User, manager: User) -> World:
    return world(editor, manager)


def faults(html: str) -> Iterator[str]:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(html)
    yield from (f"line {place[0]}: {code} {told}" for place, code, told in parser.errors)
    yield from wrong_ids(list(document.iter()))
    yield from misplaced(document, ())


def wrong_ids(elements: list[Element]) -> Iterator[str]:
    ids = Counter(element.get("id") for element in elements if "id" in element.attrib)
    yield from (f"id {each} {number} times" for each, number in ids.items() if number > 1 or not each or " " in each)
    for element in elements:
        for name in REFERRING:
            told = (element.get(name) or "").split() if element.tag != "output" else []
            yield from (f"{element.tag} {name}={each}" for each in told if each not in ids)


def misplaced(element: Element, within: tuple[str, ...]) -> Iterator[str]:
    """What stands where the content model has no place for it."""
    tag = str(element.tag)
    if tag in BLOCKS and PHRASES & set(within):
        yield f"{tag} in {sorted(PHRASES & set(within))}"
    if within and tag not in CHILDREN.get(within[-1], {tag}):
        yield f"{tag} in {within[-1]}"
    if tag in ACTIVE - {"input", "label", "summary"} and {"a", "button"} & set(within):
        yield f"{tag} in a link or button"
    if tag == "img" and "alt" not in element.attrib:
        yield "img without alt"
    for child in element:
        yield from misplaced(child, () if tag in {"svg", "template"} else (*within, tag))


@pytest.mark.parametrize("role", ["nobody", "reader", "editor", "manager"])
def test_every_page_is_valid(client: Client, made: World, role: str, request: pytest.FixtureRequest) -> None:
    if role != "nobody":
        client.force_login(request.getfixturevalue(role))
    found: list[str] = []
    looked_at = 0
    for name, address in addresses(made).items():
        answer = client.get(address)
        if answer.status_code in {200, 404} and "html" in answer.headers["Content-Type"]:
            looked_at += 1
            html = answer.content.decode()
            found += [f"{name}: {fault}" for fault in faults(html)]
            assert (name, html.count('rel="stylesheet"')) == (name, 1)
    assert looked_at > 10
    assert found == []


@pytest.mark.parametrize("template", ["403.html", "404.html", "500.html"])
def test_error_pages_are_valid(template: str) -> None:
    assert list(faults(render_to_string(template))) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<p><div></div></p>", "unexpected-end-tag"),
        ("<span><div></div></span>", "div in ['span']"),
        ("<i id=a></i><i id=a></i>", "id a 2 times"),
        ("<label for=nothing>x</label>", "label for=nothing"),
        ("<ul><p></p></ul>", "p in ul"),
        ("<button><a href=x>y</a></button>", "a in a link or button"),
        ("<b>x", "expected-one-end-tag"),
    ],
)
def test_faults_are_found(body: str, fault: str) -> None:
    told = list(faults(f"<!DOCTYPE html><html lang=en><head><title>x</title></head><body>{body}</body></html>"))

    assert any(fault in each for each in told), told
