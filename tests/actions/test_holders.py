"""An office without a name stands for who is seen to hold it around that day."""

from datetime import date

import pytest

from articles.actions.storing import store_annotation, store_annotations
from articles.models import Actor, Mention
from articles.nlp.types import Annotation, EntityRecord, MentionRecord, PostRecord, Span
from tests.factories import ArticleFactory, PipelineRunFactory

pytestmark = pytest.mark.django_db

ROLE = "ministre suédois des Affaires étrangères"
KEY = "ministre des affaires etrangeres"


def told(name: str, day: date, country: str = "SE") -> Actor:
    """An article of that day that names the holder."""
    text = f"Le {ROLE} {name} a parlé le {day}."
    start = text.index(name)
    annotation = Annotation(
        mentions=(
            MentionRecord(Span(3, 3 + len(ROLE)), "ROLE", country=country),
            MentionRecord(Span(start, start + len(name)), "PER", entity=0),
        ),
        entities=(EntityRecord("person", name, (name,), posts=(PostRecord(ROLE, KEY, country, 0),)),),
    )
    store_annotation(ArticleFactory(text=text, published_on=day), annotation, run=PipelineRunFactory())
    return Actor.objects.get(name=name)


def asked(day: date, *, before: str = "Le ", role: str = ROLE, country: str = "SE") -> Mention:
    """The office without a name, in an article of that day."""
    text = f"{before}{role} a parlé."
    span = Span(len(before), len(before) + len(role))
    annotation = Annotation(mentions=(MentionRecord(span, "ROLE", country=country),))
    article = ArticleFactory(text=f"{text} {day}", published_on=day)
    store_annotation(article, annotation, run=PipelineRunFactory())
    return Mention.objects.get(article=article)


def link(mention: Mention) -> tuple[Actor | None, float | None, str]:
    return mention.actor, mention.link_confidence, mention.link_origin


def test_office_between_two_proofs_is_its_holders() -> None:
    told("Anna Lindberg", date(2023, 1, 1))
    anna = told("Anna Lindberg", date(2023, 12, 1))

    assert link(asked(date(2023, 6, 1))) == (anna, 0.85, "collection")


def test_link_is_less_sure_the_farther_the_nearest_proof() -> None:
    anna = told("Anna Lindberg", date(2023, 1, 1))

    assert link(asked(date(2023, 4, 1))) == (anna, 0.62, "collection")
    assert link(asked(date(2023, 8, 1))) == (None, None, "")


def test_other_name_of_the_office_finds_the_holder() -> None:
    anna = told("Anna Lindberg", date(2023, 1, 1))

    assert asked(date(2023, 1, 2), role="chef de la diplomatie suédoise").actor == anna


def test_rivals_for_one_office_leave_it_open() -> None:
    told("Anna Lindberg", date(2023, 1, 1))
    told("Greta Holm", date(2023, 2, 1))

    assert link(asked(date(2023, 1, 15))) == (None, None, "")


def test_who_is_seen_before_and_after_outdoes_who_left() -> None:
    told("Anna Lindberg", date(2023, 1, 1))
    told("Greta Holm", date(2023, 2, 1))
    greta = told("Greta Holm", date(2023, 4, 1))

    assert asked(date(2023, 3, 1)).actor == greta


def test_holder_named_by_an_earlier_article_of_the_same_batch_is_found() -> None:
    day, text = date(2023, 1, 1), f"Le {ROLE} Anna Lindberg a parlé."
    name = Span(text.index("Anna"), text.index("Anna") + len("Anna Lindberg"))
    role = MentionRecord(Span(3, 3 + len(ROLE)), "ROLE", country="SE")
    posts = (PostRecord(ROLE, KEY, "SE", 0),)
    named = Annotation(
        mentions=(role, MentionRecord(name, "PER", entity=0)),
        entities=(EntityRecord("person", "Anna Lindberg", ("Anna Lindberg",), posts=posts),),
    )
    articles = [ArticleFactory(text=words, published_on=day) for words in (text, f"Le {ROLE} est reparti.")]

    store_annotations(list(zip(articles, (named, Annotation(mentions=(role,))), strict=True)), run=PipelineRunFactory())

    assert link(Mention.objects.get(article=articles[1])) == (Actor.objects.get(), 0.85, "collection")


@pytest.mark.parametrize(
    ("before", "role", "country"),
    [
        ("L'ancien ", ROLE, "SE"),
        ("Un ", ROLE, "SE"),
        ("Le quatrième ", ROLE, "SE"),
        ("Le ", "ministre norvégien des Affaires étrangères", "NO"),
        ("Les ", "ministres suédois des Affaires étrangères", "SE"),
        ("L'", "ambassadeur suédois", "SE"),
        ("Le ", ROLE, ""),
    ],
)
def test_other_offices_stay_open(before: str, role: str, country: str) -> None:
    told("Anna Lindberg", date(2023, 1, 1))

    assert link(asked(date(2023, 1, 2), before=before, role=role, country=country)) == (None, None, "")
