"""Sources without a name: `un diplomate européen`, `ses services`, `dit-on au ministère`."""

import re

#: People and bodies that speak though no name is told.
_SPEAKING = (
    r"sources?|responsables?|diplomates?|diplomaties?|fonctionnaires?|officiels?|officiers?|militaires?|généra(?:l|ux)|"
    r"colonels?|soldats?|porte-parole|portes-parole|représentante?s?|conseill(?:er|ère)s?|collaborat(?:eur|rice)s?|"
    r"élue?s?|députée?s?|sénat(?:eur|rice)s?|parlementaires?|ministres?|ministère|présidence|gouvernement|cabinet|"
    r"services?|entourage|équipes?|bureau|états?-major|autorités?|armées?|police|polices|gendarmerie|marine|justice|"
    r"parquet|procureur\w*|juges?|magistrate?s?|avocate?s?|témoins?|habitante?s?|résidente?s?|riverains?|passante?s?|"
    r"chauffeurs?|vendeu(?:r|se)s?|commerçante?s?|étudiante?s?|retraitée?s?|manifestante?s?|militante?s?|opposante?s?|"
    r"réfugiée?s?|médecins?|infirmi(?:er|ère)s?|secouristes?|humanitaires?|experte?s?|analystes?|observat(?:eur|rice)s?|"
    r"spécialistes?|économistes?|historien(?:ne)?s?|chercheu(?:r|se)s?|politologues?|universitaires?|professeure?s?|"
    r"journalistes?|correspondante?s?|presse|médias?|quotidien|hebdomadaire|journal|chaîne|radio|agence|télévision|"
    r"négociat(?:eur|rice)s?|médiat(?:eur|rice)s?|émissaires?|envoyée?s?|ambassad(?:eur|rice)s?|participants?|délégués?|"
    r"délégations?|dirigeante?s?|chef(?:fe)?s?|leaders?|patronn?e?s?|membres?|proches?|alliés?|rebelles?|insurgés?|"
    r"séparatistes?|opposition|majorité|parti|syndicats?|organisations?|associations?|ONG|institut|mouvement|groupe|"
    r"société|entreprise|compagnie|trésori(?:er|ère)|maire|gouverneur|préfet|évêque|cardinal|prêtre|imam|rabbin|"
    r"pays|États|capitales|puissances|parties?|camps|Occidentaux|survivante?s?|victimes?|otages?|parents?|mère|père|frère|sœur|fils|fille|épouse|veuve|femme|homme|jeunes?|"
    r"agriculteurs?|pêcheurs?|ouvri(?:er|ère)s?|patients?|enquêteurs?|agents?|haut(?:e)? (?:responsable|diplomate)|"
    r"successeure?s?|prédécesseure?s?|rivale?s?|adversaires?|homologues?|numéro deux|souverain|monarque|pontife|"
    r"rapport|enquête|étude|sondage|communiqué|texte|document|déclaration|ministre"
)
_ARTICLE = (
    r"(?:une?|des|les?|la|l['’]|ses?|son|sa|leurs?|plusieurs|deux|trois|quatre|certaine?s|quelques|cette?|ces|"
    r"d['’]autres|(?:l['’])?une?[\s\u00a0]d(?:e|es|['’]entre)[\s\u00a0]*(?:ses|leurs|nos|les|ces)?)"
)
PHRASE = re.compile(
    rf"(?:^|[\s,(«“\"])(?P<article>{_ARTICLE})[\s\u00a0]*(?:(?:haut|ancien|ex-|vice-|jeune|premier|autre|même|simple|grand|"
    rf"principal|nouve\w+|vieux|vieille|influent|riche)\w*[\s\u00a0]*){{0,2}}(?P<noun>{_SPEAKING})\b",
    re.I,
)
#: What somebody is, behind a name and a comma: `directrice du port`.
CALLING = re.compile(
    rf"(?:ancien(?:ne)?[\s\u00a0]|ex-|premi(?:er|ère)[\s\u00a0])?(?:{_SPEAKING}|direct(?:eur|rice)|secrétaire)\b", re.I
)
DOCUMENT = re.compile(
    r"rapports?|enquêtes?|études?|sondages?|communiqué|texte|documents?|déclaration|bilans?|estimations?|prévisions?|"
    r"chiffres?|données|calculs?|résultats?|statistiques?|informations?|indications?|critères?|éléments?|projections?|"
    r"rumeurs?|articles?|premiers?|premières?|derniers?|dernières?|récente?s?|nombre|type|taille|niveau|qualité|âge|saison|"
    r"pays|région|zones?",
    re.I,
)
#: Of these, those that are words of a body: whom they belong to is who speaks.
OF_BODY = re.compile(
    r"sources?|responsables?|fonctionnaires?|officiels?|officiers?|porte-parole|portes-parole|représentante?s?|"
    r"conseill(?:er|ère)s?|élue?s?|députée?s?|services?|bureau|cabinet|communiqué|texte|document|déclaration|rapport|"
    r"enquête|étude|sondage|dirigeante?s?|membres?|diplomates?|experte?s?|équipes?|états?-major|médecins?|chef(?:fe)?s?|"
    r"avocate?s?|président\w*|direct\w+|patronn?e?s?|ambassade\w*|généra(?:l|ux)|chercheu(?:r|se)s?|analystes?|agents?|"
    r"négociat(?:eur|rice)s?|envoyée?s?|émissaires?|haut \w+|délégations?|employée?s?|journal|chaîne|agence|ministère|"
    r"gouvernement|présidence|armées?|autorités?",
    re.I,
)
#: Spoken of before: `le diplomate`, `le dirigeant`.
ANAPHORIC = re.compile(
    r"(?:diplomate|dirigeante?|responsable|opposante?|émissaire|envoyée?|leader|élue?|officiel|haut responsable|"
    r"ministre|négociateur|médiateur|médiatrice|chef|patron|général|ambassad\w+|homme|femme|intéressée?)$",
    re.I,
)
#: A body spoken of before: `le ministère`, `le mouvement`.
BODY = re.compile(
    r"(?:ministère|organisation|institution|instance|Commission|Banque|banque|Cour|Conseil|tribunal|syndicat|fondation|firme|géant|agence|parti|mouvement|groupe|association|alliance|ONG|texte|communiqué|"
    r"document|présidence|gouvernement|armée|chaîne|journal|quotidien|hebdomadaire|magazine|site|titre|radio|mensuel|société|compagnie|entreprise|institut|déclaration)$",
    re.I,
)
#: Of whom, in `on assure au ministère`, `dit-on de source turque`, `dans l'entourage de`.
PLACE_OF_ON = re.compile(
    r"(?:^|\s)(?:[àA] l['’]|[àA] la|aux?|chez|du côté d[eu]|auprès d[eu]|à|dans l['’]entourage d[eu]|dans)[\s\u00a0]*",
    re.I,
)
