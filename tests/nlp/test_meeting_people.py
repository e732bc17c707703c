"""Who met, and what is no meeting, in news from several countries."""

import pytest

from articles.nlp.lexicons import rows
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
        # A partner put first, whom the story's people spoke with.
        (f"{ANNA} est à Oslo. Avec {KARL}, les discussions ont porté sur la pêche.", {"Anna Lind", "Karl Moe"}),
        # Some of those received are named.
        (f"{ANNA} a reçu les chefs d'État invités, dont {KARL}, arrivé lundi.", {"Anna Lind", "Karl Moe"}),
        # An under-secretary is not at the head of diplomacy.
        (
            f"La [ROLE NO:ministre norvégienne des Affaires étrangères] {ANNA} a vu le [ROLE US:sous-secrétaire d'État "
            f"américain], {KARL}. La [ROLE :cheffe de la diplomatie] a été reçue par {EVA}.",
            {"Anna Lind", "Eva Sund"},
        ),
        # `Cheikh` with a capital parts no office from its holder.
        (
            f"Le [ROLE QA:chef de la diplomatie du Qatar], Cheikh {KARL}, a vu {ANNA}.",
            {"Karl Moe", "Anna Lind"},
        ),
        (
            f"Le [ROLE RW:président rwandais] {KARL} est là. L'homme d'État rwandais a été reçu par {ANNA}.",
            {"Karl Moe", "Anna Lind"},
        ),
        (f"{KARL} et son adjointe, {EVA}, seront reçus lundi par {ANNA}.", {"Karl Moe", "Eva Sund", "Anna Lind"}),
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


@pytest.mark.parametrize(
    "sentence",
    [
        f"{ANNA} a reçu vendredi soir à Oslo le Prix {KARL} de la pêche.",
        f"{ANNA} a reçu secrètement 45 000 euros, offerts par {KARL}.",
        f"{KARL} parle et voit {ANNA} reculer peu à peu.",
        f"{KARL} a cédé la barque en échange d'une mission auprès de {ANNA}.",
        f"{KARL} a fait appel de la sanction auprès de {ANNA}.",
        f"{KARL} appelle à poursuivre le dialogue avec {ANNA}.",
        f"{KARL} a parlé : « C'est la suite des discussions que nous menons avec {ANNA}. »",
        f"{KARL} a invité lundi {ANNA} à le rencontrer à Oslo.",
        f"{EVA} a exhorté {KARL} et {ANNA} à se rencontrer sans délai.",
        f"{KARL} a exprimé son souhait de discuter avec {ANNA}.",
        f"{KARL} accepterait de rencontrer {ANNA}.",
        f"{KARL} a ouvert la voie à une rencontre avec {ANNA}.",
        f"{ANNA} a rejoint le peloton, puis {KARL} l'a retrouvée.",
    ],
)
def test_prizes_sums_races_and_what_goes_on_are_no_meetings(sentence: str) -> None:
    assert met(sentence) == []


def test_among_words_of_sport_a_meeting_of_an_office_holder_stays() -> None:
    assert met(f"{KARL}, médaillé à Rio, sera reçu par la [ROLE NO:présidente norvégienne] {ANNA}.") == [
        {"Karl Moe", "Anna Lind"}
    ]


def test_to_win_somewhere_is_no_journey() -> None:
    assert told(f"{KARL} gagne à [GPE oslo:Oslo].") == []


def test_two_offices_of_two_countries_are_not_held_by_the_one_person_named() -> None:
    before = f"{KARL} voyage. "
    sentence = "Le [ROLE NO:ministre norvégien] sera reçu par le [ROLE SE:président suédois]."
    assert met(before + sentence)[-1] == {"Karl Moe", "Suède"}


def test_to_let_somebody_know_is_no_journey() -> None:
    assert told(f"{KARL} a fait part à {ANNA}, rencontrée en [GPE US:Alaska], de sa peine.") == []


@pytest.mark.parametrize("noun", [row["noun"] for row in rows("meeting_nouns")])
def test_every_noun_of_meeting_is_read_in_the_plural(noun: str) -> None:
    plural = " ".join(word if word in {"de", "à", "des"} else word.removesuffix("s") + "s" for word in noun.split(" "))
    told(f"{KARL} et {ANNA} ont parlé de deux {plural} tenus à Oslo.")


def test_what_was_agreed_to_is_still_to_come() -> None:
    assert [meeting.status for meeting in told(f"{KARL} a donné son accord pour une rencontre avec {ANNA}.")] == [
        "planned"
    ]
