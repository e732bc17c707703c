"""The live meetings and statements of an article as its page shows them, in two queries."""

from dataclasses import dataclass

from articles.enums import DECIDED, EvidenceField, PartTaken
from articles.models import Article
from articles.queries.evidence import EvidenceSpan
from articles.queries.rows import Row, rows_of

REPORTS = """
SELECT r.id, r.status, r.confidence, editor.username, r.meeting_id, r.meeting_status, r.date_value, r.duration,
    place.kind, place.country, place.name,
    (SELECT json_agg(json_build_array(actor.slug, actor.name, took.part) ORDER BY took.id)
     FROM articles_reportparticipant took JOIN articles_actor actor ON actor.id = took.actor_id
     WHERE took.report_id = r.id),
    (SELECT json_agg(json_build_array(piece.field, piece.start, piece."end") ORDER BY piece.start, piece.id)
     FROM articles_evidence piece WHERE piece.report_id = r.id)
FROM articles_meetingreport r
    LEFT JOIN articles_place place ON place.id = r.place_id
    LEFT JOIN auth_user editor ON editor.id = r.decided_by_id
WHERE r.article_id = %s AND r.status <> 'rejected'
ORDER BY r.id
"""
STATEMENTS = """
SELECT s.id, s.status, s.confidence, editor.username, s.direct, speaker.slug, speaker.name, words.text,
    addressee.slug, addressee.name,
    s.quote_start, s.quote_end, s.cue_start, s.cue_end, s.addressed_start, s.addressed_end
FROM articles_statement s
    LEFT JOIN articles_actor speaker ON speaker.id = s.speaker_id
    LEFT JOIN articles_mention words ON words.id = s.speaker_mention_id
    LEFT JOIN articles_actor addressee ON addressee.id = s.addressee_id
    LEFT JOIN auth_user editor ON editor.id = s.decided_by_id
WHERE s.article_id = %s AND s.status <> 'rejected'
ORDER BY s.quote_start
"""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a row stands: a proposal, more or less sure, or decided, by whom if that is known."""

    status: str
    confidence: float | None
    decided_by: str | None

    @property
    def is_decided(self) -> bool:
        return self.status in DECIDED


@dataclass(frozen=True, slots=True)
class Named:
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Participant:
    actor: Named
    part: str


@dataclass(frozen=True, slots=True)
class PlaceHere:
    kind: str
    country: str
    name: str


@dataclass(frozen=True, slots=True)
class ReportHere:
    """What the article tells of a meeting, in the words that say so."""

    pk: int
    verdict: Verdict
    meeting_id: int | None
    meeting_status: str
    date_value: str
    duration: int | None
    place: PlaceHere | None
    participants: list[Participant]
    quotes: list[str]
    topics: list[str]
    spans: list[EvidenceSpan]

    @property
    def hosts(self) -> list[Participant]:
        return [one for one in self.participants if one.part == PartTaken.HOST]

    @property
    def visitors(self) -> list[Participant]:
        return [one for one in self.participants if one.part == PartTaken.VISITOR]


@dataclass(frozen=True, slots=True)
class StatementHere:
    pk: int
    verdict: Verdict
    direct: bool
    speaker: Named | None
    #: The words that name the speaker, where nobody knows who that is.
    speaker_words: str | None
    addressee: Named | None
    quote: str
    spans: list[EvidenceSpan]


def reports_here(article: Article) -> list[ReportHere]:
    return [report_here(article.text, row) for row in rows_of(REPORTS, [article.pk])]


def report_here(text: str, row: Row) -> ReportHere:
    """The quotes are the sentences; where none is marked, whatever spans there are."""
    pk, *verdict, meeting_id, meeting_status, date_value, duration, kind, country, name, people, pieces = row
    spans = pieces or []
    sentences = [piece for piece in spans if piece[0] == EvidenceField.SENTENCE] or spans
    return ReportHere(
        pk=pk,
        verdict=Verdict(*verdict),
        meeting_id=meeting_id,
        meeting_status=meeting_status,
        date_value=date_value,
        duration=duration,
        place=PlaceHere(kind, country, name) if name is not None else None,
        participants=[Participant(Named(slug, called), part) for slug, called, part in people or ()],
        quotes=list(dict.fromkeys(text[start:end] for _field, start, end in sentences)),
        topics=[text[start:end] for field, start, end in spans if field == EvidenceField.TOPIC],
        spans=[EvidenceSpan(start, end, f"r-{pk}") for _field, start, end in spans],
    )


def statements_here(article: Article) -> list[StatementHere]:
    return [statement_here(article.text, row) for row in rows_of(STATEMENTS, [article.pk])]


def statement_here(text: str, row: Row) -> StatementHere:
    """The spans are those of the quote, of what introduces it and of what says to whom."""
    pk, status, confidence, editor, direct, slug, name, words, other_slug, other_name, first, last, *others = row
    bounds = [(first, last), *zip(others[::2], others[1::2], strict=True)]
    return StatementHere(
        pk=pk,
        verdict=Verdict(status, confidence, editor),
        direct=direct,
        speaker=Named(slug, name) if slug is not None else None,
        speaker_words=words,
        addressee=Named(other_slug, other_name) if other_slug is not None else None,
        quote=text[first:last],
        spans=[EvidenceSpan(start, end, f"s-{pk}") for start, end in bounds if start is not None and end is not None],
    )
