"""To whom a statement is made, on sentences of our own."""

import pytest

from articles.nlp.components.statements.component import StatementsComponent
from tests.nlp.drafts import marked

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
PORT = "[ORG port:Office des ports]"
STATE = "[GPE NO:Norvège]"
MINISTER = "[ROLE NO:ministre norvégien] [PER anna:Anna Lind]"


def told(source: str) -> list[tuple[str, str]]:
    """For each statement whom it is made to, and the words that say so."""
    doc = StatementsComponent()(marked(source))
    return [
        (
            "" if one.addressee is None else doc._.draft.entities[one.addressee].name,
            "" if one.addressed is None else doc.text[one.addressed.start : one.addressed.end],
        )
        for one in doc._.draft.statements
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"{ANNA} a déclaré à {KARL} que la mer était calme.", ("Karl Moe", "Karl Moe")),
        (f"« La mer dort », a déclaré {ANNA} à {KARL}.", ("Karl Moe", "Karl Moe")),
        (
            f"Mme {ANNA} est là. « La mer dort », a-t-elle dit à son homologue, {KARL}.",
            ("Karl Moe", "son homologue, Karl Moe"),
        ),
        (f"{KARL} a assuré lundi au {MINISTER} que la mer dort.", ("Anna Lind", "ministre norvégien Anna Lind")),
        (f"{ANNA} a prévenu {KARL} que la mer montait.", ("Karl Moe", "Karl Moe")),
        (f"{ANNA} a exhorté {KARL} à quitter le port.", ("Karl Moe", "Karl Moe")),
        (f"{ANNA} a demandé à la {STATE} de fermer le quai.", ("Norvège", "la Norvège")),
        (f"Devant l'{PORT}, {ANNA} a promis une aide.", ("Office des ports", "l'Office des ports")),
        (f"{ANNA} a déclaré devant l'{PORT} que la mer dort.", ("Office des ports", "l'Office des ports")),
        (f"{ANNA} a écrit dans une lettre adressée à {KARL} que la mer dort.", ("Karl Moe", "Karl Moe")),
        (f"Mme {ANNA} a reçu {KARL}. Elle lui a promis une aide.", ("Karl Moe", "lui")),
        (
            f"Le {MINISTER} est là. « La mer dort », a dit {KARL} à son homologue norvégien.",
            ("Anna Lind", "son homologue norvégien"),
        ),
    ],
)
def test_statements_tell_to_whom(source: str, expected: tuple[str, str]) -> None:
    assert told(source) == [expected]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a déclaré à [GPE oslo:Oslo] que la mer dort.",
        f"{ANNA} a déclaré à la presse que la mer dort.",
        f"{ANNA} a affirmé à propos de {KARL} que la mer dort.",
        f"{ANNA} a estimé devant le siège de l'{PORT} que la mer dort.",
        f"{ANNA} a vu {KARL}. Le port, a, lui, assuré l'{PORT}, est ouvert.",
        f"Selon {ANNA}, la mer dort à {KARL}.",
        f"{ANNA} a accusé {KARL} d'avoir fermé le quai.",
    ],
)
def test_statements_leave_the_addressee_empty_where_nobody_is_told(source: str) -> None:
    assert {one for one, _ in told(source)} == {""}
