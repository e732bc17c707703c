"""Frames around the words of meeting; the words are in `data/fr/meeting_verbs.csv` and `meeting_nouns.csv`."""

import re

#: What may stand between two people of one list; `puis` begins another meeting.
LINK = re.compile(
    r"\s*(?:,|et|,? ainsi que|,? puis|et puis)\s*(?:ensuite |aussi )?"
    r"(?:avec |par |à |de |d['’]|chez |entre )?(?:le |la |les |l['’]|son |sa |ses |leur |leurs )?"
    r"(?:(?:nouveau|nouvelle|homologue)s?\s(?:[a-zéèêç]+,?\s)?|"
    r"[a-zéèêç]{4,}\s)?(?:MM?\.\s*|Mme\s*)?"
    r"|\s+[a-zéèêç]+\s+et\s+[a-zéèêç]+,?\s+",
    re.I,
)
BETWEEN = re.compile(r"^[^.;:«»]{0,60}?\bentre\s", re.I)
#: A game is no meeting of those who play.
SPORT = re.compile(
    r"\b(?:match(?:es)?|(?<!ce )(?<!un )(?<!au )stade(?! d(?:e |u |es |[\'’′]))|championnat|buteurs?|footballeu\w+|demi-finale|quart de finale|mi-temps|prolongations?|tirs au but|triathl\w+|duathl\w+|marathon|ironman|podium|"
    r"médaill\w+|séries mondiales|équipes? nationales?|coureu(?:rs?|ses?)|poursuivants|peloton)\b|"
    r"\(\d{1,2}[-–]\d{1,2}\)",
    re.I,
)
#: `plus de deux heures`, `trois jours`.
SO_LONG = (
    r"(?:(?:plus|près|moins)\sd[e'’′]\s?|environ\s|quelque\s|presque\s|à peine\s)?"
    r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+)\s"
    r"(?:bonne\s|petite\s|longues?\s)?(?:heures?|minutes?|jours?|semaines?|demi-heure)(?:\set\sdemie)?"
)
#: Behind a noun these say that it is none of meeting.
NO_MEETING = re.compile(
    r"\s(?:de\spresse|électora|sporti|amical|d['’′]appel|à\sla\sgrève|d['’′]offres|aux?\sdons?|"
    r"de\sdétresse|vidéo|au\scalme|à\stémoins)"
)
PHONE = re.compile(r"\b(?:au téléphone|par téléphone|téléphoniques?)\b", re.I)
VIDEO = re.compile(r"\b(?:visioconférence|vidéoconférence|par vidéo|en visio)\b", re.I)
POSSESSIVE = re.compile(r"\b(?:son|sa|ses)\s+(?:\w+\s+){0,2}$", re.I)
DETERMINER = re.compile(
    r"\b(?:la|une|cette|aucune|leur|sa|première|\w+ième|seconde|dernière|précédente|prochaine|nouvelle|toute|de|cette|chaque|brève|longue)\s+$",
    re.I,
)
#: `dans la station balnéaire de Sotchi`, `sur l'île indonésienne de Bali`, `dans un grand hôtel de Kigali`.
_SITE = (
    r"\b(?:au|à l[ae]|à l['’′]|(?:dans|sur) (?:une?|l['’′]|la|le|son|sa|leur|cette?)) ?(?:(?:grand|petit|vieil|ancien|même|propre)\w* )?"
    r"(?:[Pp]alais|[Cc]hâteau|[Aa]éroport|[Hh]ôtel|[Ss]iège|[Bb]ase|[Rr]ésidence|[Vv]illa|[Cc]athédrale|[Cc]entre de (?:congrès|conférences)|"
    r"ville|cité|métropole|station|port|village|localité|commune|bourgade|bourg|banlieue|faubourg|quartier|région|province|"
    r"district|canton|gouvernorat|enclave|péninsule|presqu['’′]île|île|archipel|oasis|camp|datcha|ranch|propriété|domaine|"
    r"manoir|consulat|université|complexe|aérodrome|poste-frontière|usine|mairie|caserne|monastère)"
    r"(?: [\w'’′-]+){0,3} d(?:e |u |es |['’′])$"
)
#: `près de Bamako`, `aux portes de Kiev`; not `à X, près de Bamako`, which names the place before.
_NEAR = r"(?:[^,\s]\s)(?:(?:tout )?près|non loin|à proximité|aux (?:portes|abords|environs)|dans les environs) d(?:e |u |['’′])(?:la |l['’′])?$"
AT = re.compile(
    rf"{_SITE}|{_NEAR}|"
    r"(?:^|[\s(«“])(?:à|a|A|au|aux|en|dans)\s+(?:le |la |les |l['’]|son |"
    r"sa )?(?:ville d[e'’] ?|(?:capitale|ville),? )?$",
    re.I,
)
TOWARDS = re.compile(r"(?:\b|^)(?:à|a|au|aux|en|dans|vers|pour|par)\s+(?:le |la |les |l['’])?$", re.I)
NO_DATE = re.compile(r"\b(?:depuis|jusqu['’]à|séismes? du|attaque du|vieux de)\s*(?:le |la |l['’])?$", re.I)
LASTED = re.compile(
    r"\b(?:heures?|minutes?|demie)\s(?:de|d['’′])\s?(?:discussion|pourparler|négociation|entretien|échange|tête|réunion|débat)|"
    r"\b(?:entretien|séance|réunion|rencontre|discussion|échange|conversation|appel|audience|entrevue|tête-à-tête)s?,?\s"
    r"d(?:e|['’′]une?)\s?(?:[\w-]+\s){0,2}?(?:heures?|minutes?)\b|"
    r"\b(?:a|ont|avait|aura|avaient)\s+duré\b|\bs['’′](?:est|était|étaient|sont)\s(?:prolongée?s?|étirée?s?|étendue?s?)\b|"
    r"\bDurée\b|restés? en tête-à-tête|resté"
)
#: `…, où X doit le recevoir`: the place and day before `où` are those of the clause behind it.
WHERE = re.compile(
    r",?\s(?:où|auquel|(?:au cours|en marge|à l['’′]occasion|lors) (?:de laquelle|duquel|desquels|desquelles))\s(?:[^;:.]|\bMM?\.|\bMgr\.)*$",
    re.I,
)
#: Words that lead to the noun of meeting itself: `vendredi après leurs pourparlers`.
LEADING_TO_NOUN = re.compile(
    r"\b(?:après|avant|lors d|pour)\s*(?:une?|le|la|l['’′]|son|sa|ses|leurs?|des|les)\s*(?:\w+\s+)?$", re.I
)
#: What a call asks of somebody rather than says to him: `a appelé X à se retirer`.
TO_DO = re.compile(
    r"\s*[«“\"]|"
    r"\s*(?:,\s*)?(?:[«“\"]\s*)?(?:(?:à|de)\s(?:[«“\"]\s?)?(?:ne\s|(?:se\s|s['’′]|y\s)?[a-zà-ÿ]+(?:er|ir|re)\b)|(?:à\s(?:la|l['’′]|une?|plus|davantage)|au)\b(?!\s?(?:téléphone|lendemain|cours|sujet|moment|soir|début|terme|nom|veille|suite|issue|occasion)\b))"
)
#: How two are in touch.
CONTACT = re.compile(
    r"\b(?:au\stéléphone|par\s(?:téléphone|visioconférence|vidéo)|de vive voix|en tête[ -]à[ -]tête)\b"
)
