"""What a reader asks for, understood: words in all their forms, names widened by the other names of the same."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.contrib.postgres.search import SearchQuery

from articles.names import by_key
from articles.queries.rows import Sql, all_of, any_of
from articles.search.aliases import Named, named_in
from articles.search.lexemes import EXACT, Places, either, every, filed, lexemes, term_query
from articles.search.parsing import Clause, Term, parse
from articles.search.spelling import meant_by, misspelt
from articles.validators import name_key

#: One way to be found in a text: forms of a word, and after it those of the next, as far apart as told.
Pattern = tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """A word, a phrase or a name that must be found, or must not, in any of these ways."""

    words: str
    query: str
    excluded: bool = False
    #: Other names and spellings that count as well.
    also: tuple[str, ...] = ()
    actors: frozenset[int] = frozenset()
    countries: frozenset[str] = frozenset()
    patterns: tuple[Pattern, ...] = ()
    #: Words as they come, without any sign.
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """All wishes together. With `literal` names are words like any other."""

    text: str = ""
    literal: bool = False
    wishes: tuple[Wish, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def query(self) -> str:
        """As a tsquery; empty where nothing is asked for but words too common to be filed."""
        return every(f"!{wish.query}" if wish.excluded else wish.query for wish in self.wishes if wish.query)

    @property
    def sought(self) -> tuple[Wish, ...]:
        return tuple(wish for wish in self.wishes if not wish.excluded)

    @property
    def ranked(self) -> str:
        """What hits are ranked by: nothing that must be absent."""
        return every(wish.query for wish in self.sought)

    @property
    def also(self) -> tuple[str, ...]:
        """Names and spellings that were not typed and are searched too."""
        return tuple(by_key(other for wish in self.sought for other in wish.also).values())

    @property
    def patterns(self) -> tuple[Pattern, ...]:
        return tuple(pattern for wish in self.sought for pattern in wish.patterns)

    @property
    def actors(self) -> frozenset[int]:
        """Everybody who is named."""
        return frozenset(actor for wish in self.sought for actor in wish.actors)


class Filed(SearchQuery):
    """A tsquery that is one already."""

    def __init__(self, query: str) -> None:
        super().__init__(query, search_type="raw")
        self.query = query

    def as_sql(self, *_args: Any, **_context: Any) -> Any:
        return "%s::tsquery", [self.query]


def words_query(words: str | Question) -> SearchQuery:
    """For a vector of words. What can be typed is in `parsing`; it has no errors."""
    return Filed(understood(words).query if isinstance(words, str) else words.query)


def told(words: str | Question, **columns: str) -> Sql:
    """Records with these words; a name is found too where a condition says whom a record is about.

    The conditions are given by what a wish has of it: `actors="speaker_id = ANY (%s)"`.
    """
    question = understood(words) if isinstance(words, str) else words
    wanted, plain = [], []
    for wish in question.wishes:
        about = [Sql(asked, [list(those)]) for of, asked in columns.items() if (those := getattr(wish, of))]
        if not about:
            plain.append(wish)
        else:
            either_way = any_of([*about, *([Sql(WORDS, [wish.query])] if wish.query else [])])
            wanted.append(~either_way if wish.excluded else either_way)
    rest = replace(question, wishes=tuple(plain)).query
    return all_of([*wanted, Sql(WORDS, [rest])] if rest or not wanted else wanted)


WORDS = "words @@ %s::tsquery"


def understood(text: str, *, literal: bool = False) -> Question:
    """The wishes that a text tells; looks up names unless it is to be taken literally."""
    clauses = parse(text)
    if literal:
        return Question(text, literal, tuple(wishes(clauses, {}, {})))
    meant = spellings(clauses)
    return Question(text, literal, tuple(wishes(clauses, names_told(clauses, meant), meant)))


def names_told(clauses: Sequence[Clause], meant: dict[str, list[str]]) -> dict[int, Named]:
    """The names among the clauses, by the clause each begins with; they begin and end where clauses do."""
    found: dict[int, Named] = {}
    told = list(rows(clauses, meant))
    for row, names in zip(told, named_in([[part.word for part in row] for row in told]), strict=True):
        for each in names:
            first, last = row[each.start], row[each.end - 1]
            if first.begins and last.ends:
                found[first.clause] = replace(each, start=first.clause, end=last.clause + 1)
    return found


@dataclass(frozen=True, slots=True)
class Part:
    """A word of a clause; where one is elided, what follows it begins the clause too."""

    word: str
    clause: int
    begins: bool
    ends: bool


def parts_of(clause: Clause, place: int, meant: dict[str, list[str]]) -> list[Part]:
    """A misspelt word as it was meant."""
    words = name_key(meant[clause.word][0]).split() if clause.word in meant else clause.whole.split()
    elided = 1 if clause.word != clause.whole else 0
    return [Part(word, place, at <= elided, at == len(words) - 1) for at, word in enumerate(words)]


def rows(clauses: Sequence[Clause], meant: dict[str, list[str]]) -> Iterator[list[Part]]:
    """Plain words that stand beside each other."""
    row: list[Part] = []
    for place, clause in enumerate(clauses):
        words = parts_of(clause, place, meant)
        if row and (clause.excluded or not words):
            yield row
            row = []
        if clause.excluded and words:
            yield words
        elif not clause.excluded:
            row += words
    if row:
        yield row


def spellings(clauses: Iterable[Clause]) -> dict[str, list[str]]:
    """For words with a typing error, what may have been meant."""
    words = [clause.word for clause in clauses if not clause.excluded and " " not in clause.word]
    found = {word: meant_by(word) for word in misspelt(word for word in words if word)}
    return {word: others for word, others in found.items() if others}


def wishes(clauses: Sequence[Clause], names: dict[int, Named], meant: dict[str, list[str]]) -> Iterator[Wish]:
    """One for each clause, but for the words of a name, which are one wish together."""
    places = lexemes(all_pieces(clauses, names, meant))
    at = 0
    while at < len(clauses):
        name = names.get(at)
        end = name.end if name else at + 1
        yield wish(clauses[at:end], name, meant, places)
        at = end


def all_pieces(clauses: Iterable[Clause], names: dict[int, Named], meant: dict[str, list[str]]) -> Iterator[str]:
    yield from (term.words for clause in clauses for term in clause.terms)
    yield from (name for each in names.values() for name in others_of(each))
    yield from (word for words in meant.values() for word in words)


def others_of(name: Named | None) -> tuple[str, ...]:
    return tuple(written for _, written in name.others) if name else ()


def wish(clauses: Sequence[Clause], name: Named | None, meant: dict[str, list[str]], places: dict[str, Places]) -> Wish:
    """What was typed, or another spelling of it, or another name of the same."""
    typed, patterns, corrected = [], [], []
    for clause in clauses:
        spelt = [Term(word) for word in meant.get(clause.word, ())]
        corrected += [term.words for term in spelt]
        terms = [*clause.terms, *spelt]
        typed.append(either(term_query(term, places[term.words]) for term in terms))
        patterns += [pattern(term, places[term.words]) for term in terms]
    others = [Term(words) for words in others_of(name)]
    query = either([every(typed), *(term_query(term, places[term.words]) for term in others)])
    patterns += [pattern(term, places[term.words]) for term in others]
    return Wish(
        words=" ".join(shown(clause) for clause in clauses),
        query=query,
        excluded=clauses[0].excluded,
        also=tuple(dict.fromkeys([*corrected, *(term.words for term in others)])),
        actors=name.actors if name else frozenset(),
        countries=name.countries if name else frozenset(),
        patterns=tuple(each for each in dict.fromkeys(patterns) if each),
        plain=not clauses[0].excluded and bool(clauses[0].word),
    )


def pattern(term: Term, places: Places) -> Pattern:
    return tuple(filed(places, exact=term.exact).items())


def shown(clause: Clause) -> str:
    """The clause as it was typed."""
    told = (f"{EXACT if term.exact else ''}{f'“{term.words}”' if term.phrase else term.words}" for term in clause.terms)
    return f"{'-' if clause.excluded else ''}{' OR '.join(told)}"
