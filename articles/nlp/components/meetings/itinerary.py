"""A meeting on a journey of one day is of that day: `se rendra en Y le 3 mai. À Z, elle sera reçue par W`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from articles.nlp.calendar_fr import LENGTH_OF_DAY
from articles.nlp.components.meetings.merging import Telling, is_wide
from articles.nlp.types import Draft, EvidenceRecord

#: Says that it was on another day.
OTHER_DAY = re.compile(r"\b(?:semaines?|mois|années?|lendemain|surlendemain|veille|avant-veille|jours?)\b")


def with_days(tellings: Sequence[Telling], draft: Draft, text: str) -> list[Telling]:
    journeys = [
        each for each in tellings if each.record.kind == "visit" and each.record.date and each.record.place is not None
    ]
    return [_dated(each, journeys, draft, text) if journeys else each for each in tellings]


def _dated(telling: Telling, journeys: Sequence[Telling], draft: Draft, text: str) -> Telling:
    record = telling.record
    if record.date or record.place is None or record.kind not in {"in_person", "multilateral"}:
        return telling
    around = [each for each in journeys if _leads_there(each, telling, draft)]
    days = {each.record.date for each in around}
    words = next(proof.span for proof in record.evidence if proof.field == "sentence")
    if len(days) != 1 or len(*days) != LENGTH_OF_DAY or OTHER_DAY.search(text, words.start, words.end):
        return telling
    proof = next((one for one in around[0].record.evidence if one.field == "date"), None)
    evidence = (*record.evidence, *((EvidenceRecord("date", proof.span),) if proof else ()))
    return replace(telling, record=replace(record, date=around[0].record.date, evidence=evidence), carried=True)


def _leads_there(journey: Telling, telling: Telling, draft: Draft) -> bool:
    """Whether one of those who met made it, to that city or to the country around it."""
    goal, place = journey.record.place, telling.record.place
    people, travellers = ({one.entity for one in each.record.participants} for each in (telling, journey))
    statuses = {telling.record.status, "planned"} if telling.record.status == "cancelled" else {telling.record.status}
    alike = journey.record.status in statuses and journey.earlier == telling.earlier
    if goal is None or place is None or not alike or not people & travellers:
        return False
    if goal == place or max(goal, place) >= len(draft.entities):
        return goal == place
    country = draft.entities[goal].country
    return bool(country) and is_wide(goal, draft) and draft.entities[place].country == country
