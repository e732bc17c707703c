"""What meetings were about, in the words of the text."""

import pytest

from tests.nlp.told_meetings import told

ANNA, KARL, EVA = "[PER anna:Anna Lind]", "[PER karl:Karl Moe]", "[PER eva:Eva Sund]"
MET = f"{ANNA} a rencontré {KARL}"


def topics(source: str) -> list[list[str]]:
    return [meeting.words("topic") for meeting in told(source)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (f"{MET} pour discuter de la pêche au large.", ["la pêche au large"]),
        (f"{MET} pour parler des quotas de morue et du prix du sel.", ["quotas de morue", "prix du sel"]),
        (f"{MET} au sujet d'un accord de pêche.", ["un accord de pêche"]),
        (f"{MET} à propos du port franc, selon un témoin.", ["port franc"]),
        (f"{ANNA} et {KARL} ont discuté mardi.", []),
        (f"{ANNA} a eu avec {KARL} un entretien consacré à la digue du nord.", ["la digue du nord"]),
        (f"{ANNA} a eu avec {KARL} un entretien centré sur la digue.", ["la digue"]),
        (f"{ANNA} a reçu {KARL} et a évoqué la situation sur les quais.", ["la situation sur les quais"]),
        (f"L'entretien entre {ANNA} et {KARL} a porté sur la pêche, le sel et les ports.",
         ["la pêche", "le sel", "les ports"]),
        (f"{ANNA} et {KARL} se sont entretenus de la digue, qui menace de rompre.", ["la digue"]),
        (f"{MET}. Les deux ministres ont passé en revue les accords de pêche.", ["les accords de pêche"]),
        (f"{MET}. Il a été question de l'acheminement du sel, du sort des marins et de la digue.",
         ["l'acheminement du sel", "sort des marins", "la digue"]),
        (f"{MET}. La pêche et le climat étaient au cœur des échanges.", ["La pêche", "le climat"]),
        (f"{MET}. Au menu des discussions : la pêche et les ports.", ["la pêche", "les ports"]),
        (f"{MET}. L'entretien a porté sur le sel.", ["le sel"]),
        (f"{MET}. Ils ont abordé la question du port lundi soir.", ["la question du port"]),
    ],
)  # fmt: skip
def test_topics_are_the_noun_phrases_that_say_what_it_was_about(source: str, found: list[str]) -> None:
    assert topics(source) == [found]


@pytest.mark.parametrize(
    "source",
    [
        f"{MET}. Le palais a parlé d'un échange franc.",
        f"{MET}. Le maire a évoqué la grève des bus.",
        f"{MET}. Ils ont parlé d'un accueil chaleureux.",
        f"{MET}. Les deux ministres ont passé en revue la garde.",
        f"{MET}. Karl a parlé de la digue aux marins.",
    ],
)
def test_what_others_spoke_of_or_how_it_went_is_no_topic(source: str) -> None:
    assert topics(source) == [[]]


def test_topic_goes_with_the_meeting_told_last_before_it() -> None:
    source = f"{ANNA} a reçu {KARL} puis a rencontré {EVA} pour parler du sel."

    found = {frozenset(meeting.who): meeting.words("topic") for meeting in told(source)}

    assert found == {frozenset({"Anna Lind", "Karl Moe"}): [], frozenset({"Anna Lind", "Eva Sund"}): ["sel"]}
