"""« Who was … on …? »: the holders of an office, with the words that show it and what stays open."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from articles.forms.offices import CALLED, WhoWasForm
from articles.queries.who_was import examples, offices_suggested, who_was
from newsdesk.htmx import HtmxHttpRequest, render_page


@login_not_required
@require_safe
def who_was_when(request: HtmxHttpRequest) -> HttpResponse:
    """One question, its whole answer, and the question again to change."""
    form = WhoWasForm(request.GET if request.GET.get("post") else None)
    context: dict[str, object] = {
        "form": form,
        "offices": dict.fromkeys([*map(str, CALLED), *offices_suggested()]),
    }
    if form.is_bound and form.is_valid():
        start, end = form.cleaned_data["on"]
        office, country = form.office(), form.land()
        context |= {"answer": who_was(office, country, start, end), "asked": office, "country": country}
        context["on"] = request.GET.get("on", "").strip()
    elif not form.is_bound:
        context["examples"] = examples()
    return render_page(request, "offices/who_was.html", context)
