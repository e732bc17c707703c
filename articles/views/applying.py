"""Apply a decision on one mention to all like it, after a look at which they are."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from articles.actions.applying import apply_to_all
from articles.enums import Scope, ToApply
from articles.exceptions import OverlappingMention, StaleList, UnfitActor
from articles.forms.applying import ApplyForm, WishForm
from articles.models import Mention
from articles.queries.alike import alike
from articles.views.annotation import reason
from articles.views.annotation_page import editor_of, page_address
from newsdesk.htmx import HtmxHttpRequest, render_page

USUAL = {"what": ToApply.ACCEPT, "scope": Scope.ARTICLE, "same_label": True}


@require_safe
def alike_list(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    """Which mentions a decision would be applied to."""
    editor_of(request)
    return listed(request, mention_of(pk), WishForm(request.GET if "what" in request.GET else USUAL))


@require_POST
def alike_apply(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    by, mention = editor_of(request), mention_of(pk)
    form = ApplyForm(request.POST)
    if not form.is_valid():
        return listed(request, mention, form)
    seen = form.seen()
    if seen is None:
        return listed(request, mention, form, error=_("Tick at least one mention."))
    try:
        count = apply_to_all(seen, by=by, wish=form.wish())
    except StaleList:
        error = _("Some of these were changed since the page was loaded. Here they are as they stand.")
        return listed(request, mention, form, status=409, error=error)
    except (OverlappingMention, UnfitActor) as error:
        return listed(request, mention, form, status=409, error=reason(error))
    text = ngettext("Applied to %(count)d mention.", "Applied to %(count)d mentions.", count)
    messages.success(request, text % {"count": count})
    return redirect(page_address(request, mention.article_id, anchor=f"m-{pk}", mention=pk))


def mention_of(pk: int) -> Mention:
    return get_object_or_404(Mention.objects.select_related("article").defer("article__search_vector"), pk=pk)


def listed(
    request: HtmxHttpRequest, mention: Mention, form: WishForm, *, status: int = 200, error: str = ""
) -> HttpResponse:
    found = alike(mention, form.wish()) if form.is_valid() else None
    context: dict[str, object] = {"mention": mention, "form": form, "found": found, "error": error}
    return render_page(request, "articles/alike.html", context, partial="list", status=status)
