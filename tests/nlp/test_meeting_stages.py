"""Journeys of several stages, and who goes along on them."""

import pytest

from tests.nlp.told_meetings import told


def journeys(source: str) -> list[tuple[set[str], str, str]]:
    return [(meeting.who, meeting.status, meeting.place) for meeting in told(source) if meeting.kind == "visit"]


@pytest.mark.parametrize(
    "sentence",
    [
        "[PER anna:Anna Lind] entame une tournée qui la mènera à [GPE oslo:Oslo] et à [GPE rome:Rome].",
        "[PER anna:Anna Lind] effectuera une mission qui doit la conduire à [GPE oslo:Oslo] puis à [GPE rome:Rome].",
        "[PER anna:Anna Lind] est partie. Ce voyage la mènera à [GPE oslo:Oslo] et à [GPE rome:Rome].",
    ],
)
def test_a_journey_leads_somebody_to_its_stages(sentence: str) -> None:
    assert journeys(sentence) == [({"Anna Lind"}, "planned", "Oslo"), ({"Anna Lind"}, "planned", "Rome")]


def test_each_stage_that_a_journey_leads_to_has_its_own_status() -> None:
    sentence = (
        "[PER karl:Karl Moe] effectue une tournée en [LOC europe:Europe] qui l'a conduit à [GPE oslo:Oslo] "
        "et le mènera à [GPE rome:Rome]."
    )
    assert journeys(sentence) == [({"Karl Moe"}, "held", "Oslo"), ({"Karl Moe"}, "planned", "Rome")]


def test_a_debate_leads_nobody_anywhere() -> None:
    assert journeys("[PER karl:Karl Moe] est mis en cause. Ce débat le mènera à [GPE rome:Rome].") == []


def test_a_journey_is_begun_and_ended_at_a_stage() -> None:
    assert journeys("[PER karl:Karl Moe] a achevé à [GPE oslo:Oslo] sa tournée en [LOC europe:Europe].") == [
        ({"Karl Moe"}, "held", "Oslo")
    ]


@pytest.mark.parametrize(
    "source",
    [
        "[PER karl:Karl Moe], accompagné de [PER anna:Anna Lind], s'est rendu à [GPE oslo:Oslo].",
        "[PER karl:Karl Moe] s'est rendu à [GPE oslo:Oslo]. Il était accompagné de [PER anna:Anna Lind].",
    ],
)
def test_who_accompanies_a_traveller_travels(source: str) -> None:
    assert journeys(source) == [({"Anna Lind", "Karl Moe"}, "held", "Oslo")]


def test_who_will_accompany_a_traveller_makes_the_journeys_ahead() -> None:
    source = (
        "[PER karl:Karl Moe] se rendra à [GPE oslo:Oslo]. [PER eva:Eva Sund] s'est rendue à [GPE rome:Rome]. "
        "[PER karl:Karl Moe] sera accompagné d'[PER anna:Anna Lind]."
    )
    assert journeys(source) == [
        ({"Anna Lind", "Karl Moe"}, "planned", "Oslo"),
        ({"Eva Sund"}, "held", "Rome"),
    ]
