"""To whom of several a story keeps: what `il`, `ils` and an office that stands alone mean."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
OLE = "[PER ole:Ole Dahl]"
IVAR = "[PER ivar:Ivar Berg]"
NORTHERN = f"Le [ROLE NO:ministre norvégien des Affaires étrangères] {OLE}"


def met(source: str) -> list[set[str]]:
    return [meeting.who for meeting in told(source) if meeting.kind != "visit"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        # The subject, not the object, of the sentence before.
        (f"{KARL} a évoqué {OLE} mardi. Il a reçu {ANNA}.", {"Karl Moe", "Anna Lind"}),
        # Whom the sentences before kept to, though one is told of in a relative clause.
        (
            f"{KARL} est arrivé. Il a salué la foule, que {OLE}, qui était là, avait réunie. Il a reçu {ANNA}.",
            {"Karl Moe", "Anna Lind"},
        ),
        # Behind an apposition stands the verb of whom it tells of.
        (f"{KARL} a parlé. {OLE}, son rival, a applaudi {IVAR}. Il a reçu {ANNA}.", {"Ole Dahl", "Anna Lind"}),
        # No person is the subject: the object is spoken of next.
        (f"{KARL} a parlé. L'attaque a surpris {OLE}. Il a reçu {ANNA}.", {"Ole Dahl", "Anna Lind"}),
        # Those who came together after two others had met.
        (
            f"{KARL} a rencontré {ANNA}. {OLE} et {IVAR} sont revenus dans la ville. Ils se sont entretenus mardi.",
            {"Ole Dahl", "Ivar Berg"},
        ),
        # Of two ministers him of whom the story tells, not the one named last.
        (
            f"{NORTHERN} a rencontré mardi Mme {ANNA}. Il a souri. Un ballet a distrait le [ROLE SE:ministre suédois] "
            f"{KARL}. Le [ROLE :ministre] sera reçu par {IVAR}.",
            {"Ole Dahl", "Ivar Berg"},
        ),
        # An emir is no president.
        (
            f"L'[ROLE QA:émir du Qatar] {OLE} est là. Le [ROLE NO:président norvégien] {KARL} a parlé. {ANNA} a reçu "
            "l'[ROLE :émir].",
            {"Anna Lind", "Ole Dahl"},
        ),
        # Whoever was received is the visitor, and the guest of whom he came to see.
        (
            f"{KARL} a reçu {OLE} à [GPE oslo:Oslo]. Le visiteur devait ensuite rencontrer Mme {ANNA}.",
            {"Ole Dahl", "Anna Lind"},
        ),
        # A king by another word.
        (
            f"Le [ROLE NO:roi de Norvège] {KARL} a parlé. {OLE} est là. Le [ROLE :souverain] a reçu Mme {ANNA}.",
            {"Karl Moe", "Anna Lind"},
        ),
        # Of whom the lead tells is the president whose name comes without his office.
        (
            f"{KARL} est venu voir {OLE} et {IVAR}. Le [ROLE US:président américain] a rencontré Mme {ANNA}. {OLE} et "
            f"{IVAR} dorment.",
            {"Karl Moe", "Anna Lind"},
        ),
        # A nationality in the feminine tells of a woman.
        (
            f"{KARL} a parlé. L'Australienne [PER penny:Penny Wong] a souri. Elle a rencontré {OLE}.",
            {"Penny Wong", "Ole Dahl"},
        ),
        # A subject between commas behind an opening participle is none of those who received.
        (f"Reçu par {KARL}, le [ROLE :ministre] {OLE}, a rencontré {IVAR}.", {"Ole Dahl", "Ivar Berg"}),
        # Whoever came with the subject of the main clause is not in the relative clause.
        (
            f"{KARL}, accompagné de {OLE}, a rencontré Mme {ANNA}, qui recevra lundi {IVAR}.",
            {"Anna Lind", "Ivar Berg"},
        ),
        # The rank of who holds the office before it.
        (
            f"{KARL} a été reçu par le [ROLE :président de la transition], le [ROLE :colonel] {OLE}.",
            {"Karl Moe", "Ole Dahl"},
        ),
        # The verb before its subject, and the other one is the subject of the main clause.
        (f"{KARL} parle. {OLE} ira à [GPE oslo:Oslo], où l'a accueilli {IVAR}.", {"Ole Dahl", "Ivar Berg"}),
        (f"Après avoir reçu {KARL}, {OLE} a dormi.", {"Karl Moe", "Ole Dahl"}),
    ],
)
def test_those_meant_met(source: str, expected: set[str]) -> None:
    assert expected in met(source)


def test_who_is_told_of_first_stays_in_mind_for_a_title() -> None:
    source = (
        f"{NORTHERN} est à Oslo. Le port dort. La mer monte. Le vent tourne. La pluie tombe. Le [ROLE SE:ministre "
        f"suédois des Affaires étrangères] {KARL} est absent. Le jour se lève. La nuit tombe. Le port dort. La neige "
        f"fond. Le soleil brille. Le [ROLE :ministre] a reçu Mme {ANNA}."
    )
    assert met(source) == [{"Ole Dahl", "Anna Lind"}]


def test_whose_talks_are_told_behind_them_are_not_those_of_who_met_before() -> None:
    source = f"{KARL} a rencontré Mme {ANNA}. Aucun contact entre diplomates des deux pays n'est prévu mercredi."
    assert met(source) == [{"Karl Moe", "Anna Lind"}]


def test_a_pronoun_behind_an_office_that_nobody_named_holds_means_none_of_the_named() -> None:
    told_of = "[PER anna:Anna Lind] a parlé. Le [ROLE :Premier ministre] a informé le Conseil. "
    assert told(told_of + "Enfin, il a rencontré [PER karl:Karl Moe].") == []
