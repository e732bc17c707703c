"""Several tellings of one meeting within an article become one record."""

from dataclasses import dataclass, replace

from articles.nlp.types import Draft, EvidenceRecord, MeetingRecord


@dataclass(frozen=True, slots=True)
class Telling:
    """`earlier`: told in the pluperfect, so not the meeting that the article is about."""

    record: MeetingRecord
    earlier: bool
    #: A journey named in passing, as in `lors de la visite de X à Y`, or a handshake.
    passing: bool = False
    #: The date is carried over from a sentence before: a date told of the same people outdoes it.
    carried: bool = False
    #: The same of the place.
    borrowed: bool = False
    #: Told by a word that says nothing of how they spoke: a call may be told so as well.
    vague: bool = False
    #: Told as what was to be: `devait`.
    once: bool = False


#: Kinds of meetings of people who are far from each other.
FAR = frozenset({"call", "video"})


def merged(tellings: list[Telling], draft: Draft, bodies: frozenset[int] = frozenset()) -> list[MeetingRecord]:
    """`bodies` are the entities that are organisations."""
    kept: list[Telling] = []
    for telling in tellings:
        for index, other in enumerate(kept):
            if _same(telling, other, draft) or _is_off(other, telling, draft):
                kept[index] = _joined(other, telling, draft)
                break
        else:
            kept.append(telling)
    return _without_echoes(kept, bodies)


def _is_of_body(record: MeetingRecord, bodies: frozenset[int]) -> bool:
    """A summit of a body: who travels to it also visits the place."""
    return any(one.entity in bodies for one in record.participants)


def _without_echoes(tellings: list[Telling], bodies: frozenset[int]) -> list[MeetingRecord]:
    """Leaves out a visit named in passing to where the traveller's meeting is told, and who met nobody named."""
    tellings = [telling for telling in tellings if telling.record.kind == "visit" or len(_who(telling.record)) > 1]
    records = [telling.record for telling in tellings]
    places = {
        (one.entity, record.place, record.status)
        for record in records
        if record.kind != "visit" and not _is_of_body(record, bodies)
        for one in record.participants
    }
    return [
        telling.record
        for telling in tellings
        if not telling.passing
        or (
            (telling.record.participants[0].entity, telling.record.place, telling.record.status) not in places
            and telling.record.kind == "visit"
        )
        or (telling.record.kind != "visit" and not any(_is_part_of(telling.record, record) for record in records))
    ]


def _is_part_of(record: MeetingRecord, whole: MeetingRecord) -> bool:
    """Whether a handshake of some belongs to what all of them were at."""
    if record.kind == "visit" or whole.kind == "visit" or record.status != whole.status:
        return False
    return _who(record) < _who(whole) and dates_agree(record.date, whole.date)


def _same(one: Telling, other: Telling, draft: Draft) -> bool:
    first, second = one.record, other.record
    if _who(first) != _who(second) or first.status != second.status:
        return False
    if not _kinds_agree(first, second) and not _may_be_far(one, other) and not _may_be_far(other, one):
        return False
    if first.kind == "visit" and not _places_agree(first, second, draft):
        return False
    denied = first.status == "denied" and not (first.date or second.date)
    if one.earlier != other.earlier and not denied and not (first.date and first.date == second.date):
        return False
    if first.kind == "visit" and (is_within(first.date, second.date) or is_within(second.date, first.date)):
        return True
    return dates_agree(first.date, second.date) or (
        (one.carried or other.carried) and not _elsewhere(one, other, draft)
    )


def _is_off(planned: Telling, other: Telling, draft: Draft) -> bool:
    """Whether what was told as planned is told behind as called off."""
    if planned.record.status != "planned" or other.record.status != "cancelled":
        return False
    if (planned.record.date and not other.record.date) or (other.record.kind == "visit" and other.record.place is None):
        return False
    return _same(planned, replace(other, record=replace(other.record, status="planned")), draft)


def _elsewhere(one: Telling, other: Telling, draft: Draft) -> bool:
    """Whether two cities are told, neither of them carried over."""
    places = {one.record.place, other.record.place}
    cities = {place for place in places if place is not None and not is_wide(place, draft)}
    return len(cities) > 1 and not (one.borrowed or other.borrowed)


def _who(record: MeetingRecord) -> set[int]:
    return {participant.entity for participant in record.participants}


def _kinds_agree(first: MeetingRecord, second: MeetingRecord) -> bool:
    faced = {"in_person", "multilateral"}
    return first.kind == second.kind or {first.kind, second.kind} <= faced


def _may_be_far(vague: Telling, other: Telling) -> bool:
    """Whether `leur échange` may take up a call: no place of its own is told of it."""
    here = vague.record.place is not None and not vague.borrowed
    return vague.vague and not here and vague.record.kind not in FAR and other.record.kind in FAR


def _places_agree(first: MeetingRecord, second: MeetingRecord, draft: Draft) -> bool:
    """Whether two places may be one: a city and its country are."""
    if first.place is None or second.place is None or first.place == second.place:
        return True
    if is_wide(first.place, draft) == is_wide(second.place, draft):
        return False
    known = len(draft.entities)
    countries = {draft.entities[each].country if each < known else "" for each in (first.place, second.place)}
    return len(countries) == 1 and countries != {""}


def dates_agree(first: str, second: str) -> bool:
    """Whether two dates may be one day: one is empty or the less precise form of the other."""
    return first.startswith(second) or second.startswith(first)


def is_within(day: str, stay: str) -> bool:
    """Whether a day lies within a stay of several."""
    start, _, end = stay.partition("/")
    return bool(end) and len(day) == len(start) and start <= day <= end


def _joined(first: Telling, second: Telling, draft: Draft) -> Telling:
    if first.carried != second.carried and (second if first.carried else first).record.date:
        first, second = (undated(telling) if telling.carried else telling for telling in (first, second))
    one, other = first.record, second.record
    evidence = tuple(dict.fromkeys((*one.evidence, *other.evidence)))
    far = next(iter({one.kind, other.kind} & FAR), "")
    record = replace(
        one,
        kind=far or one.kind,
        status=other.status,
        date=_told_best(one.date, other.date, here=one.place == other.place),
        place=None if far else _finer(*_places(first, second), draft),
        duration=one.duration if one.duration is not None else other.duration,
        evidence=tuple(sorted(evidence, key=lambda item: (item.field != "sentence", item.span))),
        confidence=round(1 - (1 - one.confidence) * (1 - other.confidence / 2), 2),
    )
    return Telling(
        record,
        first.earlier and second.earlier,
        first.passing and second.passing,
        first.carried and second.carried,
        first.borrowed and second.borrowed,
        first.vague and second.vague,
    )


def _places(first: Telling, second: Telling) -> tuple[int | None, int | None]:
    """Both places; a place told outdoes one carried over."""
    one, other = first.record.place, second.record.place
    if one is not None and other is not None and first.borrowed != second.borrowed:
        return (None, other) if first.borrowed else (one, None)
    return one, other


def undated(telling: Telling) -> Telling:
    evidence = tuple(proof for proof in telling.record.evidence if proof.field != "date")
    return replace(telling, record=replace(telling.record, date="", evidence=evidence), carried=False)


def _told_best(one: str, other: str, *, here: bool) -> str:
    """The more precise of two dates; of a day and the journey around it the day, unless it begins a stay `here`."""
    within = is_within(one, other) or is_within(other, one)
    begins = here and (other.startswith(one) or one.startswith(other))
    return min(one, other, key=len) if within and not begins else max(one, other, key=len)


def _finer(one: int | None, other: int | None, draft: Draft) -> int | None:
    """Of two places the city rather than the country, else the first told."""
    if one is None or other is None:
        return other if one is None else one
    return other if is_wide(one, draft) and not is_wide(other, draft) else one


def is_wide(place: int, draft: Draft) -> bool:
    if place >= len(draft.entities):
        return False
    entity = draft.entities[place]
    return entity.kind == "state" or entity.place_kind in {"country", "region"}


def with_duration(record: MeetingRecord, minutes: int, evidence: tuple[EvidenceRecord, ...]) -> MeetingRecord:
    return replace(record, duration=minutes, evidence=(*record.evidence, *evidence))
