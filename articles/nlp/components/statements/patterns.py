"""Words around reported speech; the verbs are in `data/fr/reporting_verbs.csv`."""

import re

BLANK = r"[\s\u00a0\u202f]"

# -- adjuncts ---------------------------------------------------------------------------------------------------------

PLACES_OF_SPEECH = (
    r"(?:dans|par|via|lors d['’]|lors de|au cours d['’]|au cours de|à l['’]occasion d['’]|à l['’]issue d['’]|sur)"
    rf"{BLANK}*(?:une?|son|sa|ses|le|la|les|l['’]|des|du|cette?|leur)?{BLANK}*"
    r"(?:communiqué|déclaration|message|lettre|entretien|interview|vidéo|discours|tweet|texte|note|rapport|allocution|"
    r"nuit|soirée|matinée|journée|post|publication|tribune|conférence|point|courrier|compte|émission|réseaux?|"
    r"Twitter|X|Facebook|Telegram|Truth Social|Instagram|avion|foulée|voix|écrit|téléphone)"
    rf"(?:{BLANK}(?:commune?s?|conjointe?|séparée?s?|officiel|distincte?|sociaux|publique|télévisée?|publiée?|diffusée?|"
    rf"écrite?|de presse|à la presse|X|Twitter|Telegram|Facebook|conjointement))*"
)
AUDIENCE = (
    r"(?:à|auprès de|devant|au micro de|face à)"
    rf"{BLANK}*(?:la presse|des journalistes|les journalistes|l['’]AFP|Reuters|l['’]agence{BLANK}\w+|"
    r"la télévision(?:\s\w+)?|la radio(?:\s\w+)?|l['’]antenne|son hôte|ses hôtes|ses troupes|son interlocuteur)|"
    r"aux (?:journalistes|reporters|médias)|aux côtés de[^,.;:]{1,40}"
)
TIMES = (
    r"(?:ce (?:même )?|plus tôt )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: dernier)?(?: (?:matin|midi|soir|après-midi))?"
    r"(?: \d{1,2}(?:er)?(?: [a-zéû]+)?(?: \d{4})?)?|le \d{1,2}(?:er)? [a-zéû]+(?: \d{4})?|hier(?: soir| matin)?|"
    r"la veille|le lendemain|aujourd['’]hui|ce (?:matin|soir|jour)|la semaine (?:dernière|passée)|en fin de journée|"
    r"ces derniers jours|en \d{4}|peu après|plus tôt|plus tard|auparavant|jeudi en fin de \w+|"
    r"en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: dernier)?"
)
ADVERBIALS = (
    r"[a-zéèêàâîôûç]+ment|aussi|également|encore|déjà|toutefois|ensuite|ainsi|alors|pourtant|donc|d['’]abord|enfin|"
    r"cependant|néanmoins|surtout|notamment|par ailleurs|de (?:son|leur) côté|pour (?:sa|leur) part|à (?:son|leur) tour|"
    r"à (?:plusieurs|maintes|diverses|deux|trois) reprises|à nouveau|de nouveau|une nouvelle fois|une fois de plus|une fois encore|en revanche|en outre|en bloc|en particulier|"
    r"quant à (?:lui|elle|eux)|lui aussi|elle aussi|eux aussi|de concert|d['’]ores et déjà|au contraire|haut et fort|"
    r"sous (?:le )?couvert d(?:e l)?['’]anonymat|sous (?:la )?condition (?:de l|d)['’]anonymat|"
    r"en ces termes|avec (?:force|fermeté|vigueur)|sans détour|sans (?:le|la|les) nommer|lui|elle|eux|elles|pas|même"
)
#: `mardi à Lomé`.
_THERE = r"(?:[\s\u00a0](?:à|au|aux|en|depuis)[\s\u00a0](?:l[ae][\s\u00a0])?(?-i:[A-ZÉ])[\w'’-]+(?:[\s\u00a0](?-i:[A-ZÉ])[\w'’-]+)*)?"
#: What may stand between a verb and what it reports: when, where and how it was said.
ADJUNCTS = re.compile(
    rf"(?:{BLANK}*,?{BLANK}*(?:{PLACES_OF_SPEECH}|{AUDIENCE}|(?:{TIMES}){_THERE}|{ADVERBIALS})(?=[\s\u00a0,;:.]|$)"
    rf"(?:{BLANK}*,(?={BLANK}))?)*",
    re.I,
)

# -- verb groups ------------------------------------------------------------------------------------------------------

REFLEXIVE = frozenset({"se", "s'", "s’"})
#: A pronoun that hangs on its verb: `dit-il`, `a-t-on`.
HYPHENED = re.compile(r"-(?:t-)?(ils?|elles?|on|je|nous)\b")
#: A finite form behind it is a noun: `à la demande`, `de la réponse`.
DETERMINED = re.compile(
    rf"\b(?:à|de|pour|sans|par|sur|en|dans|sous|vers|avec|contre){BLANK}+(?:l[ae]s?{BLANK}+|l['’])$", re.I
)
#: An infinitive that tells a fact: `a tenu à saluer`, `vient d'annoncer`.
INFINITIVE_BEFORE = re.compile(
    rf"\b(?:continu(?:e|ent|ait|aient|é)|ten(?:u|ait|aient|ant)|tien(?:t|nent)|ven(?:u|us|ue|ait|aient|ant)|vien(?:t|nent)|avant|"
    rf"(?:born|content|limit|empress)ée?s?){BLANK}+"
    rf"(?:à|d[e'’])(?:{BLANK}*(?:se|s['’]|l['’]|le|la|les|y|en))?(?:{BLANK}*\w+ment)?{BLANK}*$|"
    rf"\b(?:voulu|tenté|cherché{BLANK}à|fini{BLANK}par|commencé{BLANK}par|su){BLANK}+(?:se{BLANK}|s['’]|le{BLANK}|l['’])?$",
    re.I,
)
#: The auxiliary before an aside or adverbials: `a, selon ses services, plaidé`, `avait d'abord assuré`.
SPLIT_GROUP = re.compile(
    rf"\b(?P<helper>a|ont|avait|avaient|aurait|auraient|s['’]est|se sont|s['’]était|s['’]étaient)"
    rf"(?:{BLANK}*,[^,;.:«»“”\"]{{1,60}},|(?:{BLANK}*,?{BLANK}*(?:{ADVERBIALS}|{TIMES})(?:{BLANK}*,)?)+){BLANK}*$",
    re.I,
)
#: A second participle that shares the auxiliary: `a dénoncé … et appelé`.
ASIDE = re.compile(
    rf"\b(?:a|ont|avait|avaient){BLANK}[^.;:]{{3,80}}\bet{BLANK}+(?:\w+ment{BLANK}+|aussi{BLANK}+)?$", re.I
)

# -- reported clauses -------------------------------------------------------------------------------------------------

COMPLEMENT = re.compile(
    r"\b(?:que(?=[\s\u00a0\u202f,])|qu['’]|combien\b|pourquoi\b|comment\b|si\b(?= (?:l|c|d|un)))", re.I
)
#: What may stand before `que` behind a verb: nothing, or an adjunct that a preposition opens.
BEFORE_QUE = re.compile(
    r"(?:à|au|aux|devant|dans|lors|en|après|avant|depuis|auprès|face|dès|lui|elle|"
    r"pour (?:la|sa|leur)|sous|via|par|à nouveau|aussitôt|hier|mardi|"
    r"(?:accord|adress|publi|diffus|donn|post|envoy|signé|relay)ée?s?)\b|"
    r"sur[\s\u00a0](?:(?-i:[A-Z])|(?:la|l['’]|une|son)[\s\u00a0]*(?:chaîne|radio|antenne|compte|place|réseau))",
    re.I,
)
#: Verbs that take the person spoken to before their `que`.
TELLING = frozenset({"avertir", "prévenir", "informer", "assurer", "alerter", "notifier", "aviser", "convaincre"})
#: What ends an indirect quotation before the sentence does.
CLAUSE_END = re.compile(
    r"\s*:\s|,?\s+(?:et|mais|puis)\s+(?:il|elle|ils|elles)?\s*(?:a|ont|avait|avaient|s['’]est|se sont)\s|,\s+tout en\s|\s*;|"
    r",\s+(?:a|ont|avait)-t-|,\s+[\wé]+-(?:t-)?(?:il|elle|on)\b|,\s+dans (?:un|une|son|sa) (?:communiqué|message|"
    r"déclaration|entretien|interview|vidéo|lettre)|\s+\([^)]*$|,\s+(?!(?:au)?tant\s)\w+ant\s+(?:que|qu['’]|de|à|l[ea]s?|un|son|sa)\b",
    re.I,
)
#: What ends the complement of `a dénoncé`, `s'est engagé à`.
COMPLEMENT_END = re.compile(
    r"[;:](?=\s)|\s\((?!\w+\))|,(?=\s)(?!\s(?:fin|début|mi-|le \d|dont|y compris|notamment|comprenant|incluant|ainsi que|"
    r"(?:[a-zéèêàâîôûç]+(?:é|[aeu]n[du]|i|u|is|it|ert)e?s?|groupe|ville|pays|membre)\s(?:par|aux?|à|en|dans|de|du|depuis|pour|lors|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la semaine|les?\s\d)\b|"
    r"\w+\set\s|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)))|"
    r",?\s+et\s+(?:a|ont|s['’]est|se sont|il|elle|n['’]|ne)\s|,?\s+et\s+\w+(?:é|i|u|it)\s(?:que|à|de|l[ea]s?|un)\b|"
    r"\s+(?:lors d|après\s|avant\s|alors (?:même )?qu|tandis qu|depuis\s|au cours d|mais\s|selon\s|à l['’]issue|en marge|"
    r"dans (?:un|une|son|sa) (?:communiqué|message|déclaration|entretien|interview|vidéo|lettre)|devant la presse|"
    r"sur (?:Twitter|X|Facebook|Telegram)|tout en\s|en (?:se\s|s['’]|l['’]|y\s)?\w+ant\s|afin d|pour\s+\w+er\s|à l['’]occasion)",
    re.I,
)
INFINITIVE = re.compile(
    r"(?:ne pas |n['’]|ne |se |s['’]|y |en |(?:l[ae]s? |l['’])(?=avoir|être|voir|faire|prendre|recevoir|rencontrer)|"
    r"lui |leur |ne plus |ne jamais |\w+ment )*[a-zéèêàâîôûç]+(?:er|ir|oir|re)\b(?!\s+ministre)"
)
DETERMINER = re.compile(
    r"(?:l[ae]s?|une?|des|du|de la|de l['’]|son|sa|ses|leurs?|cette?|ces|cet|toute?s?|tous|aucune?|plusieurs|deux|trois|"
    r"quatre|cinq|six|sept|huit|neuf|dix|cent|mille|\d[\d.,]*|quelques?|certaine?s|d['’]autres|près de|plus de|environ|"
    r"ceux|celles?|celui|quelque chose|ce qu)\b|l['’]",
    re.I,
)
#: A noun of stance: with it `exprimer`, `souligner`, `rappeler` report though no `que` follows.
STANCE_NOUN = re.compile(
    r"(?:l[ae]s?|l['’]|son|sa|ses|leurs?|une?|de)?\s*(?:\w+\s)?(?:(?:plein|ferme|profond|entier|total)\w*\s)?"
    r"(?:soutien|attachement|volonté|engagement|inquiétudes?|préoccupations?|solidarité|condamnation|opposition|refus|"
    r"souhait|espoir|détermination|disponibilité|condoléances|gratitude|satisfaction|regrets?|confiance|nécessité|"
    r"importance|urgence|appel|appui|amitié|reconnaissance|soutiens?|réserves|craintes?|colère|indignation|émotion|"
    r"exigence|rejet|désaccord|accord|scepticisme|optimisme|consternation|intention|intérêt|caractère|rôle)\b",
    re.I,
)
#: Words that cannot be the judgement of `juger`.
NO_JUDGEMENT = re.compile(
    r"(?:l[ae]s?|l['’]|une?|des|du|de|d['’]|que|qu['’]|son|sa|ses|leurs?|cette?|ces|par|pour|sur|dans|en|à|au|aux|et|"
    r"où|avec|lors|avant|après|depuis|selon)\b",
    re.I,
)

# -- quotations -------------------------------------------------------------------------------------------------------

#: A quotation behind one of these is a name or a title.
NAMING = re.compile(
    r"(?:\b(?:dite?s?|alias|surnommée?s?|baptisée?s?|intitulée?s?|nommée?s?|rebaptisée?s?|appelée?s?|titrée?s?|dénommée?s?|"
    r"sobriquet|opération|programme|projet|film|livre|roman|ouvrage|album|chanson|exposition|mouvement|slogan|"
    r"pancarte|banderole|émission|série|label|groupe|format|collectif|plan|loi|dossier|affaire|journal|magazine)(?: de| d['’])?|\()[ \u00a0\u202f]*[«“\"‘'‹„]?[ \u00a0\u202f]*$",
    re.I,
)
OPENERS, CLOSERS = "«“\"‹‘„'", "»”\"›’“'"
#: Between a quotation and the verb that follows it: marks only.
BEHIND_QUOTE = re.compile(rf"{BLANK}*[.?!…]*{BLANK}*[{CLOSERS}]?{BLANK}*[.,–—-]?{BLANK}*")
BETWEEN_QUOTES = re.compile(rf"[\s\u00a0\u202f.,{CLOSERS}{OPENERS}]*")

# -- sources ----------------------------------------------------------------------------------------------------------

#: `selon X`, `d'après X`: a source without a verb.
SOURCE = re.compile(
    r"\b(?:selon|d['’]après|de l['’]avis|de l['’]aveu|aux dires|aux yeux|[àa] en croire|au dire|de source|dixit)"
    r"(?=[\s\u00a0])",
    re.I,
)
SOURCE_PRONOUN = re.compile(rf"{BLANK}+(lui|elle|eux)\b", re.I)
#: Not a source: `selon que`, `selon les cas`, `selon les termes de l'accord`.
NO_SOURCE = re.compile(
    r"[\s\u00a0]+(?:que\b|qu['’]|(?:les|le|la|l['’]|un|une|des|ses|son|sa|leurs?|cette?|ce)?[\s\u00a0]*"
    r"(?:nouve\w+\s|propres?\s|premi\w+\s)?"
    r"(?:cas|toute vraisemblance|termes|accord|loi|calendrier|usage|traité|constitution|règlement|programme|tradition|"
    r"formule|principe|règles?|modalités|critères|besoins?|normes?|méthode|schéma|ordre|expression|nature|moyens|"
    r"l['’]heure|moment|convention|charte|résolution|scénario|plan|protocole|procédure|droit|texte de|lignes?|logique)\b)",
    re.I,
)
FOR_SOURCE = re.compile(r"\bPour[\s\u00a0]+(?=\S)|(?<=, )pour[\s\u00a0]+(?=\S)")
#: Openings that are no part of what is said: `Mais`, `En revanche,`, `En mer Rouge,`.
LEAD = re.compile(
    r"(?:[-–—•*>\s\u00a0]|\([A-Z][\w./ -]{1,20}\)\s|(?:Mais|Et|Or|Car|Puis)\s|(?:En revanche|Toutefois|Cependant|Pourtant|Par ailleurs|En outre|"
    r"De plus|Enfin|Ainsi|Néanmoins|Pour rappel|Au total|De son côté|De leur côté|Pour sa part|Du reste|D['’]ailleurs|"
    r"Parallèlement|Auparavant|Plus tôt|Plus tard|URGENT|FLASH|ALERTE)\s*[,:–—-]\s|"
    r"(?:À|A|Au|Aux|En|Dans|Sur|Depuis|Quant|Outre|Côté)(?:\s[\w'’-]+){1,5},\s(?:en revanche, |toutefois, )?)*"
)
