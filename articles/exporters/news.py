"""What is new of what somebody follows, as a private Atom feed (RFC 4287)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.exporters.feeds import attribute, moment, text
from articles.nlp.legible import legible
from articles.queries.novelties import Novelty


@dataclass(frozen=True, slots=True)
class Feed:
    """Where the desk is (`https://…`), the feed's own path there, and whose it is."""

    site: str
    path: str
    owner: str


def as_atom(novelties: Iterable[Novelty], feed: Feed) -> Iterator[str]:
    """A thing keeps its id: told of otherwise, it is the same entry with a later date."""
    own = feed.site + feed.path
    title = _("What is new for %(name)s") % {"name": feed.owner}
    yield (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={attribute(get_language() or "fr")}>\n'
        f"<id>{text(own)}</id>\n<title>{text(title)}</title>\n<updated>{moment(timezone.now())}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href={attribute(own)}/>\n'
        f'<link rel="alternate" type="text/html" href={attribute(feed.site + reverse("watch-news"))}/>\n'
        "<author><name>newsdesk</name></author>\n"
    )
    for novelty in novelties:
        yield entry(novelty, feed)
    yield "</feed>\n"


def entry(novelty: Novelty, feed: Feed) -> str:
    hit = novelty.hit
    address = feed.site + address_of(novelty)
    watches = "".join(f"<category term={attribute(watch.name)}/>\n" for watch in hit.watches)
    return (
        f"<entry>\n<id>{text(address)}</id>\n<title>{text(title_of(novelty))}</title>\n"
        f"<updated>{moment(hit.at)}</updated>\n"
        f'<link rel="alternate" type="text/html" href={attribute(address)}/>\n'
        f'{watches}<summary type="text">{text(summary_of(novelty))}</summary>\n</entry>\n'
    )


def address_of(novelty: Novelty) -> str:
    if novelty.quoted:
        article, key = novelty.quoted.statement.article_id, novelty.quoted.statement.pk
        return f"{reverse('article-detail', args=[article])}?statement={key}#s-{key}"
    return reverse("meeting-detail" if novelty.card else "article-detail", args=[novelty.hit.key])


def title_of(novelty: Novelty) -> str:
    if card := novelty.card:
        people = " — ".join(participant.actor.name for participant in card.participants)
        place = card.meeting.place.name if card.meeting.place else ""
        told = " · ".join(filter(None, (card.meeting.date_value, place, card.meeting.get_meeting_status_display())))
        return f"{people} ({told})"
    if novelty.quoted:
        speaker = novelty.quoted.statement.speaker
        return f"{speaker.name if speaker else _('speaker not named')} : {novelty.quoted.words}"[:300]
    return legible(novelty.row.article.title) if novelty.row else ""


def summary_of(novelty: Novelty) -> str:
    """The words that say so, and who says them."""
    if card := novelty.card:
        sources = dict.fromkeys(report.article.source.name for report in card.reports)
        return " — ".join(filter(None, (card.quote.words if card.quote else "", ", ".join(sources))))
    article = novelty.quoted.statement.article if novelty.quoted else novelty.row and novelty.row.article
    words = f"{novelty.quoted.before}{novelty.quoted.words}{novelty.quoted.after}" if novelty.quoted else ""
    return " — ".join(filter(None, (words, article.source.name if article else "")))
