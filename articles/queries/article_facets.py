"""Which articles a reader asks for by words and filters, as SQL."""

from dataclasses import dataclass, field, replace
from datetime import date

from articles.enums import MentionLabel
from articles.queries.rows import Sql, all_of
from articles.search.question import Question
from articles.search.runs import parted

#: How many lines the lists of countries and actors have; of sources and years, whose counts add up, all are counted.
SHOWN = 12
#: Of many articles found, so many of the newest and so many of the newest with the words in the title are ranked.
RANKED = 300
BEST, NEWEST = "", "date"
BITS = {label: 1 << place for place, label in enumerate(MentionLabel.values)}


@dataclass(frozen=True)
class Wanted:
    """What a reader asks for; every part may be left out. Days are those of the articles."""

    question: Question = field(default_factory=Question)
    source: int | None = None
    start: date | None = None
    end: date | None = None
    country: str = ""
    actor: int | None = None
    label: str = ""
    state: str = ""
    sort: str = BEST
    #: Articles with greater keys came later than what is looked through page by page.
    known: int | None = None

    def known_until(self, key: int) -> "Wanted":
        return replace(self, known=key)


def statement(wanted: Wanted) -> Sql:
    """The numbers of all articles with the words, and the keys of those with the words in the title to rank by."""
    question = wanted.question
    rest, phrases = parted(question)
    conditions = [Sql("words @@ %s::tsquery", [rest])] if rest or (question and not phrases) else []
    conditions += [Sql("newsdesk_runs(words) && %s::text[]", [runs]) for runs in phrases]
    conditions += [Sql("article_id <= %s", [wanted.known])] if wanted.known is not None else []
    titled = Sql(TITLED, [question.ranked]) if question.ranked else Sql("NULL")
    found = all_of(conditions)
    text = f"SELECT (SELECT string_agg(numbers, '') FROM articles_searchedarticle WHERE {found.text}), ({titled.text})"  # noqa: S608
    return Sql(text, [*found.values, *titled.values])


TITLED = """
SELECT string_agg(int4send(id::int), '') FROM articles_article WHERE search_vector @@ %s::tsquery
"""
