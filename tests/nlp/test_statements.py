"""Who is reported as saying what, on sentences of our own."""

import pytest

from articles.nlp.components.statements.component import StatementsComponent
from articles.nlp.sentences import Sentences, quotations
from tests.counting import calls
from tests.nlp.drafts import marked

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
PORT = "[ORG port:Office des ports]"


def said(source: str) -> list[tuple[str, str, str, bool]]:
    """Speaker, cue, quotation, directness."""
    doc = StatementsComponent()(marked(source))
    text, draft = doc.text, doc._.draft
    return [
        (
            "" if one.speaker is None else draft.entities[one.speaker].name,
            "" if one.cue is None else text[one.cue.start : one.cue.end],
            text[one.quote.start : one.quote.end],
            one.direct,
        )
        for one in draft.statements
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"« La mer est calme », a déclaré {ANNA}.", ("Anna Lind", "a déclaré", "La mer est calme", True)),
        (f"“La mer est calme”, a dit {ANNA}.", ("Anna Lind", "a dit", "La mer est calme", True)),
        (f'{ANNA} a déclaré : "La mer est calme."', ("Anna Lind", "a déclaré", "La mer est calme.", True)),
        (
            f"{KARL} est arrivé. « La mer est calme », a-t-il déclaré.",
            ("Karl Moe", "a-t-il déclaré", "La mer est calme", True),
        ),
        (f"Selon {ANNA}, « la mer est calme ».", ("Anna Lind", "Selon", "la mer est calme", True)),
        (
            f"{ANNA} a déclaré que la mer était calme.",
            ("Anna Lind", "a déclaré", "que la mer était calme", False),
        ),
        (f"La mer est calme, a indiqué {ANNA}.", ("Anna Lind", "a indiqué", "La mer est calme", False)),
        (f"La mer est calme, selon {ANNA}.", ("Anna Lind", "selon", "La mer est calme", False)),
        (f"D'après {ANNA}, la mer est calme.", ("Anna Lind", "D'après", "la mer est calme", False)),
        (
            f"{ANNA} a quitté la salle, affirmant que la mer était calme.",
            ("Anna Lind", "affirmant", "que la mer était calme", False),
        ),
        (f"{ANNA} a dénoncé le retard du port.", ("Anna Lind", "a dénoncé", "le retard du port", False)),
        (f"{ANNA} fait savoir que la mer est calme.", ("Anna Lind", "fait savoir", "que la mer est calme", False)),
        (
            f"La mer est calme, a indiqué un responsable de l'{PORT}.",
            ("Office des ports", "a indiqué", "La mer est calme", False),
        ),
    ],
)
def test_statements_tell_speaker_cue_and_words(source: str, expected: tuple[str, str, str, bool]) -> None:
    assert said(source) == [expected]


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA} a lu « Le Vieil Homme et la mer » au port.",
        f"{ANNA} a rencontré {KARL}.",
        "Selon la loi, la pêche est fermée.",
    ],
)
def test_statements_leave_out_what_nobody_named_says(source: str) -> None:
    assert said(source) == []


def test_statements_follow_a_quotation_over_sentences() -> None:
    found = said(f"« La mer est calme. Le port dort », a déclaré {ANNA}.")

    assert found == [("Anna Lind", "a déclaré", "La mer est calme. Le port dort", True)]


STATE = "[GPE NO:Norvège]"
SWEDEN = "[GPE SE:Suède]"
MINISTER = "[ROLE NO:ministre norvégien] [PER anna:Anna Lind]"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"{ANNA} a nié toute faute.", [("Anna Lind", "a nié", "toute faute", False)]),
        (f"{ANNA} s'est engagée à réparer le quai.", [("Anna Lind", "s'est engagée", "à réparer le quai", False)]),
        (f"{ANNA} a fait part de son inquiétude.", [("Anna Lind", "a fait part", "de son inquiétude", False)]),
        (f"{ANNA} a fait état de progrès.", [("Anna Lind", "a fait état", "de progrès", False)]),
        (f"{ANNA} a exprimé sa vive inquiétude.", [("Anna Lind", "a exprimé", "sa vive inquiétude", False)]),
        (f"{ANNA} s'est félicitée de la trêve.", [("Anna Lind", "s'est félicitée", "de la trêve", False)]),
        (f"{ANNA} s'est dite prête à partir.", [("Anna Lind", "s'est dite", "prête à partir", False)]),
        (f"{ANNA} a jugé prématuré tout départ.", [("Anna Lind", "a jugé", "prématuré tout départ", False)]),
        (
            f"{ANNA} a exhorté {KARL} à quitter le port.",
            [("Anna Lind", "a exhorté", "à quitter le port", False)],
        ),
        (f"{ANNA} a mis en garde contre la tempête.", [("Anna Lind", "a mis en garde", "contre la tempête", False)]),
        (
            f"{ANNA} a d'abord assuré que tout allait bien.",
            [("Anna Lind", "a d'abord assuré", "que tout allait bien", False)],
        ),
        (
            f"{ANNA} a, selon ses services, proposé une trêve.",
            [("Anna Lind", "a, selon ses services, proposé", "une trêve", False)],
        ),
        (f"{ANNA} n'exclut pas de partir.", [("Anna Lind", "n'exclut", "de partir", False)]),
        (f"{ANNA} a révélé avoir vu {KARL}.", [("Anna Lind", "a révélé", "avoir vu Karl Moe", False)]),
        (
            f"{ANNA} a demandé au gardien de fermer le quai.",
            [("Anna Lind", "a demandé", "de fermer le quai", False)],
        ),
        (
            f"{ANNA} a tenu à saluer la décision du port.",
            [("Anna Lind", "tenu à saluer", "la décision du port", False)],
        ),
    ],
)
def test_statements_take_what_the_frame_of_a_verb_reports(
    source: str, expected: list[tuple[str, str, str, bool]]
) -> None:
    assert [one[:1] + one[2:] for one in said(source)] == [one[:1] + one[2:] for one in expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"{ANNA} a qualifié l'accord de « solide ».", [("solide", True)]),
        (f'{ANNA} a dénoncé une "agression" du voisin.', [("agression", True)]),
        (f'{ANNA} a accusé les marins de "mentir" au port.', [("mentir", True)]),
        (f'{ANNA} a dit que la mer restait "calme" au large.', [("calme", True)]),
        (f"{ANNA} a dit que « la mer reste calme ce soir ».", [("la mer reste calme ce soir", True)]),
        (f"« La mer », a dit {ANNA}, « est calme ce soir ».", [("La mer", True), ("est calme ce soir", True)]),
        (f"L'accord n'est « plus valable », selon {ANNA}.", [("plus valable", True)]),
        (f"{ANNA} : « La mer est calme »", [("La mer est calme", True)]),
        (f"{ANNA} a dit : 'la mer est calme'.", [("la mer est calme", True)]),
        (f"{ANNA} a dit : ‹ la mer qu’on voit ›.", [("la mer qu’on voit", True)]),
        (f"Pour {ANNA}, « la mer est calme ».", [("la mer est calme", True)]),
        (f"« La mer dort », a dit {ANNA}. « Le port aussi. »", [("La mer dort", True), ("Le port aussi.", True)]),
        (f"« La mer dort, a dit {ANNA}. Le port aussi. »", [("La mer dort, a dit Anna Lind. Le port aussi.", True)]),
        (f"{ANNA} y voit « un bon accord ».", [("un bon accord", True)]),
        (f"{ANNA} s'est bornée à dire : « on verra ».", [("on verra", True)]),
        (
            f"« La mer dort »\n\nEntretien. {ANNA} raconte : « Tout est calme ici. »",
            [("La mer dort", True), ("Tout est calme ici.", True)],
        ),
        (f"« Un jour.\n\n« Un autre », a dit {ANNA}.", [("Un jour.\n\n« Un autre", True)]),
    ],
)
def test_statements_choose_between_the_clause_and_its_quotation(source: str, expected: list[tuple[str, bool]]) -> None:
    assert [one[2:] for one in said(source)] == expected
    assert {one[0] for one in said(source)} == {"Anna Lind"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"« La mer dort », a soufflé {ANNA}.", [("Anna Lind", "a soufflé", "La mer dort", True)]),
        (f"« La mer dort », s'émerveille {ANNA}.", [("Anna Lind", "s'émerveille", "La mer dort", True)]),
        (f"« La mer dort », a répondu, lasse, {ANNA}.", [("Anna Lind", "a répondu", "La mer dort", True)]),
        (f"« La mer dort »\n\n— {ANNA}, du port", [("Anna Lind", "", "La mer dort", True)]),
        (
            f"{ANNA}, pour qui le port est « trop petit ce soir », est là.",
            [("Anna Lind", "pour", "trop petit ce soir", True)],
        ),
        (
            f"Mercredi, rappelle {ANNA}, les marins étaient restés au port.",
            [("Anna Lind", "rappelle", "Mercredi, rappelle Anna Lind, les marins étaient restés au port", False)],
        ),
        (f"{ANNA} prévient : la trêve reste fragile.", [("Anna Lind", "prévient", "la trêve reste fragile", False)]),
        (
            f"La mer dort, a dit {ANNA}, invoquant « un vent trop faible ».",
            [("Anna Lind", "a dit", "La mer dort", False), ("Anna Lind", "invoquant", "un vent trop faible", True)],
        ),
        (
            f"{ANNA} a dit que {KARL} tenait le quai et soutenait les marins.",
            [("Anna Lind", "a dit", "que Karl Moe tenait le quai et soutenait les marins", False)],
        ),
        (
            f"{ANNA} a reproché à {KARL} de fermer le quai.",
            [("Anna Lind", "a reproché", "de fermer le quai", False)],
        ),
        (f"{ANNA} a reconnu sa défaite.", [("Anna Lind", "a reconnu", "sa défaite", False)]),
        (
            f"{ANNA} est là. Pour elle, le port est trop petit.",
            [("Anna Lind", "Pour", "le port est trop petit", False)],
        ),
        (
            f"La mer dort ce soir, selon {ANNA}, directrice du port.",
            [("Anna Lind", "selon", "La mer dort ce soir", False)],
        ),
        (
            f"Selon {ANNA}, directrice du port, la mer dort.",
            [("Anna Lind", "Selon", "la mer dort", False)],
        ),
        (
            f"« La mer dort », « le port est fermé ce soir », a dit {ANNA}.",
            [
                ("Anna Lind", "a dit", "La mer dort", True),
                ("Anna Lind", "a dit", "le port est fermé ce soir", True),
            ],
        ),
        ("La mer dort, a annoncé l'équipage.", [("", "a annoncé", "La mer dort", False)]),
        ("Des témoignages rapportent que la mer dort.", [("", "rapportent", "que la mer dort", False)]),
    ],
)
def test_statements_follow_many_wordings(source: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert [(one[0], one[1].strip(), *one[2:]) for one in said(source)] == expected


@pytest.mark.parametrize(
    ("source", "speakers"),
    [
        (f"{ANNA} a parlé d'un « bon accord pour tous », selon {KARL}.", ["Anna Lind"]),
        (f"Selon le [ROLE SE:ministre suédois], {KARL}, la mer dort.", ["Karl Moe"]),
        (f"{ANNA} ainsi que {KARL} ont annoncé leur départ.", ["Anna Lind", "Karl Moe"]),
        (f"La {STATE}, par la voix de {ANNA}, a annoncé son départ.", ["Anna Lind"]),
        ("L'attaque est le fait des [ORG bande:Vents]. « La mer dort », ont-ils écrit.", ["Vents"]),
        (f"L'{PORT} avait fermé. « La mer dort », note-t-elle.", ["Office des ports"]),
        (f"Selon la [ORG gazette:Gazette], l'{PORT} dort. Le quotidien note que la mer dort.", ["Gazette", "Gazette"]),
        (f"La {STATE} dort. Le [ROLE NO:porte-parole norvégien] a dit que la mer dort.", ["Norvège"]),
        ("« La mer dort », a confié le navigateur tandis que le port fermait.", [""]),
        (f"{ANNA}, cheffe du port a dit que la mer dort.", ["Anna Lind"]),
        (f"Pour {ANNA} (du port), « la mer dort ».", ["Anna Lind"]),
        (f"{KARL} est à l'{PORT}. Les pays membres ont dit que la mer dort.", ["Office des ports"]),
        (f"{KARL} est allé voir l'{PORT}. Ce dernier a dit que la mer dort.", ["Karl Moe"]),
        (f"L'{PORT} a fermé. L'institution a laissé entendre que la mer dort.", ["Office des ports"]),
        (f"{ANNA} a reçu {KARL}. Son hôte a dit que la mer dort.", ["Karl Moe"]),
        (f"{ANNA} est là. Le navigateur a dit que la mer dort.", ["Anna Lind"]),
        (f"{ANNA} est là. La mer dort, a promis cette dernière.", ["Anna Lind"]),
        (f"{ANNA} est là. La {STATE} ouvrira le port, a-t-il annoncé.", ["Anna Lind"]),
        (
            f"Le {MINISTER} a vu le [ROLE SE:ministre suédois] {KARL}. Les ministres ont dit que la mer dort.",
            ["Anna Lind", "Karl Moe"],
        ),
        (f"{KARL} est là. Une victime, qui a requis l'anonymat, a dit que la mer dort.", [""]),
        (f"{STATE} et {SWEDEN} ont promis une aide.", ["Norvège", "Suède"]),
        (f"{ANNA} et {KARL} sont là. Les deux ministres ont promis une aide.", ["Anna Lind", "Karl Moe"]),
        (f"Mme {ANNA} et {KARL} sont là. « La mer dort », a-t-elle dit.", ["Anna Lind"]),
        (f"Après son dîner avec {KARL}, « la mer dort », a dit {ANNA}.", ["Anna Lind"]),
        (f"Le {MINISTER}, qui a vu {KARL}, a promis une aide.", ["Anna Lind"]),
        (f"{ANNA} a dit que {KARL} avait dit que le port restait fermé à tous les voiliers.", ["Karl Moe"]),
        (f"Un responsable de l'{PORT} a dit que la mer dort.", ["Office des ports"]),
        (f"« La mer dort », indique-t-on à l'{PORT}.", ["Office des ports"]),
        ("« La mer dort », a confié un diplomate européen.", [""]),
        ("De source diplomatique, la trêve tient encore.", [""]),
        (f"{STATE} accueille {ANNA}. Cette dernière souligne que la mer dort.", ["Anna Lind"]),
        (f"{ANNA} a dit que les marins relevaient du port et a demandé une aide.", ["Anna Lind", "Anna Lind"]),
        (f"{STATE} a promis une aide par la voix de {ANNA}.", ["Norvège"]),
        (f"{STATE} a dénoncé par la voix de {ANNA} une faute.", ["Anna Lind"]),
    ],
)
def test_statements_find_who_speaks(source: str, speakers: list[str]) -> None:
    assert [one[0] for one in said(source)] == speakers


@pytest.mark.parametrize(
    "source",
    [
        f"{ANNA}, dite « Nana », est au port.",
        f"{KARL} a lancé l'opération « Vent du nord ».",
        f"{ANNA} n'a pas voulu commenter.",
        f"{ANNA} n'a rien dit de la trêve.",
        f"A la demande de {ANNA}, le port ferme.",
        f"{ANNA} annoncera une trêve.",
        "Des manifestants réclament la libération du gardien.",
        f"{ANNA} soutient le chancelier.",
        "Selon les termes de l'accord, le port ferme.",
        f"La trêve a été annoncée. {KARL} est là.",
        f"{KARL}, dit « Le Grand », est au port.",
        f"Le « Bon vent », compte déjà cinq marins avec {KARL}.",
        f"Des faits pour lesquels {KARL} est mis en cause pour « vol de bateau au port ».",
        f"Le groupe « 5 + 1 » : {KARL} est au port.",
        f"Des navires sont partis, demandant à ce que {KARL} parte.",
        f"{KARL} a agi contre les « gens du port ».",
    ],
)
def test_statements_leave_out_names_nouns_and_what_is_not_said(source: str) -> None:
    assert said(source) == []


def test_statements_of_a_list_twice_as_long_take_twice_the_work() -> None:
    def work(names: int) -> int:
        return calls(lambda: said(f"{ANNA}, " + "le quai, la mer, le port, " * names + "a dit que la mer est calme."))

    work(10)
    assert work(400) < 2.5 * work(200)


@pytest.mark.parametrize("mark", ["« mot ", "“mot ", " 'mot"])
def test_twice_as_many_marks_that_nobody_closes_take_twice_the_work(mark: str) -> None:
    def work(marks: int) -> int:
        return calls(lambda: quotations(mark * marks))

    assert quotations(mark * 100) == []
    assert work(4_000) < 2.5 * work(2_000)


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("Il dit « oui » et “non”.", ["oui", "non"]),
        ("Elle note : « Il a dit « oui » hier ».", ["Il a dit « oui » hier"]),
        ("« Un.\n\n« Deux. »", ["Un.\n\n« Deux."]),
        ("Rien « n'est fermé.", []),
        ("L'élu a dit 'oui' à l'ami d'hier.", ["oui"]),
        ('"Un.\n\n"Deux."', ['Un.\n\n"Deux.']),
    ],
)
def test_quotations_stand_between_outermost_marks(text: str, quotes: list[str]) -> None:
    assert [text[span.start : span.end] for span in quotations(text)] == quotes


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("La mer dort. Le port veille.", ["La mer dort.", "Le port veille."]),
        ("M. Moe est là. Il lit.", ["M. Moe est là.", "Il lit."]),
        ("« Oui. Non. » Elle part.", ["« Oui. Non. »", "Elle part."]),
        ("Titre\n\nLa mer dort.", ["Titre", "La mer dort."]),
        ("La mer dort.Le port veille.", ["La mer dort.", "Le port veille."]),
        ("Il pèse 3.000 kilos.", ["Il pèse 3.000 kilos."]),
    ],
)
def test_sentences_end_outside_quotations(text: str, sentences: list[str]) -> None:
    assert [text[span.start : span.end].strip() for span in Sentences(text).spans] == sentences
