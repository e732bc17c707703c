"""Gatherings of a body, and whom later sentences name as having been there."""

import pytest

from tests.nlp.test_gatherings import ANNA, EVA, KARL, MONDAY, NORWAY, OSLO, SWEDEN, UNION, met

WITH_ANNA = [({"Union nordique", "Anna Lind"}, "held")]
TUESDAY = "[DATE 2024-05-14:mardi]"
SUMMIT = f"Les dirigeants de l'{UNION} se sont réunis {MONDAY} à {OSLO}, à l'invitation de {ANNA}."


@pytest.mark.parametrize(
    "source",
    [
        f"Le Conseil permanent de l'{UNION} s'est réuni {MONDAY} à {OSLO} autour de {ANNA}.",
        f"Un comité de sages de l'{UNION} s'est retrouvé {MONDAY} à {OSLO} sous la présidence de {ANNA}.",
        f"Les membres de l'{UNION}, réunis {MONDAY} à {OSLO} autour de {ANNA}, ont promis de l'aide.",
        f"L'{UNION}, présidée par {ANNA}, s'est réunie {MONDAY} à {OSLO}.",
        f"L'{UNION} s'est réunie {MONDAY} à {OSLO} avec {ANNA}.",
    ],
)
def test_a_body_gathers_by_its_part_with_whoever_leads_or_is_beside_it(source: str) -> None:
    assert met(source) == WITH_ANNA


@pytest.mark.parametrize(
    "source",
    [
        f"Le chef du conseil de l'{UNION} a été réuni à ses frères. {ANNA} est contente.",
        f"Le bureau de l'{UNION} a ouvert {MONDAY} à {OSLO} avec {ANNA}.",
        f"Une séance de l'{UNION} déplaît à {ANNA}.",
    ],
)
def test_nobody_gathers_with_a_body_of_which_nothing_of_the_kind_is_told(source: str) -> None:
    assert met(source) == []


def test_whoever_is_received_where_a_summit_is_held_takes_part() -> None:
    source = f"{ANNA} a été accueillie {MONDAY} par {KARL} à {OSLO}, où se tenait le 41e sommet de l'{UNION}."
    assert ({"Anna Lind", "Karl Moe", "Union nordique"}, "held") in met(source)


def test_the_guest_who_came_for_the_summit_takes_part_rather_than_the_host() -> None:
    source = f"{ANNA} a reçu {MONDAY} à {OSLO} {KARL}, venu participer au sommet de l'{UNION}."
    assert met(source) == [({"Anna Lind", "Karl Moe"}, "held"), ({"Karl Moe", "Union nordique"}, "held")]


@pytest.mark.parametrize(
    "more",
    [
        f"{KARL}, qui coprésidait le sommet, s'est réjoui.",
        f"« Nous avançons », a dit {KARL} à l'ouverture des travaux.",
        f"À l'ouverture des débats, {KARL} a promis de l'aide.",
        f"Il pleuvait. Le vent soufflait. Il a neigé. Puis plus rien. {KARL}, conseiller du roi, assistait au sommet.",
        f"{KARL} assistait à la cérémonie.",
        f"Le ministre {KARL}, hôte du sommet, a promis de l'aide.",
        f"La {SWEDEN} avait dépêché son ministre, {KARL}.",
        f"La séance s'est déroulée en présence de {KARL}.",
        f"{KARL} menait les débats.",
    ],
)
def test_a_definite_noun_means_the_gathering_of_many_told_before(more: str) -> None:
    assert met(f"{SUMMIT} {more}") == [({"Union nordique", "Anna Lind", "Karl Moe"}, "held")]


@pytest.mark.parametrize(
    "more",
    [
        f"La {SWEDEN} avait dépêché son ministre, {KARL}, à Paris.",
        f"{KARL} n'assistait pas au sommet.",
        f"{KARL} participera au sommet.",
        f"Une course a suivi. {KARL} assistait à cette course.",
        f"Le concert s'est déroulé en présence de {KARL}.",
        f"{KARL} est convié à un dîner.",
    ],
)
def test_others_were_not_there(more: str) -> None:
    assert met(f"{SUMMIT} {more}") == WITH_ANNA


def test_of_two_gatherings_the_noun_and_the_tense_choose() -> None:
    source = (
        f"Les ministres de l'{UNION} se sont réunis {MONDAY} à {OSLO}, à la veille d'un sommet. Les dirigeants de "
        f"l'{UNION} se retrouveront {TUESDAY}. « Tout va bien », a dit {EVA} à l'ouverture des travaux. "
        f"{KARL}, qui participera au sommet, est parti."
    )
    assert met(source) == [({"Union nordique", "Eva Sund"}, "held"), ({"Union nordique", "Karl Moe"}, "planned")]


def test_the_host_of_a_summit_is_no_party_to_what_is_told_of_others() -> None:
    source = f"{ANNA}, hôte du sommet, aura un tête-à-tête avec {KARL}."
    assert met(source) == [({"Anna Lind", "Karl Moe"}, "planned")]


def test_whoever_mediates_between_two_joins_their_talks() -> None:
    source = (
        f"La {NORWAY} et la {SWEDEN} se sont parlé {MONDAY} à {OSLO}, {EVA} faisant la navette entre les délégations."
    )
    assert met(source) == [({"Norvège", "Suède", "Eva Sund"}, "held")]
