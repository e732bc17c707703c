"""The models of the desk; import them from here."""

from articles.models.action import Action, Change
from articles.models.actor import Actor, ActorName
from articles.models.article import Article, Zone
from articles.models.batch import ImportBatch, ImportProblem
from articles.models.decision import Decision
from articles.models.indexed import IndexedMeeting, IndexedStatement
from articles.models.joining import MeetingProposal, MeetingVerdict, VerdictReport
from articles.models.keyboard import Keyboard
from articles.models.meeting import (
    Evidence,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    ReportParticipant,
)
from articles.models.mention import Mention
from articles.models.merge import ActorMerge, MergeProposal
from articles.models.place import Place, PlaceName
from articles.models.post import Post, PostEvidence
from articles.models.presence import Presence
from articles.models.review import Review
from articles.models.run import PipelineRun
from articles.models.saved_search import SavedSearch
from articles.models.source import Source
from articles.models.statement import Statement

__all__ = [
    "Action",
    "Actor",
    "ActorMerge",
    "ActorName",
    "Article",
    "Change",
    "Decision",
    "Evidence",
    "ImportBatch",
    "ImportProblem",
    "IndexedMeeting",
    "IndexedStatement",
    "Keyboard",
    "Meeting",
    "MeetingParticipant",
    "MeetingProposal",
    "MeetingReport",
    "MeetingVerdict",
    "Mention",
    "MergeProposal",
    "PipelineRun",
    "Place",
    "PlaceName",
    "Post",
    "PostEvidence",
    "Presence",
    "ReportParticipant",
    "Review",
    "SavedSearch",
    "Source",
    "Statement",
    "VerdictReport",
    "Zone",
]
