"""One identity for each person, state and organisation of an article."""

from datetime import date

from articles.nlp.pipeline import build
from articles.nlp.types import Annotation, EntityRecord


def annotate(text: str) -> Annotation:
    return next(iter(build().annotate([(text, date(2024, 5, 16))])))


def entities_of(text: str, label: str) -> list[tuple[str, EntityRecord]]:
    annotation = annotate(text)
    return [
        (text[m.span.start : m.span.end], annotation.entities[m.entity])
        for m in annotation.mentions
        if m.label == label and m.entity is not None
    ]


def test_short_names_resolve_to_the_full_name():
    text = (
        "Le président bulgare Ivan Petar Dimitrov a parlé. M. Dimitrov a quitté Sofia. "
        "Petar Dimitrov reviendra.\n\nDIMITROV ABSENT\n\nIl est parti."
    )

    found = entities_of(text, "PER")

    assert [name for name, _ in found] == ["Ivan Petar Dimitrov", "Dimitrov", "Petar Dimitrov", "DIMITROV"]
    assert {entity.name for _, entity in found} == {"Ivan Petar Dimitrov"}


def test_person_of_the_credits_stays_apart_from_the_namesake():
    text = "La ministre suédoise Karin Berg a parlé. Mme Berg repart.\n\n(Reportage Tom Berg à Oslo)\n"

    found = entities_of(text, "PER")

    assert [(name, entity.name) for name, entity in found] == [
        ("Karin Berg", "Karin Berg"),
        ("Berg", "Karin Berg"),
        ("Tom Berg", "Tom Berg"),
    ]


def test_post_is_kept_with_its_country_and_evidence():
    text = "Le ministre turc des Affaires étrangères Ali Demir a parlé."
    annotation = annotate(text)

    [person] = [entity for entity in annotation.entities if entity.kind == "person"]
    [post] = person.posts
    role = annotation.mentions[post.mention]

    assert (post.title, post.key, post.country, person.country) == (
        "ministre turc des Affaires étrangères",
        "ministre des affaires etrangeres",
        "TR",
        "TR",
    )
    assert text[role.span.start : role.span.end] == post.title


def test_capital_that_acts_is_the_state():
    text = "Selon Moscou, rien n’a changé. Les délégués sont arrivés à Moscou."
    annotation = annotate(text)

    ids = [(annotation.entities[m.entity].known_id, m.figurative) for m in annotation.mentions if m.entity is not None]

    assert ids == [("RU", True), ("moscou", False)]


def test_acronym_and_full_name_are_one_organisation():
    text = "La Cour pénale internationale (CPI) siège à La Haye. La CPI enquête."

    assert {entity.known_id for _, entity in entities_of(text, "ORG")} == {"cour-penale-internationale"}


def test_bare_ministry_belongs_to_the_country_of_its_minister():
    text = "Le ministre turc des Affaires étrangères Ali Demir a parlé au ministère des Affaires étrangères."

    assert [entity.known_id for _, entity in entities_of(text, "ORG")] == ["ministere-turc-des-affaires-etrangeres"]


def test_post_takes_its_country_from_its_own_words_not_from_the_place():
    text = "BAGDAD, 12 mai (Agence) – Le président irakien a reçu jeudi le ministre de la Défense Paul Mercier."

    [(_, person)] = entities_of(text, "PER")

    assert [(post.title, post.country) for post in person.posts] == [("ministre de la Défense", "")]


def test_post_named_without_country_takes_the_one_told_of_its_holder():
    text = "Le ministre norvégien Per Haugen est arrivé. Le ministre des Finances, Per Haugen, a souri."

    person = entities_of(text, "PER")[0][1]

    assert {post.country for post in person.posts} == {"NO"}


def test_office_in_the_plural_is_nobodys_own_post():
    text = "Les ministres des Affaires étrangères Ali Demir et Karin Berg ont dîné avec le sous-secrétaire Jan Novak."

    posts = {entity.name: [post.title for post in entity.posts] for _, entity in entities_of(text, "PER")}

    assert posts["Ali Demir"] == []
    assert posts["Karin Berg"] == []
