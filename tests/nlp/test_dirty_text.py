"""A text as an agency may send it, from the pipeline's side: proposals lie in it as if it were clean."""

from datetime import date

from articles.nlp.cleaning import clean
from articles.nlp.pipeline import build

DAY = date(2024, 5, 16)
CLEAN = (
    "OSLO, 15 mai (Agence Boréale) – La ministre norvégienne des Affaires étrangères Astrid Solheim a reçu mercredi"
    " à Oslo son homologue français, Étienne Marchal. La rencontre a duré deux heures.\n\n"
    "« L’Union européenne n’a pas dit son dernier mot », a déclaré Étienne Marchal. L’OTAN s’est félicitée de"
    " l’accord.\n\n"
    "Astrid Solheim se rendra jeudi à Berlin, a-t-elle annoncé."
)
DIRTY = (
    "OSLO, 15&nbsp;mai (Agence Bor&eacute;ale) &ndash; La ministre norve\u0301gienne des Affaires  étrang&egrave;res"
    " Astrid\u00a0 Sol\u00adheim a reçu mercredi Ã\xa0 Oslo son homologue franÃ§ais, &Eacute;tienne Marchal.La"
    " rencontre a duré\u202fdeux heures.\n\n"
    "&laquo;&nbsp;L&rsquo;Union europ&amp;eacute;enne n´a pas dit son dernier mot&nbsp;&raquo;, a dÃ©clarÃ©"
    " É\u200btienne Marchal.L?OTAN s` est félicitée de l´accord.\n\n"
    "Astrid Solheim se rendra jeudi à Berlin , a-t-elle annoncé."
)
FOREIGN = (
    "\n\nСергей Иванов прибыл в Осло 15 мая 2024\n\n@AstridSolheim #Oslo #Norvege https://example.org/Paris/Ankara"
)


def test_mentions_of_a_dirty_text_are_those_of_the_clean_one() -> None:
    plain, dirty = build().annotate([(CLEAN, DAY), (DIRTY, DAY)])
    assert [(each.label, each.entity, each.value, each.country) for each in dirty.mentions] == [
        (each.label, each.entity, each.value, each.country) for each in plain.mentions
    ]
    assert dirty.entities == plain.entities
    assert dirty.dateline is not None
    assert (dirty.dateline.agency, dirty.dateline.place) == ("Agence Boréale", "OSLO")


def test_spans_of_a_dirty_text_are_stored_words() -> None:
    [found] = build().annotate([(DIRTY, DAY)])
    words = [DIRTY[each.span.start : each.span.end] for each in found.mentions]
    assert [each for each in words if clean(each).text != each] == [
        "15&nbsp;mai",
        "Agence Bor&eacute;ale",
        "ministre norve\u0301gienne des Affaires  étrang&egrave;res",
        "Astrid\u00a0 Sol\u00adheim",
        "&Eacute;tienne Marchal",
        "Union europ&amp;eacute;enne",
        "É\u200btienne Marchal",
    ]
    assert [DIRTY[each.quote.start : each.quote.end] for each in found.statements if each.direct] == [
        "L&rsquo;Union europ&amp;eacute;enne n´a pas dit son dernier mot"
    ]
    assert [
        name for entity in found.entities for name in (entity.name, *entity.names) if "&" in name or "\u200b" in name
    ] == []


def test_nothing_is_proposed_in_another_script_an_address_or_a_loose_hashtag() -> None:
    plain, longer = build().annotate([(CLEAN, DAY), (CLEAN + FOREIGN, DAY)])
    assert longer.mentions == plain.mentions
    assert longer.entities == plain.entities
