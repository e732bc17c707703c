from django.http import QueryDict
from django.utils import translation

from articles.models import Mention
from articles.templatetags.spans import mention_links


def test_mention_links_keep_the_address_and_escape_the_words() -> None:
    mention = Mention(pk=7, text="l&rsquo;Élysée <b>", label="ORG", status="proposed")
    with translation.override("fr"):
        html = mention_links([mention], QueryDict("order=doubt&mention=3"))
    assert html == (
        '<li><a href="?order=doubt&amp;mention=7#panel">l’Élysée &lt;b&gt;</a> '
        '<span class="muted">Organisation, proposé</span></li>'
    )


def test_mention_links_stand_alone_in_a_bare_address() -> None:
    html = mention_links([Mention(pk=7, text="Oslo", label="GPE", status="accepted")], QueryDict(""))
    assert html.startswith('<li><a href="?mention=7#panel">Oslo</a>')
