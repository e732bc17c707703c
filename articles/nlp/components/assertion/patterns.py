"""Words that say whether something took place, will, was called off, did not, or is only imagined."""

import re

N = r"\b(?:[Nn]['’′`]|[Nn]e\s)"
NOT = r"(?:pas|plus|jamais|guère|point|aucunement|nullement)"
#: `n'a pas`, `ne se rendra finalement pas`: the particle and its second half around the verb.
NEGATION = re.compile(rf"{N}[^.;:,]{{0,40}}$")
#: `Ni X ni Y ne`.
NEITHER = re.compile(rf"\bni\s[^.;:]{{2,120}}?\sni\s[^.;:]{{2,120}}?{N}\s?(?:\S+\s){{0,3}}$", re.I)
NEGATED_BEHIND = re.compile(rf"^[^.;,]{{0,25}}?\b{NOT}\b", re.I)
NEGATED_WITHIN = re.compile(rf"\b{NOT}\b")
#: `n'a pu la rencontrer` is negative without `pas`.
CANNOT = re.compile(rf"{N}(?:a(?:vait)?|ont|avaient)\s+pu\s")
ONLY = re.compile(r"\bque?['’′]?\s*(?:une? fois|\d|brièvement)", re.I)
#: `ne s'étaient pas vus depuis vingt ans` tells of the time before the meeting.
#: `s'envolera jeudi pour Oslo afin d'y voir X`: what is done for ahead lies ahead.
PURPOSE_AHEAD = re.compile(
    r"\b[a-zà-ÿ]{2,}(?:era|ira|dra|vra|eront|iront|dront|vront)\b[^;:.«»]{1,70}\s(?:pour|afin\sd(?:e|['’′]))\s?(?:y\s|le\s|la\s|les\s|l['’′]|s['’′]|se\s)*$"
)
#: `ne s'étaient plus vus depuis le sommet de Rome`: they were seen there; not `depuis deux ans`.
SINCE_THEN = re.compile(
    r"^[^.;,]{0,20}?\bdepuis\s(?:(?:le|la|leurs?)\s|l['’′])(?:\w+\s)?(?:sommet|rencontre|entretien|réunion|entrevue|tête-à-tête|visite|"
    r"dîner|conférence|forum|congrès|session|assemblée|conseil\seurop|G\d|\d)",
    re.I,
)
SINCE = re.compile(r"^[^.;]{0,40}?\bdepuis\b", re.I)
#: `Depuis leur entretien de mai, ils ne se sont plus vus`.
SINCE_BEFORE = re.compile(r"(?:^|[.;:]\s)\s*Depuis\b[^.;:]+$")
NEVER = re.compile(r"\bjamais\b", re.I)
NOBODY = re.compile(r"\b[Aa]ucune?\b[^.;:,]{0,60}$")
REFUSED = re.compile(
    r"\bexclu\w*\squ(?:e\s|['’′])[^.;:,]{0,40}$|"
    r"\b(?:refus\w+|décliné|abst(?:enue?s?|ient|iennent)|évit(?:é|e|ent|ait|aient)|gardée?s?|aucune\sintention|pas\sl['’′]intention|pas\squestion)\b[^.;:,]{0,12}\b(?:de|d['’′])\s*(?:\w+['’′]?\s*)?$",
    re.I,
)
RENOUNCED = re.compile(r"\b(?:renonc\w+|annul\w+|report\w+|ajourn\w+|décommand\w+|repouss\w+)\b[^.;]{0,60}$", re.I)
#: `a renoncé à se rendre à Y, où il devait voir X`: the meeting is off with the journey.
GIVEN_UP_THERE = re.compile(r"\b(?:renonc|annul|ajourn|décommand)\w*\b[^.;]{0,130}\soù\s(?:(?!où)[^.;,]){0,40}$", re.I)
AT_LAST = re.compile(r"\b(?:finalement|plus|initialement)\b", re.I)
INITIALLY = re.compile(r"\b(?:initialement|(?<!tout )d['’′]abord|au départ)\b[^.;]{0,20}$", re.I)
NONE = re.compile(r"\b(?:aucune?|pas de|pas d['’′]|ni)\s*(?:\w+\s+){0,2}$", re.I)
NOT_HELD = re.compile(
    rf"^[^.;]{{0,120}}?{N}(?:(?:est|était|sont|étaient|sera|figure|figurait)\s+(?:pas|plus|point)\s+(?:encore\s+)?"
    r"(?:prévue?s?|programmée?s?|envisagée?s?|inscrite?s?|à l['’′` ]\s?(?:ordre|agenda)|au (?:programme|menu|calendrier)|d['’′`]actualité)"
    r"|a(?:vait|ura)?\s+(?:\w+\s+)?(?:pas|jamais) (?:eu )?lieu)",
    re.I,
)
#: What lasted or dealt with something was held: `son entretien avec X a duré une heure`.
TOOK_PLACE = re.compile(r"^[^.;]{0,90}?\s(?:a|ont|avait|avaient)\s(?:\w+\s)?(?:duré|porté sur|permis)\b", re.I)
#: Behind what was to be, the verb that says that it was: `prévue en mars et repoussée, a eu lieu en mai`.
CAME_ABOUT = re.compile(
    r"^[^.;]{0,140}?,\s(?:(?:a|avait)\s(?:\w+ment\s|bien\s)*eu\slieu|s['’′](?:est|était)\s(?:\w+ment\s|bien\s)*(?:tenue?|déroulée?))\b"
)
#: A meeting that nobody had announced was held.
UNFORESEEN = re.compile(
    rf"^[^.;]{{0,40}}?\squi\s{N}(?:était|étaient|figurait)\s(?:pas|nullement)\s(?:initialement\s)?"
    r"(?:prévue?s?|programmée?s?|inscrite?s?|annoncée?s?|à l['’′` ]\s?(?:ordre|agenda)|au (?:programme|menu|calendrier))",
    re.I,
)
WILL_NOT = re.compile(rf"{N}aura(?:it)?\s+(?:\w+\s+)?pas lieu\b", re.I)
#: `n'a pu avoir lieu`, `n'ont finalement pas pu se tenir`.
COULD_NOT = re.compile(
    rf"^[^.;]{{0,120}}?{N}(?:a|ont|avait|avaient)\s(?:\w+ment\s)?(?:pas\s)?pu\s(?:avoir\slieu|se\s(?:tenir|dérouler|faire))",
    re.I,
)
#: What plans do not, before the ending of the participle, and what they do instead.
COME_TRUE = r"(?:concrétis|matérialis|réalis)"
FALLEN_THROUGH = r"(?:capoté|avorté|été\sremplacée?\spar)"
#: `ne s'est pas concrétisé`, `a capoté`, `a été remplacé par un appel`.
FELL_THROUGH = re.compile(
    rf"^[^.;]{{0,120}}?(?:{N}s['’′](?:est|était)\s(?:\w+ment\s)?(?:pas|jamais)\s(?:{COME_TRUE}|fait)\w*|"
    rf"\b(?:a|avait)\s(?:\w+ment\s)?{FALLEN_THROUGH}\b)",
    re.I,
)
CONSIDERED = re.compile(r"\b(?:envisag|évoqu|imagin|espér|souhait)\w+", re.I)
UNDECIDED = re.compile(
    rf"^[^.;]{{0,120}}?{N}(?:est|était|sont)\s+[\"«“]?\s?(?:ni|pas exclue?s?|pas encore)\b|^[^.;]{{0,140}}?{N}a(?:vait)?\s(?:pas|ni|toujours pas)\s(?:encore\s)?été\s(?:confirmée?|officialisée?|annoncée?|fixée?)\b",
    re.I,
)
#: `n'a pas confirmé la tenue d'un sommet`: whether it will be is open.
UNCONFIRMED = re.compile(
    rf"\bni\s[^.;:]{{2,80}}{N}(?:a|ont)\s(?:voulu\s)?(?:confirm|infirm|annonc|officialis)\w*\s[^.;:,]{{0,40}}$|"
    rf"{N}(?:\S+\s)?(?:pas|jamais|ni)\s(?:encore\s|voulu\s)?(?:confirm|infirm|annonc|officialis)\w*\s[^.;:,]{{0,40}}$",
    re.I,
)
#: Something done again and again is no meeting of its own.
HABIT = re.compile(
    r"^[^.;,]{0,60}?\b(?:tous les (?:jours|mois|ans)|toutes les semaines|chaque (?:jour|semaine|mois|année)|régulièrement|souvent|"
    r"quotidiennement|fréquemment|d['’′]ordinaire|en cas (?:d['’′]|de\s))\b",
    re.I,
)
#: `annonce avoir parlé`, `dit s'être entretenu`: it was.
PERFECT_INFINITIVE = re.compile(
    r"(?:l['’′]|les\s|lui\s|y\s|ne\spas\s)*(?:avoir\s|s['’′]être\s|être\s(?=venu|allé|arrivé|reparti))", re.I
)
CANCELLED_BEHIND = re.compile(
    r"^[^.;]{0,160}?(?:(?:\best|\bété|\bétait|\bfut|\bsont|\bsera|finalement|,|–|-|:)\s+(?:(?:en\srevanche|par\sailleurs|pour\sl['’′]heure|[\wé]+)\s+)?"
    r"(?:annulée?s?|reportée?s?|ajournée?s?|repoussée?s?|suspendue?s?|remise?s?|abandonnée?s?|supprimée?s?|décommandée?s?)|"
    r"(?:été|est|était)\s(?:\w+\s)?(?:retirée?s?|rayée?s?|biffée?s?)\s(?:d[eu]|de l['’′])\s?(?:calendrier|programme|agenda|ordre du jour)|"
    r"\by\s(?:a|ont|avait|avaient)\s(?:\w+\s)?renoncé|\btombée?s? à l['’′]eau|\bplus d['’′]actualité|(?<!avoir\s)(?<!ayant\s)\bannulée?s?\b)",
    re.I,
)
CANCELLED_BEFORE = re.compile(
    r"\b(?:décommand\w+|annul(?:é|e|ait|ant|er|era|ation d['’′eu]\w*)|report(?:é|e|ait|er|ant)|ajourn(?:é|e|ait|er)|renonc\w+ (?:[^\s,;:]+ ){0,4}?à|"
    r"repouss\w+ (?:sa|son|leurs?|ses)\b|(?<!possible )(?<!éventuel )report d['’′eu]\w*)\b[^.;]{0,60}$",
    re.I,
)
_DAY = (
    r"(?:\d{1,2}(?:er)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|janvier|février|mars|avril|mai|juin|juillet|août|"
    r"septembre|octobre|novembre|décembre|printemps|été|automne|hiver|rentrée|(?:semaine|mois|année|an)\sprochaine?)"
)
#: Put off to a day that is told, it is still to come: `est reporté à janvier`.
RESCHEDULED = re.compile(
    rf"\b(?:report|repouss|décal|avanc|ajourn|remis|déplac)\w*\s(?:d[eu]\s[^\s,;.]+\s|[^\s,;.]+\s)?(?:à|au|pour)\s(?:l['’′]|la\s|le\s|ce\s|début\s|"
    rf"fin\s|mi-)*{_DAY}\b",
    re.I,
)
#: `a reçu X avant de gagner Y`: both are done.
BEFORE_DOING = re.compile(r"\bavant\sd(?:e\s|['’′])(?:l['’′]|les?\s|la\s|se\s|s['’′]|y\s|ensuite\s)*$", re.I)
#: `a failli rencontrer X`, `a manqué son rendez-vous avec X`, `privé d'une entrevue`: it was not to be.
NEARLY = re.compile(r"\bfailli\s(?:l['’′]|les?\s|la\s|se\s|s['’′])?$")
MISSED = re.compile(
    r"\b(?:(?:manqu|rat)(?:é|e|ent|ait)\s(?:[^\s,;:.]+\s){0,2}?(?:la\s|le\s|l['’′]|son\s|sa\s|leur\s)|"
    r"priv(?:ée?s?|er)\s(?:d['’′]une?\s|de\s(?:l['’′]|la\s|son\s|sa\s|toute?\s)?))\s?(?:\w+\s)?$"
)
#: `aurait dû avoir un entretien`, `aurait dû recevoir`: it was planned and did not come about.
SHOULD_HAVE_HAD = re.compile(
    r"\b(?:aurai(?:t|ent)|avai(?:t|ent))\sdû\s(?:y\s|en\s)?(?:avoir|tenir|mener|effectuer|faire|participer\sà|accorder)\s[^,;:.]{0,25}$"
)
SHOULD_HAVE = re.compile(r"\b(?:aurai(?:t|ent)|avai(?:t|ent))\s(?:\w+ment\s)?dû\s")
#: `qui devait se tenir à X, a finalement eu lieu à Y`.
AT_LAST_HELD = re.compile(r"\b(?:a|ont)\s(?:\w+\s)?finalement\s(?:bien\s)?eu\slieu\b|\bs['’′]est\sfinalement\stenue?\b")
#: `s'est dit prêt à rencontrer X`: it is open whether he will.
SAYS_READY = re.compile(
    r"\b(?:dite?s?|disent|déclar\w+|montr\w+|affirm\w+)\s(?:\w+\s){0,2}?(?:prêt|disposé|ouvert)e?s?\s(?:[^\s,;:.]+\s){0,2}?à\s*"
    r"(?:le\s|la\s|les\s|l['’′]|se\s|s['’′]|y\s)*$"
)
#: `avant de terminer son périple à Y`: what the sentence tells of before says when.
BEFORE_ENDING = re.compile(r"\bavant\sd(?:e\s|['’′])\w+(?:er|ir|re)\s(?:son|sa|leur|le|la)\s(?:\w+\s)?$", re.I)
AHEAD = re.compile(
    r"\b[a-zéèêçû]{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|ura|uront)\b|\b(?:(?:re|en)?ver(?:ra|ront)|ira|iront|doi(?:t|vent)|attendue?s?|compte(?:nt)?)\b"
)
DONE = re.compile(
    r"\b(?:a|ont|est|sont|avait|avaient|était|étaient)\s(?:[^\s.;:]+\s){0,3}?[a-zà-ÿ]+(?:é|i|u|is|it|ert)e?s?\b"
)
#: What is broken off is no meeting: `a mis fin aux négociations`, `a suspendu le dialogue`.
BROKEN_OFF = re.compile(
    r"\b(?:m(?:et|ettr\w+|ettait|is)\s(?:\S+\s){0,2}?(?:fin|un terme)\s(?:\S+\s){0,2}?(?:à|aux?)|romp(?:u\w*|t|re|ait)|"
    r"suspend(?:u\w*|re|ait)?|interromp(?:u\w*|t|re|ait)|gel(?:é|er|ait))\s(?:[^\s,;:.]+\s){0,2}?"
    r"(?:(?:tout|les?|la|ses|son|des|du|ces)\s|l['’′])?(?:\w+\s)?$",
    re.I,
)
#: What would follow from it: `un dialogue avec X supposerait`.
WOULD = re.compile(
    r"^[^.;,:«»]{0,60}?\b(?!devr|serai)[a-zà-ÿ]{2,}(?:er|ir|dr|vr|ur|rr)(?:ait|aient)\b|"
    r"^[^.;,:«»]{0,120}?\bpourrai(?:t|ent)\s(?:\w+\s)?(?:avoir\slieu|se\s|être\s|s['’′])"
)
#: A verb that puts what it governs into the future; `va`, `doit` may also stand inside the group.
MODAL = re.compile(r"\b(?:doi(?:t|vent)|devai(?:t|ent)|devra(?:it|ient)?|devront|va|vont|allai(?:t|ent))\b", re.I)
PLANNED_BEFORE_NOUN = re.compile(
    r"\b(?:prévoi(?:t|ent)|prévoyait|attendue?s?(?: pour)?|décidé d[e'’′]|accepté d[e'’′]|convenus? d[e'’′]|prévu d[e'’′]|annoncé|annonce|"
    r"accords?\s(?:de\sprincipe\s)?(?:pour|à|sur)|programmée?s?|promis|prépar(?:e|ent|er|aient|ait)|préparatifs d[e'’′eu]\w*)\s*(?:\S+di\s+|tenir\s+|avoir\s+|effectuer\s+|faire\s+|organiser\s+)?"
    r"(?:(?:une?|des|le|la|les|l['’′]|son|sa|ses|leur)\s*)?(?:\w+\s+)?$",
    re.I,
)
#: `était attendu jeudi à Bruxelles pour une réunion`.
EXPECTED_FOR = re.compile(r"\battendue?s?\b[^.;]{0,70}\bpour\s(?:une?|la|le|l['’′])\s?(?:\w+\s)?$", re.I)
#: Adverbs and asides between the modal and its infinitive: `doit, lui, recevoir`, `devrait sous peu se rendre`.
HINGED = re.compile(
    r"\b(?:doi(?:t|vent)|devai(?:t|ent)|devra(?:it|ient)?|devront|va|vont|allai(?:t|ent)),?\s"
    r"(?!(?:[^.;:]*\s)?(?:que|qui|et|mais|où|dont|pour|avant|après|afin|sans|à|de|d['’′]|[a-zà-ÿ]+(?:er|ir|oir|re))\s)"
    r"(?:[^\s.;:]+\s){1,5}(?:[sl]['’′])?$",
    re.I,
)
PLANNED_BEFORE = re.compile(
    r"\b(?:doi(?:t|vent)|devait|devaient|devra|devrait|devraient|devront|va|vont|allait|compte|comptent|comptait|espère|"
    r"espèrent|prévoi(?:t|ent)|prévoyait|attendue?s?(?: pour)?|pour(?: y)?|afin de|prêt à|s['’′]apprêt\w+ à|décidé de|"
    r"accepté de|(?:convenus?|conviennent) (?:aussi |également )?de|prévu d[e'’′]|intention d[e'’′]|annoncé|annonce|entend(?:ent)?|projett?e(?:nt)?(?: de)?|censée?s? |"
    r"avant d(?:e\b|['’′])|programmée?s?|promis de|chargée?s? de|résolue?s? à|"
    r"d['’′]accord pour)\s*(?:(?:ensuite|aussi|également|encore|y|se|s['’′]|le|la|les|l['’′]|en|de|tenir|avoir|effectuer|"
    r"faire|participer à|une?|des)\s*|[aà] son tour\s+|\S+di\s+|être\s+)*$",
    re.I,
)
#: Before a noun: a verb of the future in the same clause, `effectuera une visite`, `doit avoir un entretien`.
FUTURE_BEFORE = re.compile(
    r"\b(?:aura|auront|[a-zéèêçû]{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|ura|uront)|doi(?:t|vent)|devra(?:it|ient)?|devai(?:t|ent)|"
    r"s['’′]apprêt\w+ à|prévoi(?:t|ent)|projett?e(?:nt)?|(?<!rendu )(?<!rend )(?<!tenir )compte(?:nt)?|va|vont)\b"
    r"(?:\s+(?:[aà] son tour|aussi|également|ensuite|par ailleurs|en outre|auparavant|enfin|d['’′]abord|\w+ment|\S+di|avoir|tenir|faire|effectuer|participer|prendre part|mener|accorder|donner|lui|leur|"
    r"entamer|accueillir|organiser|présider|part|s['’′]y|y|en|à|aux?|d['’′]|de|une?|des|le|la|les|l['’′]|sa|son|ce|cet|soir|matin|après-midi|midi|demain|aujourd['’′]hui|dans|soirée|matinée|journée|nouvelle?|prochaine?|\w+ième|"
    r"premi(?:er|ère)|derni(?:er|ère)|bref|brève|courte?|longue?|rare|\d+e)){0,8}\s*$",
    re.I,
)
#: `doit visiter X, puis se rendre à Y`: the modal of the first infinitive is that of the next.
SHARED_MODAL = re.compile(
    r"\b(?:doi(?:t|vent)|devai(?:t|ent)|devra(?:it|ient)?|devront|va|vont)\s(?:\w+\s)?[a-zà-ÿ'’′]+(?:\s[a-zà-ÿ]+)?\s"
    r"(?:(?!\b(?:a|ont|est|sont|avai(?:t|ent)|étai(?:t|ent)|qui|que|où|dont|mais)\b)[^;:.«»])*?,?\s(?:puis|et)\s(?:\S+\s){0,2}(?:[sl]['’′])?$"
)
#: `sera à Berlin pour un dîner`, `doit y retourner pour des discussions`.
PURPOSE = re.compile(
    r"\b(?:[a-zéèêçû]{2,}(?:era|eront|ira|iront|dra|dront|vra|vront|ura|uront)|doi(?:t|vent)|devra(?:it|ient)?|devai(?:t|ent))\b"
    r"(?:(?!\b(?:a|ont|avait|avaient|qui)\b)[^.;:])*\bpour\s(?:une?|des|le|la|l['’′]|de|d['’′])\s?(?:\w+\s){0,2}$",
    re.I,
)
PLANNED_WORD = re.compile(
    r"^[^.;]{0,140}?\b(?:(?:est|sont|était|étaient|reste)\s+(?:\w+\s+){0,2}?(?:prévue?s?|programmée?s?|attendue?s?|fixée?s?|"
    r"annoncée?s?|au programme|inscrite?s?|envisagée?s?)|,?\s*(?:prévue?s?|programmée?s?|fixée?s?|attendue?s?|annoncée?s?(?=\spour\b))\s+"
    r"(?:(?:de|à|au|en|pour|le|la|les|aux|dans|ce|cette|dès|d['’′]ici|fin|début|mi-?|\d)|\S+di\b|demain|\w+ prochain)|"
    r"(?:auquel|auxquels|à laquelle|auxquelles)\s(?:\w+\s)?[a-zà-ÿ]{2,}(?:era|ira|dra|vra|eront|iront|dront|vront)\b|"
    r"(?:aura|auront)\s(?:\w+\s)?lieu|(?:se\s|s['’′])?(?:tiend|débute|ouvri|déroule|commence|démarre|reprend|achève|poursuiv)r(?:a|ont)\b|en préparation|"
    r"(?:doi(?:t|vent)|devai(?:t|ent)|devrai(?:t|ent)|devront|devra|va|vont|allai(?:t|ent))\s(?:\w+\s)?(?:avoir lieu|se tenir|débuter|s['’′]ouvrir|"
    r"commencer|démarrer|reprendre|se dérouler|se poursuivre|être\s(?:organis|lanc|convoqu)ée?s?))",
    re.I,
)
IMAGINED = re.compile(
    r"\b(?:pourrai(?:t|ent)|pourra|pourront|souhait\w*|voudrai(?:t|ent)|veut|veulent|voulait|vouloir|propos\w+(?: [^,;.]{1,25} pour)?|suggér\w+|invit\w+ à|"
    r"aimerai(?:t|ent)|appel(?:le|lent|é) à|exhort\w+ à|demand\w+|réclam\w+|plaid\w+ pour|favorable à|possibilité d\w*|"
    r"(?:attend(?:ent|ait|aient)?|impatient\w*)(?: avec impatience)? d\S*|(?<!en )(?<!à la )hâte d\S*|esp[éè]r\w+ pouvoir|"
    r"se réjoui(?:t|ssent|ssait|ssaient)(?: à l['’′]idée)? d\S*|éventuel(?:le)?s?|devrai(?:t|ent) pouvoir|si|refus\w+ (?:\w+ment )?tout|(?<!\ba )(?<!\bont )(?<!avait )ouverte?s? à|disposée?s? à|"
    r"[a-zà-ÿ]{3,}(?<!dev)(?<!pour)r(?:ait|aient) (?:à|d)\w*|voie à|(?:accept\w+ )?(?:le )?principe d\w*|perspective d\w*|"
    r"(?:espoir|volonté|désir|envie|souhait) d\w*|sans)\s*(?:\S+\s+){0,2}$",
    re.I,
)
#: The verb that a noun says the manner of: `pourrait s'entretenir par visioconférence`, `voir X lors d'un déjeuner`.
BY_SUCH = re.compile(
    r"(?:\b(?:se\s|s['’′]))?\b[a-zà-ÿ]+(?:er|ir|re)\s(?:par|en|lors\sd['’′]une?|au\scours\sd['’′]une?)\s*(?:\w+\s)?$"
)
#: Words said, which tell nothing of what was done when they were.
QUOTED = re.compile(r"[«“\"][^«»“”\"]*[»”\"]")
#: What somebody is urged to do is not said to be: `a invité lundi X à le rencontrer`.
URGED = re.compile(
    r"\b(?:(?:re)?(?:invit|exhort|encourag|convi|incit)\w*|(?<!la\s)press(?:é|e|ent|ait|aient|era)|pouss(?:é|e|ent|ait|aient)|"
    r"appel(?:é|le|lent|ait|aient|ant)|somm(?:é|e|ent))\b[^.;:]{0,90}\s(?:à|de|d['’′])\s*(?:le\s|la\s|les\s|l['’′]|se\s|s['’′]|y\s)*$",
    re.I,
)
#: A conjunction of what is not said to be: `avant qu'il ne voie X`, `rien n'indiquait que X le recevrait`.
BEFORE_THAT = re.compile(
    r"\b(?:rien|nul)\s(?:n['’′]|ne\s)\w+\s(?:[\w-]+\s){0,2}qu(?:e\s|['’′])[^.;:,]{0,40}$|"
    r"\b(?:avant|pour|afin|à condition|à moins|sans|en attendant|jusqu['’′]à ce|de (?:peur|crainte))\squ(?:e\s|['’′])[^.;:,]{0,40}$",
    re.I,
)
#: `est reparti sans avoir pu rencontrer X`.
WITHOUT = re.compile(
    r"\bsans\s(?:même\s)?(?:s['’′](?=être))?(?:(?:avoir|pouvoir|parvenir à|réussir à|chercher à)\s)?(?:être\s|été\s)?"
    r"(?:pu\s|réussi à\s)?(?:être\s|y\s)?(?:l['’′]|les?\s|la\s|s['’′]y\s|s['’′]|se\s)?$",
    re.I,
)
PLUPERFECT = re.compile(
    r"\b(?:avai(?:t|ent)|s['’′]étai(?:t|ent)|étai(?:t|ent)\s+(?:\w+\s+)?(?:rendue?s?|venue?s?|allée?s?))", re.I
)
