"""Offices and the country they are held for."""

from datetime import date

import pytest

from articles.nlp.components.linking.offices import office_key
from articles.nlp.pipeline import build
from articles.nlp.posts import office
from tests.nlp.marked import Marked, read_marked


def offices(text: str) -> list[tuple[str, str]]:
    annotation = next(iter(build().annotate([(text, date(2024, 5, 16))])))
    return [(text[m.span.start : m.span.end], m.country) for m in annotation.mentions if m.label == "ROLE"]


@pytest.mark.parametrize("marked", read_marked("roles"), ids=lambda marked: marked[0][:40])
def test_offices_have_their_country(marked: Marked):
    text, expected = marked

    assert offices(text) == expected


def test_bare_office_takes_the_country_it_was_last_held_for():
    text = "Le Premier ministre polonais Jan Nowak est arrivé. Le Premier ministre repartira."

    assert offices(text) == [("Premier ministre polonais", "PL"), ("Premier ministre", "PL")]


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("ministre turc des Affaires étrangères", "ministre des affaires etrangeres"),
        ("Premier ministre du Japon", "premier ministre"),
        ("secrétaire d’État américain", "secretaire d'etat"),
    ],
)
def test_office_key_drops_the_country(title: str, key: str):
    assert office_key(title) == key


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("La présidente de la Commission Ursula von der Leyen est arrivée.", "présidente de la Commission"),
        ("Le président de la Commission Moussa Faki Mahamat est arrivé.", "président de la Commission"),
        ("Le président de l'Assemblée Richard Ferrand est arrivé.", "président de l'Assemblée"),
        ("Le président de la Commission Électorale Indépendante est arrivé.", None),
    ],
)
def test_the_body_of_an_office_ends_where_a_name_begins(words: str, office: str | None):
    found = [told for told, _ in offices(words)]

    assert found[:1] == [office] if office else "président de la Commission" not in found


def test_the_council_of_ministers_belongs_to_its_president():
    text = "La présidente du Conseil des ministres italien, Mme Giorgia Meloni, est arrivée."

    assert offices(text) == [("présidente du Conseil des ministres italien", "IT")]


def test_the_president_of_what_was_told_before_is_not_the_head_of_state():
    text = "Le président gambien est parti. La Commission électorale a réagi. Son président, Alieu Njie, est resté."

    assert offices(text) == [("président gambien", "GM"), ("président", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The name stands beside the office above.
        (
            "L'envoyé spécial du président norvégien Karl Moe parle.",
            [("envoyé spécial", ""), ("président norvégien", "NO")],
        ),
        ("L'envoyé spécial du président norvégien parle.", [("envoyé spécial du président norvégien", "NO")]),
        ("Jan Berg, conseiller du Premier ministre Karl Moe, parle.", [("Premier ministre", "")]),
    ],
)
def test_the_office_above_is_told_apart_where_its_holder_is_named(text: str, expected: list[tuple[str, str]]):
    assert offices(text) == expected


@pytest.mark.parametrize(
    "title",
    [
        "ministre des Affaires étrangères et européennes",
        "ministre fédéral des Affaires européennes et internationales",
        "ministre des Relations extérieures et du Culte",
        "ministre du Numérique et de la Poste",
        "ministre des Affaires étrangères, de l'Intégration africaine et des Togolais de l'extérieur",
        "ministre de la Transition écologique et de la Cohésion des territoires",
        "ministre des Ressources minérales",
        "secrétaire d'État aux Affaires européennes",
        "secrétaire d'État chargée de la Francophonie et du Développement",
        "sous-secrétaire d'État aux Affaires politiques",
        "vice-président exécutif de la Commission européenne",
        "haut représentant de l'Union pour les affaires étrangères et la politique de sécurité",
        "président de l'Assemblée populaire nationale",
    ],
)
def test_office_reaches_over_the_whole_portfolio_whatever_follows(title: str):
    name_behind = offices(f"Arrivée hier du {title}, Alex Kalns.")
    verb_behind = offices(f"Arrivée hier du {title} rappelle la règle.")

    assert [words for words, _ in name_behind] == [words for words, _ in verb_behind] == [title]


def test_portfolio_takes_in_no_name_and_no_verb():
    text = (
        "Le ministre de la Défense et du Hamas rien. Le ministre de la Culture rappelle et de la Grèce vient un appel."
    )

    assert [words for words, _ in offices(text)] == ["ministre de la Défense", "ministre de la Culture"]


def test_secretary_of_state_with_a_portfolio_is_no_foreign_minister():
    assert office("secrétaire d'État américain") == "foreign"
    assert office("secrétaire d'État chargé de la Mer") != "foreign"
