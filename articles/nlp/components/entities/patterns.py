"""The shapes of names: persons, bodies of a state, organisations, places, peoples."""

import re

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.roles.grammar import CAP, LETTER

CAPWORD = rf"{CAP}(?:\u0301)?\w*(?:[-‐’'](?:{LETTER}\w*))*"
PARTICLE = rf"(?:(?:al|el|Al|El)-|(?:al|el|ben|bin|ibn|bint|ould|von{GAP}der|von|van{GAP}der|van{GAP}den|van|der|da|di|do|dos|das|e|del|den|ter|ten|de{GAP}la|de|du|le|la){GAP})"
#: What stands for given names: `G.`, `G. K.`, `G.K.`, `G.-K.`.
INITIALS = rf"(?:[A-ZÉ]\.[-‐]?)*[A-ZÉ]\.(?={GAP})"
#: A run of words with capitals, with initials and the particles of personal names between them.
CHUNK = re.compile(
    rf"(?<!\w)(?:{INITIALS}|(?:(?:al|el|Al|El)-)?{CAPWORD})(?:{GAP}(?:{INITIALS}|{PARTICLE}?{CAPWORD}|d[’']{CAPWORD}))*"
)
ELISION = re.compile(
    r"(?:[LDQSJCTldqsnjmct]|[NM](?=[’'][AEIOUYHÉÈÊÎÔÂaeiouyhéèêîôâ])|[QqJjLlPp](?:u|usqu|orsqu|uisqu))[’']"
)
CIVIL = re.compile(
    rf"(?:\b(?:MM?\.|Mmes?|Mlle|Mgr|Me|Dr|Pr|Monsieur|Messieurs|Madame|Mesdames|maître|docteur|cheikh|Cheikh|sheikh|ayatollah|imam"
    rf"|pasteur|Saint|saint|journaliste|diplomate|militante?|opposante?|avocate?|dissidente?|écrivaine?|cinéaste|chercheuse|chercheur"
    rf"|analyste|politologue|politiste|historienne?|expert|experte|prénommée?|frère|fils|épouse|veuve|époux|fille|soeur|sœur"
    rf"|otage|chef de guerre|candidate?|administration|gouvernement de|homologue|seul)(?:,)?{GAP}|\b(?:alias|dite?|surnommée?){GAP}[«\"“]{GAP}?|\b(?:politique|homme|femme)[ \u00a0]d[’'])\Z"
)
PLURAL_CIVIL = re.compile(rf"\b(?:MM\.|Mmes|Messieurs|Mesdames){GAP}")
LIST_STEP = re.compile(
    rf"(?:,{GAP}|{GAP}et{GAP}|{GAP}ou{GAP}|,{GAP}et{GAP})(?:d[eu]{GAP}|d[’'])?(?=(?:al-|Al-|El-)?{CAP})"
)
#: `(CPI)` after a name.
ACRONYM = re.compile(rf"{GAP}\((?P<short>[A-Z][A-Za-z0-9\-]{{1,9}})\)")
#: Words in capitals, as acronyms are.
CAPITALS = re.compile(r"(?=[A-Z\d]*[A-Z]{2})[A-Z][A-Z\d]{1,5}|[A-Z]-?\d{1,2}")

SMALL_LINK = (
    r"(?:d[eu]s?|la|les?|à|au|aux|en|dans|sur|et|ou|a|ont|est|sont|qui|que|pour|contre|par|avec|chez|sous|vers|entre)\b"
)
#: Common nouns that announce an organisation: a company, an agency, a newspaper, a party.
BODY_BEFORE = re.compile(
    rf"\b(?:agences?|entreprises?|firmes?|sociétés?|groupes?|compagnies?|maison mère|filiale|journal|journaux|quotidiens?|hebdomadaires?"
    rf"|magazines?|revue|chaînes?|radio|site|réseau social|milices?|partis?|ONG|organisations?|associations?|fondation|syndicats?|banque"
    rf"|constructeurs?|avionneur|géant|opérateur|cabinet|think{GAP}tank|centre de réflexion|start-up|laboratoire|mouvement|faction|brigade|club|tabloïd|mensuel"
    rf"|fabricant|distributeur|éditeur|armateur|coalition)(?:{GAP}de{GAP}presse|{GAP}d[’']informations?)?(?:{GAP}(?!{SMALL_LINK})[a-zà-ÿ-]+){{0,2}}{GAP}[«\"“]?{GAP}?\Z"
)
QUOTED = re.compile(r"[«“\"][ \u00a0]?\Z")
#: `dans la ville de`, `la province du`: what follows has a government of its own.
GOVERNED = re.compile(
    rf"\b(?:[Vv]illes?|villages?|localités?|[Cc]ommunes?|municipalités?|bourgades?|bourg|cités?|bastion|provinces?|régions?|districts?|gouvernorats?"
    rf"|départements?|comtés?|wilayas?|préfectures?|cantons?|oblasts?|kraï|[ÉEée]tats?|capitale|mairie|maire|port|station balnéaire|républiques?|royaume|territoire|enclave|sultanat|émirat)"
    rf"(?:{GAP}(?!{SMALL_LINK})[a-zà-ÿ-]+){{0,2}}?{GAP}(?:d[eu]{GAP}|des{GAP}|de{GAP}la{GAP}|d[’']|de{GAP}l[’'])\Z"
)
#: `dans le quartier de`, `le camp de`: what follows is a place and no more.
UNGOVERNED = re.compile(
    rf"\b(?:quartiers?|propriété|domaine|ranch|faubourgs?|banlieues?|camps?|vallées?|îles?|îlots?|archipel|châteaux?|prison|bases?|rivières?|fleuves?|forêts?|plaines?|plateaux?|barrage|col"
    rf"|raffinerie|centrale|mine|gisement|plateforme|site|zones?|aérodrome|check-point|point de passage|poste-frontière|collines?|montagnes?|monts?|massif|oasis|désert)"
    rf"(?:{GAP}[a-zà-ÿ-]+){{0,2}}?{GAP}(?:d[eu]{GAP}|des{GAP}|de{GAP}la{GAP}|d[’']|de{GAP}l[’'])?\Z"
)
#: A preposition that only a place follows.
STANDS_IN_PLACE = re.compile(
    rf"(?:(?:\b(?<!rendre{GAP}visite{GAP})(?<!rendu{GAP}visite{GAP})(?<!parlé{GAP})(?<!succédé{GAP})(?<!téléphoné{GAP})à|\b(?:À|A|vers|dans|jusqu[’']à|près{GAP}de|autour{GAP}de|proche{GAP}de|loin{GAP}de|ville{GAP}de|villes{GAP}de|village{GAP}de|port{GAP}de|région{GAP}de|province{GAP}de"
    rf"|maire{GAP}de|habitants{GAP}de|nord{GAP}de|sud{GAP}de|est{GAP}de|ouest{GAP}de|aéroport{GAP}de|gare{GAP}de|rues{GAP}de|université{GAP}de|sortie{GAP}de|route{GAP}de|depuis|en))|\bvilles?|,)"
    rf"{GAP}(?:l[’'])?\Z|\baux?{GAP}\Z"
)

PEOPLE_BEFORE = re.compile(
    rf"(?:\b(?:les|des|aux|ces|ses|nos|leurs|quatre|deux|trois|cinq|six|sept|huit|neuf|dix|cent|mille|chaque|le|un|une|la|ce|cet|cette|du|au|de|nombreux|jeunes?|certains|autres?|plusieurs|milliers{GAP}de"
    rf"|entre|et|ou|avec|chez|pour|par|contre|sur|millions{GAP}de|tous{GAP}les|quelques|premier|première|ancien|ancienne|ex|\d+){GAP}|\b[ldLD][’']|\d{GAP}\d{{3}}{GAP})\Z",
    re.IGNORECASE,
)
