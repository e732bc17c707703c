"""Regular expressions of by-lines, credits, captions and headings."""

import re

from articles.nlp.calendar_fr import GAP, MONTH

LINE = re.compile(r"[^\r\n]+")
CAPITALISED = r"[A-ZÀ-ÖØ-ÞŒ][\w’'\-]*"
NAME = rf"{CAPITALISED}(?:{GAP}(?:{CAPITALISED}|de|du|van|von|der|el|al|ben|bin|di|da|le|la|Le)){{1,5}}"
ENDS_SENTENCE = re.compile(r"[.!?…;,]\s*[\"”»)\]]*\s*\Z|[\"”»]\s*\Z")
QUOTED_CAPITALS = re.compile(r"[\"“«]\s?(?=[^a-zà-ÿ]*\Z).*[\"”»]\s*\Z")
#: Entries of lists, times of a diary, attributions after a dash: no headings, unless a dash closes them as well.
ENTRY = re.compile(r"(?:\d{1,2}\s?[h:]\s?\d{0,2}\b|[•*>]|[-–—](?!.*[-–—]\Z))\s*")
LETTER = re.compile(r"[^\W_]")
STAFF = r"(?:correspondante?s?|envoyée?s?[ \u00a0]spécia(?:le?s?|ux)|reporters?|journalistes?)"
BYLINE = re.compile(
    rf"[Pp]ar{GAP}(?:notre{GAP}{STAFF}[^\r\n.]{{0,60}}|{NAME})(?=[,\r\n (]|\Z)(?![^\r\n]*[.!?]\s*\Z)|PAR{GAP}[A-ZÀ-Þ]{{2}}"
    rf"|(?:[Dd]e{GAP})?(?:[Nn]otre|[Nn]os){GAP}{STAFF}\b(?![^\r\n]*[.!?]\s*\Z)(?=[^\r\n]{{0,120}}\Z)",
)
LONE_NAME = re.compile(
    rf"{NAME}(?:,? (?:et|avec) {NAME})?(?:,? \(?avec [^\r\n.]{{0,60}})?"
    rf"(?:,? \(?(?:à|au|en) {CAPITALISED}\)?)?(?:, {STAFF}[^\r\n.]{{0,60}})?"
)
#: A signature names an office, not a person.
OFFICE = re.compile(
    r"(?:Le|La|Les|L[’']|Porte-[Pp]arole|Ministre|Ministère|Présidente?|Présidence|Premi(?:er|ère)|Secrétaire|Secrétariat|"
    r"Direct(?:eur|rice)|Direction|Chef|Cheffe|Chancel(?:ier|ière)|Ambassad(?:e|eur|rice)|Service|Bureau|Cabinet|Conseill(?:er|ère)|"
    r"Gouvernement|République|Roi|Reine|Commission|Conseil|Union|Département|Délégation|Mission|Haut|Haute|Vice-\w+)\b"
)
#: The words with which credits begin; the names follow.
CREDITS = re.compile(
    r"\(?\s*(?:Reportages?|Rédigé|[EÉé]dité|Montage|Rédaction|[Vv]ersion (?:française|originale)|Avec|Propos recueillis|Direct animé|"
    r"Revue réalisée|Traduite?s?|Traduction|Adapté|Écrit|Ecrit|Textes?|Photos?|Vidéos?|Images?|Infographies?|Graphiques?|"
    r"Contributions?|Compilé|Réalisé|Mis en page|Synthèse|Édition|Edition|Service|Desk|Bureau d[eu’'])\b"
    r"(?=[^\r\n]*\b[A-ZÀ-Þ])(?=[^\r\n]{0,20}(?:\b(?:de|d['’]|par|pour|[A-ZÀ-Þ][\w-]+)\b|:))"
    rf"[^\r\n]*|\({NAME}[^\r\n()]*\)\s*\Z"
)
CONTRIBUTED = re.compile(
    r"\b(?:a|ont) (?:également |aussi )?(?:contribué|participé) à (?:cet article|cette dépêche|ce reportage|la rédaction|l[’']article)\b"
)
#: Words of a sentence, which credits are not.
PROSE = re.compile(
    r"\b(?:a|ont|est|sont|était|étaient|avait|avaient|fut|sera|il|elle|ils|elles|qui|que|veut|doit)\b|[,;] (?:le|la|les) "
)
#: `lma/psr`, `V.D.`, `OD/te/APA`.
SIGN_OFF = re.compile(
    r"\(?(?:[A-Za-z]{2,4}(?:-[A-Za-z]{2,4})*(?:/[A-Za-z]{2,5}(?:-[A-Za-z]{2,5})*)+|(?:[A-Z]\.[ -]?){2,3})\)?"
)
CAPTION = re.compile(
    r"\b(?:rencontre|reçoit|accueille|serre|serrent|pose|posent|arrive|arrivent|passent|assiste|assistent|salue|saluent"
    r"|s['’]exprime|s['’]expriment|s['’]entretient|s['’]entretiennent|parle|marche|regarde|regardent|étreignent|prononce|signent|lors|au côté|aux côtés"
    r"|à leur|reçu|à gauche|à droite)\b|\(Photo\b|©"
)
CREDIT_LINE = r"(?:\((?:Photo|Crédit|Image)[^()]*\)|(?:Photo|Crédits?)[ :][^\r\n.]{3,60}|©[^\r\n]{2,60}|(?:REUTERS|AFP|AP)/[^\r\n]{3,60})"
CAPTION_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:er)? {MONTH} \d{{4}}\.?(?:\s*\([^()]*\))?\s*(?:{CREDIT_LINE})?\s*\Z)|{CREDIT_LINE}\.?\s*\Z"
)
