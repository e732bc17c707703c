"""Words around reported speech; the verbs are in `data/fr/reporting_verbs.csv`."""

import re

#: `selon X`, `d'après X`: a source without a verb.
SOURCE = re.compile(r"\b(?:selon|d['’]après|de l['’]avis d[eu]|à en croire)(?=[\s\u00a0])", re.I)
#: `selon lui`: the one spoken of last.
SOURCE_PRONOUN = re.compile(r"[\s\u00a0]+(?:lui|elle)\b", re.I)
#: Not a source: `selon que`, `selon les cas`.
NO_SOURCE = re.compile(r"[\s\u00a0]+(?:que\b|qu['’]|les cas|toute vraisemblance|la loi|le calendrier|l['’]usage)", re.I)
COMPLEMENT = re.compile(r"\b(?:que(?=[\s\u00a0,])|qu['’])", re.I)
#: Between a verb and its `que`: adverbs, an addressee, a date.
BETWEEN = re.compile(r"[^.;:«»“”\"]{0,60}$")
#: What ends an indirect quotation before the sentence does.
CLAUSE_END = re.compile(
    r",?\s+et\s+(?:il |elle |a |ont |avait |qu['’]il a )?\b(?:a|ont|avait)\s+(?:ajouté|précisé|appelé|affirmé|"
    r"souligné|indiqué|demandé|déclaré|promis|averti)\b|,\s+tout en\s|,\s+selon\s|,\s+(?:a|ont)-t-|"
    r",\s+a[\s\u00a0]|,\s+ajoutant\b|"
    r",\s+précisant\b|\s*;|\s+[«“]\s*$",
    re.I,
)
#: What ends the complement of `a dénoncé`, `s'est engagé à`.
COMPLEMENT_END = re.compile(
    r"[,;:]\s|,?\s+et\s+(?:a|ont|s['’]est|il|elle)\s|\s+"
    r"(?:lors|après|avant|alors|tandis|au cours|mais|selon|dont|qui)\s",
    re.I,
)
#: A name between commas behind an office: `Le ministre des Finances, `.
APPOSED = re.compile(r",[\s\u00a0]*$")
CLITICS = frozenset(
    {"il", "elle", "ils", "elles", "on", "-t-il", "-t-elle", "-il", "-elle", "-on", "-t-on", "-ils", "-elles"}
)
#: Before `parler`, `décrire`…: what makes a remark of it is the quotation; `s'engager`, `promettre` take `à`, `de`.
PLEDGES = frozenset(
    {"engager", "promettre", "demander", "appeler", "exiger", "exhorter", "proposer", "menacer", "refuser"}
)
REPROACHES = frozenset(
    {"accuser", "dénoncer", "condamner", "fustiger", "déplorer", "regretter", "critiquer", "reprocher"}
)
SUBJECT_CLITICS = frozenset({"il", "elle", "on", "t-il", "t-elle", "t-on", "ils", "elles"})
FACTITIVE = re.compile(r"fait|font|faisait|faisaient", re.I)
PRONOUN = re.compile(r"\b(il|elle)[\s\u00a0]", re.I)
OWNER = re.compile(r"\b(?:d[eu]|des|d['’])\s*(?:la\s|l['’])?$", re.I)
