"""What stands around names, offices and pronouns, by which they refer to somebody."""

import re

from articles.nlp.posts import QUALIFIER

#: No one person holds these.
MANY = re.compile(
    r"(?:(?:vice-|premiers\s|anciens\s)?(?:ministres|présidente?s|chefs|cheffes|chanceliers|secrétaires|dirigeants))\b",
    re.I,
)
HONORIFICS = re.compile(
    rf"{QUALIFIER}[\s,]*"
    r"(?:(?:Son Excellence|Sa Majesté|Son Altesse|S\.E\.(?:M\.)?|Monsieur|Madame|MM?\.|Mme|[Cc]heikha?|le|la)"
    r"[\s,]+)*"
)
#: Said so of the president of the country that speaks, never of another's: `le président turc`.
OWN = re.compile(r"president de la republique|chef de l'etat")
#: What belongs to a name though it is no office: `M.`, `son nouvel homologue turc,`.
LEADING = re.compile(
    r"(?:(?:nouve(?:l|au|lle)\s)?homologues?(?:\s[\wéèêç-]+)?,?\s)?(?:MM?\.[\s\u00a0]*|Mme[\s\u00a0]*)?$"
)
#: A sentence about somebody spoken of before: `La veille, il s'était rendu`.
PRONOUN_SUBJECT = re.compile(r"(?:^|[\s,])(?:il|elle)[\s\u00a0](?!y a|s['’]agi(?:t|ssait|ra)|faut|fallait)", re.I)
PREPOSITION = re.compile(
    r"\b(?:de|du|des|d['’]|à|au|aux|avec|par|pour|sur|contre|chez|vers|entre|et de|dont|après|avant|selon|envers|"
    r"sans|en)[\s\u00a0]*(?:le |la |les |l['’]|son |sa |ses |leur |leurs )?(?:MM?\.[\s\u00a0]|Mme[\s\u00a0])?$",
    re.I,
)
#: A verb right behind a name: by its auxiliary or by an ending that few other words have.
FINITE_BEHIND = re.compile(
    r"(?:,[^,;.]{0,60},)?[\s\u00a0]+(?:[«“\"][\s\u00a0]?)?"
    r"(?:n['’]|ne |s['’]|se |y |en |l['’]|le |la |les |lui |leur |[a-zéè]+ment |aussi )*"
    r"(?:a|ont|est|sont|va|vont|peut|doit|veut|fait|dit|prend|tient|reçoit|met|fut|eut|"
    r"[a-zéèêàâîôûç-]{2,}(?:ait|aient|era|eront|ira|iront|dra|dront|vra|vront))\b"
)
#: Between an office and the nationality of who holds it.
APPOSED_NATIONAL = re.compile(r"(?:\s\([^()]{1,30}\))?,\s(?:[Ll]e\s|[Ll]a\s|[Ll]['’′])")
