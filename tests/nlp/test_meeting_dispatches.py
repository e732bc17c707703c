"""Meetings as agency dispatches pack them: several to a sentence, whom, when and where told elsewhere in it."""

from datetime import date

import pytest

from articles.nlp.pipeline import build

#: Who, kind, status, date, place.
Told = tuple[str, str, str, str, str]


def meetings(text: str) -> list[Told]:
    """By the whole pipeline, of an article of Thursday 16 May 2024; the people by their last names."""
    [annotation] = build().annotate([(text, date(2024, 5, 16))])
    names = [entity.name for entity in annotation.entities]
    return [
        (
            " + ".join(sorted(names[one.entity].rsplit(" ", 1)[-1] for one in each.participants)),
            each.kind,
            each.status,
            each.date,
            "" if each.place is None else names[each.place],
        )
        for each in annotation.meetings
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Après un bref entretien à Matignon, Karl Moe et Paul Roth ont dîné mardi soir.",
            [("Moe + Roth", "in_person", "held", "2024-05-14", "Paris")],
            id="house put first is no member of the list behind it",
        ),
        pytest.param(
            "Karl Moe a vu lundi le président Paul Roth, le chef de la diplomatie Jan Berg puis, dans la soirée, le "
            "Premier ministre Olaf Dahl.",
            [(f"{one}", "in_person", "held", "2024-05-13", "") for one in ("Moe + Roth", "Berg + Moe", "Dahl + Moe")],
            id="office behind a name may be that of the next one",
        ),
        pytest.param(
            "Karl Moe rencontre vendredi la plus haute responsable du Parti du travail pour l'Europe, Anna Lind.",
            [("Lind + Moe", "in_person", "planned", "2024-05-17", "")],
            id="body in what somebody is called is not met",
        ),
        pytest.param(
            "Karl Moe réunira vendredi à Oslo ses homologues danois et finlandais ainsi que le Suédois Jan Berg.",
            [("Berg + Danemark + Finlande + Moe", "multilateral", "planned", "2024-05-17", "Oslo")],
            id="counterparts without names speak for their states",
        ),
        pytest.param(
            "Les présidents du Sénat italien Paul Roth et du gouvernement grec Jan Berg se sont vus mardi à Oslo.",
            [("Berg + Roth", "in_person", "held", "2024-05-14", "Oslo")],
            id="office before the first is that of both",
        ),
        pytest.param(
            "Karl Moe et Jan Berg se sont joints aux pourparlers menés depuis lundi à Oslo par Anna Lind et Paul Roth.",
            [
                ("Berg + Lind + Moe + Roth", "multilateral", "held", "", "Oslo"),
                ("Lind + Roth", "in_person", "held", "", "Oslo"),
            ],
            id="who leads talks was there when others joined",
        ),
        pytest.param(
            "Karl Moe et Jan Berg ont pris part mardi à un petit déjeuner avec plusieurs ministres, dont Anna Lind, en "
            "marge du sommet à Oslo.",
            [("Berg + Lind + Moe", "multilateral", "held", "2024-05-14", "Oslo")],
            id="some named of several met at a meal",
        ),
        pytest.param(
            "Karl Moe et Jan Berg se sont séparés mardi sans accord au terme d'une réunion de crise de six heures "
            "convoquée à Oslo par Paul Roth.",
            [("Berg + Moe + Roth", "multilateral", "held", "2024-05-14", "Oslo")],
            id="whoever calls a meeting of several hours was there",
        ),
        pytest.param(
            "Karl Moe a appelé Paul Roth au lendemain du vote.",
            [("Moe + Roth", "call", "held", "", "")],
            id="day of a call is nothing that somebody is called to do",
        ),
        pytest.param(
            "Karl Moe et Paul Roth se sont parlé mardi seul à seul pendant une heure.",
            [("Moe + Roth", "in_person", "held", "2024-05-14", "")],
            id="alone together is face to face",
        ),
        pytest.param(
            "Karl Moe était mardi l'invité de Paul Roth à Oslo. Jan Berg était l'invité de l'Agence France-Presse.",
            [("Moe + Roth", "in_person", "held", "2024-05-14", "Oslo")],
            id="guest of a person has met him",
        ),
        pytest.param(
            "Le président Karl Moe, en visite en Suède, et son homologue Paul Roth ont signé mardi à Oslo un accord.",
            [("Moe", "visit", "held", "", "Suède"), ("Moe + Roth", "in_person", "held", "2024-05-14", "Oslo")],
            id="where one is on a visit stands between two who act",
        ),
        pytest.param(
            "Karl Moe a appelé Paul Roth « mon ami ». Karl Moe a fait visiter mardi Oslo à Jan Berg.",
            [],
            id="to call somebody something is no call and to show a town no visit",
        ),
        pytest.param(
            "Karl Moe a petit-déjeuné mardi avec Paul Roth.",
            [("Moe + Roth", "in_person", "held", "2024-05-14", "")],
            id="breakfast is a meal too",
        ),
        pytest.param(
            "Karl Moe avait tenté mardi de convaincre le ministre Jan Berg lors d'un entretien à Oslo.",
            [("Berg + Moe", "in_person", "held", "2024-05-14", "Oslo")],
            id="whoever is talked round is met",
        ),
        pytest.param(
            "Paul Roth et Jan Berg se sont vus mardi à Oslo. Karl Moe et Anna Lind avaient reçu les deux hommes.",
            [
                ("Berg + Roth", "in_person", "held", "2024-05-14", "Oslo"),
                ("Berg + Lind + Moe + Roth", "multilateral", "held", "", ""),
            ],
            id="who receives two people is not meant by them",
        ),
        pytest.param(
            "Karl Moe et Paul Roth se sont vus mardi à Oslo. Le premier, reçu plus tôt par le roi Harald, s'est dit "
            "content. Les deux hommes s'étaient parlé au téléphone.",
            [
                ("Moe + Roth", "in_person", "held", "2024-05-14", "Oslo"),
                ("Harald + Moe", "in_person", "held", "2024-05-14", "Oslo"),
                ("Moe + Roth", "call", "held", "", ""),
            ][::2],
            id="aside about another meeting does not change of whom the story tells",
        ),
        pytest.param(
            "Anna Lind est à Oslo. Elle verra Karl Moe.",
            [("Lind", "visit", "held", "", "Oslo"), ("Lind + Moe", "in_person", "planned", "", "")],
            id="first name tells whom she means",
        ),
        pytest.param(
            "Karl Moe ira mardi en Norvège, à l'invitation de Paul Roth, avant de retrouver le 7 juin Jan Berg à Rome.",
            [
                ("Moe", "visit", "planned", "2024-05-21", "Norvège"),
                ("Berg + Moe", "in_person", "planned", "2024-06-07", "Rome"),
            ],
            id="whoever invites him has no part in what comes next",
        ),
        pytest.param(
            "Lundi, à Oslo, Karl Moe avait parlé avec Paul Roth et avait inauguré, aux côtés de Jan Berg, un pont.",
            [
                ("Moe + Roth", "in_person", "held", "2024-05-13", "Oslo"),
                ("Berg + Moe", "in_person", "held", "2024-05-13", "Oslo"),
            ],
            id="company of the next verb is not that of the first",
        ),
        pytest.param(
            "Karl Moe est arrivé mardi à Oslo. Le Namurois y a été reçu par Paul Roth.",
            [("Moe", "visit", "held", "2024-05-14", "Oslo"), ("Moe + Roth", "in_person", "held", "2024-05-14", "Oslo")],
            id="townsman is the one the story tells of",
        ),
        pytest.param(
            "Karl Moe est arrivé mardi à Oslo. Reçu par Paul Roth avec les honneurs, il a loué l'accord, que les "
            "Nations unies ont dénoncé.",
            [("Moe", "visit", "held", "2024-05-14", "Oslo"), ("Moe + Roth", "in_person", "held", "2024-05-14", "Oslo")],
            id="pronoun of the main clause comes before the subject of a relative",
        ),
    ],
)
def test_who_met_is_found_in_a_packed_sentence(text: str, told: list[Told]) -> None:
    found = meetings(text)
    assert [one for one in told if one not in found] == []
    assert {one[0] for one in found} - {one[0] for one in told} <= {"Harald + Moe"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "Karl Moe a vu Paul Roth à Rome. Ils s'étaient parlé deux fois au téléphone, le 22 mars et le 22 avril.",
            [("in_person", "", "Rome"), ("call", "2024-03-22", ""), ("call", "2024-04-22", "")],
            id="one for each day",
        ),
        pytest.param(
            "Karl Moe a vu trois fois Paul Roth : le 2 mars à Oslo, le 5 mars à Rome et le 22 avril à Berne.",
            [
                ("in_person", "2024-03-02", "Oslo"),
                ("in_person", "2024-03-05", "Rome"),
                ("in_person", "2024-04-22", "Berne"),
            ],
            id="each with its place",
        ),
        pytest.param(
            "Karl Moe a eu un entretien avec Paul Roth à Oslo, le deuxième après celui de Rome le 21 septembre.",
            [("in_person", "", "Oslo"), ("in_person", "2023-09-21", "Rome")],
            id="the one before it by its place",
        ),
        pytest.param(
            "Karl Moe a accueilli mardi Paul Roth à Oslo, un an après leur sommet de Rome en mai 2023.",
            [("in_person", "2024-05-14", "Oslo"), ("in_person", "2023-05", "Rome")],
            id="the one that it comes after",
        ),
        pytest.param(
            "Karl Moe a été reçu mardi à Oslo par Paul Roth après plusieurs heures de discussions avec Jan Berg.",
            [("in_person", "2024-05-14", "Oslo")] * 2,
            id="talks beside a meeting share its day and place",
        ),
        pytest.param(
            "Après un tête-à-tête dans une auberge, Karl Moe et Paul Roth devaient se retrouver vendredi à Oslo.",
            [("in_person", "", ""), ("in_person", "2024-05-17", "Oslo")],
            id="talks before do not share those of what is to come",
        ),
        pytest.param(
            "Karl Moe a vu Paul Roth à Rome. Ils s'étaient appelés en mai 2023. Karl Moe a également vu Jan Berg.",
            [("in_person", "", "Rome"), ("call", "2023-05", ""), ("in_person", "", "Rome")],
            id="call recalled is not what goes on",
        ),
        pytest.param(
            "Karl Moe sera samedi à la Conférence sur la sécurité de Munich, en marge de laquelle il verra Paul Roth.",
            [("in_person", "2024-05-18", "Munich")],
            id="yearly conference is where it is called after",
        ),
        pytest.param(
            "Karl Moe a fait du 13 au 15 mai une visite à Oslo, a dit jeudi la Gazette. Il y a vu Jan Berg.",
            [("in_person", "2024-05-13/2024-05-15", "Oslo")],
            id="day on which it was told is not that of the story",
        ),
        pytest.param(
            "Karl Moe a annulé en mars sa visite à Rome. Il devait en revanche voir Paul Roth jeudi.",
            [("in_person", "2024-05-16", "")],
            id="what stands against a journey called off is still to come",
        ),
        pytest.param(
            "Karl Moe est à Rome. Vendredi, le ministre reçoit à Oslo le président Jan Berg.",
            [("in_person", "2024-05-17", "Oslo")],
            id="day that opens a sentence in the present lies ahead",
        ),
        pytest.param(
            "Karl Moe a vu Jan Berg mardi. Il participera samedi à un sommet. Karl Moe a vu Paul Roth lundi avant le "
            "sommet nordique qui s'ouvre jeudi à Oslo.",
            [("in_person", "2024-05-14", ""), ("in_person", "2024-05-13", "")],
            id="summit to come is not where they met",
        ),
    ],
)
def test_each_meeting_keeps_its_day_and_place(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(kind, day, place) for _, kind, _, day, place in meetings(text) if kind != "visit"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Il s'agit de la première visite d'un ministre en Norvège depuis celle de Paul Roth en octobre 2018.",
            [("Roth", "held", "2018-10", "Norvège")],
        ),
        (
            "Karl Moe a entamé mardi à Oslo une tournée qui le conduira ensuite à Rome.",
            [("Moe", "held", "2024-05-14", "Oslo"), ("Moe", "planned", "", "Rome")],
        ),
        (
            "Karl Moe se rendra vendredi à Oslo puis samedi à Rome et dimanche à Berne.",
            [("Moe", "planned", f"2024-05-{day}", city) for day, city in ((17, "Oslo"), (18, "Rome"), (19, "Berne"))],
        ),
        (
            "Karl Moe, qui a effectué ces derniers jours une tournée à Oslo et Rome, était attendu vendredi à Berne.",
            [("Moe", "held", "", "Oslo"), ("Moe", "held", "", "Rome"), ("Moe", "planned", "2024-05-17", "Berne")],
        ),
        (
            "Karl Moe a vu mardi à Oslo le roi Harald après une escale à Rome.",
            [("Moe", "held", "", "Rome")],
        ),
        (
            "Karl Moe et Anna Lind sont arrivés mardi en fin d'après-midi à Oslo, où les attendait Paul Roth.",
            [("Lind + Moe", "held", "2024-05-14", "Oslo")],
        ),
        ("Karl Moe est attendu vendredi à Oslo par Paul Roth.", [("Moe", "planned", "2024-05-17", "Oslo")]),
        ("Karl Moe et Paul Roth sont attendus vendredi à Oslo pour une réunion du Conseil nordique.", []),
        ("Karl Moe s'envolera comme prévu samedi pour Oslo.", [("Moe", "planned", "2024-05-18", "Oslo")]),
        ("Arrivé mercredi à Oslo, Karl Moe doit repartir samedi.", [("Moe", "held", "2024-05-15", "Oslo")]),
        (
            "Karl Moe et Jan Berg verront Paul Roth. Ils verront Anna Lind avant de gagner Oslo.",
            [("Berg + Moe", "planned", "", "Oslo")],
        ),
        (
            "À l'invitation de son homologue norvégien, Monsieur Paul Roth, le ministre danois des Affaires "
            "étrangères, Monsieur Karl Moe, a effectué une visite à Oslo.",
            [("Moe", "held", "", "Oslo")],
        ),
        ("Karl Moe et Paul Roth ont entamé mardi à Oslo un sommet très attendu.", []),
    ],
)
def test_journeys_of_a_packed_sentence(text: str, told: list[tuple[str, str, str, str]]) -> None:
    assert [(who, *rest) for who, kind, *rest in meetings(text) if kind == "visit"] == told


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Selon la Gazette, Karl Moe pourrait ensuite s'entretenir par visioconférence avec Paul Roth.", []),
        (
            "Karl Moe a évoqué mardi un possible report de son sommet avec Paul Roth prévu le 12 juin à Oslo.",
            ["planned"],
        ),
        ("Karl Moe doit se rendre en personne au sommet de l'Otan à Oslo, a dit mardi la Gazette.", ["planned"] * 2),
        (
            "Karl Moe était attendu jeudi à Oslo, où il devait parler à la presse et s'entretenir avec Jan Berg.",
            ["planned"] * 2,
        ),
        (
            "Karl Moe a été reçu mardi par Paul Roth, alors que rien n'indiquait que le président le recevrait.",
            ["held"],
        ),
        ("Karl Moe est attendu vendredi à Oslo par Paul Roth.", ["planned"] * 2),
        (
            "Karl Moe a annulé en mars sa visite à Rome. Il devait en revanche voir Jan Berg jeudi.",
            ["cancelled", "planned"],
        ),
        ("Karl Moe a prévu de faire escale à Oslo.", ["planned"]),
        ("Karl Moe aurait dû avoir mardi un échange avec Paul Roth, qui n'est plus disponible.", ["cancelled"]),
        ("« La mer ne doit pas dormir », a déclaré Karl Moe, avant d'être reçu par Paul Roth.", ["held"]),
        ("Karl Moe doit exposer jeudi son plan, avant un entretien avec Paul Roth.", ["planned"]),
        ("Karl Moe, qui s'était envolé le matin même pour Oslo, s'est excusé.", ["held"]),
        ("La présidence exclut que Karl Moe y rencontre Paul Roth.", ["denied"]),
    ],
)
def test_what_is_only_thought_of_or_to_come_is_not_held(text: str, statuses: list[str]) -> None:
    assert [status for _, _, status, *_ in meetings(text)] == statuses


def test_communique_between_quotation_marks_is_read_sentence_by_sentence() -> None:
    text = (
        "Voici le communiqué.\n\n« À l'invitation de M. Paul Roth, M. Karl Moe a effectué lundi une visite à "
        "Oslo. Les deux hommes ont salué la qualité de liens anciens, qui embrassent la pêche, la forêt et la "
        "recherche. M. Moe a eu mardi une réunion avec le président du Parlement, M. Jan Berg. Il a remercié ses hôtes "
        "de leur accueil et du soin qu'ils ont mis à préparer ces journées. »"
    )
    assert ("Berg + Moe", "in_person", "held", "2024-05-14", "Oslo") in meetings(text)


def test_line_of_an_agenda_opens_with_a_meeting_and_no_name() -> None:
    text = "Karl Moe est arrivé lundi à Oslo.\n\nMardi. Entrevue avec le ministre Paul Roth, consacrée à la pêche."
    assert [who for who, *_ in meetings(text)] == ["Moe", "Moe + Roth"]
