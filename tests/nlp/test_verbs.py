"""Verb forms made from models of conjugation."""

import pytest

from articles.nlp.verbs import Form, auxiliaries, conjugate, index


@pytest.mark.parametrize(
    ("lemma", "tense", "forms"),
    [
        ("rencontrer", "present", ["rencontre", "rencontrent"]),
        ("annoncer", "imperfect", ["annonçait", "annonçaient"]),
        ("exiger", "past", ["exigea", "exigèrent"]),
        ("recevoir", "future", ["recevra", "recevront"]),
        ("recevoir", "participle", ["reçu", "reçue", "reçues", "reçus"]),
        ("promettre", "participle", ["promis", "promise", "promises"]),
        ("s'entretenir", "present", ["s'entretient", "s'entretiennent"]),
        ("accueillir", "conditional", ["accueillerait", "accueilleraient"]),
        ("réitérer", "present", ["réitère", "réitèrent"]),
        ("rappeler", "present", ["rappelle", "rappellent"]),
        ("relever", "present", ["relève", "relèvent"]),
        ("plaindre", "imperfect", ["plaignait", "plaignaient"]),
        ("avertir", "gerund", ["avertissant"]),
        ("démentir", "present", ["dément", "démentent"]),
        ("répartir", "present", ["répartissent", "répartit"]),
        ("prévoir", "future", ["prévoira", "prévoiront"]),
        ("être", "subjunctive", ["soient", "soit"]),
        ("devoir", "participle", ["dû", "due", "dues", "dus"]),
    ],
)
def test_verb_has_its_forms(lemma: str, tense: str, forms: list[str]):
    found = [word for word, readings in conjugate(lemma).items() if any(one.tense == tense for one in readings)]

    assert sorted(found) == sorted(forms)


def test_word_that_is_no_infinitive_is_refused():
    with pytest.raises(ValueError, match="ministra"):
        conjugate("ministra")


def test_form_of_two_verbs_keeps_both_readings():
    assert index(["voir", "vivre"])["vit"] == (Form("voir", "past"), Form("vivre", "present"))


def test_auxiliaries_know_their_tense():
    assert auxiliaries()["sera"] == (Form("être", "future"),)
    assert Form("avoir", "imperfect", plural=True) in auxiliaries()["avaient"]
