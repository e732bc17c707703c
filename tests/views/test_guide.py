import re
from itertools import pairwise
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.template import Context, Template
from django.test import Client

from articles.enums import MentionLabel
from tests.factories import ArticleFactory, MentionFactory

pytestmark = pytest.mark.django_db
RECORDS = ("link", "meeting", "statement", "note")
TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "guide"


def page(client: Client, language: str) -> str:
    return client.get("/guide/", headers={"accept-language": language}).text


@pytest.mark.parametrize(
    ("language", "title"), [("fr", "Guide d’annotation"), ("en", "Annotation guide"), ("de", "Guide")]
)
def test_guide_is_in_the_language_of_the_page(client: Client, language: str, title: str) -> None:
    assert f"<h1>{title}" in page(client, language)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_guide_has_an_anchor_for_each_label_and_kind_of_record(client: Client, language: str) -> None:
    text = page(client, language)
    for name in (*MentionLabel.values, *RECORDS):
        assert (text.count(f' id="{name}"'), f'href="#{name}"' in text) == (1, True)


def test_both_languages_have_the_same_sections_and_examples() -> None:
    shapes = []
    for language in ("fr", "en"):
        text = "".join((TEMPLATES / language / name).read_text() for name in ("text.html", "records.html"))
        shapes.append((re.findall(r'id="([^"]+)"', text), re.findall(r"{% example .*? %}", text), text.count("<li>")))
    assert [one == other for one, other in pairwise(shapes)] == [True]


def test_examples_are_drawn_as_annotated_text_and_escaped() -> None:
    drawn = Template('{% load guide %}{% example "<b> [PER Clara & co] dit [+ oui]." %}').render(Context())
    assert drawn == (
        '<p class="text example" lang="fr">&lt;b&gt; <mark class="PER" data-label="PER" data-letter="P"'
        ' data-status="accepted">Clara &amp; co</mark> dit <span class="evidence lit">oui</span>.</p>'
    )


def test_each_label_of_the_annotation_page_leads_to_its_rules(client: Client, editor: User) -> None:
    client.force_login(editor)
    article = ArticleFactory()
    mention = MentionFactory(article=article)
    text = client.get(f"/articles/{article.pk}/annotate/?mention={mention.pk}").text
    legend = text.partition('class="legend"')[2].partition("</ul>")[0]
    assert [f"/guide/#{label}" in legend for label in MentionLabel.values] == [True] * 7
    panel = text.partition('id="panel"')[2].partition("</aside>")[0]
    assert [f"/guide/#{name}" in panel for name in ("PER", "meeting", "statement", "note")] == [True] * 4
