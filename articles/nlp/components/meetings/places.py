"""Which mentions tell a day or a place, and which words mean a city without naming it."""

import re
from bisect import bisect_left
from functools import cache

from articles.nlp.components.gazetteer import names_at
from articles.nlp.components.meetings.counted_days import counted_days
from articles.nlp.components.meetings.patterns import AT, NO_DATE
from articles.nlp.lexicons import adjectives, capitals, fold, rows
from articles.nlp.types import Draft, MentionRecord, Span

TO_STATE = re.compile(r"\b(?:à|au)\s+(?:l['’′]|la |le )$", re.I)
CAPITAL = re.compile(r"\b(?:dans|de) (?P<words>la capitale (?P<country>[\w-]+))")
AT_SEAT = re.compile(
    r"\b(?:à|au|dans|devant)\s+(?:(?P<head>siège)\s)?(?:de la |de |du |d['’′]|le |la |l['’′]|de l['’′])?$", re.I
)
CAME = re.compile(
    r"\b(?:ven|reven|arriv)ai(?:t|ent)\sd(?:e\s|['’′])$|\ben provenance d(?:e\s|['’′])$|"
    r"\b(?:est|sont|était|étaient)\s(?:rentr|reven|repart)[a-z]+\s(?:[a-z]+di\s(?:soir\s|matin\s)?|hier\s)?(?:de\s|d['’′]|du\s)(?:la\s|l['’′])?$"
)
BOUND = re.compile(
    r"\b(?:pour|vers|gagn\w+|ralli\w+|rejoin\w+|visit\w+)\s(?:(?:[a-z]+di|le\slendemain|hier|ensuite|aussi)\s)?(?:la\s|le\s|les\s|l['’′])?$"
)
#: A palace or ministry that nothing says whose it is: that of the capital from which the article tells.
SEAT_HERE = re.compile(
    r"\b(?:au|dans\sle)\s(?P<words>siège\sd(?:u|e\s(?:son|leur))\s(?:ministère|département|gouvernement|parlement)|"
    r"[Pp]alais\s(?:présidentiel|royal|national|du\sgouvernement)|ministère|palais\sde\sla\s(?:présidence|République))\b"
    r"(?!\s(?:à\b|d[eu]s?\b|d['’′]|[a-zà-ÿ]+(?:ien|ain|ais|ois|an|ol|que|ak|[mn]ite)\b))"
)
SOURCE = re.compile(r"(?:-t-on|\bon|\bapprend-on)\s\w*\s?$")
#: Bodies that sit where their government does.
GOVERNING = re.compile(
    r"(?:minist[èe]re|pr[ée]sidence|chancellerie|primature|parlement|gouvernement|diplomatie)\b", re.I
)
#: Seats of power that stand for the city they are in.
SEATS = {row["seat"].replace("-", " "): row["city"] for row in rows("seats")}
#: `le sommet de Camp David`, `en marge du forum d'Antalya`: an event named by its place.
EVENT_OF = re.compile(
    r"\b(?:[sS]ommet|[cC]onférence|[fF]orum|G7|G8|G20|[cC]ongrès|réunion|rencontre|entretiens?|pourparlers|discussions|cérémonie)\s"
    r"(?:sur\sla\s(?:sécurité|paix|défense)\s)?(?:[a-zà-ÿ]+\s){0,2}?d(?:e\s|['’′])$"
)
#: `deux ans après leur sommet de Bali`: another time, and so perhaps another place.
OTHER_TIME = re.compile(r"\b(?:ans?|mois|semaines?|jours?)\s(?:après|avant)\s[^,;:.]{0,60}$|\bdepuis\s[^,;:.]{0,60}$")
#: What goes on or happened somewhere, of which a meeting speaks: `consacrée à la situation à Gaza`.
GOING_ON = re.compile(
    r"\b(?:situation|guerre|conflits?|crises?|combats?|violences?|trêve|cessez-le-feu|transition|élections?|offensive|"
    r"hostilités|intervention|opérations?|attentats?|attaques?|frappes?|bombardements?|massacres?|exactions|séismes?|explosions?|tensions|"
    r"coup d['’′][ÉE]tat|troupes|soldats|civils|otages|déploiement|reconstruction|paix|stabilité|démocratie)"
    r"(?:\s(?!puis\b|et\b)[a-zà-ÿ-]+){0,3}\s(?:à|en|au|aux|dans)\s(?:la\s|le\s|les\s|l['’′])?$"
)
#: `Paris accueillera une conférence`: the city that gives it room.
GIVES_ROOM = re.compile(
    r"\s(?:[a-zà-ÿ]+\s)?(?:accueill|abrit|héberg)\w+\s(?:\w+\s){0,3}?(?:une?|le|la|les|des)\s(?:\w+\s)?"
    r"(?:sommet|conférence|réunion|rencontre|forum|congrès|pourparlers|négociations|discussions|entretiens)\b"
)
#: Between a seat and the city it is in, where it is not that of the government.
SAYS_WHERE = re.compile(r",?\s(?:à|de)\s")
#: So many characters before a name say whether it is a place.
REACH = 50


@cache
def seats() -> dict[str, str]:
    """Country to the city of its government."""
    return {country: city for city, country in reversed(capitals().items())}


class Places:
    def __init__(self, text: str, draft: Draft) -> None:
        self.text = text
        self.draft = draft
        self._starts = [mention.span.start for mention in draft.mentions]
        self._counted = counted_days(text, draft)

    def mentions(self, sentence: Span, labels: set[str]) -> list[MentionRecord]:
        dateline = self.draft.dateline
        return [
            one
            for one in self.draft.mentions[
                bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)
            ]
            if one.label in labels
            and one.span.within(sentence)
            and not (dateline is not None and one.span.within(dateline.span))
        ]

    def days(self, span: Span) -> list[MentionRecord]:
        found = [
            mention
            for mention in self.mentions(span, {"DATE"})
            if mention.value and not NO_DATE.search(self._before(mention))
        ]
        counted = [day for day in self._counted if day.span.within(span)]
        return sorted([*found, *counted], key=lambda day: day.span) if counted else found

    def cities(self, span: Span) -> list[MentionRecord]:
        return [mention for mention in self.mentions(span, {"GPE"}) if self.stands(mention)]

    def goals(self, span: Span) -> list[MentionRecord]:
        """Where somebody is or goes, as in `s'envole pour Rome`."""
        found = [one for one in self.mentions(span, {"GPE"}) if one.entity is not None and not one.figurative]
        return [one for one in found if self.stands(one) or BOUND.search(self._before(one))]

    def sources(self, span: Span) -> list[MentionRecord]:
        """`venait de Rome`: where somebody was before."""
        return [
            one for one in self.mentions(span, {"GPE"}) if one.entity is not None and CAME.search(self._before(one))
        ]

    def scenes(self, span: Span) -> list[MentionRecord]:
        return sorted([*self.cities(span), *self.seats(span)], key=lambda one: one.span)

    def sites(self, span: Span) -> list[MentionRecord]:
        """Places that are no city; not a part of the world, which has no country."""
        found = ((one, self.draft.entities[one.entity]) for one in self.all(span) if one.entity is not None)
        return [one for one, entity in found if entity.country or not entity.known_id]

    def all(self, span: Span) -> list[MentionRecord]:
        return [mention for mention in self.mentions(span, {"GPE", "LOC"}) if self.stands(mention)]

    def of_events(self, span: Span) -> list[MentionRecord]:
        """Cities that an event is named by or that give it room."""
        return [
            mention
            for mention in self.mentions(span, {"GPE", "LOC"})
            if mention.entity is not None
            and not OTHER_TIME.search(self.text, max(0, mention.span.start - 80), mention.span.start)
            and (
                EVENT_OF.search(self.text, max(0, mention.span.start - 60), mention.span.start)
                or GIVES_ROOM.match(self.text, mention.span.end)
            )
        ]

    def stands(self, mention: MentionRecord) -> bool:
        if mention.entity is None or mention.figurative:
            return False
        before = self._before(mention)
        if AT.search(before) is None and not self._goes_on(mention):
            return False
        if GOING_ON.search(self.text, max(0, mention.span.start - 60), mention.span.start):
            return False
        # A country takes `en` or `au`; `le soutien à l'Ukraine` tells no place.
        return self.draft.entities[mention.entity].kind != "state" or TO_STATE.search(before) is None

    def _before(self, mention: MentionRecord) -> str:
        return self.text[max(0, mention.span.start - REACH) : mention.span.start]

    def _goes_on(self, mention: MentionRecord) -> bool:
        """`à Winfield House, Londres`: the wider place behind a narrower one."""
        before = [one for one in self.draft.mentions if one.span.end <= mention.span.start]
        if not before or self.text[before[-1].span.end : mention.span.start] not in {", ", " ("}:
            return False
        narrower = before[-1]
        return narrower.label in {"LOC", "ORG", "GPE"} and AT.search(self._before(narrower)) is not None

    def seats(self, sentence: Span) -> list[MentionRecord]:
        """Words that mean a city, `dans la capitale turque`, `à la Maison Blanche`, with its id for a value."""
        found = [
            MentionRecord(Span(*match.span("words")), "GPE", value=city)
            for match in CAPITAL.finditer(self.text, sentence.start, sentence.end)
            if (city := seats().get(adjectives().get(fold(match["country"]), ""), ""))
        ]
        if (home := self.capital_of_dateline()) is not None:
            found += [
                MentionRecord(Span(*match.span("words")), "GPE", home)
                for match in SEAT_HERE.finditer(self.text, sentence.start, sentence.end)
            ]
        for mention in self.mentions(sentence, {"ORG", "LOC"}):
            if (city := self._city_of(mention)) and not self._elsewhere(mention):
                found.append(MentionRecord(mention.span, "GPE", value=city))
        return sorted(found, key=lambda one: one.span)

    def _elsewhere(self, seat: MentionRecord) -> bool:
        """`au siège de l'ONU à Genève`: the city behind says where it is."""
        found = bisect_left(self._starts, seat.span.end)
        following = self.draft.mentions[found] if found < len(self._starts) else None
        if following is None or SAYS_WHERE.fullmatch(self.text, seat.span.end, following.span.start) is None:
            return False
        return following in self.cities(following.span)

    def town_within(self, place: MentionRecord) -> str:
        """The id of the city that a building is named by: `l'hôtel Serena de Kigali`."""
        inside = (
            found
            for start, found in names_at(self.text).items()
            if place.span.start < start and found.span.end == place.span.end and found.name.kind == "city"
        )
        return next((one.name.id for one in inside), "")

    def town_of_dateline(self) -> MentionRecord | None:
        """The town that the article is dated from."""
        dateline = self.draft.dateline
        if dateline is None:
            return None
        inside = (one for one in self.draft.mentions if one.label == "GPE" and one.span.within(dateline.span))
        return next((one for one in inside if one.entity is not None), None)

    def capital_of_dateline(self) -> int | None:
        """The same where it is a seat of government."""
        town = self.town_of_dateline()
        if town is None or town.entity is None:
            return None
        return town.entity if self.draft.entities[town.entity].known_id in capitals() else None

    def _city_of(self, mention: MentionRecord) -> str:
        """Where a seat of power that stands as a place is; `a-t-on appris à l'Élysée` names a source."""
        start = max(0, mention.span.start - 40)
        at = AT_SEAT.search(self.text, start, mention.span.start)
        if at is None or SOURCE.search(self.text, start, at.start()):
            return ""
        words = fold(self.text[mention.span.start : mention.span.end]).replace("’", "'").replace("-", " ")
        known = SEATS.get(f"siege {words}" if at["head"] else words, "")
        if not known and mention.label == "LOC":
            known = self.town_within(mention)
        if known or at["head"] or mention.entity is None or not GOVERNING.match(words):
            return known
        return seats().get(self.draft.entities[mention.entity].country, "")
