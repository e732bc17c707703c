"""What stands around names of people, and the shapes that tell them from other names."""

import re

from articles.nlp.calendar_fr import GAP

LABEL_WORD = re.compile(
    r"(?:ENTRETIEN|FLASH|ANALYSE|CONTEXTE|COMMUNIQUÉ|REPORTAGE|PORTRAIT|DOSSIER|ENCADRE|ENCADRÉ|FOCUS|REPERES|REPÈRES"
    r"|VIDÉO|PHOTOS?|DIRECT|URGENT|NOTA|REVUE DE PRESSE|LEAD|PAPIER|SYNTHESE|SYNTHÈSE|CHRONOLOGIE)\b"
)
ADJECTIVE_BEFORE = re.compile(r"(?P<word>[^\W\d_]+(?:-[^\W\d_]+)*),?[ \u00a0]\Z")
PARTICLE_BEFORE = re.compile(
    rf"(?:(?<=\s)|\A)(?:de{GAP}la|de|du|von|van|van{GAP}der|d[’']|al|el|ben|bin|da|di|le|la|Le|La){GAP}?\Z"
)
#: Between the name of a person and another name.
JOINED_BY = re.compile(rf"{GAP}(?:de|du){GAP}")
ADDRESS = re.compile(rf"(?:MM?\.|Mmes?|Monsieur|Madame|Mlle|Messieurs|Mesdames){GAP}?\Z")
#: A number of a king or a century, or a conference: no name of its own.
NUMERAL = re.compile(r"[IVX]{2,}(?:e|er|ème)?|COP-?\d+")
AND = re.compile(rf"{GAP}et{GAP}")
PLURAL_BODY = re.compile(rf"[a-zà-ÿ]s(?:{GAP}[a-zà-ÿ]+){{0,2}}{GAP}\Z")
DEMONYM_LIKE = re.compile(r"(?:ien|ienne|ais|aise|ois|oise|ain|aine|éen|éenne|ique)\Z")
#: `le sommet Lind-Berg`: two people joined.
MEETING_BEFORE = re.compile(
    r"\b(?:retrouvailles|entretien|rencontre|sommet|face-à-face|tête-à-tête|duo|duel|tandem|entrevue|appel|couple"
    rf"|poignée{GAP}de{GAP}main){GAP}\Z"
)
DAY = (
    rf"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain){GAP}"
    rf"(?:(?:matin|soir|après-midi|prochain|dernier){GAP})?"
)
PLACE = rf"(?:à|au|en){GAP}(?:la{GAP})?[A-ZÀ-Þ][\w’'-]+{GAP}"
#: `recevra dimanche X Y`, `a reçu à Riga X Y`: what is met on a day or at a place, without an article, is a person.
MET_BEFORE = re.compile(
    rf"\b(?:rencontr|re[cç](?:ev|oi|u)|accueill|retrouv|(?:re)?verr|(?:a|ont|avait|avaient){GAP}vu|convi)[a-zà-ÿ]*{GAP}"
    rf"(?:{DAY}|{PLACE}){{1,2}}\Z"
)
#: Particles that only people have, but after the first words of Arabic place names.
ARABIC = re.compile(
    rf"(?<!\w)(?!Deir|Tell|Tal|Khan|Wadi|Jabal|Bab|Beit|Bani|Ras|A[iï]n|Oumm?|Umm|Abou{GAP}al)"
    rf"[A-ZÀ-Þ][\w’'-]+{GAP}(?:al-|el-|ben{GAP}|bin{GAP}|ibn{GAP}|bint{GAP}|ould{GAP})[A-ZÀ-Þ]"
)
#: Words that end the names of buildings.
PLACE_TAIL = re.compile(rf"{GAP}(?:H[oô]tel|Palace|Square|Street|Airport|Tower|House)\Z")
#: Between an office and its holder.
AFTER_OFFICE = re.compile(rf"(?:{GAP}?,)?{GAP}(?:MM?\.{GAP}?|Mmes?{GAP}|cheikh{GAP})?(?:d[eu]{GAP}|[Ll]e{GAP})?\Z")
ARTICLE_BEFORE = re.compile(rf"(?:\b(?:la|le|du|au|les|des|aux|[Ll]e|[Ll]a){GAP}|\b[lLdD][’'])\Z")
#: Where somebody is: `à Tokyo`.
AT_TOWN = re.compile(r"\b(?:[àÀA]|[Aa]ux?)[ \u00a0]\Z")
