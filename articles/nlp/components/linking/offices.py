"""Offices: the country they are held for, and who holds them."""

import re

from articles.nlp.components.gazetteer import find_names
from articles.nlp.lexicons import adjectives, fold
from articles.nlp.types import MentionRecord

#: Between an office and its holder's name, and the other way round.
ROLE_THEN_NAME = re.compile(r"[ \u00a0]?,?[ \u00a0](?:MM?\.[ \u00a0]|Mmes?[ \u00a0]|cheikh[ \u00a0])?")
NAME_THEN_ROLE = re.compile(r"[ \u00a0]?,[ \u00a0](?:alors |ancien(?:ne)? |actuel(?:le)? )?(?:le |la |l['’])?")
LOCAL = re.compile(r"\s(?:à|au|aux|en|auprès)\s.*\Z")


def office_key(title: str) -> str:
    """The office without country, capitals and accents: `ministre des affaires etrangeres`."""
    countries = [f.span for f in find_names(title) if f.name.kind in {"state", "city"}]
    for span in reversed(countries):
        title = (
            re.sub(r"(?:\s|^)(?:de la|de l['’]\s?|du|des|de|d['’])\s?\Z", "", title[: span.start]) + title[span.end :]
        )
    national = adjectives()
    words = [word for word in fold(title).replace("’", "'").split() if word not in national]
    return " ".join(words)


def fill_countries(text: str, mentions: list[MentionRecord], home: str) -> list[str]:
    """A country for each bare ROLE: of its office as last held, of the office named last, else of the dateline."""
    by_key: dict[str, str] = {}
    for mention in mentions:
        if mention.label == "ROLE" and mention.country:
            by_key.setdefault(office_key(text[mention.span.start : mention.span.end]), mention.country)
    countries: list[str] = []
    last: dict[str, str] = {}
    latest = ""
    for mention in mentions:
        country = mention.country
        if mention.label == "ROLE":
            title = text[mention.span.start : mention.span.end]
            if not country and not title.split()[0].lower().endswith("s"):
                key = office_key(title)
                country = last.get(key) or (latest if key in HEADS_OF_STATE else "") or by_key.get(key, "") or home
            if country:
                last[office_key(title)] = latest = country
        countries.append(country)
    return countries


#: Periphrases of an office just named.
HEADS_OF_STATE = {
    "chef de l'etat",
    "president",
    "chef du gouvernement",
    "ministre",
    "souverain",
    "president de la republique",
}


def holder(
    text: str, role: MentionRecord, before: MentionRecord | None, after: MentionRecord | None
) -> MentionRecord | None:
    """The person named beside an office."""
    if after is not None and after.label == "PER" and ROLE_THEN_NAME.fullmatch(text, role.span.end, after.span.start):
        return after
    if (
        before is not None
        and before.label == "PER"
        and NAME_THEN_ROLE.fullmatch(text, before.span.end, role.span.start)
    ):
        return before
    return None
