"""Who says it: pronouns and groups after somebody else was named, and sentences that a following one ascribes."""

import pytest

from tests.nlp.test_statements import ANNA, KARL, said


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a reçu {KARL}. Celui-ci est parti. « La mer dort », a-t-il dit.",
        f"{ANNA} a reçu {KARL}. Ce dernier est parti. Il est fâché. Il a promis de revenir.",
        f"{ANNA} a parlé. Quant à {KARL}, il a dit que la mer dormait.",
    ],
)
def test_a_pronoun_is_the_one_who_took_over(source: str) -> None:
    assert [speaker for speaker, *_ in said(source)] == ["Karl Moe"]


def test_a_name_ends_what_the_latter_took_over() -> None:
    found = said(f"{ANNA} a reçu {KARL}. Ce dernier est parti. {ANNA} est restée. « La mer dort », a-t-elle dit.")

    assert [speaker for speaker, *_ in found] == ["Anna Lind"]


@pytest.mark.parametrize(
    "source",
    [
        f"Les deux ministres, {ANNA} et {KARL}, ont appelé au calme.",
        f"{ANNA} et {KARL} sont là. Ils ont dit leur soutien aux marins.",
    ],
)
def test_two_who_are_told_of_together_say_it_together(source: str) -> None:
    assert [speaker for speaker, *_ in said(source)] == ["Anna Lind", "Karl Moe"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"Le port va rouvrir. {ANNA} l'a annoncé mardi devant la presse.", [("Anna Lind", "Le port va rouvrir")]),
        (f"Le port va rouvrir.\n\n{ANNA} l'a annoncé mardi.", []),
        (f"Le port va rouvrir, selon {KARL}. {ANNA} l'a confirmé.", [("Karl Moe", "Le port va rouvrir")]),
    ],
)
def test_a_sentence_is_what_the_next_one_says_was_said(source: str, expected: list[tuple[str, str]]) -> None:
    assert [(speaker, quote) for speaker, _, quote, _ in said(source)] == expected


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (f"{ANNA} a appelé les marins à la retenue.", ["à la retenue"]),
        (f"{ANNA} a exhorté {KARL} à plus de prudence.", ["à plus de prudence"]),
        (f"{ANNA} a invité {KARL} à la fête du port.", []),
        (f"{ANNA} a signé un accord avec {KARL}, un geste « encourageant » selon un marin.", ["encourageant"]),
        (f"La mer dort, et {ANNA} attend, selon {KARL}.", ["La mer dort, et Anna Lind attend"]),
        (f"La mer dort depuis lundi, et le port est fermé ce soir, selon {KARL}.", ["le port est fermé ce soir"]),
    ],
)
def test_a_few_more_frames(source: str, words: list[str]) -> None:
    assert [quote for _, _, quote, _ in said(source)] == words


NORWAY, SWEDEN, DENMARK = "[GPE NO:Norvège]", "[GPE SE:Suède]", "[GPE DK:Danemark]"


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        (
            f"{ANNA} a reçu {KARL}. Les deux [ROLE :chefs d'État] se sont félicités de la trêve.",
            ["Anna Lind", "Karl Moe"],
        ),
        (f"{ANNA} a reçu {KARL}. Les deux ministres nordiques ont appelé au calme.", ["Anna Lind", "Karl Moe"]),
        (f"{ANNA} a reçu {KARL}. « La mer dort », ont affirmé les deux ministres.", ["Anna Lind", "Karl Moe"]),
        (
            f"La {NORWAY}, la {SWEDEN} et le {DENMARK} ont signé. Les trois pays ont promis une aide.",
            ["Norvège", "Suède", "Danemark"],
        ),
        (
            f"La {NORWAY} et la {SWEDEN} ont signé. « La mer dort », ont écrit les deux gouvernements nordiques.",
            ["Norvège", "Suède"],
        ),
        (
            f"Le port attend. {ANNA} et le [ROLE :directeur] {KARL} se sont vus, puis ils ont promis une aide.",
            ["Anna Lind", "Karl Moe"],
        ),
    ],
)
def test_each_of_a_group_says_what_it_says(source: str, speakers: list[str]) -> None:
    assert [speaker for speaker, *_ in said(source)] == speakers


def test_states_that_were_not_named_together_are_no_group() -> None:
    assert said(f"La {NORWAY} a vu la {SWEDEN}. Les trois pays ont promis une aide.") == []


OLA = "Le [ROLE SE:ministre suédois] [PER ola:Ola Dahl]"
LIV = "La [ROLE NO:ministre norvégienne] [PER liv:Liv Berg]"


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        (f"{LIV} a reçu {KARL}. « La mer dort », a déclaré la dirigeante conservatrice.", ["Liv Berg"]),
        (f"{LIV} a reçu {KARL}. « La mer dort », a déclaré le dirigeant conservateur.", ["Karl Moe"]),
        (
            f"{OLA} a reçu le [ROLE NO:consul norvégien] {KARL}. « La mer dort », a dit le dirigeant suédois.",
            ["Ola Dahl"],
        ),
        (
            f"{OLA} a reçu le [ROLE NO:consul norvégien] {KARL}. « La mer dort », a dit le dirigeant norvégien.",
            ["Karl Moe"],
        ),
        (f"Le mât tombe sous les yeux de {KARL}. « La mer dort », a dit l'ancien chef des marins.", ["Karl Moe"]),
        (f"{ANNA} est venue avec {KARL}. « La mer dort », a dit l'ancien chef des marins.", [""]),
        (
            f"La {NORWAY} a fermé le port. « La mer dort », écrit le gouvernement de {KARL} dans un mot, où il dit "
            "agir « dans le calme ».",
            ["Norvège", "Norvège"],
        ),
        (f"{KARL} est là. « La mer dort », se souvient l'un des participants.", [""]),
        (f"{LIV} est là. « La mer dort », a glissé la [NORP :Norvégienne].", ["Liv Berg"]),
        (f"{KARL} a vu {OLA}. Le [NORP :Bâlois] a promis une aide.", ["Karl Moe"]),
        (f"{KARL} a vu le [NORP :Flamand] [PER jan:Jan Berg]. Le [NORP :Flamand] a promis une aide.", ["Jan Berg"]),
        (f"{ANNA} a reçu {KARL}. Tous deux ont promis une aide.", ["Anna Lind", "Karl Moe"]),
        (f"{ANNA} a nié à plusieurs reprises tout retard.", ["Anna Lind"]),
        (f"{ANNA} a appelé de ses vœux un accord sur le port.", ["Anna Lind"]),
        (
            "Selon l'[ORG oms:Organisation mondiale de la santé] (OMS), la mer dort.",
            ["Organisation mondiale de la santé"],
        ),
        (f"Selon son conseiller, {ANNA}, la mer dort.", ["Anna Lind"]),
        (f"La mer dort ce soir, selon sa cheffe, {ANNA}.", ["Anna Lind"]),
        (f"Selon un marin, {ANNA} a vu le port.", [""]),
        (f"{KARL} a noté que la {NORWAY} répond à « l'attente des marins ».", ["Karl Moe"]),
        (f"{KARL} a noté que la {NORWAY} parle d'un « beau port ».", ["Norvège"]),
    ],
)
def test_who_is_meant_by_words_for_a_person(source: str, speakers: list[str]) -> None:
    assert [speaker for speaker, *_ in said(source)] == speakers


@pytest.mark.parametrize(
    "source",
    [
        "« La mer dort », a déclaré le [ROLE NO:chef d'état-major norvégien], le général [PER jan:Jan Berg], à Oslo.",
        "L'un de ses ministres, [PER jan:Jan Berg], a salué « une page tournée ».",
        "« Une page se tourne », a salué l'un des députés, [PER jan:Jan Berg].",
    ],
)
def test_a_name_behind_what_somebody_is_says_it(source: str) -> None:
    assert [speaker for speaker, *_ in said(source)] == ["Jan Berg"]


def test_a_diplomat_of_a_nation_is_nobody_of_another() -> None:
    source = "Le [ROLE NO:ministre norvégien] [PER jan:Jan Berg] a reçu [PER ole:Ole Dahl]. « La mer dort », a dit le "

    assert [speaker for speaker, *_ in said(f"{source}diplomate suédois.")] == ["Ole Dahl"]
    assert [speaker for speaker, *_ in said(f"{source}diplomate norvégien.")] == ["Jan Berg"]


@pytest.mark.parametrize("title", ["", "la [ROLE NO:ministre norvégienne] ", "la [ROLE NO:ministre norvégienne], "])
def test_quotation_is_of_the_holder_for_whom_it_holds(title: str) -> None:
    assert [speaker for speaker, *_ in said(f"Pour {title}{ANNA}, le pays « ne peut plus attendre ».")] == ["Anna Lind"]


def test_whoever_stands_behind_an_office_and_a_comma_need_not_say_it() -> None:
    assert said(f"Pour le [ROLE NO:ministre norvégien], {ANNA} est une amie.") == []


def test_what_is_put_forward_in_quotation_marks_is_said() -> None:
    assert [speaker for speaker, *_ in said(f"{ANNA} a mis en avant « une mer en paix » au large.")] == ["Anna Lind"]


def test_an_office_told_before_is_that_of_who_is_named_behind_it() -> None:
    source = (
        "La [ROLE NO:ministre norvégienne des Affaires étrangères] [PER ida:Ida Dahl] parle. « La mer dort », a dit le "
        "[ROLE NO:ministre norvégien des Affaires étrangères], le [ROLE :prince] [PER jan:Jan Berg]."
    )
    assert [speaker for speaker, *_ in said(source)] == ["Jan Berg"]


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        (f"{KARL} est là. La {NORWAY} « ne cédera pas », a-t-il prévenu.", ["Karl Moe"]),
        (f"{ANNA} est là. La {NORWAY} et la {SWEDEN} doivent « se parler », a-t-elle dit.", ["Anna Lind"]),
        (f"La ministre dit que la {NORWAY} attend. « La mer dort », a-t-elle dit.", ["", ""]),
        (
            f"L'[ORG ufa:Union] est là. L'organisation a prié la {NORWAY} d'attendre. Elle a dit que la mer dort.",
            ["Union"],
        ),
        (f"{ANNA} parle. {KARL} « ne cédera pas », a-t-il prévenu.", ["Karl Moe"]),
    ],
)
def test_a_pronoun_is_nobody_of_whom_the_quoted_words_are_told(source: str, speakers: list[str]) -> None:
    assert [speaker for speaker, *_ in said(source)] == speakers
