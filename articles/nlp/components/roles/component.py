"""Offices, written with or without their holder."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from articles.nlp.components.gazetteer import Found, find_names
from articles.nlp.components.roles.grammar import (
    BODY_AND_PERSON,
    CAPITALISED,
    CIVIL_AHEAD,
    FIXED,
    FOR,
    FURTHER,
    IN_CAPITALS,
    ITEM,
    LAST_ITEM,
    MINISTRY,
    NAME_ADJECTIVES,
    NAME_AHEAD,
    NAME_LINK,
    OF_KIND,
    PERSON_AHEAD,
    PLAIN_BODY,
    TAIL,
    UNDER,
    adjective,
    heads,
    is_national,
    portfolio,
    role_of,
)
from articles.nlp.doc_text import text_of
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.offsets import without_overlaps
from articles.nlp.types import Draft, MentionRecord, Span

ORIGIN = "newsdesk_roles"
#: A portfolio word may follow these; only a minister's office takes bare nouns such as `de la Défense`.
PORTFOLIO_NEEDS = {"portfolio", "portfolio-only"}
#: An ambassador is sent to a place: these links lead to a country only after such heads.
SENT = ("ambassad", "consul", "representant", "envoye", "emissaire", "charge", "haut")
#: Offices under another: `envoyé personnel du Secrétaire général`.
SUBORDINATE = ("envoye", "representant", "chef de cabinet", "cheffe de cabinet")
LOCAL_LINKS = {"au", "aux", "en", "à", "à la", "à l’", "à l'", "auprès de", "auprès du"}


#: `Conseil des ministres` is a meeting of the government, not the office.
COUNCIL = re.compile(r"\bconseil des \Z", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """An office as far as it has been read."""

    end: int
    country: str = ""
    complement: bool = False
    national: bool = False


class RolesComponent:
    """Adds ROLE mentions."""

    def __call__(self, doc: Doc) -> Doc:
        draft: Draft = doc._.draft
        found = list(self.find(text_of(doc)))
        draft.mentions = without_overlaps([*draft.mentions, *found])
        return doc

    def find(self, text: str) -> Iterator[MentionRecord]:
        """The offices of a text in order; each reaches over its country, portfolio and body."""
        names = {found.span.start: found for found in find_names(text)}
        at = 0
        while (match := heads().search(text, at)) is not None:
            group = "whole" if match["whole"] else "whole2"
            head = match["head"] or match["head2"]
            start = match.start(group)
            role = role_of(head)
            reading = read(text, match.end(), head, role.needs, names)
            at = match.end()
            if accepts(text, head, role.needs, reading) and not COUNCIL.search(text[max(0, start - 24) : start]):
                at = reading.end
                yield MentionRecord(
                    Span(start, reading.end), "ROLE", country=reading.country, confidence=0.9, origin=ORIGIN
                )


def read(text: str, end: int, head: str, needs: str, names: dict[int, Found]) -> Reading:
    """Takes complements as long as one fits."""
    reading = Reading(end)
    steps = (_capitals, _adjectives, _kind, _portfolio, _superior, _ministry, _plain_body, _named, _capitalised, _tail)
    for _ in range(4):
        before = reading.end
        for step in steps:
            step(text, reading, head, needs, names)
        if reading.end == before:
            break
    return reading


def _superior(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    """`cheffe de cabinet du secrétaire général de l'ONU`: the other office with all that belongs to it.

    Whose name stands right behind holds the other office, which is then told apart: `conseiller du président X`.
    """
    link = UNDER.match(text, reading.end) if fold(head).startswith(SUBORDINATE) else None
    match = heads().match(text, link.end()) if link is not None else None
    if match is not None:
        other = match["head"] or match["head2"]
        above = read(text, match.end(), other, role_of(other).needs, names)
        reading.complement = True
        if NAME_AHEAD.match(text, above.end) is None and CIVIL_AHEAD.match(text, above.end) is None:
            reading.end, reading.country = above.end, reading.country or above.country


def _ministry(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    """`du ministère russe des Affaires étrangères`."""
    match = MINISTRY.match(text, reading.end)
    if match is None:
        return
    of = portfolio().match(text, match.end())
    national = match["national"]
    if (national is None or is_national(national)) and (of is not None or national is not None):
        reading.end, reading.complement = (of or match).end(), True
        if national is not None:
            reading.country = reading.country or adjectives().get(fold(national), "")


def accepts(text: str, head: str, needs: str, reading: Reading) -> bool:
    if head.isupper() and len(head) > 3:
        return reading.complement
    if needs in {"bare", "portfolio"}:
        return not (
            head[0].islower() and fold(head) in {"cardinal", "cardinaux"} and not NAME_AHEAD.match(text, reading.end)
        )
    named = bool(NAME_AHEAD.match(text, reading.end) or PERSON_AHEAD.match(text, reading.end))
    if needs == "portfolio-only":
        return reading.complement
    if needs == "name":
        return bool(NAME_AHEAD.match(text, reading.end))
    return named or reading.complement or (reading.national and not head.endswith("s"))


def _adjectives(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    while (match := adjective().match(text, reading.end)) is not None:
        word = match["word"]
        joined = match.group().lstrip().startswith("et")
        if (
            " de la " not in head
            and " du " not in head
            and head.lower().split()[0].endswith(("s", "x"))
            and not joined
            and not word.endswith(("s", "x"))
        ):
            return
        national = is_national(word)
        if not (national or (word in FIXED and not joined)) or (joined and not reading.national):
            return
        if national:
            reading.country = "" if joined else adjectives().get(fold(word), "")
            reading.national = True
        reading.end = match.end()


def _capitals(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    """`PRÉSIDENT DE LA RÉPUBLIQUE` in a heading goes on as long as its capitals."""
    if head.isupper() and len(head) > 3 and (match := IN_CAPITALS.match(text, reading.end)) is not None:
        reading.end, reading.complement = match.end(), True


def _kind(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    """`chef du gouvernement libyen d'unité nationale`, `président du Conseil présidentiel`."""
    if fold(head).endswith(("gouvernement", "conseil")) and (match := OF_KIND.match(text, reading.end)) is not None:
        reading.end = match.end()


def _portfolio(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    if needs in PORTFOLIO_NEEDS and (match := portfolio().match(text, reading.end)) is not None:
        further = FURTHER.match(text, match.end()) or _last_item(text, match.end(), names)
        reading.end, reading.complement = (further or match).end(), True


def _last_item(text: str, end: int, names: dict[int, Found]) -> re.Match[str] | None:
    """A portfolio that no vocabulary holds, at the end of a list: `des Relations extérieures et du Culte`."""
    link = LAST_ITEM.match(text, end)
    return ITEM.match(text, link.end()) if link and _name_at(text, link.end(), names) is None else None


def _plain_body(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    if reading.national and needs != "portfolio":
        return
    if (match := PLAIN_BODY.match(text, reading.end)) is not None:
        named = NAME_LINK.match(text, reading.end)
        if named is None or _name_at(text, named.end(), names) is None:
            kind = OF_KIND.match(text, match.end())
            reading.end, reading.complement = (kind or match).end(), True


def _name_at(text: str, at: int, names: dict[int, Found]) -> Found | None:
    while at < len(text) and text[at] in " \u00a0":
        at += 1
    return names.get(at)


def _named(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    """`de Russie`, `de la Commission européenne`, `à l'ONU`."""
    link = NAME_LINK.match(text, reading.end)
    if link is None or (reading.national and needs == "bare" and link["link"].startswith("d") and not _sent(head)):
        return
    words = " ".join(link["link"].split())
    if words in LOCAL_LINKS and not _sent(head):
        return
    found = _name_at(text, link.end(), names)
    if found is None or (
        words in {"de", "d’", "d'"}
        and found.name.kind == "city"
        and needs == "bare"
        and not head.lower().endswith(("héritier", "gouverneur"))
    ):
        return
    reading.end, reading.complement = found.span.end, True
    reading.country = reading.country or found.name.country
    followed = adjective().match(text, reading.end)
    if followed and found.name.label == "ORG" and is_national(followed["word"]):
        reading.end = followed.end()


def _sent(head: str) -> bool:
    return fold(head).startswith(SENT)


def _capitalised(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    if (needs in {"portfolio"} and reading.complement) or fold(head).startswith(("pape", "roi", "chef d")):
        return
    match = CAPITALISED.match(text, reading.end)
    if match is None or heads().match(text, match.start("name")) or (reading.national and not _sent(head)):
        return
    if match.group().lstrip().startswith(("au", "à")) and not _sent(head):
        return
    lower = NAME_ADJECTIVES.match(text, match.end())
    person = BODY_AND_PERSON.match(text, match.start())
    alone = person is not None and person.end() < match.end()
    reading.end, reading.complement = (person if alone and person is not None else lower or match).end(), True


def _tail(text: str, reading: Reading, head: str, needs: str, names: dict[int, Found]) -> None:
    if _sent(head) and (match := FOR.match(text, reading.end)) is not None:
        reading.end, reading.complement = match.end(), True
    if (match := TAIL.match(text, reading.end)) is not None:
        reading.end = match.end()
        reading.complement = reading.complement or needs == "portfolio-only"
