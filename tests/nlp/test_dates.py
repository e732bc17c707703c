"""Dates and their values against a fixed day."""

from datetime import date

import pytest

from articles.nlp.components.dates.component import find_dates
from articles.nlp.components.zones.component import find_zones
from articles.nlp.dateline import find_dateline
from articles.nlp.types import Draft
from tests.nlp.marked import Marked, read_marked

THURSDAY = date(2024, 5, 16)


def values(text: str, day: date = THURSDAY) -> list[tuple[str, str]]:
    dateline = find_dateline(text, reference=day)
    draft = Draft(date=day, dateline=dateline, zones=list(find_zones(text, dateline)))
    return [(text[m.span.start : m.span.end], m.value) for m in find_dates(text, draft)]


@pytest.mark.parametrize("marked", read_marked("dates"), ids=lambda marked: marked[0][:40])
def test_dates_have_their_value(marked: Marked):
    text, expected = marked

    assert values(text) == expected


def test_section_opened_by_a_year_dates_what_follows():
    text = "Chronologie\n\n1985\n\n13 mars. Premier échange.\n\n6-8 avril. Second échange.\n"

    assert values(text) == [("1985", "1985"), ("13 mars", "1985-03-13"), ("6-8 avril", "1985-04-06/1985-04-08")]


@pytest.mark.parametrize(
    "text", ["Le 31 février n’existe pas.", "Le 45/45/2020.", "2023-13-45", "De 2016 à 2014 mètres."]
)
def test_impossible_day_is_no_date(text: str):
    assert values(text) == []


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_dates_at_the_ends_of_the_calendar_do_not_fail(day: date):
    text = (
        "Hier, demain, lundi, la semaine prochaine, en février, le 29 février, la veille, l’an dernier, de mars à mai, "
        "du 30 décembre au 2 janvier, le mois dernier, le dernier trimestre, l’hiver dernier, l’automne prochain."
    )

    assert isinstance(values(text, day), list)


def test_weekdays_count_from_a_dateline_older_than_the_article():
    text = "OSLO, 14 mai (NTB) – Le ministre a parlé mardi, il repartira mercredi."

    assert values(text) == [("14 mai", "2024-05-14"), ("mardi", "2024-05-14"), ("mercredi", "2024-05-15")]


def test_month_told_holds_for_the_days_that_follow():
    text = "Nommé en janvier 2023, il était attendu le 31 à Oslo.\n" + "Rien ne bouge. " * 30 + "Il est parti le 12."

    assert values(text) == [("janvier 2023", "2023-01"), ("31", "2023-01-31"), ("12", "2024-05-12")]


def test_letters_that_grow_in_lower_case_move_nothing():
    assert values("İİİ À Oslo, le 3 mai 2020.") == [("3 mai 2020", "2020-05-03")]


@pytest.mark.parametrize(
    "clause", ["Le comité, lundi,", ", lundi", "lundi, (", "a lundi", "est lundi", "vient mardi", "compte mardi"]
)
def test_clause_that_breaks_off_beside_a_weekday_does_not_fail(clause: str):
    assert len(values(clause)) == 1


@pytest.mark.parametrize("text", ["Il est reçu au 10, Downing Street.", "Ils sont réunis au 12, rue Royale, à Oslo."])
def test_number_of_a_house_is_no_day(text: str):
    assert values(text) == []


def test_day_before_a_name_is_a_day():
    assert values("Le 10, Anna Lind est venue.") == [("10", "2024-05-10")]


def test_arrival_behind_a_comma_is_told_of_the_past():
    text = "La ministre, arrivée mardi soir à Oslo, doit être reçue par le roi."

    assert values(text) == [("mardi", "2024-05-14")]


@pytest.mark.parametrize("adverb", ["aussi", "ensuite", "également"])
def test_an_adverb_before_a_weekday_is_no_participle(adverb: str):
    assert values(f"Elle se rendra {adverb} mardi à Oslo.") == [("mardi", "2024-05-21")]


@pytest.mark.parametrize("said", ["a annoncé jeudi le ministère", "a-t-il indiqué", "a fait savoir jeudi Tokyo"])
def test_what_is_told_lies_ahead_though_it_was_said(said):
    text = f"Anna Lind rencontrera le président sud-coréen Yoon Suk Yeol à Séoul les 26 et 27 mai, {said}."

    assert values(text)[0] == ("26 et 27 mai", "2024-05-26/2024-05-27")


def test_eve_on_which_somebody_came_from_a_place_is_a_day():
    assert ("veille", "2024-05-15") in values("Anna Lind a vu jeudi Karl Moe, arrivé la veille de Paris.")


def test_eve_of_something_is_no_day():
    assert values("Anna Lind est inquiète à la veille de la conférence.") == []


def test_days_around_the_one_told_leave_the_eve_with_it():
    text = "Anna Lind a reçu jeudi Karl Moe, en visite du 15 au 18 mai. La veille, il était à Oslo."

    assert values(text)[-1] == ("veille", "2024-05-15")


def test_a_day_that_heads_what_is_to_come_lies_ahead_and_its_entries_count_from_it():
    text = "AGENDA DE LA SEMAINE\n\nVENDREDI\n\nOSLO - Le ministre arrive, il repartira mardi.\n\nLUNDI\n\nOSLO - Fête."

    assert values(text) == [("VENDREDI", "2024-05-17"), ("mardi", "2024-05-21"), ("LUNDI", "2024-05-20")]


def test_a_day_alone_on_its_line_in_other_news_looks_back():
    assert values("Il a plu.\n\nVENDREDI\n\nFête.") == [("VENDREDI", "2024-05-10")]


def test_eve_of_a_day_to_come_on_which_something_was_done_is_the_day_before_the_article():
    text = "La ministre verra mardi le roi, qui avait reçu la veille un ambassadeur."

    assert values(text) == [("mardi", "2024-05-21"), ("veille", "2024-05-15")]


def test_what_is_put_off_from_one_day_to_another_lies_ahead():
    assert values("La séance a été repoussée de mardi à vendredi.")[-1] == ("vendredi", "2024-05-17")
