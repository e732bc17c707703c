"""Whom pronouns, groups and titles mean among those of whom the story tells, and one verb with several partners."""

from dataclasses import replace

import pytest

from articles.nlp.components.meetings.component import MeetingsComponent
from tests.nlp.drafts import marked
from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
OLE = "[PER ole:Ole Dahl]"
NORWAY, SWEDEN = "[GPE NO:Norvège]", "[GPE SE:Suède]"


def met(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # In a clause put first the pronoun points to the subject behind it, whom the next sentence goes on with.
        (
            f"{OLE} a parlé. Venant de [GPE oslo:Oslo], où il avait vu la foule, {KARL} a gagné le nord. Il a ensuite "
            f"rencontré {ANNA}.",
            {"Karl Moe", "Anna Lind"},
        ),
        # A participle that agrees with a woman tells of her.
        (
            f"Mme {ANNA} est arrivée à Oslo avec {KARL}. La veille, {OLE}, qui l'avait accueillie au palais, a souri.",
            {"Ole Dahl", "Anna Lind"},
        ),
        # The last person named who is not the subject of the clause.
        (f"{KARL} a parlé de la crise avec {OLE}. {EVA} a téléphoné mardi à ce dernier.", {"Eva Sund", "Ole Dahl"}),
        (f"La séance s'ouvre sous la présidence de {KARL}. Celui-ci a reçu {ANNA}.", {"Karl Moe", "Anna Lind"}),
        # Words of time are no part of who is named behind them.
        (f"{KARL} a reçu dans la matinée Mme {ANNA}.", {"Karl Moe", "Anna Lind"}),
        (f"{KARL} a rencontré cette semaine M. {OLE}.", {"Karl Moe", "Ole Dahl"}),
        # A state is no minister.
        (
            f"{NORWAY} et {SWEDEN} ont signé un accord. Le [ROLE NO:ministre norvégien des Affaires étrangères] {OLE} "
            f"et le [ROLE SE:ministre suédois des Affaires étrangères] {KARL} sont venus. {ANNA} a reçu les deux "
            "ministres.",
            {"Anna Lind", "Ole Dahl", "Karl Moe"},
        ),
        # Of the presidents named together, not of a chief whom one of them refuses to see.
        (
            f"Le [ROLE NO:président norvégien] {OLE} et le [ROLE SE:président suédois] {KARL} sont là. {OLE} refuse de "
            f"rencontrer le chef des rebelles, {EVA}. Les deux chefs d'État se sont vus mardi.",
            {"Ole Dahl", "Karl Moe"},
        ),
        # The presidents by their countries, as far as the article tells who they are.
        (
            f"Le [ROLE NO:président norvégien] {OLE} et la [ROLE SE:présidente suédoise] {ANNA} sont là. Les "
            "dirigeants norvégien et suédois se sont entretenus en tête-à-tête.",
            {"Ole Dahl", "Anna Lind"},
        ),
        ("Les dirigeants norvégien et suédois se sont entretenus mardi.", {"Norvège", "Suède"}),
        # All three of whom the sentence tells.
        (
            f"{OLE} et {KARL}, que {ANNA} avait d'abord reçus, ont ensuite discuté tous trois.",
            {"Ole Dahl", "Karl Moe", "Anna Lind"},
        ),
        # Those who were the subject of a verb together, however long ago.
        (
            f"{OLE} et {KARL} ont rencontré {EVA}. La nuit tombe. {EVA} hésite encore. Les médiateurs se sont ensuite "
            f"entretenus avec {ANNA}.",
            {"Ole Dahl", "Karl Moe", "Anna Lind"},
        ),
        (
            f"{OLE} et {KARL} ont visité le port. La même délégation, à laquelle s'était jointe {EVA}, avait été reçue "
            f"en mars par {ANNA}.",
            {"Ole Dahl", "Karl Moe", "Eva Sund", "Anna Lind"},
        ),
        # The visitor is whoever came.
        (
            f"{OLE} est arrivé lundi à [GPE oslo:Oslo]. {KARL} a vu {EVA}. {ANNA} n'a pas reçu le visiteur.",
            {"Ole Dahl", "Anna Lind"},
        ),
        # The counterpart of a president is the president of his country.
        (
            f"Le [ROLE NO:président norvégien] {OLE} a vu son homologue suédois {KARL}. La nuit tombe. Le "
            f"[ROLE SE:président suédois] avait rencontré en mars {ANNA}.",
            {"Karl Moe", "Anna Lind"},
        ),
        # Of the three who met, the two named together.
        (
            f"{OLE} et {KARL}, que {ANNA} avait reçus, ont discuté tous trois. {EVA} s'est entretenue avec les deux "
            "dirigeants.",
            {"Eva Sund", "Ole Dahl", "Karl Moe"},
        ),
        # A pronoun at the head goes on with whom the story tells of.
        (
            f"{OLE} est à Oslo. Il a salué {KARL}. Il a ensuite rencontré {ANNA}.",
            {"Ole Dahl", "Anna Lind"},
        ),
        # Who joins them was there too.
        (
            f"{KARL} a rencontré {ANNA}. {OLE} s'est joint à eux pour le déjeuner.",
            {"Karl Moe", "Anna Lind", "Ole Dahl"},
        ),
    ],
)
def test_those_meant_met(source: str, expected: set[str]) -> None:
    assert met(source)[-1] == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            f"{KARL} s'est entretenu [DATE 2024-05-06:lundi] avec {ANNA}, puis [DATE 2024-05-07:mardi] avec {OLE}.",
            [({"Karl Moe", "Anna Lind"}, "2024-05-06", ""), ({"Karl Moe", "Ole Dahl"}, "2024-05-07", "")],
        ),
        (
            f"{KARL} a été reçu à [GPE oslo:Oslo] par {ANNA}, puis à [GPE bergen:Bergen] par {OLE}.",
            [({"Karl Moe", "Anna Lind"}, "", "Oslo"), ({"Karl Moe", "Ole Dahl"}, "", "Bergen")],
        ),
        (
            f"{KARL} avait reçu {ANNA}, avec laquelle il a évoqué la pêche, puis {OLE}.",
            [({"Karl Moe", "Anna Lind"}, "", ""), ({"Karl Moe", "Ole Dahl"}, "", "")],
        ),
        # The second has a verb of its own.
        (
            f"{KARL} a reçu {ANNA}, puis {OLE} a rencontré {EVA}.",
            [({"Karl Moe", "Anna Lind"}, "", ""), ({"Ole Dahl", "Eva Sund"}, "", "")],
        ),
        (f"{KARL} a reçu {ANNA}, puis il a salué la foule de {OLE}.", [({"Karl Moe", "Anna Lind"}, "", "")]),
    ],
)
def test_one_verb_has_a_partner_on_each_day_or_at_each_place(
    source: str, expected: list[tuple[set[str], str, str]]
) -> None:
    found = [(meeting.who, meeting.date, meeting.place) for meeting in told(source) if meeting.kind != "visit"]
    assert found == expected


def test_received_apart_and_then_all_three_together() -> None:
    source = f"{KARL} a reçu séparément {ANNA} et {OLE}, avant une réunion à trois."
    assert met(source) == [{"Karl Moe", "Anna Lind"}, {"Karl Moe", "Ole Dahl"}, {"Karl Moe", "Anna Lind", "Ole Dahl"}]


def test_received_at_the_seat_of_a_president_is_received_by_him() -> None:
    doc = marked(
        f"Le [ROLE FR:président français] [PER macron:Emmanuel Macron] a parlé. {ANNA} a été reçue lundi à "
        "l'[ORG elysee:Élysée]."
    )
    draft = doc._.draft
    draft.entities[-1] = replace(draft.entities[-1], country="FR")
    (meeting,) = MeetingsComponent()(doc)._.draft.meetings
    assert {draft.entities[one.entity].name for one in meeting.participants} == {"Emmanuel Macron", "Anna Lind"}


def test_received_in_a_hall_is_received_by_nobody_named() -> None:
    source = f"Le [ROLE FR:président français] {KARL} a parlé. {ANNA} a été reçue lundi à l'[ORG opera:Opéra]."
    assert met(source) == []


def test_people_of_other_countries_stand_for_no_state() -> None:
    source = (
        f"{NORWAY} et {SWEDEN} se sont concertées. Le [ROLE DK:ministre danois des Affaires étrangères] {OLE} a reçu "
        f"le [ROLE SE:ministre suédois des Affaires étrangères] {KARL}."
    )
    assert met(source) == [{"Norvège", "Suède"}, {"Ole Dahl", "Karl Moe"}]


def test_this_last_point_is_nobody() -> None:
    assert met(f"{KARL} a parlé avec {OLE}. {EVA} a abordé ce dernier point avec {ANNA}.")[-1] == {
        "Eva Sund",
        "Anna Lind",
    }


@pytest.mark.parametrize(
    ("aside", "who"),
    [("Ce dernier avait fui la guerre.", "Karl Moe"), ("Ce dernier a pris la parole.", "Ole Dahl")],
)
def test_what_lay_before_in_the_life_of_somebody_named_in_passing_does_not_make_him_the_one_told_of(
    aside: str, who: str
) -> None:
    source = f"{KARL} a parlé lundi de la vie de {OLE}. {aside} Il a ensuite rencontré {ANNA}."

    assert met(source) == [{who, "Anna Lind"}]
