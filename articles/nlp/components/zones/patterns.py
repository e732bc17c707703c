"""Regular expressions of by-lines, credits, captions and headings."""

import re

from articles.nlp.calendar_fr import MONTH

LINE = re.compile(r"[^\r\n]+")
NAME = (
    r"[A-ZÀ-ÖØ-ÞŒ][\w’'\-]*(?:[ \u00a0](?:[A-ZÀ-ÖØ-ÞŒ][\w’'\-]*|de|du|van|von|der|el|al|ben|bin|di|da|le|la|Le)){1,5}"
)
ENDS_SENTENCE = re.compile(r"[.!?…;,]\s*[\"”»)\]]*\s*\Z|[\"”»]\s*\Z")
BYLINE = re.compile(rf"[Pp]ar[ \u00a0]{NAME}(?=[,\r\n ]|\Z)(?![^\r\n]*[.!?]\s*\Z)|PAR [A-ZÀ-Þ]{{2}}")
LONE_NAME = re.compile(
    rf"{NAME}(?:,? (?:et|avec) {NAME})?(?:,? \(?avec [^\r\n.]{{0,60}})?(?:, (?:envoyée? spéciale?|correspondante?)[^\r\n.]{{0,60}})?"
)
#: The words with which credits begin; the names follow.
CREDITS = re.compile(
    r"\(?\s*(?:Reportages?|Rédigé|Edité|Édité|Montage|Rédaction|Version française|Avec|Propos recueillis|Direct animé"
    r"|Revue réalisée|Traduit|Texte|Photos?|Bureau d[eu’'])\b(?=[^\r\n]*\b[A-ZÀ-Þ])(?=[^\r\n]{0,20}\b(?:de|d['’]|par|pour|[A-ZÀ-Þ][\w-]+)\b)"
    rf"[^\r\n]*|\({NAME}[^\r\n()]*\)\s*\Z"
)
CAPTION = re.compile(
    r"\b(?:rencontre|reçoit|accueille|serre|serrent|pose|posent|arrive|arrivent|passent|assiste|assistent|salue"
    r"|s['’]exprime|parle|marche|regarde|regardent|lors|au côté|à leur|reçu)\b|\(Photo\b"
)
CAPTION_DATE = re.compile(rf"(?:\d{{1,2}}(?:er)? {MONTH} \d{{4}}\.?(?:\s*\([^()]*\))?\s*\Z)|\(Photo [^()]+\)\s*\Z")
