"""Words that place an event beside another told before: on that day, at another hour of it, or days apart."""

import re

#: What is planned for the hours after what was told.
LATER_THAT_DAY = re.compile(
    r"\b(?:en (?:fin|début) de (?:journée|matinée|soirée|après-midi)|"
    r"dans (?:l['’′]après-midi|la (?:soirée|journée|matinée|foulée))|"
    r"en (?:soirée|matinée|journée)|à la mi-journée|[aà] (?:son|leur) tour|plus tard dans la|le soir même|ensuite)\b",
    re.I,
)
THE_SAME_DAY = re.compile(r"\b(?:le même (?:jour|soir)|ce jour-là|le (?:jour|matin|soir) même)\b", re.I)
PART_OF_DAY = re.compile(
    r"\b(?:plus tôt dans la (?:journée|matinée)|dans (?:l['’′]après-midi|la (?:soirée|journée|matinée))|"
    r"en (?:(?:fin|début|milieu) de )?(?:journée|matinée|soirée|après-midi)|à la mi-journée)\b",
    re.I,
)
#: An earlier event of the same day and place: `Il avait auparavant rencontré X`.
SAME_DAY = re.compile(
    r"\b(?:(?<!jour )(?<!jours )(?<!semaine )(?<!semaines )(?<!mois )(?<!an )(?<!ans )(?<!année )(?<!années )"
    r"(?:auparavant|(?<!heures )plus tôt|plus tard)|venait de|dans la foulée|le (?:matin|soir|jour) même|"
    r"(?:un )?peu avant|juste avant|quelques (?:heures|minutes|instants) (?:plus tôt|avant|auparavant)|"
    r"dans (?:la (?:matinée|journée|soirée|nuit)|l['’′]après-midi)|à la mi-journée|"
    r"en (?:(?:début|fin|cours|milieu) de )?(?:matinée|journée|soirée|après-midi))\b",
    re.I,
)
#: `quelques jours plus tard`: on another day than that told before.
DAYS_APART = re.compile(
    r"\b(?:jours?|semaines?|mois|ans?|années?)\s(?:plus\stôt|plus\stard|auparavant|(?:avant|après)(?=[,.]))"
)
#: `avait alors été reçu`: there and then, as the sentence before tells.
THEN = re.compile(r"\b(?:a|ont|avai(?:t|ent)|étai(?:t|ent)|est|sont)\salors\s")
#: `doit voir`: seen from the day on which it is told.
NOW_AHEAD = re.compile(r"(?:[Dd]oi(?:t|vent)|[Vv](?:a|ont))\s")
#: `un an après leur sommet`, `deux semaines après une rencontre`: held before what is told.
LONG_AFTER = re.compile(
    r"\b(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quinze|quelques|plusieurs|\d+)\s(?:ans?|mois|semaines?|jours?|heures?)\s"
    r"après\s(?:une?|la|le|leurs?|son|sa|l['’′]|celui|celle)\s?(?:\w+\s)?$"
)
