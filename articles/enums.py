"""Closed sets of values, and the sets of states that belong together."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MentionLabel(models.TextChoices):
    PER = "PER", _("Person")
    ROLE = "ROLE", _("Role")
    ORG = "ORG", _("Organisation")
    GPE = "GPE", _("Country, city")
    LOC = "LOC", _("Place")
    NORP = "NORP", _("People")
    DATE = "DATE", _("Date")


class AnnotationStatus(models.TextChoices):
    """What became of a row: the machine proposes, a person decides."""

    PROPOSED = "proposed", _("proposed")
    ACCEPTED = "accepted", _("accepted")
    CHANGED = "changed", _("changed")
    ADDED = "added", _("added")
    REJECTED = "rejected", _("rejected")


class ProposalOrder(models.TextChoices):
    """In which order an editor walks through the proposals of an article."""

    TEXT = "text", _("as in the text")
    DOUBT = "doubt", _("least sure first")


class KeysWork(models.TextChoices):
    """Where keys of a single character act on the annotation page (WCAG 2.1.4)."""

    EVERYWHERE = "everywhere", _("everywhere on the page")
    FOCUS = "focus", _("only while the text or a card has the focus")
    OFF = "off", _("not at all")


#: A person has decided on rows in these states; no machine run may touch them.
DECIDED = (
    AnnotationStatus.ACCEPTED,
    AnnotationStatus.CHANGED,
    AnnotationStatus.ADDED,
    AnnotationStatus.REJECTED,
)


class ZoneKind(models.TextChoices):
    METADATA = "metadata", _("metadata prefix")
    HEADLINE = "headline", _("headline")
    DATELINE = "dateline", _("dateline")
    BODY = "body", _("body")
    SUBHEADING = "subheading", _("sub-heading")
    CAPTION = "caption", _("caption")
    BYLINE = "byline", _("by-line")
    CREDITS = "credits", _("credits")


class ActorKind(models.TextChoices):
    PERSON = "person", pgettext_lazy("kind of actor", "person")
    STATE = "state", _("state")
    ORGANISATION = "organisation", _("organisation")


class PlaceKind(models.TextChoices):
    COUNTRY = "country", _("country")
    CITY = "city", _("city")
    REGION = "region", _("region")


class MeetingKind(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    CALL = "call", _("telephone call")
    VIDEO = "video", _("video meeting")
    MULTILATERAL = "multilateral", _("multilateral")
    VISIT = "visit", _("visit")


class MeetingStatus(models.TextChoices):
    HELD = "held", pgettext_lazy("meeting", "held")
    PLANNED = "planned", pgettext_lazy("meeting", "planned")
    CANCELLED = "cancelled", pgettext_lazy("meeting", "cancelled")
    DENIED = "denied", pgettext_lazy("meeting", "denied")


class EvidenceField(models.TextChoices):
    """Which field of a meeting report a span of the article proves."""

    SENTENCE = "sentence", _("sentence")
    PARTICIPANT = "participant", _("participant")
    STATUS = "status", _("status")
    DATE = "date", _("date")
    PLACE = "place", _("place")
    DURATION = "duration", _("duration")
    KIND = "kind", _("kind")
    TOPIC = "topic", _("topic")
    HOST = "host", _("host")
    VISITOR = "visitor", _("visitor")


class PartTaken(models.TextChoices):
    """Whether a participant receives the others or is received; empty where the text does not show it."""

    HOST = "host", _("host")
    VISITOR = "visitor", _("visitor")


class Dispute(models.TextChoices):
    """What the reports of a meeting disagree about; from the second on one bit each, in this order."""

    ANY = "any", _("about anything")
    DATE = "date", _("about the date")
    PLACE = "place", _("about the place")
    DURATION = "duration", _("about the duration")
    STATUS = "status", _("about the status")
    KIND = "kind", _("about the kind")


class ReviewState(models.TextChoices):
    NEW = "new", pgettext_lazy("article", "new")
    PRE_ANNOTATED = "pre_annotated", pgettext_lazy("article", "pre-annotated")
    IN_REVIEW = "in_review", pgettext_lazy("article", "in review")
    REVIEWED = "reviewed", pgettext_lazy("article", "reviewed")
    REOPENED = "reopened", pgettext_lazy("article", "reopened")


#: What the work queue still hands out.
WAITING = (ReviewState.NEW, ReviewState.PRE_ANNOTATED, ReviewState.IN_REVIEW, ReviewState.REOPENED)


class QueueOrder(models.TextChoices):
    """Which article is needed next."""

    DOUBT = "doubt", pgettext_lazy("articles", "least sure first")
    READ = "read", _("most read first")
    NEWEST = "newest", _("newest first")


class Taken(models.TextChoices):
    """Which of two readings the adjudicator took."""

    AGREED = "agreed", _("both readings agree")
    FIRST = "first", _("first reading")
    SECOND = "second", _("second reading")
    NEITHER = "neither", _("neither reading")


class SkipReason(models.TextChoices):
    """Why an editor leaves an article of the queue to others."""

    HARD = "hard", _("too hard for me")
    LANGUAGE = "language", _("another language")
    TEXT = "text", _("the text is damaged")
    INVOLVED = "involved", _("I have a part in it")
    LATER = "later", _("not now")
    OTHER = "other", _("another reason")


class DecisionVerb(models.TextChoices):
    ACCEPT = "accept", _("accepted")
    REJECT = "reject", _("rejected")
    CHANGE = "change", _("changed")
    ADD = "add", _("added")
    RESTORE = "restore", _("restored")
    REVIEW = "review", _("review state changed")


class ToApply(models.TextChoices):
    """What can be done with all mentions of the same words."""

    ACCEPT = "accept", _("accept them")
    REJECT = "reject", _("reject them")
    RELABEL = "relabel", _("give them another label")
    LINK = "link", _("say whom they stand for")


class Scope(models.TextChoices):
    """How far to look for mentions of the same words."""

    ARTICLE = "article", _("in this article")
    IMPORT = "import", _("in all articles of this import")
    COLLECTION = "collection", _("in the whole collection")


class ActionVerb(models.TextChoices):
    """What somebody did by one click; the codes are kept for good, new ones may be added."""

    ACCEPT = "accept", pgettext_lazy("action", "proposal accepted")
    REJECT = "reject", pgettext_lazy("action", "proposal rejected")
    CHANGE = "change", pgettext_lazy("action", "correction")
    ADD = "add", pgettext_lazy("action", "addition")
    LINK = "link", pgettext_lazy("action", "link to an actor")
    RESTORE = "restore", pgettext_lazy("action", "earlier state restored")
    ACCEPT_SURE = "accept_sure", pgettext_lazy("action", "all sure proposals accepted")
    TAKE_BACK = "take_back", pgettext_lazy("action", "click taken back")
    START_REVIEW = "start_review", pgettext_lazy("action", "review begun")
    FINISH_REVIEW = "finish_review", pgettext_lazy("action", "review finished")
    REOPEN_REVIEW = "reopen_review", pgettext_lazy("action", "review reopened")
    MERGE = "merge", pgettext_lazy("action", "two actors merged")
    UNMERGE = "unmerge", pgettext_lazy("action", "merged actors parted")
    REFUSE_MERGE = "refuse_merge", pgettext_lazy("action", "two actors kept apart")
    REOPEN_MERGE = "reopen_merge", pgettext_lazy("action", "question about two actors reopened")
    JOIN = "join", pgettext_lazy("action", "two meetings joined")
    KEEP_APART = "keep_apart", pgettext_lazy("action", "two meetings kept apart")
    SEPARATE = "separate", pgettext_lazy("action", "report separated from its meeting")
    UNDO_VERDICT = "undo_verdict", pgettext_lazy("action", "verdict on meetings taken back")
    NOTE = "note", pgettext_lazy("action", "note written")
    REPLY = "reply", pgettext_lazy("action", "note answered")
    RESOLVE_NOTE = "resolve_note", pgettext_lazy("action", "note resolved")
    REOPEN_NOTE = "reopen_note", pgettext_lazy("action", "note reopened")
    ADJUDICATE = "adjudicate", pgettext_lazy("action", "double reading adjudicated")
    RENAME = "rename", pgettext_lazy("action", "actor renamed")
    SPLIT = "split", pgettext_lazy("action", "actor split")
    ADD_POST = "add_post", pgettext_lazy("action", "post added")
    CHANGE_POST = "change_post", pgettext_lazy("action", "post corrected")
    REMOVE_POST = "remove_post", pgettext_lazy("action", "post removed")
    APPLY = "apply", pgettext_lazy("action", "applied to all like mentions")
    PROPOSE = "propose", pgettext_lazy("action", "proposals by a program")
    UNDO = "undo", pgettext_lazy("action", "undo")
    REDO = "redo", pgettext_lazy("action", "redo")


class DateOrigin(models.TextChoices):
    """Where an article's date was found, in this order of trust."""

    RECORD = "record", _("the record")
    OPTION = "option", _("the --date option")
    DATELINE = "dateline", _("the dateline")
    FILE = "file", _("the file")


class ProblemSeverity(models.TextChoices):
    ERROR = "error", _("rejected")
    WARNING = "warning", _("imported with a remark")


class ProposalState(models.TextChoices):
    OPEN = "open", pgettext_lazy("merge proposal", "open")
    ACCEPTED = "accepted", pgettext_lazy("merge proposal", "accepted")
    REFUSED = "refused", pgettext_lazy("merge proposal", "refused")


class MergeReason(models.TextChoices):
    """What speaks for two actors being one, and against it."""

    SAME_NAME = "same_name", _("the same name")
    FULLER_NAME = "fuller_name", _("one name is a longer form of the other")
    INITIALS = "initials", _("the initials fit")
    LIKE_NAME = "like_name", _("the names differ in vowels only")
    SURNAME = "surname", _("one is the surname of the other")
    SAME_POST = "same_post", _("the same post")
    SAME_COUNTRY = "same_country", _("the same country")
    OTHER_COUNTRY = "other_country", _("but posts of different countries")


class JoinVerb(models.TextChoices):
    """What a person says of two groups of meeting reports."""

    TOGETHER = "together", _("one meeting")
    APART = "apart", _("two meetings")


class JoinReason(models.TextChoices):
    """What speaks for two meetings being one, and against it."""

    SAME_PEOPLE = "same_people", _("the same participants")
    MORE_PEOPLE = "more_people", _("one names more participants")
    SHARED_PEOPLE = "shared_people", _("participants in common")
    SAME_DATE = "same_date", _("the same date")
    DATES_FIT = "dates_fit", _("one date lies within the other")
    DAYS_APART = "days_apart", _("dates a day or two apart")
    UNDATED = "undated", _("written in the same days, not both dated")
    SAME_PLACE = "same_place", _("the same place")
    PLACES_FIT = "places_fit", _("one place lies within the other")
    SAME_DURATION = "same_duration", _("the same duration")
    OTHER_PLACE = "other_place", _("but different places")
    OTHER_KIND = "other_kind", _("but different kinds")
    DENIED = "denied", _("but one denies it")
    FITS_ANOTHER = "fits_another", _("but another meeting fits as well")


class LinkOrigin(models.TextChoices):
    """What a machine's link from a mention to its actor leans on."""

    ARTICLE = "article", _("shown by the article")
    COLLECTION = "collection", _("shown by other articles")


class TokenScope(models.TextChoices):
    """What a program may do with a token; never more than its owner may."""

    READ = "read", pgettext_lazy("token", "read what its owner may read")
    DECIDE = "decide", pgettext_lazy("token", "decide on proposals")
    PROPOSE = "propose", pgettext_lazy("token", "make proposals")
    IMPORT = "import", pgettext_lazy("token", "import articles")
