"""The undecided machine rows of one article, taken away before a run writes them anew."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from articles.actions.joining import refresh_meetings
from articles.enums import ProposalState
from articles.models import (
    Actor,
    ActorMerge,
    Article,
    Decision,
    MeetingParticipant,
    MeetingReport,
    Mention,
    MergeProposal,
    Post,
    PostEvidence,
    ReadingMeeting,
    ReadingMention,
    ReadingStatement,
    ReportParticipant,
    Statement,
    Zone,
)


@dataclass(slots=True)
class Cleared:
    """What the rows taken away left behind, to be tidied once the new ones are in."""

    article: Article
    meetings: set[int]
    actors: set[int]
    posts: set[int]
    #: Participants of decided reports by the actor, whose mention was a machine's.
    unmoored: list[ReportParticipant]

    def finish(self) -> None:
        refresh_meetings(self.meetings)
        Post.objects.filter(pk__in=self.posts, evidence=None).delete()
        self.moor_participants()
        remove_unused_actors(self.actors)

    def moor_participants(self) -> None:
        for participant in self.unmoored:
            mention = Mention.objects.live().filter(article=self.article, actor=participant.actor_id).first()
            ReportParticipant.objects.filter(pk=participant.pk).update(mention=mention)


def with_rows(keys: Iterable[int]) -> set[int]:
    """Those of the articles that hold rows of an earlier run or of a person."""
    keys = list(keys)
    tables = (rows.objects.filter(article__in=keys).order_by() for rows in (Zone, Mention, MeetingReport, Statement))
    first, *others = (rows.values_list("article_id", flat=True) for rows in tables)
    return set(first.union(*others))


def clear_proposals(article: Article) -> Cleared:
    """Delete the machine rows no person ever decided on; a decision that was taken back keeps its row."""
    reports = MeetingReport.objects.undecided().filter(article=article, decisions=None)
    mentions = Mention.objects.undecided().filter(article=article, decisions=None)
    statements = Statement.objects.undecided().filter(article=article, decisions=None)
    kept = ReportParticipant.objects.filter(report__article=article, mention__in=mentions)
    cleared = Cleared(
        article=article,
        meetings={pk for pk in reports.values_list("meeting_id", flat=True) if pk},
        actors={pk for pk in mentions.values_list("actor_id", flat=True) if pk}
        | {pk for pair in statements.values_list("speaker_id", "addressee_id") for pk in pair if pk}
        | set(reports.filter(participants__isnull=False).values_list("participants__actor_id", flat=True)),
        posts=set(PostEvidence.objects.filter(mention__in=mentions).values_list("post_id", flat=True)),
        unmoored=list(kept.exclude(report__in=reports)),
    )
    statements.delete()
    reports.delete()
    mentions.delete()
    article.zones.all().delete()
    return cleared


def remove_unused_actors(ids: set[int]) -> None:
    """Actors that only the rows taken away spoke of; one that a decision knew may be asked for again."""
    candidates = Actor.objects.filter(pk__in=ids, mentions=None, statements=None, heard=None, posts=None, merged=None)
    unused = set(candidates.values_list("pk", flat=True))
    if unused:
        unused -= in_meetings(unused) | in_readings(unused) | compared(unused)
        Actor.objects.filter(pk__in=[pk for pk in unused if not decided_on(pk)]).delete()


def in_meetings(actors: set[int]) -> set[int]:
    """Those that take part in a meeting, in a report of one or in one that a double reading found."""
    tables = (MeetingParticipant, ReportParticipant, ReadingMeeting.participants.through)
    first, *others = (rows.objects.order_by().filter(actor__in=actors).values_list("actor_id") for rows in tables)
    return {key for (key,) in first.union(*others)}


def in_readings(actors: set[int]) -> set[int]:
    """Those that somebody named in a double reading: as whom words mean, as who speaks or is spoken to."""
    columns = ((ReadingMention, "actor_id"), (ReadingStatement, "speaker_id"), (ReadingStatement, "addressee_id"))
    found = (rows.objects.filter(**{f"{name}__in": actors}).values_list(name, flat=True) for rows, name in columns)
    return {key for keys in found for key in keys}


def compared(actors: set[int]) -> set[int]:
    """Those that a person merged with another or told from another, which must be remembered."""
    merges = ActorMerge.objects.filter(Q(kept__in=actors) | Q(merged__in=actors))
    decided = MergeProposal.objects.exclude(state=ProposalState.OPEN).filter(Q(first__in=actors) | Q(second__in=actors))
    pairs = [*merges.values_list("kept_id", "merged_id"), *decided.values_list("first_id", "second_id")]
    return actors & {actor for pair in pairs for actor in pair}


def decided_on(actor: int) -> bool:
    """Whether a decision on any row names the actor, before or after."""
    taking_part = [{"actor_id": actor}]
    return Decision.objects.filter(
        Q(before__actor_id=actor)
        | Q(after__actor_id=actor)
        | Q(before__participants__contains=taking_part)
        | Q(after__participants__contains=taking_part)
    ).exists()
