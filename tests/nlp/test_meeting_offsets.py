"""Days counted on from what is told, several days for one verb, and nights and talks that reach from day to day."""

import pytest

from tests.nlp.told_meetings import Told, told

ANNA = "la [ROLE NO:ministre norvégienne] [PER anna:Anna Lind]"
JOHN = "le [ROLE US:président américain] [PER john:John Smith]"
KARL = "le [ROLE SE:ministre suédois] [PER karl:Karl Moe]"
MONDAY, TUESDAY = "[DATE 2024-05-06:lundi]", "[DATE 2024-05-07:mardi]"
OSLO, ROME = "[GPE oslo:Oslo]", "[GPE rome:Rome]"


def of(source: str, *who: str) -> list[Told]:
    return [one for one in told(source) if one.who == set(who)]


def when(source: str, *who: str) -> list[tuple[str, str]]:
    return [(one.date, one.place) for one in of(source, *who)]


@pytest.mark.parametrize(
    ("offset", "day"),
    [
        (f"au lendemain d'un entretien avec {KARL}", "2024-05-06"),
        (f"deux jours après son entretien avec {KARL}", "2024-05-05"),
        (f"deux jours après avoir rencontré {KARL}", "2024-05-05"),
        (f"deux mois après avoir reçu {KARL}", "2024-03"),
        (f"trois jours après son entretien du [DATE 2024-05-03:3 mai] avec {KARL}", "2024-05-03"),
    ],
)
def test_day_is_counted_back_from_that_of_the_news(offset: str, day: str) -> None:
    source = f"Hier, {ANNA} a quitté {OSLO} {TUESDAY}, {offset}."
    assert [one.date for one in of(source, "Anna Lind", "Karl Moe")] == [day]


@pytest.mark.parametrize("offset", [f"à la veille de sa rencontre avec {KARL}", f"un jour avant de rencontrer {KARL}"])
def test_day_is_counted_on_from_that_of_the_news(offset: str) -> None:
    source = f"Hier, {ANNA} a pris la parole {TUESDAY}, {offset}."
    assert [one.date for one in of(source, "Anna Lind", "Karl Moe")] == ["2024-05-08"]


def test_what_lies_days_apart_from_the_news_was_not_where_this_is() -> None:
    source = f"Au lendemain de son entretien avec {KARL}, {ANNA} a rencontré {TUESDAY} à {OSLO} {JOHN}."
    assert when(source, "Anna Lind", "Karl Moe") == [("2024-05-06", "")]
    assert when(source, "Anna Lind", "John Smith") == [("2024-05-07", "Oslo")]


@pytest.mark.parametrize(
    ("when_next", "day"),
    [
        ("La semaine suivante", "2024-04-15/2024-04-21"),
        ("La semaine d'après", "2024-04-15/2024-04-21"),
        ("Le mois suivant", "2024-05"),
        ("Le jour suivant", "2024-04-09"),
        ("L'année précédente", "2023"),
    ],
)
def test_next_one_is_counted_from_the_day_told_before(when_next: str, day: str) -> None:
    source = f"Hier, {ANNA} a reçu le [DATE 2024-04-08:8 avril] {KARL}. {when_next}, elle a rencontré {JOHN}."
    assert [one.date for one in of(source, "Anna Lind", "John Smith")] == [day]


def test_days_ahead_are_counted_from_the_article() -> None:
    source = f"Bientôt, {ANNA} recevra dans dix jours {KARL}."
    assert [one.date for one in of(source, "Anna Lind", "Karl Moe")] == ["2024-05-18"]


@pytest.mark.parametrize(
    "sentence",
    [
        f"Hier, {ANNA} a vu {MONDAY} à {ROME} {KARL} et {TUESDAY} à {OSLO} {JOHN}.",
        f"Hier, {ANNA} a vu {MONDAY} à {ROME} {KARL} et, {TUESDAY}, à {OSLO}, {JOHN}.",
        f"Hier, {ANNA} s'est entretenue {MONDAY} à {ROME} avec {KARL}, {TUESDAY} à {OSLO} avec {JOHN}.",
        f"Hier, {ANNA} a été reçue {MONDAY} à {ROME} par {KARL} et {TUESDAY} à {OSLO} par {JOHN}.",
    ],
)
def test_verb_tells_of_another_meeting_on_another_day(sentence: str) -> None:
    assert when(sentence, "Anna Lind", "Karl Moe") == [("2024-05-06", "Rome")]
    assert when(sentence, "Anna Lind", "John Smith") == [("2024-05-07", "Oslo")]


def test_verb_tells_of_another_meeting_elsewhere() -> None:
    for sentence in (
        f"Hier, {ANNA} a vu à {ROME} {KARL} et à {OSLO} {JOHN}.",
        f"Hier, {ANNA} a vu {KARL} à {ROME} et {JOHN} à {OSLO}.",
    ):
        assert [place for _, place in when(sentence, "Anna Lind", "Karl Moe")] == ["Rome"]
        assert [place for _, place in when(sentence, "Anna Lind", "John Smith")] == ["Oslo"]


def test_day_before_a_new_clause_brings_nobody_in() -> None:
    source = f"Hier, {ANNA} a vu {MONDAY} {KARL}, et {TUESDAY} {JOHN} a déjeuné seul."
    assert of(source, "Anna Lind", "John Smith") == []


def test_night_belongs_to_the_day_that_follows() -> None:
    source = f"Dans un palais, {ANNA} a vu dans la nuit de {MONDAY} à {TUESDAY} {KARL}."
    assert [one.date for one in told(source)] == ["2024-05-07"]


def test_talks_reach_from_the_day_they_began_to_that_on_which_they_ended() -> None:
    source = f"Les pourparlers entre {ANNA} et {KARL}, entamés {MONDAY} à {OSLO}, se sont achevés {TUESDAY}."
    assert when(source, "Anna Lind", "Karl Moe") == [("2024-05-06/2024-05-07", "Oslo")]


def test_noun_in_a_closed_relative_clause_has_no_partner_behind_it() -> None:
    source = f"{ANNA}, qui était {MONDAY} à {ROME} pour une conférence, s'est entretenue {TUESDAY} avec {KARL}."
    assert [one.date for one in of(f"Hier, {source}", "Anna Lind", "Karl Moe")] == ["2024-05-07"]
