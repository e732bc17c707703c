"""What imports brought, what could not go in, and how far the review of each has come."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from articles.models import ImportBatch
from articles.queries.imports import import_page, imports
from articles.views.annotation_page import editor_of
from newsdesk.htmx import HtmxHttpRequest, render_page

PAGE_SIZE = 30


@require_safe
def import_list(request: HtmxHttpRequest) -> HttpResponse:
    editor_of(request)
    page = Paginator(imports(), PAGE_SIZE).get_page(request.GET.get("page"))
    return render_page(request, "imports/import_list.html", {"page": page})


@require_safe
def import_detail(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    editor_of(request)
    batch = get_object_or_404(ImportBatch.objects.select_related("by"), pk=pk)
    return render_page(request, "imports/import_detail.html", {"shown": import_page(batch, request.GET.get("page"))})
