"""Words that stand between a verb and what goes with it, and whom and what they must not be taken for."""

from datetime import date

import pytest

from articles.nlp.pipeline import build
from tests.nlp.told_meetings import told

ANNA = "[PER anna:Anna Lind]"
KARL = "[PER karl:Karl Moe]"
MARK = "[PER mark:Mark Roth]"
OSLO = "[GPE oslo:Oslo]"
ROME = "[GPE rome:Rome]"
LUNDI = "[DATE 2024-05-06:lundi]"
MET = f"{KARL} a reçu {LUNDI} {ANNA} à {OSLO}."


def in_text(text: str) -> list[tuple[set[str], str, str]]:
    """Who met, the kind and the place, by the whole pipeline."""
    [annotation] = build().annotate([(text, date(2024, 5, 16))])
    names = [entity.name for entity in annotation.entities]
    return [
        ({names[one.entity] for one in each.participants}, each.kind, "" if each.place is None else names[each.place])
        for each in annotation.meetings
    ]


@pytest.mark.parametrize("aside", ["", "par ailleurs ", "de leur côté ", "en outre "])
def test_day_of_what_was_said_on_the_telephone_is_that_of_the_call(aside: str) -> None:
    source = f"{KARL} et {ANNA} ont {aside}évoqué {LUNDI}, lors d'une conversation téléphonique, la pêche."
    assert [(one.kind, one.date) for one in told(source)] == [("call", "2024-05-06")]


@pytest.mark.parametrize("opening", ["Lors d'une conversation téléphonique", "Au cours d'un entretien téléphonique"])
def test_call_put_first_is_of_those_who_act_together(opening: str) -> None:
    [one] = told(f"{opening}, {KARL} et {ANNA} ont abordé {LUNDI} le dossier de la pêche.")
    assert (one.who, one.kind, one.date) == ({"Karl Moe", "Anna Lind"}, "call", "2024-05-06")


@pytest.mark.parametrize("aside", ["quant à lui ", "pour sa part ", ""])
def test_appeal_to_a_people_is_no_call(aside: str) -> None:
    assert [one.kind for one in told(f"{MET} {KARL} a {aside}appelé les Nordiques à « tenir bon ».")] == ["in_person"]


@pytest.mark.parametrize(("when", "status"), [("ce soir", "planned"), ("cet après-midi", "planned"), ("jeudi", "held")])
def test_what_is_told_in_the_present_of_this_evening_is_ahead(when: str, status: str) -> None:
    assert [one.status for one in told(f"{KARL} dîne [DATE 2024-05-08:{when}] avec {ANNA}.")] == [status]


@pytest.mark.parametrize("office", ["Le chef du gouvernement", "Le président du Parlement"])
def test_noun_in_ment_is_no_adverb(office: str) -> None:
    text = f"{office} norvégien Karl Moe a parlé mardi. {office} s'est rendu mercredi à Tallinn."
    assert ({"Karl Moe"}, "visit", "Tallinn") in in_text(text)


def test_office_taken_up_is_of_whom_was_named_before() -> None:
    text = (
        "Le Premier ministre Karl Moe a reçu lundi à Oslo le roi Harald. Le chef du gouvernement s'était rendu le 18 "
        "avril à Esbjerg. Il y avait retrouvé le chef du gouvernement néerlandais Mark Roth."
    )
    found = in_text(text)

    assert ({"Karl Moe"}, "visit", "Esbjerg") in found
    assert ({"Karl Moe", "Mark Roth"}, "in_person", "Esbjerg") in found


def test_counterpart_by_the_country_is_one_of_those_met() -> None:
    text = "Le ministre Karl Moe a vu à Oslo la ministre polonaise Anna Lind et son homologue de Slovaquie Mark Roth."
    assert in_text(text)[0][0] == {"Karl Moe", "Anna Lind", "Mark Roth"}


def test_summoned_are_not_met_where_the_story_stands() -> None:
    source = f"{KARL} a parlé {LUNDI} à {ROME}. {MARK} a convoqué {ANNA}. L'entretien a duré dix minutes."
    assert [one.place for one in told(source) if "Mark Roth" in one.who] == [""]


@pytest.mark.parametrize("event", ["le Conseil européen", "la réunion", "le congrès"])
def test_not_seen_again_since_an_event_were_seen_there(event: str) -> None:
    [one] = told(f"{KARL} et {ANNA} ne se sont plus vus depuis {event} de [DATE 2024-03:mars] à {OSLO}.")
    assert (one.status, one.date, one.place) == ("held", "2024-03", "Oslo")


def test_journey_is_off_whatever_stands_before_the_word() -> None:
    [one] = told(f"La visite que {KARL} devait faire à {ROME} est en revanche suspendue.")
    assert one.status == "cancelled"


@pytest.mark.parametrize("verb", ["procédé, le [DATE 2024-05-03:3 mai], à", "procédé à", "eu"])
def test_exchange_of_views_is_had_by_those_who_proceed_to_it(verb: str) -> None:
    [one] = told(f"{KARL} et {ANNA} ont {verb} un échange de vues sur la pêche.")
    assert one.who == {"Karl Moe", "Anna Lind"}


@pytest.mark.parametrize("meal", ["pour le déjeuner ", "pour dîner ", "dans la soirée ", ""])
def test_meal_stands_between_a_verb_and_whom_it_tells_of(meal: str) -> None:
    found = told(f"{KARL} a été reçu {LUNDI} par {ANNA}, avant de retrouver {meal}le ministre {MARK}.")
    assert [one.who for one in found] == [{"Karl Moe", "Anna Lind"}, {"Karl Moe", "Mark Roth"}]
