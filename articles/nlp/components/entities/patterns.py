"""The shapes of names: persons, bodies of a state, organisations, places, peoples."""

import re
from functools import cache

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.roles.grammar import CAP, LETTER, loose, portfolio
from articles.nlp.lexicons import rows, words

WORD = rf"{CAP}(?:\u0301)?[\w.]*(?<![.])(?:[-‐’'](?:{LETTER}[\w]*))*"
PARTICLE = rf"(?:al-|el-|Al-|El-|(?:al|el|ben|bin|ibn|bint|ould|von{GAP}der|von|van{GAP}der|van{GAP}den|van|der|da|di|dos|del|de{GAP}la|de|du|le|la){GAP})"
#: A run of capitals words with the particles of personal names between them.
CHUNK = re.compile(
    rf"(?<![\w])(?:(?:(?:al|el|Al|El)-)?{WORD})(?:{GAP}(?:{PARTICLE}?{WORD}|d[’']{WORD}|[A-Z]\.(?={GAP})))*"
)
ELISION = re.compile(r"(?:[LDQSNJMCTldqsnjmct]|[QqJjLlPp](?:u|usqu|orsqu|uisqu))[’']")
CIVIL = re.compile(
    rf"\b(?:MM?\.|Mmes?|Mlle|Mgr|Me|Dr|Monsieur|Messieurs|Madame|Mesdames|cheikh|Cheikh|sheikh|ayatollah|imam|Saint|saint|journaliste|diplomate|militante?|opposante?|administration|politique d[’']|homologue)(?:,)?(?:{GAP}|(?<=[’']))\Z"
)
PLURAL_CIVIL = re.compile(rf"\b(?:MM\.|Mmes|Messieurs){GAP}")
LIST_STEP = re.compile(rf"(?:,{GAP}|{GAP}et{GAP}|,{GAP}et{GAP})(?=(?:al-)?{CAP})")
ACRONYM = re.compile(rf"{GAP}\((?P<short>[A-Z][A-Za-z0-9\-]{{1,9}})\)")
NATIONAL = rf"(?P<national>{LETTER}+(?:-{LETTER}+)?)"
AREA = re.compile(
    rf"(?:{GAP}(?:de{GAP}la{GAP}|de{GAP}l[’']|du{GAP}|des{GAP}|de{GAP}|d[’']|pour{GAP}(?:la|le|les|l[’']){GAP}?|contre{GAP}l[’'])(?:{CAP}[\w’'-]*)(?:{GAP}(?:{CAP}[\w-]*|(?:de|du|des|et|de{GAP}la|et{GAP}du){GAP}{CAP}[\w-]*|d[’']{CAP}[\w-]*))*)"
)
LOWER = r"(?:[a-zà-ÿ]+o-[a-zà-ÿ-]+|national|nationale|nationaux|supérieur|fédéral|fédérale|international|internationale|français|française|islamique|populaire|central|centrale|suprême|constitutionnelle|européen|européenne|africain|africaine|général|générale|démocratique|unifiée?|mondial|mondiale|arabe|économique|centrafricaine|arménienne|syrien|syrienne|nationales|armées|spéciales|unies)"


@cache
def bodies() -> re.Pattern[str]:
    """`gouvernement japonais`, `armée turque`: a body and an adjective that must be national."""
    body = "|".join(sorted((loose(word) for word in words("bodies")), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{body}){GAP}{NATIONAL}(?![\w-])")


@cache
def ministries() -> re.Pattern[str]:
    """`ministère turc des Affaires étrangères`, `ministère de la Défense`; the national adjective is checked."""
    return re.compile(
        rf"(?<![\w-])[Mm]inistères?(?:{GAP}(?!de|du|des|d['’]){NATIONAL})?{portfolio().pattern}(?:{GAP}(?P<after>{LETTER}+(?:-{LETTER}+)?))?(?![\w-])"
    )


@cache
def organisations() -> re.Pattern[str]:
    """`Université de Genève`, `Conseil supérieur de …`, `Groupe Eiffage`: a head with its capital and what follows."""
    heads = "|".join(sorted((re.escape(word) for word in words("organisation_heads")), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:Département|Direction|Secrétariat)(?:{GAP}{LOWER})*{portfolio().pattern}|(?<![\w-])(?:{heads})(?:{GAP}{LOWER}|-{CAP}[\w-]*)*"
        rf"(?:{AREA.pattern}|{GAP}{CAP}[\w-]+|{GAP}(?:de{GAP}la|de{GAP}l[’']|du|des|de|d[’'])(?:{GAP}|(?<=[’'])){LETTER}{{4,}}(?={GAP}{LOWER}(?!\w)|{GAP}d(?:u|e|es){GAP})|{GAP}{LOWER})+(?:{GAP}{LOWER})*(?![\w-])"
    )


@cache
def places() -> re.Pattern[str]:
    """`hôtel Président-Wilson`, `palais d'El Mouradia`, `mont Blanc`."""
    heads = "|".join(sorted((loose(r["word"]) for r in rows("place_heads")), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?P<head>{heads}){GAP}(?P<link>(?:de{GAP}la|de{GAP}l[’']|du|des|de|d[’'])(?:{GAP}|(?<=[’'])))?"
        rf"(?P<name>(?![EÉ]tat)(?:{CAP}[\w’'-]*{LETTER}|[A-Z]-?\d*)(?:{GAP}(?:d[’'])?{CAP}[\w’-]*{LETTER})*)(?![\w-])|(?<![\w-])(?P<dashed>(?:{heads})(?:{GAP})(?P<name2>{CAP}[\w]*(?:-[\w]+)+))"
    )


PEOPLE_BEFORE = re.compile(
    rf"(?:\b(?:les|des|aux|ces|nos|quatre|deux|trois|cinq|dix|chaque|le|un|une|la|ce|cet|cette|du|au|de|nombreux|jeunes|certains|plusieurs|milliers{GAP}de|entre|et|millions{GAP}de|tous{GAP}les|quelques|\d+){GAP}|\b[ldLD][’'])\Z",
    re.IGNORECASE,
)
