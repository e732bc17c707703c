"""The grammar of an office: head, national adjective, portfolio, body or country. Built from the vocabularies."""

import re
from functools import cache

from articles.nlp.calendar_fr import GAP
from articles.nlp.lexicons import RoleWord, fold, people_adjectives, roles, rows

CAP = r"[A-ZÀ-ÖØ-ÞŒ]"
LETTER = r"[^\W\d_]"
OF = rf"(?:de{GAP}la|de{GAP}l[’']{GAP}?|du|des|de|d[’'])"
#: Words that belong to the office between head and complement.
FIXED = [
    "adjoint",
    "adjointe",
    "délégué",
    "déléguée",
    "spécial",
    "spéciale",
    "élu",
    "élue",
    "fédéral",
    "fédérale",
    "régional",
    "régionale",
    "permanent",
    "permanente",
    "général",
    "générale",
    "généraux",
    "européen",
    "européenne",
    "européens",
    "provincial",
    "provinciale",
    "suprême",
    "exécutif",
    "exécutive",
    "parlementaire",
]


def loose(form: str) -> str:
    """A pattern for the form: any case at its first letter, straight or curly apostrophes, any blank, `Etat` and `État`."""
    out = []
    for char in form:
        if char in "'’":
            out.append("[’']")
        elif char == " ":
            out.append(f"{GAP}")
        elif char in "Éé":
            out.append("[ÉEé]")
        elif char == "E":
            out.append("E")
        elif char.isalpha():
            out.append(f"[{char.lower()}{char.upper()}]")
        else:
            out.append(re.escape(char))
    return "".join(out)


@cache
def heads() -> re.Pattern[str]:
    """Every form of every role word, longest first under each letter: a word is compared with those of its own."""
    letters: dict[str, list[str]] = {}
    for form in sorted({form for role in roles() for form in role.forms}, key=lambda form: -len(form)):
        letters.setdefault(fold(form[0]), []).append(loose(form))
    joined = "|".join(f"(?:{'|'.join(forms)})" for forms in letters.values())
    return re.compile(
        rf"(?<![\w’'-])(?:(?<=[dlDL][’'])|(?<![’']))(?P<whole>(?:ex-)?(?:(?:second|première?){GAP}(?=vice))?(?P<head>{joined}))(?![\w-])"
        rf"|(?<=[dlDL][’'])(?P<whole2>(?:ex-)?(?P<head2>{joined}))(?![\w-])"
    )


@cache
def role_of(head: str) -> RoleWord:
    return _by_form()[fold(head).replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ").replace("\t", " ")]


@cache
def _by_form() -> dict[str, RoleWord]:
    return {fold(form): role for role in roles() for form in role.forms}


@cache
def adjective() -> re.Pattern[str]:
    """A blank and a word that may be a national or fixed adjective."""
    return re.compile(rf"(?:{GAP}(?:et{GAP})?(?P<word>{LETTER}+(?:-{LETTER}+)*))(?![\w])")


def is_national(word: str) -> bool:
    return word[0].islower() and fold(word) in people_adjectives()


#: An adjective in the plural, by an ending that no verb has: `des Ressources minérales`.
PLURAL_ADJECTIVE = rf"{LETTER}+(?:[ai]les|elles|aires|oires|iques|ives|ieures|ères|ennes|aines)"
#: `des Béninois de l'extérieur`: a portfolio like any other.
CITIZENS_ABROAD = (
    rf"{CAP}{LETTER}+(?:{GAP}(?:résidant|établis|vivant))?{GAP}"
    rf"(?:(?:à|de){GAP}l[’'](?:[ée]tranger|Étranger|extérieur|Extérieur)|de{GAP}la{GAP}diaspora)(?![\w])"
)


@cache
def portfolio() -> re.Pattern[str]:
    """`des Affaires étrangères et de la Communauté nationale à l'étranger`, `de la Défense`, `en charge de l'agriculture`."""
    nouns = "|".join(
        sorted((loose(r["word"]) for r in rows("portfolios") if r["kind"] == "noun"), key=len, reverse=True)
    )
    adjectives = "|".join(
        sorted((loose(r["word"]) for r in rows("portfolios") if r["kind"] == "adjective"), key=len, reverse=True)
    )
    lead = rf"(?:{OF}|{GAP}?à{GAP}la|à{GAP}l[’']{GAP}?|aux?|(?:chargée?s?|en{GAP}charge){GAP}{OF})"
    gap = rf"(?:{GAP}+|(?<=[’']))"
    quality = rf"(?:(?i:{adjectives})|{PLURAL_ADJECTIVE})(?![\w])"
    item = (
        rf"(?:(?:{nouns})(?:-{LETTER}+)*(?![\w])"
        rf"(?:{GAP}{quality})?(?:{GAP}(?i:{adjectives})(?![\w]))*(?:{GAP}et{GAP}{quality})?"
        rf"(?:{GAP}à{GAP}l[’'](?:étranger|Étranger))?|{CITIZENS_ABROAD})"
    )
    return re.compile(
        rf"{GAP}{lead}{gap}?{item}(?:(?:{GAP}?,{GAP}|{GAP}et{GAP}|{GAP})(?:{lead}|et{GAP}{lead}){gap}?{item}|{GAP}et{GAP}{item})*"
    )


#: A portfolio that no vocabulary holds, in a list that one opened; a comma or the name must follow.
FURTHER = re.compile(
    rf"(?:,{GAP}|{GAP}et{GAP}(?:chargée?s?{GAP})?){OF}{GAP}?[\w-]+(?:{GAP}(?!et\b)[\w’'-]+){{0,4}}?"
    rf"(?=,{GAP}(?:MM?\.|Mme|{CAP})|{GAP}(?:MM?\.|Mmes?){GAP}{CAP}|\n|\Z)"
)
#: One that `et` and an article lead to, where no known name stands: `et du Culte a reçu`.
LAST_ITEM = re.compile(rf"{GAP}et{GAP}(?:de{GAP}la|de{GAP}l[’']|du|des){GAP}?(?={CAP}(?!{CAP}))")
ITEM = re.compile(rf"{CAP}[\w’'-]*{LETTER}")
#: What a government or an assembly is further called.
OF_KIND = re.compile(
    rf"(?:{GAP}(?:présidentiel|souverain|constitutionnel|régional|fédéral|populaire|militaire|provisoire|intérimaire"
    rf"|suprême|central|exécutif|législatif|judiciaire)(?:le|e)?(?![\w-]))?"
    rf"(?:{GAP}(?:d[’']{GAP}?(?:union|unité|entente){GAP}nationale|de{GAP}(?:la{GAP})?transition|de{GAP}sécurité"
    rf"(?:{GAP}nationale)?|de{GAP}coalition)(?![\w-]))?"
)
#: `envoyé du Secrétaire général`: an office under another.
UNDER = re.compile(rf"{GAP}(?:de{GAP}la{GAP}|du{GAP}|de{GAP}l[’']{GAP}?|des{GAP})")
#: `envoyé pour les Balkans`, `représentant pour la politique étrangère`.
FOR = re.compile(
    rf"{GAP}(?:pour|chargée?s?{GAP}d[eu]|à)(?:{GAP}(?:la|le|les)|{GAP}l[’'])?(?:{GAP}|(?<=[’']))"
    rf"(?:(?i:politique|affaires?|questions?|paix|processus|droits|migrations?|sécurité|dialogue|climat|énergie|otages|réfugiés"
    rf"|réconciliation)(?:{GAP}(?:étrangères?|Étrangères|Etrangères|politiques?|de{GAP}paix|de{GAP}l[’']homme|commune|extérieure|(?:et{GAP}(?:la{GAP})?politique{GAP})?de{GAP}sécurité"
    rf"|{CAP}[\w-]+))*"
    rf"|{CAP}[\w-]*(?:{GAP}{CAP}[\w-]*|{GAP}[a-zà-ÿ]+aux\b|{GAP}centrale\b)*)(?![\w])"
)
#: The rest of an office in capitals.
IN_CAPITALS = re.compile(
    rf"(?:{GAP}(?:D(?:E|U|ES)(?:{GAP}LA\b)?(?:{GAP}L[’'])?|À{GAP}LA|AUX?|D[’']|ET)(?:{GAP}|(?<=[’']))"
    r"[A-ZÀ-ÖØ-ÞŒ][A-ZÀ-ÖØ-ÞŒ’'-]+(?![\w])|[ \u00a0][A-ZÀ-ÖØ-ÞŒ]{4,}(?=[ \u00a0]D))+"
)
MINISTRY = re.compile(
    rf"{GAP}(?:du|des){GAP}[Mm]inistères?(?:{GAP}(?!d[eu]\b|des\b)(?P<national>{LETTER}+(?:-{LETTER}+)?))?(?![\w-])"
)
#: `de la Fondation Gates`, `du Groupe Eiffage`: an article and capitals; persons follow no article.
CAPITALISED = re.compile(
    rf"{GAP}(?:de{GAP}la|de{GAP}l[’']{GAP}?|du|des|au|à{GAP}l[’']|à{GAP}la|auprès{GAP}d[eu’'](?:{GAP}la)?)(?:{GAP}|(?<=[’']))?(?P<name>{CAP}[\w-]*"
    rf"(?:{GAP}(?:{CAP}[\w-]*|(?:de|du|des|de{GAP}la|et){GAP}(?:la{GAP}|l[’'])?{CAP}[\w-]*|[dl][’']{CAP}[\w-]*))*)"
)
#: A body called by one word, and the first name of whoever heads it: `de la Commission Jean-Claude Juncker`.
BODY_AND_PERSON = re.compile(
    rf"(?P<body>.*?(?:{GAP}|[’'])(?:Commission|Assemblée|Chambre|Cour|Conseil|Comité|Parlement|Sénat|Congrès|Diète|Union|Ligue|Fédération|"
    rf"Confédération|Autorité|Banque|République|Transition|Junte))(?={GAP}{CAP}(?:[\w-]*(?<!ale)(?<!al)(?<!enne)(?<!éen)(?<!ique)"
    rf"(?<!aine)(?<!ain)(?<!ive)(?<!if)(?<!ême)(?<!aise)|\.){GAP}(?:(?:d[eu]|al-|ben|bin|von|van|der|Le|La|El|Al){GAP}?)*{CAP})"
)
#: Bodies that have no capital.
PLAIN_BODY = re.compile(
    rf"{GAP}(?:de{GAP}la{GAP}|du{GAP}|de{GAP}l[’']|des{GAP})(?:région(?:{GAP}autonome)?|gouvernement|[Rr]épublique|Confédération|Conseil|État|Etat|Parlement|[Pp]résidence"
    rf"|parlement|province|junte|département{GAP}d[’'][EÉ]tat|diplomatie|armée|état-major|renseignement|transition|tribunal|parquet|banque{GAP}centrale)(?![\w-])"
)
NAME_LINK = re.compile(
    rf"{GAP}(?P<link>de{GAP}la|de{GAP}l[’']{GAP}?|du|des|de|d[’']|au|aux|en|à{GAP}la|à{GAP}l[’']{GAP}?|à|auprès{GAP}d[eu]|pour{GAP}(?:la|le|les|l[’']))(?:{GAP}|(?<=[’']))"
)
TAIL = re.compile(
    rf"{GAP}(?:par{GAP}intérim|en{GAP}exercice|sortante?|chargée?s?{GAP}d(?:es|u|e{GAP}la|e{GAP}l[’']|e){GAP}?{LETTER}+|pour{GAP}les{GAP}(?:relations{GAP}avec{GAP}les{GAP}États|affaires{GAP}(?:politiques|étrangères))|d[’'][EÉ]tat)(?![\w])"
)
PERSON_AHEAD = re.compile(
    rf"{GAP}?,?{GAP}?(?:MM?\.{GAP}|Mmes?{GAP})?{CAP}[\w’'-]+(?:{GAP}(?:{CAP}|d[eu]{GAP}|al-|ben{GAP}|bin{GAP}|von{GAP}|van{GAP}))"
)
CIVIL_AHEAD = re.compile(rf"{GAP}(?:MM?\.|Mmes?){GAP}")
NAME_AHEAD = re.compile(rf"{GAP}(?!Le\b|La\b)(?:{CAP}[\w’'-]*{LETTER})")
#: Lower-case adjectives that end the name of a body: `Banque centrale européenne`.
NAME_ADJECTIVES = re.compile(
    rf"(?:{GAP}(?:national|nationale|européenne?|centrale?|supérieure?|suprême|général|générale|islamique|mondiale?|économique|internationale?|constitutionnel(?:le)?|de sécurité"
    rf"|populaire|consultative|législative|basse|haute)\b)+"
)
