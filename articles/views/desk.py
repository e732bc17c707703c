from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from articles.queries.desk import desk as desk_query
from newsdesk.htmx import HtmxHttpRequest, render_page


@login_not_required
@require_safe
def desk(request: HtmxHttpRequest) -> HttpResponse:
    """The front page."""
    return render_page(request, "desk.html", {"desk": desk_query()})
