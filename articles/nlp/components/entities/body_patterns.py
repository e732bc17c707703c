"""How the names of organisations go on after their first word."""

import re
from functools import cache

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.entities.patterns import CAPWORD
from articles.nlp.components.roles.grammar import LETTER, portfolio
from articles.nlp.lexicons import rows


@cache
def ministries() -> re.Pattern[str]:
    """What follows `ministère`: `turc des Affaires étrangères`, `de la Défense russe`; the adjectives are checked."""
    return re.compile(
        rf"(?:{GAP}(?!de|du|des|d['’])(?P<national>{LETTER}+(?:-{LETTER}+)?))?{portfolio().pattern}(?:{GAP}(?P<after>{LETTER}+(?:-{LETTER}+)?))?(?![\w-])"
    )


OF = rf"(?:de{GAP}la{GAP}|de{GAP}l[’']{GAP}?|du{GAP}|des{GAP}|de{GAP}|d[’']{GAP}?)"
#: How the name of an organisation goes on.
SMALL = re.compile(rf"{GAP}(?P<word>{LETTER}+(?:[-’']{LETTER}+)*)(?![\w])")
OF_CAPITAL = re.compile(
    rf"{GAP}(?:{OF}|pour{GAP}(?:la{GAP}|le{GAP}|les{GAP}|l[’'])|contre{GAP}l[’'])(?P<name>{CAPWORD})"
)
OF_SMALL = re.compile(
    rf"{GAP}(?P<of>{OF})(?:(?:deux|trois|quatre|cinq|sept|dix|cent|mille){GAP})?(?P<word>[a-zà-ÿ][\wà-ÿ’'-]{{3,}})(?![\w])"
)
FOR_SMALL = re.compile(
    rf"{GAP}(?:pour{GAP}(?:la{GAP}|le{GAP}|les{GAP}|l[’'])|contre{GAP}(?:la{GAP}|le{GAP}|les{GAP}|l[’']))(?P<word>[a-zà-ÿ][\wà-ÿ’'-]{{3,}})(?![\w])"
)
AND_SMALL = re.compile(
    rf"{GAP}et{GAP}(?:{OF}|la{GAP}|le{GAP}|les{GAP}|l[’'])?(?P<word>{LETTER}[\wà-ÿ’'-]{{3,}})(?![\w])"
)
COMMA_OF = re.compile(rf",{GAP}{OF}(?P<word>[a-zà-ÿ][\w’'-]{{3,}})(?=[^.;:()]{{0,60}}{GAP}et{GAP})")
CAPITAL = re.compile(rf"{GAP}(?P<name>{CAPWORD})")
#: Adjectives by their ending, and those of bodies that have none.
ADJECTIVE = re.compile(
    r"(?:.{2,}(?:al|ale|ales|aux|ique|iques|el|elle|els|elles|ien|ienne|iens|iennes|éen|éenne|éens|ain|aine|ains|aines|aire|aires|ier|ière|iers|ières|ères?|if|ive|ifs|ives|eur|eure|ieur|ieure|able|ables|ois|oise|ais|aise)"
    r"|unie?s?|unifiée?s?|armée?s?|spécialisée?s?|associée?s?|réunie?s?|suprêmes?|islamiques?|arabes?|libres?|rapides?|mixtes?|verte?s?|rouge|civile?s?|démocrates?|socialistes?|communistes?|conjointe?s?|conservateur|travailliste"
    r"|nationalistes?|écologistes?|juive?s?|publique?s?|maritimes?|russes?|belges?|suisses?|grecque|turque?s?|tchèques?|slovaques?|corses?|serbes?|croates?|kurdes?|druzes?|malgaches?|moldaves?|perses?|sahélo-\w+|\w+o-[a-zà-ÿ]+)"
)
INFINITIVE = re.compile(r".*(?:er|ir|oir|dre|tre|ire)\Z")


@cache
def stops(kind: str) -> frozenset[str]:
    """Words that belong to the sentence and not to the name: `adjective`, `complement`, and so on."""
    return frozenset(row["word"] for row in rows("body_stops") if row["kind"] == kind)
