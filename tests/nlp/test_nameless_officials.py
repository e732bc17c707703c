"""Officials without a name speak for the state that an adjective tells."""

import pytest

from articles.nlp.components.statements.component import StatementsComponent
from tests.nlp.drafts import marked


def speakers(source: str) -> list[str | None]:
    doc = StatementsComponent()(marked(f"La [GPE FR:France] a reçu l'[GPE IR:Iran]. {source}"))
    draft = doc._.draft
    return [None if one.speaker is None else draft.entities[one.speaker].name for one in draft.statements]


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Un diplomate français a assuré que rien n'était décidé.", "France"),
        ("« Rien n'est décidé », a précisé une source diplomatique iranienne.", "Iran"),
        ("« Rien n'est décidé », ont rapporté des responsables français.", "France"),
        ("Selon un haut responsable iranien, rien n'est décidé.", "Iran"),
        ("Rien n'est décidé, selon des sources iraniennes.", "Iran"),
        ("La diplomatie française a dénoncé « une provocation ».", "France"),
        ("La partie iranienne s'est engagée à rouvrir la route.", "Iran"),
        ("Un responsable européen a assuré que rien n'était décidé.", None),
        ("Un diplomate norvégien a assuré que rien n'était décidé.", None),
        ("Un journaliste français a assuré que rien n'était décidé.", None),
    ],
)
def test_official_of_a_nation_speaks_for_it(sentence: str, state: str | None) -> None:
    assert speakers(sentence) == [state]
