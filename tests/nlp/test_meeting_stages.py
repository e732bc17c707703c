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


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "{ANNA} a achevé à {OSLO} une tournée qui l'avait menée à {ROME}.",
            [("held", "Oslo"), ("held", "Rome")],
        ),
        ("{ANNA} a terminé à {OSLO} le périple.", [("held", "Oslo")]),
        ("L'étape suivante conduira ensuite la ministre {ANNA} à {OSLO}.", [("planned", "Oslo")]),
        ("Cette visite a mené {ANNA} à {OSLO} et à {ROME}.", [("held", "Oslo"), ("held", "Rome")]),
        ("Cette visite a mené les Norvégiens à {OSLO}.", []),
        (
            "{ANNA} est arrivée à {OSLO}, avant {ROME} et {BONN}.",
            [("held", "Oslo"), ("planned", "Rome"), ("planned", "Bonn")],
        ),
    ],
)
def test_stages_begin_end_and_lie_ahead(source: str, expected: list[tuple[str, str]]) -> None:
    told_of = journeys(
        source.format(
            ANNA="[PER anna:Anna Lind]", OSLO="[GPE oslo:Oslo]", ROME="[GPE rome:Rome]", BONN="[GPE bonn:Bonn]"
        )
    )
    assert [(status, place) for _, status, place in told_of] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "{ANNA} a rejoint {OSLO} par le train.",
        "{ANNA} est partie avant de rejoindre {OSLO}.",
        "{ANNA} a passé deux jours à {OSLO}.",
        "De retour d'{OSLO}, {ANNA} a parlé de la grève.",
        "{ANNA}, de retour d'{OSLO}, a parlé de la grève.",
        "Rentrée lundi d'{OSLO}, {ANNA} a parlé de la grève.",
        "{ANNA} revient d'{OSLO}.",
    ],
)
def test_who_joins_stays_at_or_comes_back_from_a_place_was_there(sentence: str) -> None:
    source = sentence.format(ANNA="[PER anna:Anna Lind]", OSLO="[GPE oslo:Oslo]")
    assert {place for _, _, place in journeys(source)} == {"Oslo"}


@pytest.mark.parametrize(
    "sentence",
    [
        "{ANNA} est rentrée à {OSLO}.",
        "De retour à {OSLO}, {ANNA} a parlé de la grève.",
        "{ANNA} a rejoint le parti à {OSLO}.",
        "{ANNA} a passé un accord à {OSLO}.",
    ],
)
def test_who_is_home_or_joins_something_else_made_no_visit(sentence: str) -> None:
    assert journeys(sentence.format(ANNA="[PER anna:Anna Lind]", OSLO="[GPE oslo:Oslo]")) == []


def test_each_stage_has_the_days_in_brackets_behind_it() -> None:
    source = (
        "[PER anna:Anna Lind] se rendra à [GPE oslo:Oslo] ([DATE 2024-05-15:15 mai]), à [GPE rome:Rome] "
        "([DATE 2024-05-17:17 mai]) et à [GPE bonn:Bonn] (le [DATE 2024-05-18:18])."
    )
    assert [(one.place, one.date) for one in told(source)] == [
        ("Oslo", "2024-05-15"),
        ("Rome", "2024-05-17"),
        ("Bonn", "2024-05-18"),
    ]
