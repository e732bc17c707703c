"""Words as PostgreSQL files them, and queries made of them (migration 0022 tells what is filed of each word)."""

from collections.abc import Iterable, Mapping

from django.db import connection

from articles.search.parsing import Term

#: Marks the word itself among the stems.
EXACT = "="
#: Articles and pronouns that PostgreSQL's list of French words that say nothing forgets.
TOO_COMMON = {f"{EXACT}{word}" for word in ("les", "cet", "cette", "leurs", "ils", "elles", "dont", "où", "ceux")}
Places = Mapping[int, tuple[str, ...]]

#: What was looked up already: it depends on nothing but the words.
_known: dict[str, Places] = {}
MOST_KNOWN = 50_000


def lexemes(pieces: Iterable[str]) -> dict[str, Places]:
    """For each piece of text, what is filed at which place of it; words too common to be filed leave a gap."""
    wanted = list(dict.fromkeys(pieces))
    found = {piece: places for piece in wanted if (places := _known.get(piece)) is not None}
    missing = [piece for piece in wanted if piece not in found]
    if missing:
        fresh = looked_up(missing)
        if len(_known) + len(fresh) > MOST_KNOWN:
            _known.clear()  # what another thread is about to answer it has at hand already
        _known.update(fresh)
        found |= fresh
    return {piece: found[piece] for piece in wanted}


def looked_up(pieces: list[str]) -> dict[str, Places]:
    found: dict[str, dict[int, list[str]]] = {piece: {} for piece in pieces}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT piece.number, filed.lexeme, filed.positions FROM unnest(%s::text[]) WITH ORDINALITY"
            " AS piece (words, number), unnest(newsdesk_words(piece.words)) AS filed",
            [pieces],
        )
        for number, lexeme, positions in cursor.fetchall():
            for position in positions:
                found[pieces[number - 1]].setdefault(position, []).append(lexeme)
    return {piece: {place: tuple(sorted(found[piece][place])) for place in sorted(found[piece])} for piece in pieces}


def filed(places: Places, *, exact: bool) -> dict[int, tuple[str, ...]]:
    """The stems at each place, unless the word is too common, or the words themselves."""
    kept = {
        place: tuple(form for form in forms if form.startswith(EXACT) == exact)
        for place, forms in places.items()
        if exact or TOO_COMMON.isdisjoint(forms)
    }
    return {place: found for place, found in kept.items() if found}


def term_query(term: Term, places: Places) -> str:
    """The term as a tsquery: one word after the other, as far apart as they stand; empty if nothing of it is filed.

    >>> term_query(Term("cessez-le-feu"), {1: ("cess",), 3: ("feu",)})
    "('cess' <2> 'feu')"
    """
    found = filed(places, exact=term.exact)
    query, before = "", 0
    for place, forms in found.items():
        query += (f" <{place - before}> " if query else "") + either(quoted(form) for form in forms)
        before = place
    return f"({query})" if len(found) > 1 else query


def quoted(lexeme: str) -> str:
    return "'{}'".format(lexeme.replace("\\", "\\\\").replace("'", "''"))


def either(queries: Iterable[str]) -> str:
    """One of them, each once; the empty ones say nothing."""
    known = list(dict.fromkeys(query for query in queries if query))
    return f"({' | '.join(known)})" if len(known) > 1 else "".join(known)


def every(queries: Iterable[str]) -> str:
    known = list(dict.fromkeys(query for query in queries if query))
    return f"({' & '.join(known)})" if len(known) > 1 else "".join(known)
