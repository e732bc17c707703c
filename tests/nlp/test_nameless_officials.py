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


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Le port rouvrira, a dit un [ROLE :porte-parole de la Commission européenne].", "Commission européenne"),
        (
            "Le port rouvrira, a dit la [ROLE :porte-parole du ministère kényan des Mines].",
            "ministère kényan des Mines",
        ),
        ("Le port rouvrira, a dit un [ROLE :porte-parole du Bureau des ports].", "Bureau des ports"),
        ("Le port rouvrira, a fait savoir la diplomatie norvégienne.", "Norvège"),
        (
            "L'[ORG ufa:Union du fleuve] attend. Le port rouvrira, a dit un porte-parole du mouvement.",
            "Union du fleuve",
        ),
        ("A [GPE NO-oslo:Oslo], le gouvernement a jugé que le port rouvrirait.", "Norvège"),
        ("A [GPE NO-oslo:Oslo], le gouvernement de [PER jan:Jan Berg] a jugé que le port rouvrirait.", "Norvège"),
        (
            "La [ROLE NO:présidente norvégienne] [PER liv:Liv Berg] part. Le port rouvrira, souligne la présidence.",
            "Norvège",
        ),
        (
            "La [ORG ps:présidence suédoise] attend. Le port rouvrira, a-t-on dit à la présidence.",
            "présidence suédoise",
        ),
    ],
)
def test_body_that_only_other_words_tell_speaks(sentence: str, speaker: str) -> None:
    assert speakers(sentence) == [speaker]


def test_body_by_which_nothing_is_said_is_no_entity() -> None:
    doc = StatementsComponent()(marked("Un [ROLE :porte-parole de la Commission européenne] est arrivé."))

    assert doc._.draft.entities == []
