"""Mentions of the same words, near and far: what one decision may be applied to."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from articles.enums import DECIDED, AnnotationStatus, Scope, ToApply
from articles.models import Mention
from articles.models.actor import Actor

#: Rows that a page lists at a time; what is decided leaves the list, and the next come up.
LISTED = 500


@dataclass(frozen=True, slots=True)
class Wish:
    """What to do with all mentions like one."""

    what: ToApply
    scope: Scope = Scope.ARTICLE
    same_label: bool = True
    label: str = ""
    actor: Actor | None = None

    def is_fulfilled(self) -> Q:
        """Which rows are as wished already, by a person's word."""
        if self.what == ToApply.REJECT:
            return Q(status=AnnotationStatus.REJECTED)
        as_wished = {
            ToApply.ACCEPT: Q(),
            ToApply.RELABEL: Q(label=self.label),
            ToApply.LINK: Q(actor=self.actor),
        }
        return Q(status__in=set(DECIDED) - {AnnotationStatus.REJECTED}) & as_wished[self.what]


@dataclass(frozen=True, slots=True)
class Alike:
    """What a preview lists: rows to tick, and how many more there are. What people decided is not ticked."""

    rows: list[Mention]
    more: int


def alike(mention: Mention, wish: Wish) -> Alike:
    found = same_words(mention, wish).exclude(wish.is_fulfilled())
    listed = found.select_related("article__source", "actor", "decided_by")
    rows = list(listed.defer("article__text", "article__search_vector")[:LISTED])
    return Alike(rows, found.count() - LISTED if len(rows) == LISTED else 0)


def same_words(mention: Mention, wish: Wish) -> QuerySet[Mention]:
    """Of the article, of the import that brought it, or of the collection; in the order of the articles."""
    found = Mention.objects.filter(text=mention.text)
    if wish.same_label:
        found = found.filter(label=mention.label)
    if wish.scope == Scope.ARTICLE or (wish.scope == Scope.IMPORT and mention.article.batch_id is None):
        found = found.filter(article=mention.article_id)
    elif wish.scope == Scope.IMPORT:
        found = found.filter(article__batch=mention.article.batch_id)
    return found.order_by("article__published_on", "article", "start")
