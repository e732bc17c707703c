"""The API: its operations under one address, each guarded, and what tells of them."""

from typing import Any

from django.urls import URLPattern, path, re_path
from ninja import NinjaAPI

from articles.api.bodies import PlainRenderer, StrictParser
from articles.api.description import Description
from articles.api.docs import api_docs, openapi
from articles.api.guard import guarded, not_found
from articles.api.problems import handle_problems
from articles.api.reading import (
    actors,
    articles,
    desk,
    dossiers,
    imports,
    meetings,
    search,
    statements,
    watching,
    work,
)
from articles.api.refusals import answer_refused
from articles.api.writing import deciding, mentions, proposals, records, reviews
from articles.api.writing import imports as importing
from articles.exceptions import ArticlesError

VERSION = "1.0.0"
#: Modules that add operations to routers of others.
ADDING = (mentions, records, reviews, importing, work)
ROUTERS = (
    *(search.router, articles.router, actors.router, dossiers.router, meetings.router, statements.router),
    *(watching.router, desk.router),
    *(deciding.router, proposals.router, imports.router),
)


class DeskAPI(NinjaAPI):
    def get_openapi_schema(self, **options: Any) -> Description:
        return Description(self, "/api/v1/")


api = DeskAPI(
    title="newsdesk",
    version=VERSION,
    openapi_url=None,
    docs_url=None,
    urls_namespace="api",
    parser=StrictParser(),
    renderer=PlainRenderer(),
)
handle_problems(api)
api.add_exception_handler(ArticlesError, answer_refused)
for router in ROUTERS:
    api.add_router("", router)


def operations() -> list[URLPattern]:
    """The patterns of the operations without ninja's own home page."""
    patterns: list[Any] = api.urls[0]
    found = [each for each in patterns if each.name != "api-root"]
    return [URLPattern(each.pattern, guarded(each.callback), each.default_args, f"api-{each.name}") for each in found]


urlpatterns = [
    path("openapi.json", openapi, {"api": api}, name="api-openapi"),
    path("docs", api_docs, {"api": api}, name="api-docs"),
    *operations(),
    re_path("", guarded(not_found), name="api-nothing"),
]
