"""Double reading: ask for it, compare the two, adjudicate."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from articles.actions.adjudicating import adjudicate
from articles.actions.double_reading import ask_double_reading, withdraw_double_reading
from articles.exceptions import ReadingClosed, ReadingsOpen
from articles.forms.double_reading import AskForm, choices_of, left_open
from articles.models import DoubleReading
from articles.permissions import can_manage, require_manager
from articles.queries.double_reading import (
    agreement_on_links,
    agreement_on_statements,
    compare,
    double_readings,
    finished,
    label_agreement,
    meeting_agreement,
    readings_of,
    two_readings,
)
from articles.views.annotation_page import editor_of
from newsdesk.htmx import HtmxHttpRequest, render_page


@require_http_methods(["GET", "HEAD", "POST"])
def readings(request: HtmxHttpRequest) -> HttpResponse:
    """What I am asked to read; for managers all double readings, their agreement, and asking for more."""
    by = editor_of(request)
    context: dict[str, object] = {"mine": readings_of(by), "manages": can_manage(by)}
    if not can_manage(by):
        return render_page(request, "readings/readings.html", context)
    form = AskForm(request.POST or None, initial={"articles": request.GET.get("article", "")})
    if request.method == "POST" and form.is_valid():
        ask(request, form)
        return redirect("readings")
    doubles = double_readings()
    compared = [double for double in doubles if finished(double)]
    agreement = agreement_of(compared) if compared else {}
    return render_page(request, "readings/readings.html", {**context, "form": form, "doubles": doubles, **agreement})


def agreement_of(doubles: Sequence[DoubleReading]) -> dict[str, object]:
    return {
        "labels": label_agreement(doubles),
        "links": agreement_on_links(doubles),
        "meetings": meeting_agreement(doubles),
        "statements": agreement_on_statements(doubles),
    }


def ask(request: HtmxHttpRequest, form: AskForm) -> None:
    given = form.cleaned_data
    for article in given["articles"]:
        try:
            readers = (given["first"], given["second"])
            how = {name: given[name] for name in ("prefilled", "with_statements", "with_links")}
            ask_double_reading(article, by=editor_of(request), readers=readers, **how)
        except ReadingsOpen:
            messages.warning(request, _("“%(title)s” is being read by two already.") % {"title": article.title})
        else:
            messages.success(request, _("Two readings of “%(title)s” are asked for.") % {"title": article.title})


@require_http_methods(["GET", "HEAD", "POST"])
def adjudication(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """The two readings side by side; a POST takes one or the other for each difference."""
    by = editor_of(request)
    require_manager(by)
    double = get_object_or_404(DoubleReading.objects.select_related("article__source", "closed_by"), pk=pk)
    if not finished(double):
        messages.warning(request, _("Both readings have to be finished first."))
        return redirect("readings")
    found = compare(double)
    if request.method == "POST" and double.closed_at is None:
        if left := left_open(request.POST, found):
            words = ngettext("%(count)d difference is still open.", "%(count)d differences are still open.", left)
            messages.warning(request, words % {"count": left})
        else:
            try:
                adjudicate(double, by=by, choices=choices_of(request.POST, found))
            except (ReadingsOpen, DoubleReading.DoesNotExist):
                messages.warning(request, _("These readings were adjudicated; they stay."))
                return redirect("readings")
            messages.success(request, _("What you took stands in the article now."))
            return redirect("adjudication", pk)
    return render_page(request, "readings/adjudication.html", context_of(double, request.POST))


@require_POST
def double_reading_withdraw(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    double = get_object_or_404(DoubleReading.objects.select_related("article"), pk=pk)
    try:
        withdraw_double_reading(double, by=editor_of(request))
    except ReadingClosed:
        messages.warning(request, _("These readings were adjudicated; they stay."))
    else:
        messages.success(request, _("Nobody needs to read “%(title)s” any more.") % {"title": double.article.title})
    return redirect("readings")


def context_of(double: DoubleReading, data: object) -> dict[str, object]:
    first, second = two_readings(double)
    return {
        "double": double,
        "first": first,
        "second": second,
        "found": compare(double),
        "chosen": data,
        "rulings": double.rulings.select_related("mention", "report", "statement"),
        **agreement_of([double]),
    }
