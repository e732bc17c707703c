"""The annotation guidelines, in the language of the page."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from newsdesk.htmx import HtmxHttpRequest, render_page

LANGUAGES = ("fr", "en")


@login_not_required
@require_safe
def guide(request: HtmxHttpRequest) -> HttpResponse:
    """One page, with an anchor for each label and each kind of record."""
    language = (get_language() or "").partition("-")[0]
    shown = language if language in LANGUAGES else LANGUAGES[0]
    return render_page(request, "guide/guide.html", {"text": f"guide/{shown}/text.html"})
