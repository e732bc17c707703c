"""If-Match: a change names the version of the row that its author saw."""

import re

from django.utils.http import parse_etags
from django.utils.translation import gettext as _

from articles.api.problems import Problem
from articles.api.requests import ApiRequest

#: `"3"`, or the ETag of a row: `"3-5f0c…"`.
VERSION = re.compile(r'(?:W/)?"(\d{1,9})(?:-[0-9a-f]*)?"', re.ASCII)


def version_asked(request: ApiRequest) -> int:
    """The one version named; without one, somebody else's work could be overwritten unseen."""
    given = request.headers.get("If-Match", "")
    found = [VERSION.fullmatch(each) for each in parse_etags(given)]
    if len(found) != 1 or found[0] is None:
        detail = _('Send If-Match with the ETag or the version of the row you saw, such as “If-Match: "3"”.')
        raise Problem(428, detail)
    return int(found[0][1])
