"""The one place that builds HTML from a text and the spans over it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

import pytest
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from articles.models import Actor, Mention
from articles.nlp.legible import shown_instead
from articles.queries.evidence import EvidenceSpan
from articles.templatetags.annotated_text import annotated_text
from tests.counting import calls


@dataclass(frozen=True)
class ZoneSpan:
    start: int
    end: int
    kind: str


class Reader(HTMLParser):
    """Reads the text as a browser does, and at which stored offset each element with `data-start` begins."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.length = 0
        self.stored: list[int] = []
        self.starts: list[tuple[int, int]] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        start = dict(attrs).get("data-start")
        if start is not None:
            self.starts.append((int(start), self.length))
        self.stored.append(int(dict(attrs).get("data-stored") or 0))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.stored.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        self.length += (self.stored and self.stored[-1]) or len(data)


def mention(start: int, end: int, label: str = "PER", pk: int = 1, **fields: object) -> Mention:
    return Mention(pk=pk, start=start, end=end, label=label, text="", status="proposed", **fields)


TEXT = st.lists(
    st.one_of(
        st.sampled_from([*"ab <>&\"'\r\n\u00a0\u202f\u0301é😀\t", "&rsquo;", "&lt;", "Ã©", "&#128512;"]),
        st.characters(exclude_categories=["Cs"], min_codepoint=32),
    ),
    min_size=1,
    max_size=60,
).map("".join)
SPANS = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6)


@given(text=TEXT, zones=SPANS, mentions=SPANS, evidence=SPANS)
@example(text="a\r\n\r\nb", zones=[(0, 1)], mentions=[(0, 6)], evidence=[(0, 3), (2, 6)])
@example(text="x\n\ny", zones=[], mentions=[], evidence=[(0, 4)])
@example(text="a&#128512;\r", zones=[], mentions=[(0, 11)], evidence=[])
@example(text="\ra b", zones=[], mentions=[(0, 2)], evidence=[])
def test_annotated_text_keeps_every_character_of_the_text(
    text: str, zones: list[tuple[int, int]], mentions: list[tuple[int, int]], evidence: list[tuple[int, int]]
) -> None:
    kinds = ["headline", "dateline", "body", "subheading", "credits", "body"]
    html = annotated_text(
        text,
        [ZoneSpan(*span, kind) for span, kind in zip(zones, kinds, strict=False)],
        [mention(*span, pk=pk) for pk, span in enumerate(mentions)],
        [EvidenceSpan(*span, f"r-{number % 2}") for number, span in enumerate(evidence)],
    )
    read = Reader(html)
    assert read.length == len(text)
    if not shown_instead(text):
        assert read.text == text
    assert "\r" not in html  # a browser would read a bare one as a line feed
    assert [stated for stated, _ in read.starts] == [real for _, real in read.starts]
    assert read.open == []


def test_annotated_text_escapes_what_it_is_given() -> None:
    actor = Actor(pk=1, slug="x", name='"><script>alert(1)</script>')
    html = annotated_text("<script>alert('é')</script>", [], [mention(0, 8, actor=actor)])
    assert html == (
        '<p class="block body" data-start="0"><mark id="m-1" class="PER" data-label="PER" data-letter="P"'
        ' data-status="proposed" data-start="0" data-end="8" data-version="1"'
        ' title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; (Person, proposed)">&lt;script&gt;</mark>'
        "alert(&#x27;é&#x27;)&lt;/script&gt;</p>"
    )


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_annotated_text_typesets_zones_and_joins_the_dateline_to_its_paragraph() -> None:
    text = "ANKARA (A) – Ils ont parlé.\n\nSUITE\n\nFin."
    zones = [ZoneSpan(0, 12, "dateline"), ZoneSpan(13, 27, "body"), ZoneSpan(29, 34, "subheading")]
    assert annotated_text(text, zones, []) == (
        '<p class="block body" data-start="0"><span class="dateline" data-start="0">ANKARA (A) –</span>'
        ' Ils ont parlé.</p><span class="gap" data-start="27">\n\n</span>'
        '<h2 class="block subheading" data-start="29">SUITE</h2><span class="gap" data-start="34">\n\n</span>'
        '<p class="block body" data-start="36">Fin.</p>'
    )


def test_annotated_text_tells_how_sure_a_proposal_is_and_points_out_the_doubtful() -> None:
    sure = mention(0, 1, pk=1, confidence=0.8)
    doubtful = mention(2, 3, pk=2, confidence=0.9, link_confidence=0.8)
    unmeasured, decided = mention(4, 5, pk=3), mention(6, 7, pk=4, confidence=0.1)
    decided.status = "accepted"
    html = annotated_text("a b c d", [], [sure, doubtful, unmeasured, decided])
    marks = re.findall(r'data-end="\d"( data.*?)? title="(.*?)"', html)
    assert marks == [
        (' data-version="1" data-sure="0.8"', "Person, proposed, 80% sure"),
        (' data-version="1" data-sure="0.72" data-doubtful', "Person, proposed, 72% sure"),
        (' data-version="1"', "Person, proposed"),
        (' data-version="1"', "Person, accepted"),
    ]


def test_annotated_text_cuts_overlapping_evidence_inside_and_outside_a_mark() -> None:
    html = annotated_text(
        "abcdef", [], [mention(2, 4, "GPE")], [EvidenceSpan(0, 3, "r-1"), EvidenceSpan(1, 6, "s-2")], ["s-2"]
    )
    assert html == (
        '<p class="block body" data-start="0">'
        '<span class="anchor" id="r-1"></span><span class="evidence" data-evidence="r-1">a</span>'
        '<span class="anchor" id="s-2"></span><span class="evidence lit" data-kept data-evidence="r-1 s-2">b</span>'
        '<mark id="m-1" class="GPE" data-label="GPE" data-letter="C" data-status="proposed" data-start="2"'
        ' data-end="4" data-version="1" title="Country, city, proposed">'
        '<span class="evidence lit" data-kept data-evidence="r-1 s-2">c</span>'
        '<span class="evidence lit" data-kept data-evidence="s-2">d</span></mark>'
        '<span class="evidence lit" data-kept data-evidence="s-2">ef</span></p>'
    )


def test_annotated_text_never_ends_a_paragraph_inside_a_mention() -> None:
    html = annotated_text("a\n\nb", [], [mention(0, 4)])
    assert html.count("<p ") == 1
    assert html.count("<mark ") == 1


def test_annotated_text_leaves_out_mentions_that_overlap_or_lie_outside() -> None:
    html = annotated_text("abcd", [], [mention(0, 2, pk=1), mention(1, 3, pk=2), mention(3, 9, pk=3)])
    assert [f'id="m-{pk}"' in html for pk in (1, 2, 3)] == [True, False, False]


def test_annotated_text_of_twice_the_length_takes_twice_the_work() -> None:
    def work(mentions: int) -> int:
        text = "Antony Blinken a dit vingt mots. " * mentions * 3
        marks = [mention(start, start + 14, pk=start) for start in range(0, mentions * 33, 33)]
        evidence = [EvidenceSpan(start, start + 40, f"r-{start}") for start in range(0, mentions * 33 // 2, 99)]
        return calls(lambda: annotated_text(text, [], marks, evidence))

    work(10)
    assert work(1_000) < 2.5 * work(500)


def test_annotated_text_shows_the_character_that_an_entity_stands_for() -> None:
    html = annotated_text("l&rsquo;&Eacute;tat, dÃ©jÃ  &amp;lt;b&gt;", [], [mention(8, 19, "ORG")])
    assert html == (
        '<p class="block body" data-start="0">l<span data-stored="7">’</span>'
        '<mark id="m-1" class="ORG" data-label="ORG" data-letter="O" data-status="proposed" data-start="8"'
        ' data-end="19" data-version="1" title="Organisation, proposed"><span data-stored="8">É</span>tat</mark>'
        ', d<span data-stored="2">é</span>j<span data-stored="1">à</span>  '
        '<span data-stored="8">&lt;</span>b<span data-stored="4">&gt;</span></p>'
    )


def test_annotated_text_shows_an_entity_as_it_is_where_a_mention_cuts_it() -> None:
    html = annotated_text("l&rsquo;Union", [], [mention(5, 13, "ORG")])
    assert "l&amp;rsq<mark " in html
    assert ">uo;Union</mark>" in html


def test_annotated_text_never_makes_markup_of_what_entities_stand_for() -> None:
    text = "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &amp;lt;b&amp;gt;"
    html = annotated_text(text, [], [mention(0, 20)])
    read = Reader(html)
    assert read.text == '<script>alert("x")</script> <img src=x onerror=alert(1)> <b>'
    assert ("<script" in html, "<img" in html, "<b>" in html) == (False, False, False)
