"""One identity for each person, state and organisation of an article."""

from datetime import date

import pytest

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


def person_links(text: str) -> list[tuple[str, str]]:
    return [(name, entity.name) for name, entity in entities_of(text, "PER")]


def holders(text: str) -> list[tuple[str, str]]:
    """Offices linked to a person, with that person's name."""
    annotation = annotate(text)
    return [
        (text[m.span.start : m.span.end], annotation.entities[m.entity].name)
        for m in annotation.mentions
        if m.label == "ROLE" and m.entity is not None
    ]


def countries(text: str) -> list[tuple[str, str]]:
    return [(text[m.span.start : m.span.end], m.country) for m in annotate(text).mentions if m.label == "ROLE"]


def test_titles_tell_two_people_of_one_surname_apart():
    text = (
        "Le président bulgare Ivan Dimitrov et la ministre bulgare Elena Dimitrov ont parlé. "
        "Mme Dimitrov a souri. M. Dimitrov est reparti."
    )

    assert person_links(text)[2:] == [("Dimitrov", "Elena Dimitrov"), ("Dimitrov", "Ivan Dimitrov")]


def test_surname_of_two_people_alike_stays_by_itself():
    text = "Les ministres Ivan Dimitrov et Petar Dimitrov ont dîné à Sofia. Puis les ministres et Dimitrov ont parlé."

    assert ("Dimitrov", "Dimitrov") in person_links(text)


def test_spellings_of_one_name_are_one_person():
    text = (
        "Le ministre russe Sergueï Petrov a parlé à Moscou. Sergei Petroff a ajouté un mot. "
        "M. PETROV est reparti avec S. Petrov."
    )

    assert {name for _, name in person_links(text)} == {"Sergueï Petrov"}


def test_name_and_the_name_one_goes_by_are_one_person():
    text = "L’émissaire américain Robert Haleman, dit Rob Haleman, est parti. M. Haleman reviendra."

    assert {name for _, name in person_links(text)} == {"Robert Haleman"}


def test_sovereign_of_a_given_name_is_not_the_minister_of_that_name():
    text = "Le ministre belge Philippe Goossens a parlé. Le roi Philippe se taira."

    assert person_links(text) == [("Philippe Goossens", "Philippe Goossens"), ("Philippe", "Philippe")]


def test_office_alone_stands_for_the_one_the_article_names_in_it():
    text = (
        "La présidente moldave Elena Rusu a parlé à Chisinau. La présidente moldave reviendra. Le président turc, non."
    )

    assert holders(text) == [("présidente moldave", "Elena Rusu")]


def test_office_of_the_other_gender_stands_for_nobody_named():
    text = "M. Ivan Dimitrov, ministre bulgare de la Défense, a parlé. La ministre bulgare de la Défense reviendra."

    assert holders(text) == []


def test_former_and_future_holders_hold_no_post():
    text = "L’ancien président moldave Petru Rusu et le président moldave élu, Ion Munteanu, ont parlé."

    posts = {entity.name: entity.posts for _, entity in entities_of(text, "PER")}

    assert posts == {"Petru Rusu": (), "Ion Munteanu": ()}


def test_name_after_the_office_of_another_is_not_its_holder():
    text = "L’émissaire du président moldave, Petru Rusu, a quitté Chisinau."

    assert [entity.posts for _, entity in entities_of(text, "PER")] == [()]


def test_bare_office_takes_the_country_told_of_the_same_office():
    text = "Le président moldave a parlé. Le président a souri."

    assert countries(text) == [("président moldave", "MD"), ("président", "MD")]


def test_bare_office_takes_no_country_where_two_are_told():
    text = f"Le président moldave a reçu le président turc. {'Rien de plus à dire. ' * 25}Le président a souri."

    assert countries(text)[-1] == ("président", "")


def test_own_president_abroad_is_not_the_host():
    text = (
        "KABOUL, 12 mai (Agence) – Le président afghan a reçu le président français. "
        f"{'Rien de plus à dire. ' * 25}Le président de la République est reparti."
    )

    assert countries(text)[-1] == ("président de la République", "")


def test_office_that_only_one_state_has_tells_the_country():
    text = "Le pape Grégoire a reçu le guide suprême. Le secrétaire d’État, attendu par Washington, viendra."

    assert [country for _, country in countries(text)] == ["VA", "IR", "US"]


def test_country_of_a_former_holder_is_not_taken_over():
    text = f"L’ancien président moldave Petru Rusu est venu. {'Rien de plus à dire. ' * 25}Le président a souri."

    assert countries(text)[-1] == ("président", "")


def test_partner_with_a_part_of_the_name_is_somebody_else():
    text = (
        "Mme Elena Petar Dimitrov a parlé. L’avocate Elena Petar est venue avec l’ambassadeur Petar Dimitrov. "
        "Elena Petar est repartie."
    )

    assert dict(person_links(text))["Petar Dimitrov"] == "Petar Dimitrov"


def test_name_of_a_person_is_the_full_form_used_most():
    text = "Karin Maria Berg est arrivée. Karin Berg a parlé. Karin Berg est repartie avec Mme Berg."

    assert {name for _, name in person_links(text)} == {"Karin Berg"}


@pytest.mark.parametrize("opening", ["En mars 2017, ", "Avril 2017. ", "2017 : LE DÉGEL\n\n"])
def test_office_of_an_earlier_year_is_no_post_of_today(opening: str):
    text = f"Une longue histoire.\n\n{opening}" + (
        "Petru Rusu, président moldave, avait visité Ankara. "
        "\n\nLe président moldave, Ion Munteanu, y est attendu en juin."
    )

    posts = {entity.name: [post.title for post in entity.posts] for _, entity in entities_of(text, "PER")}

    assert posts == {"Petru Rusu": [], "Ion Munteanu": ["président moldave"]}


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("PARIS, 16 mai (AFP) - Le Sénat a voté le texte.", "senat-fr"),
        ("WASHINGTON, 16 mai (AFP) - Le Sénat a voté le texte.", "senat-americain"),
        ("LIMA, 16 mai (AFP) - Le Congrès a voté le texte.", "congres-pe"),
        ("PARIS, 16 mai (AFP) - Le Pérou est divisé. La Cour suprême tranchera.", "cour-supreme"),
        ("GENÈVE, 16 mai (AFP) - L'OMS a averti ses membres.", "organisation-mondiale-de-la-sante"),
    ],
)
def test_parliament_or_court_is_the_one_of_its_state(text: str, known: str):
    annotation = next(iter(build().annotate([(text, date(2024, 5, 16))])))
    bodies = [
        one.known_id for one in annotation.entities if one.kind == "organisation" and one.name != "Agence France-Presse"
    ]

    assert bodies == [known]


def test_a_pope_goes_by_his_office_and_given_name():
    people = dict(entities_of("Le pape Grégoire a reçu Anna Lind. Clément XV, autre pape, se tait.", "PER"))

    assert people["Grégoire"].name == "pape Grégoire"
    assert people["Clément XV"].name == "Clément XV"


@pytest.mark.parametrize("form", ["Vladimir Zelenski", "Volodymyr Zelenskyy", "Volodymyr Zelensky"])
def test_a_known_leader_carries_one_name_whatever_the_spelling(form: str):
    text = f"{form} est arrivé à Paris."
    annotation = next(iter(build().annotate([(text, date(2022, 7, 6))])))
    (person,) = [entity for entity in annotation.entities if entity.kind == "person"]

    assert person.name == "Volodymyr Zelensky"
    assert form in person.names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le président norvégien Karl Moe est à Oslo avec son épouse, Anna Moe. Moe repart. Mme Moe reste.",
            ["Karl Moe", "Anna Moe", "Karl Moe", "Anna Moe"],
        ),
        (
            "Le ministre suédois Jan Berg, que son frère cadet Tom Berg accompagne, a parlé. Berg repart.",
            ["Jan Berg", "Tom Berg", "Jan Berg"],
        ),
        (
            "La fille du chef de l'État, Eva Lind, a parlé. La ministre Anna Lind attend. Lind repart.",
            ["Eva Lind", "Anna Lind", "Anna Lind"],
        ),
        # Nobody else bears the name.
        ("Il attend la fille du président, Eva Lind. Lind repart.", ["Eva Lind", "Eva Lind"]),
        # Whose relative she is told to be stands behind her own name.
        (
            "Le président Jan Berg est parti. La ministre Eva Berg, sœur d'un juge, est là. Berg repart.",
            ["Jan Berg", "Eva Berg", "Berg"],
        ),
    ],
)
def test_surname_alone_is_not_that_of_somebody_introduced_as_a_relative(text: str, expected: list[str]):
    assert [name for _, name in person_links(text)] == expected


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("au siège du ministère", "Tunis"),
        ("au palais présidentiel à Rome", "Rome"),
        ("au palais royal", "Tunis"),
        ("au Palais national", "Tunis"),
    ],
)
def test_seat_that_nothing_else_places_is_in_the_capital_that_the_article_is_dated_from(where: str, place: str) -> None:
    head = "TUNIS, 16 mai (Agence) – Le ministre tunisien des Affaires étrangères, Nabil Ammar, a été reçu"
    annotation = annotate(f"{head} jeudi {where} par le ministre italien Antonio Tajani.")
    [meeting] = annotation.meetings
    assert meeting.place is not None
    assert annotation.entities[meeting.place].name == place


def test_first_name_tells_whom_a_title_means_of_two_of_one_surname():
    text = "Henrik Dahl est arrivé avec Ingrid Dahl. M. Dahl a parlé. Mme Dahl a souri."

    assert [name for _, name in person_links(text)] == ["Henrik Dahl", "Ingrid Dahl", "Henrik Dahl", "Ingrid Dahl"]
