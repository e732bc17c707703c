"""A statement of a list, written at once: templates take long over many small pieces."""

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from articles.models import Statement
from articles.queries.quotes import ListedStatement, Quoted
from articles.templatetags.dates import country, day
from articles.templatetags.sureness import verdict
from articles.templatetags.ui import actor_address, page_address

register = template.Library()

Said = Statement | ListedStatement


@register.simple_tag
def quoted_item(quoted: Quoted[Said]) -> SafeString:
    """One statement within its article."""
    statement = quoted.statement
    return mark_safe(f"""

<article class="meeting">
  <h3 class="people">
    {speaker(statement)}
  </h3>
  <p class="muted">
    {land(statement)}
    {addressee(statement)}
    <span>{escape(_("in their own words") if statement.direct else _("in other words"))}</span>
    {verdict(statement)}
    {illustrative(statement)}
  </p>
  <blockquote><span class="muted">{escape(quoted.before)}</span><mark class="said">{escape(quoted.words)}</mark>\
<span class="muted">{escape(quoted.after)}</span> — {origin(statement)}</blockquote>
</article>
""")  # noqa: S308 -- each part is escaped


def speaker(statement: Said) -> str:
    if statement.speaker:
        return f'<a href="{actor_address(statement.speaker.slug)}">{escape(statement.speaker.name)}</a>'
    return escape(statement.speaker_mention.text if statement.speaker_mention else _("speaker not named"))


def land(statement: Said) -> str:
    name = country(statement.speaker.country) if statement.speaker and statement.speaker.country else ""
    return f"<span>{escape(name)}</span>" if statement.speaker and name not in {"", statement.speaker.name} else ""


def addressee(statement: Said) -> str:
    whom = statement.addressee
    if not whom:
        return ""
    to = escape(pgettext("addressee of a statement", "to"))
    return f'<span>{to} <a href="{actor_address(whom.slug)}">{escape(whom.name)}</a></span>'


def illustrative(statement: Said) -> str:
    told = statement.article.source.is_illustrative
    return f'<span class="chip illustrative">{escape(_("illustrative text"))}</span>' if told else ""


def origin(statement: Said) -> str:
    """The way to the statement in its article."""
    article = statement.article
    address = f"{page_address('article-detail', statement.article_id)}?statement={statement.pk}#s-{statement.pk}"
    return f'<a href="{address}">{escape(article.source.name)}, {escape(day(article.published_on))}</a>'
