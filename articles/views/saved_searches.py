"""Searches kept by whoever is logged in; nobody sees those of others."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles.actions.saved_searches import forget_search, save_search
from articles.forms.saved_search import SavedSearchForm
from articles.models import SavedSearch
from newsdesk.htmx import HtmxHttpRequest, render_page


@require_http_methods(["GET", "HEAD", "POST"])
def saved_searches(request: HtmxHttpRequest) -> HttpResponse:
    """List them; a POST keeps one more."""
    user = cast("User", request.user)
    form = SavedSearchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        kept = save_search(form.cleaned_data["name"], form.cleaned_data["path"], by=user)
        messages.success(request, _("“%(name)s” is kept.") % {"name": kept.name})
        return redirect("saved-searches")
    context: dict[str, object] = {"searches": SavedSearch.objects.filter(user=user), "form": form}
    return render_page(request, "meetings/saved_searches.html", context)


@require_POST
def saved_search_delete(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    forget_search(get_object_or_404(SavedSearch, pk=pk, user=cast("User", request.user)))
    return redirect("saved-searches")
