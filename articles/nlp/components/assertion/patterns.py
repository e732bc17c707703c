"""Words that say whether something took place, will, was called off, did not, or is only imagined."""

import re

NEGATION = re.compile(r"\b(?:n['’]|ne\s)[^.;]{0,40}$|\brefus\w+\s+(?:de\s+)?[^.;,]{0,12}$", re.I)
NEGATED_BEHIND = re.compile(r"^[^.;,]{0,25}\b(?:pas|jamais)\b", re.I)
ONLY = re.compile(r"\bque?['’]?\s*(?:une? fois|\d)", re.I)
REFUSED = re.compile(r"\brefus\w+\s+(?:de|d['’])\s*(?:\w+['’]?\s*)?$", re.I)
NONE = re.compile(r"\b(?:aucune?|pas de|pas d['’])\s*(?:\w+\s+){0,2}$", re.I)
NOT_HELD = re.compile(r"^[^.;]{0,120}?\b(?:n['’](?:est|était)\s+(?:ni|pas|plus)|n['’]a(?:vait)?\s+pas eu lieu)\b", re.I)
CANCELLED_BEHIND = re.compile(
    r"^[^.;]{0,160}?\b(?:annulée?s?|reportée?s?|ajournée?s?|n['’]aura(?:it)? pas lieu)\b", re.I
)
CANCELLED_BEFORE = re.compile(r"\b(?:annul\w+|report(?:é|e|ait)|ajourn\w+)\b[^.;]{0,60}$", re.I)
PLANNED_BEFORE = re.compile(
    r"\b(?:doi(?:t|vent)|devait|devaient|devra|devrait|devraient|va|vont|allait|compte|comptent|espère|"
    r"espèrent|prévoit|attendue?s?|"
    r"pour(?: y)?|prêt à|avant de|s['’]apprête à|décidé de|accepté de|annoncé|annonce)\s+(?:(?:ensuite|"
    r"aussi|également|y|se|s['’]|le|la|les|l['’])"
    r"\s*|[aà] son tour\s+|\S+di\s+|être\s+|aussi\s+)*$",
    re.I,
)
PLANNED_BEHIND = re.compile(
    r"^[^.;]{0,120}?\b(?:est|sont|était|étaient|prévue?s?|aura lieu|auront lieu|se tiendra|en préparation|fixée?)\b",
    re.I,
)
PLANNED_WORD = re.compile(
    r"\b(?:est prévue?|sont prévue?s|prévue? (?:le|pour|mardi|lundi|mercredi|jeudi|vendredi|samedi|"
    r"dimanche|en)|aura lieu|se tiendra|en préparation)\b",
    re.I,
)
IMAGINED = re.compile(
    r"\b(?:pourrai(?:t|ent)|souhait\w+|voudrait|veut|veulent|propos\w+|suggér\w+|invit\w+ à|aimerait|"
    r"devrai(?:t|ent) pouvoir|si)\s+"
    r"(?:\S+\s+){0,2}$",
    re.I,
)
PLUPERFECT = re.compile(r"\b(?:avai(?:t|ent)|s['’]étai(?:t|ent)|étai(?:t|ent)\s+(?:\w+\s+)?(?:rendu|venu|allé))", re.I)
