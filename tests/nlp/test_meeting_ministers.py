"""Whom `les deux ministres` means where others were named since they met."""

import pytest

from tests.nlp.told_meetings import told

ANNA = "[ROLE NO:ministre norvégienne des Affaires étrangères] [PER anna:Anna Lind]"
KARL = "[ROLE SE:ministre suédois des Affaires étrangères] [PER karl:Karl Moe]"
OLE = "[ROLE DK:président danois] [PER ole:Ole Dahl]"
IVAR = "[ROLE FI:Premier ministre finlandais] [PER ivar:Ivar Berg]"


@pytest.mark.parametrize("how", ["s'est entretenue par téléphone avec", "a reçu", "s'est entretenue avec"])
def test_two_ministers_are_those_who_met_before_others_were_named(how: str) -> None:
    source = (
        f"La {ANNA} {how} le {KARL}. La ministre a salué l'accord conclu par le {OLE} et le {IVAR} lors de leur "
        "réunion. Les deux ministres sont convenus de se rencontrer en mai."
    )
    assert [(one.who, one.status) for one in told(source)][-1] == ({"Anna Lind", "Karl Moe"}, "planned")


def test_two_who_may_be_ministers_and_met_last_come_first() -> None:
    source = (
        f"La {ANNA} a reçu le {KARL}. Puis [PER per:Per Holm] a rencontré [PER nils:Nils Ek]. Les deux ministres se "
        "reverront en mai."
    )
    assert told(source)[-1].who == {"Per Holm", "Nils Ek"}


def test_the_chancellor_of_a_latin_american_story_is_the_foreign_minister() -> None:
    source = (
        "Le [ROLE CU:ministre cubain des Relations extérieures] [PER anna:Anna Lind] a reçu la [ROLE NO:ministre "
        "norvégienne des Affaires étrangères] [PER eva:Eva Sund]. [PER eva:Eva Sund] a souri. Le [ROLE :chancelier] a "
        "vu aussi [PER karl:Karl Moe]."
    )
    assert {"Anna Lind", "Karl Moe"} in [one.who for one in told(source)]


def test_an_adjective_of_two_states_means_the_one_that_is_told_of() -> None:
    source = (
        "Le [ROLE CG:président de la République du Congo], [PER anna:Anna Lind], a reçu le [ROLE CF:président "
        "centrafricain], [PER karl:Karl Moe]. [PER eva:Eva Sund] a été reçue par le [ROLE CD:président congolais]."
    )
    assert told(source)[-1].who == {"Anna Lind", "Eva Sund"}
