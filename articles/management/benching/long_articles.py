"""Articles of a given length with so many mentions, for measuring the pages that show them."""

from hashlib import sha256
from random import Random

from articles.actions.copying import copy_rows
from articles.enums import ActorKind, DateOrigin, MentionLabel, ReviewState, ZoneKind
from articles.management.benching.collection import FIRST_DAY, WORDS
from articles.models import Actor, Article, Mention, PipelineRun, Review, Source, Zone

PARAGRAPH = 60
ACTORS = 40


def long_article(words: int, mentions: int) -> Article:
    """So many words in paragraphs, every few of them a mention of one of some people, undecided."""
    random = Random(words)  # noqa: S311 - the same article each time, no secret
    run = PipelineRun.objects.create(version="bench", pipeline="bench")
    people = [made_actor(f"{name}-{words}") for name in range(ACTORS)]
    told = [(random.choice(people) if at % (words // mentions) == 0 else None) for at in range(words)]
    spelt = [actor.name if actor else random.choice(WORDS) for actor in told]
    pieces = [word + ("\n\n" if at % PARAGRAPH == PARAGRAPH - 1 else " ") for at, word in enumerate(spelt)]
    article = stored("".join(pieces).rstrip(), run)
    start, rows = 0, []
    for actor, word, piece in zip(told, spelt, pieces, strict=True):
        if actor:
            rows.append(made_mention(article, actor, start, word, run))
        start += len(piece)
    copy_rows(rows[:mentions])
    return article


def made_actor(name: str) -> Actor:
    return Actor.objects.create(slug=f"mesure-{name}", kind=ActorKind.PERSON, name=f"Mesure-{name}")


def stored(text: str, run: PipelineRun) -> Article:
    article: Article = Article.objects.create(
        external_id=f"long-{len(text)}",
        source=Source.objects.get_or_create(slug="mesure", defaults={"name": "Mesure"})[0],
        title="Mesure",
        text=text,
        digest=sha256(text.encode()).hexdigest(),
        published_on=FIRST_DAY,
        date_origin=DateOrigin.RECORD,
        run=run,
    )
    Review.objects.create(article=article, state=ReviewState.PRE_ANNOTATED)
    Zone.objects.create(article=article, kind=ZoneKind.BODY, start=0, end=len(text), run=run)
    return article


def made_mention(article: Article, actor: Actor, start: int, words: str, run: PipelineRun) -> Mention:
    return Mention(
        article=article,
        start=start,
        end=start + len(words),
        text=words,
        label=MentionLabel.PER.value,
        actor=actor,
        confidence=0.9,
        link_confidence=0.9,
        origin="bench",
        run=run,
    )
