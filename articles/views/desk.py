from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.queries.desk import desk as desk_query
from newsdesk.htmx import HtmxHttpRequest, render_page


@login_not_required
@require_safe
def desk(request: HtmxHttpRequest) -> HttpResponse:
    """The front page."""
    return render_page(request, "desk.html", {"desk": desk_query()})


@login_not_required
@require_safe
def search(request: HtmxHttpRequest) -> HttpResponse:
    """The one search box: its buttons choose whether the words are looked up in articles or name a diplomat."""
    meetings = request.GET.get("in") == "meetings"
    query = QueryDict(mutable=True)
    if words := request.GET.get("q", "").strip():
        query["actor" if meetings else "q"] = words
    return redirect(f"{reverse('meeting-list' if meetings else 'article-list')}?{query.urlencode()}".rstrip("?"))
