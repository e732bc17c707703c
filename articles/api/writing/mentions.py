"""Decisions on mentions: the forms and actions of the annotation page."""

from django.utils.translation import gettext_lazy as _

from articles.actions import linking
from articles.actions import mentions as actions
from articles.api.answers.rows import MentionAnswer
from articles.api.filters import checked
from articles.api.operations import JSON, writing
from articles.api.requests import ApiRequest, by
from articles.api.told import mention_told, there
from articles.api.writing.bodies import CALLED, DetailsBody, LinkBody, NewMentionBody, RelabelBody, SpanBody, form_data
from articles.api.writing.deciding import decide, mention_of, plain_decision, router
from articles.enums import TokenScope
from articles.exceptions import AlreadyDone
from articles.forms.mention import AddMentionForm, DetailsForm, LinkForm, MoveForm, RelabelForm
from articles.models import Article, Mention
from articles.queries.journal import rows_added

ONE = "/mentions/{int:pk}"
#: The version is told by If-Match; forms are asked about the rest.
SOME = 1

plain_decision(
    f"{ONE}/accept", mention_of, actions.accept_mention, name="accept_mention", summary=_("Accept a mention")
)
plain_decision(
    f"{ONE}/reject", mention_of, actions.reject_mention, name="reject_mention", summary=_("Reject a mention")
)
plain_decision(
    f"{ONE}/restore",
    mention_of,
    actions.restore_mention,
    name="restore_mention",
    summary=_("Take back the last decision on a mention"),
)


@writing(
    router,
    f"{ONE}/relabel",
    MentionAnswer,
    summary=_("Give a mention another label"),
    scope=TokenScope.DECIDE,
    versioned=True,
    media=JSON,
)
def relabel_mention(request: ApiRequest, pk: int, body: RelabelBody) -> MentionAnswer:
    form = checked(RelabelForm(form_data(version=SOME, label=body.label)))
    return decide(request, mention_of(pk), actions.change_mention, label=form.cleaned_data["label"])


@writing(
    router,
    f"{ONE}/move",
    MentionAnswer,
    summary=_("Say where a mention starts and ends"),
    scope=TokenScope.DECIDE,
    versioned=True,
    media=JSON,
)
def move_mention(request: ApiRequest, pk: int, body: SpanBody) -> MentionAnswer:
    data = checked(MoveForm(form_data(version=SOME, start=body.start, end=body.end))).cleaned_data
    return decide(request, mention_of(pk), actions.change_mention, start=data["start"], end=data["end"])


@writing(
    router,
    f"{ONE}/details",
    MentionAnswer,
    summary=_("Give the value of a date, or whether a place stands for its government"),
    scope=TokenScope.DECIDE,
    versioned=True,
    media=JSON,
)
def detail_mention(request: ApiRequest, pk: int, body: DetailsBody) -> MentionAnswer:
    row = mention_of(pk)
    value = row.value if body.value is None else body.value
    figurative = row.figurative if body.figurative is None else body.figurative
    data = checked(DetailsForm(form_data(version=SOME, value=value, figurative=figurative))).cleaned_data
    return decide(request, row, actions.change_mention, value=data["value"], figurative=data["figurative"])


@writing(
    router,
    f"{ONE}/link",
    MentionAnswer,
    summary=_("Say whom a mention stands for, or make the actor it names"),
    scope=TokenScope.DECIDE,
    versioned=True,
    media=JSON,
)
def link_mention(request: ApiRequest, pk: int, body: LinkBody) -> MentionAnswer:
    row = mention_of(pk)
    sent = form_data(version=SOME, actor=body.actor, create=body.create, place=body.place)
    data = checked(LinkForm(sent)).cleaned_data
    place = data["chosen_place"] if "place" in body.model_fields_set else row.place
    if data["create"]:
        return decide(request, row, linking.create_actor, name=data["actor"].strip(), place=place)
    return decide(request, row, linking.link_mention, actor=data["chosen"], place=place)


@writing(
    router,
    "/articles/{int:pk}/mentions",
    MentionAnswer,
    summary=_("Mark words that the machine missed"),
    scope=TokenScope.DECIDE,
    media=JSON,
)
def add_mention(request: ApiRequest, pk: int, body: NewMentionBody) -> MentionAnswer:
    article: Article = there(Article.objects.defer("search_vector").filter(pk=pk).first())
    sent = form_data(start=body.start, end=body.end, label=body.label)
    data = checked(AddMentionForm(sent, text=article.text), names=CALLED).cleaned_data
    try:
        added = actions.add_mention(
            article, by=by(request), start=data["start"], end=data["end"], label=data["label"]
        ).pk
    except AlreadyDone as known:
        added = there(rows_added(known.action, Mention))[0]
    return mention_told(request, added)
