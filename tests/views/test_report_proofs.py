import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.enums import EvidenceField
from articles.models import Evidence, MeetingReport, Mention
from tests.factories import ActorFactory, ArticleFactory, MeetingReportFactory, MentionFactory, PlaceFactory

pytestmark = pytest.mark.django_db
HTMX = {"HX-Request": "true"}
TEXT = "Anna Lind a vu Karim Benali lundi à Oslo, et non mardi à Paris."


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


@pytest.fixture
def report() -> MeetingReport:
    """A meeting that the machine put on the wrong day."""
    people = [ActorFactory(name="Anna Lind"), ActorFactory(name="Karim Benali")]
    article = ArticleFactory(text=TEXT)
    made = MeetingReportFactory(article=article, actors=people, date_value="2023-11-07", meeting=None)
    Evidence.objects.create(
        report=made, field=EvidenceField.DATE, start=TEXT.index("mardi"), end=TEXT.index(" à Paris")
    )
    return made


def at(words: str) -> str:
    start = TEXT.index(words)
    return f"{start}-{start + len(words)}"


def change(desk: Client, report: MeetingReport, **changes: str) -> list[tuple[str, str]]:
    data = {
        "version": report.version, "participants": "Anna Lind\nKarim Benali", "kind": "in_person", "status": "held",
        "date_value": "2023-11-06", **changes,
    }  # fmt: skip
    assert desk.post(f"/reports/{report.pk}/change/", data, headers=HTMX).status_code == 200
    return [(each.field, TEXT[each.start : each.end]) for each in report.evidence.order_by("field", "start")]


def test_corrected_field_gets_the_words_pointed_to(desk: Client, report: MeetingReport) -> None:
    assert change(desk, report, proof=f"date:{at('lundi')}") == [("date", "lundi")]


def test_words_that_prove_no_longer_are_dropped(desk: Client, report: MeetingReport) -> None:
    assert change(desk, report) == []


@pytest.mark.parametrize("proof", ["date:5-900", "date:9-5", "sentence:0-5", "colour:0-5", "date:x-y", "date"])
def test_what_is_no_proof_is_left_out(desk: Client, report: MeetingReport, proof: str) -> None:
    assert change(desk, report, proof=proof) == []


def test_form_offers_what_the_words_stand_for(desk: Client, report: MeetingReport) -> None:
    MentionFactory(article=report.article, text="lundi", label="DATE", value="2023-11-06")
    html = desk.get(f"/reports/{report.pk}/edit/", headers=HTMX).content.decode()
    assert "{&quot;date&quot;: &quot;2023-11-06&quot;}, &quot;lundi&quot;" in html


def test_new_meeting_is_prefilled_from_its_words(desk: Client) -> None:
    article = ArticleFactory(text=TEXT)
    for name in ("Anna Lind", "Karim Benali"):
        MentionFactory(article=article, text=name, actor=ActorFactory(name=name))
    MentionFactory(article=article, text="lundi", label="DATE", value="2023-11-06")
    MentionFactory(article=article, text="Oslo", label="GPE", place=PlaceFactory(name="Oslo"))
    end = TEXT.index(",")
    html = desk.get(f"/articles/{article.pk}/reports/draft/", {"start": 0, "end": end}, headers=HTMX).content.decode()
    for piece in ("Anna Lind\nKarim Benali</textarea>", 'value="2023-11-06"', 'value="oslo"', f'value="{TEXT[:end]}"'):
        assert piece in html


def test_place_of_a_mention_is_set_and_kept(desk: Client) -> None:
    place = PlaceFactory(name="Oslo")
    place.names.create(name="Oslo", key="oslo")
    mention = MentionFactory(article=ArticleFactory(text=TEXT), text="Oslo", label="GPE")
    desk.post(f"/mentions/{mention.pk}/link/", {"version": 1, "actor": "", "place": "Oslo"}, headers=HTMX)
    assert Mention.objects.get().place == place
    assert 'data-slug="oslo"' in desk.get("/places/suggestions/?q=osl").content.decode()
    desk.post(f"/mentions/{mention.pk}/link/", {"version": 2, "actor": ""}, headers=HTMX)
    assert Mention.objects.get().place == place
