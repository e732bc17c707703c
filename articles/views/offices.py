"""« Who was … on …? »: the holders of an office, with the words that show it and what stays open."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.forms.offices import CALLED, WhoWasForm
from articles.queries.suggested_lands import suggest_offices
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


@login_not_required
@require_safe
def office_suggestions(request: HttpRequest) -> HttpResponse:
    """The options of a type-ahead for the words typed so far."""
    return render(request, "offices/_suggestions.html", {"found": suggest_offices(request.GET.get("q", "")[:300])})
