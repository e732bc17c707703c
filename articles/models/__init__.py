"""The models of the desk; import them from here."""

from articles.models.action import Action, Change
from articles.models.actor import Actor, ActorName
from articles.models.article import Article, Zone
from articles.models.batch import ImportBatch, ImportProblem
from articles.models.decision import Decision
from articles.models.double_reading import (
    DoubleReading,
    Reading,
    ReadingMeeting,
    ReadingMention,
    ReadingStatement,
    Ruling,
)
from articles.models.indexed import IndexedArticle, IndexedMeeting, IndexedStatement, SearchedArticle
from articles.models.joining import MeetingProposal, MeetingVerdict, VerdictReport
from articles.models.keyboard import Keyboard
from articles.models.language import ChosenLanguage
from articles.models.meeting import (
    Evidence,
    Meeting,
    MeetingParticipant,
    MeetingReport,
    ReportParticipant,
)
from articles.models.mention import Mention
from articles.models.merge import ActorMerge, MergeProposal
from articles.models.note import Note, NoteReply
from articles.models.place import Place, PlaceName
from articles.models.post import Post, PostEvidence
from articles.models.presence import Presence
from articles.models.queue import ArticleRead, Lease, Skip
from articles.models.review import Review
from articles.models.run import PipelineRun
from articles.models.source import Source
from articles.models.statement import Statement
from articles.models.token import ApiToken
from articles.models.watch import FormerMeeting, Watch, WatchList

__all__ = [
    "Action",
    "Actor",
    "ActorMerge",
    "ActorName",
    "ApiToken",
    "Article",
    "ArticleRead",
    "Change",
    "ChosenLanguage",
    "Decision",
    "DoubleReading",
    "Evidence",
    "FormerMeeting",
    "ImportBatch",
    "ImportProblem",
    "IndexedArticle",
    "IndexedMeeting",
    "IndexedStatement",
    "Keyboard",
    "Lease",
    "Meeting",
    "MeetingParticipant",
    "MeetingProposal",
    "MeetingReport",
    "MeetingVerdict",
    "Mention",
    "MergeProposal",
    "Note",
    "NoteReply",
    "PipelineRun",
    "Place",
    "PlaceName",
    "Post",
    "PostEvidence",
    "Presence",
    "Reading",
    "ReadingMeeting",
    "ReadingMention",
    "ReadingStatement",
    "ReportParticipant",
    "Review",
    "Ruling",
    "SearchedArticle",
    "Skip",
    "Source",
    "Statement",
    "VerdictReport",
    "Watch",
    "WatchList",
    "Zone",
]
