"""What the « cite » box of a page tells: an address that stays, the version seen and the day."""

from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime
from urllib.parse import unquote_plus

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import get_language

from articles.exporters.citations import RECORD, Citation, cite_key
from articles.forms.address import Chosen
from articles.models import Action, Article
from articles.models.action import ActionQuerySet
from articles.nlp.legible import legible
from articles.queries.meeting_as_of import version_of
from articles.queries.meetings import MeetingCard

DESK = "newsdesk"


def cited_article(request: HttpRequest, article: Article) -> Citation:
    """The annotation as it is now can be seen again at this address, whatever is changed later."""
    seen = last_change(Action.objects.on_article(article.pk)) or began(article)
    moment = seen.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    address = reverse("article-as-of", args=[article.pk], query={"as_of": moment})
    return Citation(
        key=cite_key(article.source.name, str(article.published_on.year), str(article.pk)),
        title=" ".join(legible(article.title).split()),
        outlet=article.source.name,
        published=article.published_on.isoformat(),
        address=request.build_absolute_uri(address),
        version=seen,
        accessed=timezone.localdate(),
        authors=tuple(str(author) for author in article.authors),
        language=article.language,
    )


def cited_meeting(request: HttpRequest, card: MeetingCard, title: str) -> Citation:
    """The address shows whoever comes later the record as it is now, whatever is changed."""
    meeting = card.meeting
    seen = version_of(meeting.pk)
    version = {"version": seen.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")} if seen else None
    address = reverse("meeting-detail", args=[meeting.pk], query=version)
    return Citation(
        key=cite_key(DESK, "meeting", str(meeting.pk)),
        title=title,
        outlet=", ".join(dict.fromkeys(report.article.source.name for report in card.reports)),
        published=meeting.date_value,
        address=request.build_absolute_uri(address),
        version=seen,
        accessed=timezone.localdate(),
        language=get_language() or "fr",
        form=RECORD,
    )


def cited_search(request: HttpRequest, here: str, titled: Callable[[], str]) -> Citation:
    """`titled` says in the language of the moment what is looked for."""
    now = timezone.now()
    return Citation(
        key=cite_key(DESK, unquote_plus(here)[:60]),
        title=lazy(titled, str)(),
        outlet=DESK,
        published="",
        address=request.build_absolute_uri(here),
        version=now,
        accessed=timezone.localdate(),
        language=get_language() or "fr",
        form=RECORD,
    )


def told_of(words: str, chosen: Iterable[Chosen], *, but: Collection[str] = ()) -> str:
    """What is looked for: words, and the filters in use but for those that the words tell."""
    filters = (f"{each.title.lower()} {each.value}" for each in chosen if each.value not in but)
    return ", ".join(filter(None, [words, *filters]))


def last_change(actions: ActionQuerySet) -> datetime | None:
    return actions.of_consequence().newest_first().values_list("at", flat=True).first()


def began(article: Article) -> datetime:
    """When the machine proposed, or the article came."""
    return max(filter(None, [article.imported_at, article.run.started_at if article.run else None]))
