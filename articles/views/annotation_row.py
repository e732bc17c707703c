"""A mention as the scripts of the annotation page know it: what its mark shows, and the version to decide on."""

from typing import Any

from articles.models import Mention
from articles.templatetags.annotated_text import mark_title
from articles.templatetags.ui import letter


def row_state(mention: Mention) -> dict[str, Any]:
    """Everything that the mark in the text tells; `sure` only while the proposal is open."""
    open_sureness = None if mention.is_decided else mention.sureness
    return {
        "pk": mention.pk,
        "version": mention.version,
        "start": mention.start,
        "end": mention.end,
        "label": str(mention.label),
        "letter": letter(mention.label),
        "status": str(mention.status),
        "sure": open_sureness,
        "doubtful": mention.is_doubtful,
        "title": mark_title(mention),
        "actor": mention.actor.name if mention.actor else "",
        "slug": mention.actor.slug if mention.actor else "",
        "place": mention.place.name if mention.place else "",
        "value": mention.value,
    }
