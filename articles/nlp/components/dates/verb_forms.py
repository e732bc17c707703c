"""The verb forms that tell when: endings, auxiliaries, and the verbs that announce or tell what is on."""

import re
from functools import cache

from articles.nlp.lexicons import rows
from articles.nlp.verbs import conjugate, index


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _agreed(stems: str) -> frozenset[str]:
    return frozenset(stem + ending for stem in stems.split() for ending in ("", "e", "s", "es"))


def _in_tense(tense: str, lemmas: str) -> frozenset[str]:
    forms = (item for lemma in lemmas.split() for item in conjugate(lemma).items())
    return frozenset(word for word, readings in forms if any(form.tense == tense for form in readings))


HAVE = _words("a ont ai avons avez avait avaient eut eurent aura auront aurait auraient avoir ayant")
BE = _words("est sont suis sommes était étaient fut furent sera seront serait seraient être étant soit soient")
REFLEXIVE = _words("s' s’ se me m' m’ nous")
#: What may stand between an auxiliary and its participle.
FILLERS = _words(
    "pas plus jamais déjà également aussi en outre ensuite toutefois été bien ne n' n’ encore tous toutes tout "
    "donc ainsi enfin d' d’ abord cependant pourtant lui leur y à son tour hier aujourd' aujourd’ hui demain soir "
    "matin lundi mardi mercredi jeudi vendredi samedi dimanche , de nouveau même très peu mal mieux ce"
)
#: Participles of verbs whose past takes `être`.
MOVED = _agreed(
    "arrivé parti reparti venu allé entré sorti mort né tombé resté revenu devenu décédé parvenu rentré retourné "
    "monté descendu passé intervenu survenu convenu apparu"
)
#: Participles of what is still to come.
AHEAD_PARTICIPLES = _agreed(
    "attendu prévu programmé fixé convoqué censé planifié appelé invité agendé reporté supposé amené"
)
#: What follows these in the infinitive is still to come.
PROPOSED = _agreed(
    "proposé promis décidé accepté annoncé demandé souhaité envisagé recommandé suggéré exigé invité appelé "
    "autorisé choisi prévu programmé convenu"
)
#: Verbs and helpers of what is still to come, and the same seen from the past.
ANNOUNCING = "compter prévoir attendre espérer envisager souhaiter projeter planifier apprêter"
AHEAD_NOW = _words("doit doivent va vont") | _in_tense("present", ANNOUNCING)
AHEAD_THEN = _words("devait devaient allait allaient") | _in_tense("imperfect", ANNOUNCING)
#: `compte` alone is a noun as often; the verb has an infinitive after it.
COUNTS = _words("compte comptes")
#: Verbs of a diary in the present: `se rend mardi à Oslo`, `reçoit lundi`.
PRESENT = _in_tense(
    "present",
    "rendre recevoir accueillir rencontrer arriver partir quitter entamer débuter commencer tenir ouvrir réunir "
    "présider participer signer visiter inaugurer prononcer voter élire examiner célébrer reprendre retrouver "
    "envoler achever terminer prendre organiser donner publier poursuivre conclure présenter dévoiler annoncer "
    "effectuer assister dérouler entretenir parler débattre conduire mener regagner gagner repartir revenir "
    "rentrer intervenir boucler recueillir rassembler inviter convoquer honorer lancer entrer déplacer pouvoir "
    "négocier discuter adopter expirer",
)
#: Present forms that are nouns or adjectives as often; verbs only after a subject, which may be a name.
NOUNS_TOO = _words("président rencontre visite vote signe part lance donne annonce célèbre débat présente boucle")
#: `@` is a name.
SUBJECTS = _words("se s' s’ y qui il elle on ils elles @")
#: After these or a reflexive, a word that ends so is a verb in the present.
PRONOUNS = _words("il elle on ils elles qui")
PRESENT_ENDING = re.compile(r"\w(?:[^rt]e|[^aeiou]te|[^m]ent|oit|end|ient|urt|ort)\Z")
#: A preposition unless a pronoun stands before it.
BETWEEN = "entre"

#: Words that end like an imperfect or like a participle and are none.
NOT_IMPERFECT = _words(
    "fait défait refait surfait trait lait parfait imparfait portrait retrait attrait souhait extrait forfait "
    "bienfait méfait distrait abstrait satisfait plaît plait sait connaît connait paraît parait naît"
)
NEVER_ALONE = _words(
    "société université député députés délégué délégués comité côté sécurité majorité autorité cité été année "
    "journée soirée matinée armée idée employé employés allié alliés traité marché réfugié réfugiés blessé "
    "blessés communiqué communiqués résultat résultats début statut revenu revenus tribu contenu individu "
    "institut vertu salut élu élus pays depuis puis avis paris mis fois mois midi lundi mardi mercredi jeudi "
    "vendredi samedi parti partis suivi ainsi merci appui ennemi ami amis qui lui celui nuit produit conduit "
    "circuit bruit droit endroit toit détroit exploit profit conflit crédit esprit petit petite suite visite "
    "français anglais jamais mais plus minutes minute limite réussite entrée arrivée durée assemblée mairie "
    "partie vie série prise crise entreprise surprise reprise église remise mise chemise expertise maîtrise "
    "franchise analyse alerte porte perte offerte découverte désert concert expert transfert"
)
#: The passé simple of verbs in -irer, -drer, -vrer, -rrer and their like ends as a future does.
NOT_FUTURE = re.compile(
    r"\A(?:(?:t|ret|at|adm|insp|exp|resp|asp|soup|transp|consp|v|ch|p|d[ée]ch|ét)ira|"
    r"(?:enca|ca|engen|eff|pou|cylin)dra|(?:li|déli|ou|recou|décou|se|eni|na|ma|œu)vra|(?:inst|rest)aura|"
    r"(?:se|resse|desse|ba|te|ente|déte|fe|e|ama|déma|rembou|bou|na|fou)rra|opéra|caméra|choléra|hydra|cobra|ultra|extra|"
    r"infra|supra|intra|contra|mantra|para|tiara|sierra|terra)\Z"
)
FUTURE = re.compile(r"(?:[eiîdvr]|tt|ît|it|au|oi)ra\Z|(?:[eidvr]|tt|ît|it|au|oi)ront\Z|erons\Z|erai\Z")
PARTICIPLE = re.compile(
    r"(?:[^\W\d_]{2,}(?:é|ée|és|ées)|[^\W\d_]+[çvndltrpcs](?:u|ue|us|ues)|"
    r"[^\W\d_]+(?:ert|erte|erts|ertes|eint|einte|aint|oint|ointe)|"
    r"[^\W\d_]{2,}(?:i|ie|is|ies|ise|ises|it|ite|its|ites)|faits?|faites?|eu|vu|vue|vus|lu|dû|morte?s?|mû|su|pu|bu|tu)\Z"
)


#: No verb form is longer; the search reads no further back.
LONGEST = 30


def is_future(word: str) -> bool:
    return FUTURE.search(word) is not None and NOT_FUTURE.search(word) is None and word not in {"front", "affront"}


def is_conditional(word: str) -> bool:
    "`se rendrait`; not the imperfect `rencontrait`."
    stem = word[:-2] if word.endswith("rait") else word[:-5] if word.endswith("raient") else ""
    return bool(stem) and is_future(stem if stem.endswith("ra") else stem + "a")


@cache
def said() -> frozenset[str]:
    """Participles of the verbs that report what somebody says; `fait` is that of `fait savoir`."""
    forms = index(sorted({row["lemma"] for row in rows("reporting_verbs")}))
    return frozenset(word for word, each in forms.items() if any(one.tense == "participle" for one in each)) | {"fait"}


def is_participle(word: str) -> bool:
    return PARTICIPLE.search(word[-LONGEST:]) is not None
