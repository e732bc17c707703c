"""Whether a capital or a palace stands for its government: `Washington veut`, `selon Moscou`, not `à Paris`.

Read off the word forms around the name: no tags and no parse are needed.
"""

import re

from articles.nlp.calendar_fr import GAP
from articles.nlp.components.gazetteer import Found, names_at
from articles.nlp.lexicons import capitals
from articles.nlp.types import Span

#: How much of the sentence is read on each side.
REACH = 80
ARTICLE = rf"(?:(?:la|le|les){GAP}|l[’'])?"
NAME = r"(?:(?:La|Le)[ \u00a0])?[A-ZÀ-ÖØ-Þ][\w’'-]*(?:[ \u00a0][A-ZÀ-ÖØ-Þ][\w’'-]*)?"
#: Names joined before and after: `Kiev et`, `Paris, Le Caire et`; a list is judged as a whole.
JOINED_BEFORE = re.compile(rf"{NAME}(?:,{GAP}{NAME})*{GAP}(?:et|ni|ou){GAP}(?:à{GAP})?\Z")
JOINED_AFTER = re.compile(rf"(?:,{GAP}{NAME})*{GAP}(?:et|ni|ou){GAP}{NAME}")
LIST_BEFORE = re.compile(rf"{NAME}(?:,{GAP}{NAME})*,{GAP}\Z")

TRAVEL = re.compile(
    r"\b(?:vols?|chemins? de fer|frontières?|ponts?|lignes?|liaisons?|trains?|routes?|trajets?|navettes?|avions?|distance|kilomètres?|km|autoroutes?|voyage"
    r"|mi-chemin|bus|gazoduc|oléoduc|rallye)\b[^.\n]{0,40}\Z"
)
#: Deeds and views of a government: `la position de`, `le soutien de`.
NOUN_OF = re.compile(
    rf"\b(?:positions?|soutiens?|appui|feux? verts?|réponses?|refus|volonté|intentions?|politiques?|stratégie|diplomatie"
    rf"|attitude|réactions?|colère|inquiétudes?|ambitions?|intérêts?|invitation|demandes?|exigences?|concessions?"
    rf"|propositions?|offres?|pressions?|menaces?|reconnaissance|alliée?s?|partenaires?|relations?|rapprochement|autorités"
    rf"|émissaires?|part|initiatives?|régime|gouvernement|pouvoir|veto|critiques?|accusations?|garanties?|engagements?|rôle"
    rf"|influence|aval|bénédiction|silence|démarches?|décisions?|priorités?|griefs|ire|méfiance|hostilité|opposition"
    rf"|posture|discours|revendications?|mises? en garde|appels?|messages?|avertissements?|consentement|accord|concours"
    rf"|responsabilité|responsabilités|dépendance|proche|proches|rival|rivale|ennemi|adversaire|côtés|égard|endroit)"
    rf"(?:{GAP}(?!d[eu]\b)[a-zà-ÿ-]+)?{GAP}(?:de{GAP}{ARTICLE}|d[’'])\Z"
)
#: What is given or said to a government: `demander à`, `livrer à`, `un ultimatum à`.
GIVEN_TO = re.compile(
    rf"\b(?:(?:demand|répond|répliqu|reproch|enjoi|impos|fourni|livr|interdi|permet|ordonn|offr|rétorqu)[a-zà-ÿ]*"
    rf"|ultimatums?|avertissements?|soutien|appui|aide|assistance|messages?|signal|voix|concessions?|gages?|cadeau)"
    rf"(?:{GAP}[a-zà-ÿ’'-]+){{0,2}},?[»\"]?{GAP}?[»\"]?{GAP}à{GAP}{ARTICLE}\Z"
)
#: `face à`, `hostile à`: nobody stands so towards a place.
TOWARDS = re.compile(rf"\b(?:[Ff]ace|[Gg]râce|(?:hostile|inféodé|soumis|loyal|fidèle|allié)e?s?){GAP}à{GAP}{ARTICLE}\Z")
#: Words before a name that only a place or only a government takes.
PLACE_BEFORE = re.compile(
    rf"(?:\b(?:à|À|A|en|dans|vers|pour|depuis|via|sur|sous|chez|devant|quitter|quitté|quitte|gagné|gagner|gagne|rejoindre"
    rf"|rejoint|visiter|visité|visite|a|capitale|jusqu[’']à|hors|ville|rallier|atteindre|atteint|bombardé|frappé"
    rf"|assiéger|détour{GAP}par|passant{GAP}par|passage{GAP}par|passé{GAP}par|étape{GAP}par|transité{GAP}par)"
    rf"{GAP}{ARTICLE}|\b[Aa]ux?{GAP}|\b(?:de|du|des){GAP}{ARTICLE}|\bd[’'])\Z"
)
GOVERNMENT_BEFORE = re.compile(
    rf"\b(?:[Ss]elon|avec|contre|par|[Dd][’']après|envers|[Pp]our{GAP}(?=\Z)|vis-à-vis{GAP}de|auprès{GAP}de"
    rf"|(?:accus|press|exhort|appel|critiqu|somm|soutien|souten|défend|menac|sanctionn|isol|inquièt|inquiét|irrit|rassur"
    rf"|convainc|avert|représent|affront|provoqu|contrai|pouss|félicit|remerci|condamn|invit|oblig|forc|encourag|aid|arm"
    rf"|engag|oppos|soupçonn|reconna|dissuad|persuad|prévien|prévenu|mécontent|agac|courtis|ménag|cibl|lie|lient|unit)[a-zà-ÿ]*)"
    rf"{GAP}(?:aussi{GAP}|donc{GAP}|de{GAP}nouveau{GAP})?{ARTICLE}\Z"
)
BETWEEN = re.compile(rf"\b[Ee]ntre{GAP}{ARTICLE}\Z")
#: Where a clause begins, so that the name is its subject.
CLAUSE = re.compile(
    rf"(?:\A|[.!?:;«“\"\n–—•)\]…-][ \u00a0\u202f«“\"]*|,[»\"]?{GAP}|\b(?:que|dont|où|lequel|laquelle|si|quand|mais|car|or|alors|comme|puis"
    rf"|lorsque|puisque|tandis{GAP}que|et|Mais|Si|Quand|Alors|Pourtant|siègent?){GAP}|\b(?:qu|lorsqu|puisqu)[’'])\Z"
)
#: `, a estimé`, `» répond`: the name follows its verb.
INVERTED = re.compile(
    rf"[,»\"]{GAP}(?:(?:a|avait){GAP}(?:[a-zà-ÿ]+{GAP})?[a-zà-ÿ]+(?:é|i|u|t)|(?:affirm|assur|estim|jug|déclar|répliqu|accus|insist|not|précis"
    rf"|jur|lanc|confi|clam|fulmin|tonn|ironis|appréci|tempèr|nuanc|concèd|avert|alert|redout|espèr|rappel|annonc|indiqu|avanc|plaid|martèl|assèn|not|soulign|ajout|regrett|dénonc)[a-zà-ÿ]*|dit|répond|promet|prévient|soutient|fait{GAP}savoir)"
    rf"{GAP}{ARTICLE}\Z"
)
#: Finite verbs and what stands before them, right after the name or after an aside.
ASIDE = r"(?:,(?! c[’'])[^.;:\n,»\"]{1,60},)?"
VERB_AFTER = re.compile(
    rf"{ASIDE}[ \u00a0«\"]*{GAP}[«\"]?{GAP}?(?:(?:n[e’']|s[e’']|y|en|l[ae’']s?|lui|leur|nous|vous){GAP}?)*"
    r"(?P<verb>[a-zà-ÿ]+(?:-t-[a-z]+)?)(?![\w’'])"
)
RELATIVE = re.compile(
    rf",{GAP}(?:qui{GAP}|dont{GAP}le{GAP}(?:gouvernement|président|ministre)|(?:principale?|proche|fidèle|vieille?){GAP}(?:alliée?|partenaire|soutien)"
    rf"|(?:alliée?|partenaire|soutien|parrain|membres?|accusée?|soutenue?|opposée?|favorable|hostile)\b)"
)
FINITE = re.compile(
    r"(?:.{2,}(?:e|ent|ait|aient|era|eront|erait|eraient|ra|ront|rait|it|int|aît|oit|eut|ut|ient|ient|ond|end|ert|et|ort|ompt|ut|ient)|a|ont|va|vont|dit|fait|font|veut|peut|doit|sait|voit|met|tient)"
)
NO_VERB = re.compile(
    r"de|et|le|la|les|en|sur|par|pour|dans|comme|avec|contre|sous|entre|même|grande|seule|toute|ensuite|contente|notamment"
    r"|récemment|actuellement|également|seulement|simultanément|dimanche|septembre|octobre|novembre|décembre|juillet|outre"
    r"|sauf|suite|capitale|ville|début|août|tôt|juste|lors|après|avant|quatre|sept|huit|cet|cette|soit|dont|ce"
)
#: What a place can do.
PLACE_VERB = re.compile(
    r"(?:accueill|abrit|héberg|reçoi|reçu|recev|compt|situ|est|étai|sera|fut|rassur|arrang|intrigu|s[’']étend|sembl|attir|vi[vt])[a-zà-ÿ]*"
)
#: `Oslo a accueilli mardi`: the participle of it.
PLACE_PERFECT = re.compile(
    rf"{ASIDE}{GAP}(?:a|avait|ont|avaient){GAP}(?:[a-zà-ÿ]+{GAP})?(?:accueilli|abrité|hébergé){GAP}(?:[a-zà-ÿ]+{GAP}){{0,3}}?"
    rf"(?:une?|les?|la|des|deux|trois|plusieurs){GAP}"
)
#: `Moscou est prêt à`: a state of mind.
STATE_OF_MIND = re.compile(
    rf"{ASIDE}{GAP}(?:n[’'])?(?:est|était|serait|sera)(?:{GAP}(?:pas|plus|aussi|donc|toujours|désormais|restée?|également))*{GAP}"
    r"(?:prête?|disposée?|déterminée?|opposée?|convaincue?|favorable|hostile|accusée?|soupçonnée?|d[’']accord|préoccupée?|inquiet"
    r"|inquiète|parvenue?|intervenue?|d[’']avis|en droit|résolue?|attachée?|consciente?|engagée?|sceptique|ouverte? à|revenue?)\b"
)
#: `Paris s'est dit prêt`: what only somebody who speaks does.
SPEAKS_OF_ITSELF = re.compile(
    rf"{ASIDE}{GAP}(?:ne{GAP})?s[’'](?:est|était){GAP}(?:[a-zà-ÿ]+{GAP})?"
    r"(?:dit|déclaré|engagé|félicité|opposé|inquiété|réjoui|indigné|alarmé|étonné|abstenu|montré|défendu|prononcé|insurgé|plaint)e?\b"
)
#: A seat of government is a building after these.
INSIDE = re.compile(
    r"(?:\b(?:[àÀA]|de|devant|vers|dans|reli[a-z]+)(?: la| l['’]| le)?|\b[Aa]u|\b[Dd]u|Lieu[ \u00a0]:)[ \u00a0]?\Z"
)


def seat_speaks(text: str, span: Span) -> bool:
    """`a précisé l'Élysée`, not `reçu à l'Élysée`."""
    return not INSIDE.search(text[max(0, span.start - REACH) : span.start])


def stands_for_government(text: str, span: Span) -> bool:
    """Whether the capital acts; names joined by `et` are judged together."""
    if (paired := _paired(text, span)) is not None:
        return paired
    before, after = _outside(text, span)
    if BETWEEN.search(before):
        return not TRAVEL.search(before)
    if GIVEN_TO.search(before) or NOUN_OF.search(before) or TOWARDS.search(before):
        return True
    if PLACE_BEFORE.search(before):
        return False
    if GOVERNMENT_BEFORE.search(before) or INVERTED.search(before):
        return True
    return bool(CLAUSE.search(before)) and _acts(before, after)


def _paired(text: str, span: Span) -> bool | None:
    """`Washington-Pékin`: two capitals joined by a hyphen deal with each other, unless one travels between them."""
    beside = None
    if text[span.end : span.end + 1] in {"-", "–"}:
        beside = names_at(text).get(span.end + 1)
    elif text[span.start - 1 : span.start] in {"-", "–"}:
        beside = _ending_at(text, span.start - 1)
    if beside is None:
        return None
    return beside.name.id in capitals() and not TRAVEL.search(text[max(0, span.start - REACH) : span.start])


def _ending_at(text: str, end: int) -> Found | None:
    return next((found for found in names_at(text).values() if found.span.end == end), None)


def _outside(text: str, span: Span) -> tuple[str, str]:
    """What stands before and after the name, or before and after all the names it is joined to."""
    start, end = span.start, span.end
    if (left := JOINED_BEFORE.search(text[max(0, start - REACH) : start])) is not None:
        start = max(0, start - REACH) + left.start()
    if (right := JOINED_AFTER.match(text, end)) is not None:
        listed = LIST_BEFORE.search(text[max(0, start - REACH) : start])
        start = max(0, start - REACH) + listed.start() if listed is not None else start
        end = right.end()
    return text[max(0, start - REACH) : start], text[end : end + REACH]


def _acts(before: str, after: str) -> bool:
    """A verb follows that a place cannot be the subject of."""
    if RELATIVE.match(after) and not before.rstrip().endswith(","):
        verb = re.match(rf",{GAP}qui{GAP}(?:n[e’']{GAP}?|s[e’']{GAP}?)?(?P<verb>[a-zà-ÿ]+)", after)
        return verb is None or not PLACE_VERB.fullmatch(verb["verb"])
    if STATE_OF_MIND.match(after) or SPEAKS_OF_ITSELF.match(after):
        return True
    if PLACE_PERFECT.match(after):
        return False
    following = VERB_AFTER.match(after)
    if following is None:
        return bool(re.search(r"\bsiègent?[ \u00a0]\Z", before))
    word = following["verb"]
    return bool(FINITE.fullmatch(word)) and not NO_VERB.fullmatch(word) and not PLACE_VERB.fullmatch(word)
