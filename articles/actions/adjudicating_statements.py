"""The statements that an adjudicator takes from two readings become decisions in the collection."""

from collections.abc import Mapping

from django.contrib.auth.models import User

from articles.actions.statements import (
    accept_statement,
    add_statement,
    change_statement,
    fields_of,
    reject_statement,
)
from articles.enums import AnnotationStatus, Taken
from articles.models import DoubleReading, ReadingStatement, Ruling, Statement
from articles.queries.double_reading import Comparison
from articles.queries.statement_readings import StatementPair, best_pairs, facts


def settle_statements(double: DoubleReading, found: Comparison, *, by: User, choices: Mapping[str, Taken]) -> None:
    """The article's statements then are exactly what was taken, as its mentions and meetings are."""
    verdicts = [(pair, *statement_taken(pair, choices)) for pair in found.statements]
    wanted = [row for _pair, _taken, row in verdicts if row is not None]
    live = double.article.statements.live().select_related("speaker__merged_into", "addressee__merged_into")
    left = list(live.order_by("pk"))
    standing = dict(best_pairs(double.article.text, wanted, left))
    for pair, taken, row in verdicts:
        settled = settle_statement(double, row, standing.get(row), by=by) if row else None
        seen = row or pair.first or pair.second
        if seen is not None:
            place = {"start": seen.quote_start, "end": seen.quote_end}
            Ruling.objects.create(double=double, taken=taken, statement=settled, **place)
    for statement in left:
        if statement not in standing.values():
            reject_statement(statement, by=by, version=statement.version)


def statement_taken(pair: StatementPair, choices: Mapping[str, Taken]) -> tuple[Taken, ReadingStatement | None]:
    if pair.is_same:
        return Taken.AGREED, pair.first
    taken = choices.get(pair.key, Taken.NEITHER)
    return taken, {Taken.FIRST: pair.first, Taken.SECOND: pair.second}.get(taken)


def settle_statement(
    double: DoubleReading, row: ReadingStatement, standing: Statement | None, *, by: User
) -> Statement:
    if standing is None:
        return add_statement(double.article, by=by, fields=fields_of(row))
    if facts(standing) != facts(row):
        return change_statement(standing, by=by, version=standing.version, fields=fields_of(row))
    if standing.status == AnnotationStatus.PROPOSED:
        return accept_statement(standing, by=by, version=standing.version)
    return standing
