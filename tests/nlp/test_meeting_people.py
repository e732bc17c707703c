"""Who met: whom an office, a pronoun or a clause put first means in news from several countries."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
EVA = "[PER eva:Eva Sund]"
HOME = f"Le [ROLE :ministre des Affaires étrangères] {KARL} est parti. "


def met(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # `le ministre` takes up the one told of first of all, not whoever is named at the end.
        (
            f"{HOME}Le [ROLE :ministre] a reçu {ANNA}. Le [ROLE :ministre de la Culture] {EVA} viendra.",
            {"Karl Moe", "Anna Lind"},
        ),
        # Of two, the one told of without a country is meant.
        (
            f"{HOME}La [ROLE SE:ministre suédoise des Affaires étrangères] {ANNA} l'attend. Le [ROLE :ministre] a "
            f"rencontré {EVA}.",
            {"Karl Moe", "Eva Sund"},
        ),
        # The subject behind an opening participle is whom a pronoun means, its verb quoted or not.
        (
            f"Reçu plus tôt par le [ROLE :Premier ministre] {KARL}, [PER john:John Smith] « a évoqué la pêche ». Il "
            f"s'est ensuite entretenu avec {ANNA}.",
            {"John Smith", "Anna Lind"},
        ),
        # An aside stands between the verb and what they had.
        (f"{ANNA} et {KARL} ont eu, le 20 novembre, un entretien d'une demi-heure.", {"Anna Lind", "Karl Moe"}),
        # A state is no one of whom `sa rencontre` is told.
        (
            f"{ANNA} est en visite, la [GPE UA:Ukraine] au menu de sa rencontre avec {KARL}.",
            {"Anna Lind", "Karl Moe"},
        ),
        (f"{KARL} et son épouse, {EVA}, seront reçus lundi par {ANNA}.", {"Karl Moe", "Eva Sund", "Anna Lind"}),
    ],
)
def test_those_meant_by_the_story_meet(source: str, expected: set[str]) -> None:
    assert met(source)[-1] == expected


def test_a_president_named_by_surname_is_that_of_his_country() -> None:
    source = (
        "Le [ROLE :président] [PER macron:Emmanuel Macron] a parlé. [PER barham:Barham Aziz] aussi. Le "
        f"[ROLE FR:président français] a rencontré {ANNA}."
    )
    assert met(source) == [{"Emmanuel Macron", "Anna Lind"}]
