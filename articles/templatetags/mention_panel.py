"""The panel of the mention in hand and what is told beside it, written at once: each decision shows it anew."""

from collections.abc import Iterator
from html import escape
from typing import Any

from django import template
from django.forms import BaseForm
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from articles.enums import AnnotationStatus, LinkOrigin, MentionLabel
from articles.forms.mention import VersionForm
from articles.forms.sureness import with_order
from articles.models import Mention
from articles.nlp.legible import legible
from articles.templatetags.dates import place_name
from articles.templatetags.pressing import Desk, decision, desk_of, edit_form, named, verbs, version_field
from articles.templatetags.sureness import sureness_bar, sureness_of
from articles.templatetags.ui import date_value, letter, page_address, view_address

register = template.Library()

#: Labels whose mentions are placed on the map or stand for a government.
PLACES = frozenset({MentionLabel.GPE, MentionLabel.LOC})
UNLINKED = frozenset({MentionLabel.DATE, MentionLabel.NORP})
#: Edge, step and where the arrow stands, in the order of the buttons.
BOUNDS = (("start", -1), ("start", 1), ("end", -1), ("end", 1))
LOOKS = {"accept": ' id="accept" class="primary"', "reject": ' id="reject"', "restore": ' id="restore"'}


@register.simple_tag(takes_context=True)
def mention_panel(context: dict[str, Any], mention: Mention) -> SafeString:
    """All that is known of one mention, and all that can be decided on it."""
    desk = desk_of(context)
    parts = (
        f'<div data-mention="{mention.pk}" data-version="{mention.version}">',
        f'<h2 class="words">{escape(legible(mention.text))}</h2>',
        f'<p class="muted">\n{" ".join(known(mention))}\n</p>',
        f'<div class="row">\n{verdicts(desk, mention)}\n</div>',
        labels(desk, mention),
        f'<details class="more" open>\n<summary>{escape(_("Boundaries, value, link"))}</summary>',
        *details(desk, mention, refused(context)),
        "</details>",
        note_link(desk, mention),
        "</div>",
    )
    return mark_safe("\n".join(parts))  # noqa: S308 -- each part is escaped


def refused(context: dict[str, Any]) -> BaseForm | None:
    """The form that was sent and not taken: what it said stays in its fields."""
    form = context.get("form")
    return form if isinstance(form, VersionForm) and form.errors else None


def known(mention: Mention) -> Iterator[str]:
    """Label, state and how sure the machine is; whom or what the mention stands for."""
    label = str(MentionLabel(mention.label).label)
    yield f'<span class="chip {escape(mention.label)}"><b>{escape(letter(mention.label))}</b> {escape(label)}</span>'
    yield guide_link(mention.label, label)
    status = str(AnnotationStatus(mention.status).label)
    yield escape(f"{status} · {mention.decided_by}" if mention.decided_by else status)
    yield str(sureness_of(mention))
    if mention.actor:
        yield f"<br>→ {escape(mention.actor.name)}{link_sureness(mention)}"
    elif mention.place:
        yield f"<br>→ {escape(place_name(mention.place))}"
    if mention.value:
        yield f"<br>→ {escape(date_value(mention.value))}"


def guide_link(anchor: str, about: str) -> str:
    told = escape(_("Guide: %(about)s") % {"about": about})
    return (
        f'<a class="rule" href="{view_address("guide")}#{escape(anchor)}" aria-label="{told}">{escape(_("guide"))}</a>'
    )


def link_sureness(mention: Mention) -> str:
    """How sure the machine is of the actor, and what it leans on."""
    if mention.is_decided or mention.link_confidence is None:
        return ""
    basis = str(LinkOrigin(mention.link_origin).label) if mention.link_origin else _("the link")
    return f'<br>\n<span class="basis">{escape(basis)}</span>\n{sureness_bar(mention.link_confidence)}'


def verdicts(desk: Desk, mention: Mention) -> str:
    hints = {"accept": desk.hint("accept"), "reject": desk.hint("reject"), "restore": ""}
    offered = verbs(mention)
    return "\n".join(decision(desk, "mention", mention, verb, look=LOOKS[verb], hint=hints[verb]) for verb in offered)


def labels(desk: Desk, mention: Mention) -> str:
    buttons = [label_button(desk, number, label, mention.label) for number, label in enumerate(MentionLabel, 1)]
    look = f' class="row" aria-label="{escape(_("Label"))}"'
    return mention_form(desk, mention, "relabel", "\n".join(buttons), look)


def label_button(desk: Desk, number: int, label: MentionLabel, now: str) -> str:
    current = ' aria-current="true"' if label == now else ""
    return (
        f'<button type="submit" id="label-{number}" name="label" value="{label.value}" class="{label.value} label"'
        f"{current}>{desk.hint(f'label-{number}')} {escape(str(label.label))}</button>"
    )


def mention_form(desk: Desk, mention: Mention, verb: str, inside: str, look: str = "") -> str:
    """One edit of the mention, with the version it starts from."""
    address = desk.address(f"mention-{verb}", mention.pk)
    return edit_form(desk, address, verb, f"m-{mention.pk}", f"{version_field(mention)}\n{inside}", look=look)


def details(desk: Desk, mention: Mention, sent: BaseForm | None) -> Iterator[str]:
    """What is changed more rarely than whether a mention is right."""
    yield f'<div class="row bounds" role="group" aria-label="{escape(_("Boundaries"))}">'
    words = {"start": escape(_("start")), "end": escape(_("end"))}
    for edge, step in BOUNDS:
        yield bound(desk, mention, edge, step, words[edge])
    yield "</div>"
    if mention.label == MentionLabel.DATE or mention.label in PLACES:
        yield value_form(desk, mention, sent)
    if mention.label not in UNLINKED:
        yield link_form(desk, mention, sent)
    alike, told = page_address("alike-list", mention.pk), escape(_("Apply to all mentions of these words"))
    yield f'<p class="note-link"><a href="{alike}" data-command="alike">{told}{desk.hint("alike")}</a></p>'


def bound(desk: Desk, mention: Mention, edge: str, step: int, word: str) -> str:
    """One button that moves a boundary by a word."""
    command = f"{edge}-{'left' if step < 0 else 'right'}"
    told = f"◂ {word}" if step < 0 else f"{word} ▸"
    hidden = f'<input type="hidden" name="edge" value="{edge}"><input type="hidden" name="step" value="{step}">'
    button = f'<button type="submit" id="{command}">{told}{desk.hint(command)}</button>'
    return mention_form(desk, mention, "move", f"{hidden}\n{button}")


def value_form(desk: Desk, mention: Mention, sent: BaseForm | None) -> str:
    """The value of a date, or whether a place stands for its government."""
    if mention.label == MentionLabel.DATE:
        value, fault = typed(sent, "value", mention.value)
        field = (
            f'<label for="mention-value">{escape(_("Date value"))}{desk.hint("value")}</label>\n'
            f'<input id="mention-value" name="value" value="{escape(value)}" placeholder="2023-11-06"'
            f' data-field="value" maxlength="30"{fault}>'
        )
    else:
        ticked = " checked" if mention.figurative else ""
        field = (
            f'<label>\n<input type="checkbox" name="figurative" data-field="value" value="1"{ticked}>\n'
            f"{escape(_('stands for its government'))}\n</label>"
        )
    save = f'<button type="submit" id="details-save">{escape(_("Save"))}</button>'
    return mention_form(desk, mention, "details", f"{field}\n{save}", ' class="field"')


def typed(sent: BaseForm | None, name: str, value: str) -> tuple[str, str]:
    """What stands in a field: what was sent and not taken, with where it is told why, else the value."""
    if sent is None or name not in sent.data:
        return value, ""
    return sent.data[name], ' aria-invalid="true" aria-describedby="panel-errors"' if name in sent.errors else ""


def link_form(desk: Desk, mention: Mention, sent: BaseForm | None) -> str:
    """Whom or what the mention stands for."""
    look = (
        f' class="field" data-suggestions="{view_address("actor-suggestions")}?label={escape(mention.label)}"'
        f' data-found-one="{escape(_("1 suggestion"))}" data-found="{escape(_("suggestions"))}"'
        f' data-nothing="{escape(_("no suggestion"))}"'
    )
    parts = (
        f'<label for="mention-actor">{escape(_("Stands for"))}{desk.hint("link")}</label>',
        named_field("actor", mention.actor, ' data-field="link"', sent),
        f'<label>\n<input type="checkbox" name="create" value="1">\n{escape(_("new actor"))}\n</label>',
        place_field(mention, sent) if mention.label in PLACES else "",
        f'<button type="submit" id="link-save">{escape(_("Link"))}</button>',
    )
    return mention_form(desk, mention, "link", "\n".join(parts), look)


def place_field(mention: Mention, sent: BaseForm | None) -> str:
    field = named_field("place", mention.place, f' data-suggestions="{view_address("place-suggestions")}"', sent)
    return f'<span class="line">\n<label for="mention-place">{escape(_("Place"))}</label>\n{field}\n</span>'


def named_field(name: str, linked: Any, more: str, sent: BaseForm | None) -> str:
    """A name to type, with the slug of what it stands for by now."""
    known_as, slug = (linked.name, linked.slug) if linked else ("", "")
    value, fault = typed(sent, name, known_as)
    slug = slug if value == known_as else ""
    return (
        f'<input id="mention-{name}" name="{name}" value="{escape(value)}"{named("data-slug", slug)}'
        f' data-typeahead{more} maxlength="300" autocomplete="off"{fault}>'
    )


def note_link(desk: Desk, mention: Mention) -> str:
    """Leads to the form for a note on the words."""
    place = [mention.article_id, mention.start, mention.end]
    address = escape(with_order(reverse("note-draft", args=place), desk.order))
    return (
        f'<p class="note-link">\n<a href="{address}#notes" hx-get="{address}" hx-target="#notes"'
        f' hx-swap="outerHTML show:#notes:top" data-command="note">{escape(_("Note on these words"))}</a>\n</p>'
    )
