"""Who else is at an article, and what they changed: asked every few seconds by the annotation page."""

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from articles.actions.presence import note_presence
from articles.queries.progress import changed_since
from articles.views.annotation_page import editable_article, editor_of, row_id
from articles.views.annotation_row import row_state
from newsdesk.htmx import HtmxHttpRequest


@require_POST
def article_presence(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The names of the others, and the mentions that they changed since the decision `since`."""
    article = editable_article(request, pk)
    by = editor_of(request)
    others = note_presence(article, by=by)
    since = request.POST.get("since", "")
    mentions, last = changed_since(article.pk, row_id(since) if since.isdecimal() else None, but_by=by.pk)
    names = [other.get_full_name() or other.get_username() for other in others]
    return JsonResponse({"others": names, "rows": [row_state(mention) for mention in mentions], "last": last})
