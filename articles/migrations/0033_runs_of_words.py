"""Phrases of words that diplomatic news is full of, found by the index alone.

An index of words knows in which texts all words of a phrase stand and not whether they stand together: PostgreSQL looks
at the places of the words in each such text, and of an article they lie apart from its row. So the index on the words of
articles files beside each word the runs of two or three of the words below, with how far apart they stand. Rare words
need none, as hardly any texts are left to be looked at. The index is made anew, which takes some two minutes for
100,000 articles.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models
from django.db.models import F, Func

#: As they are written; the function files their stems. Of offices, bodies, meetings and what they are about.
WORDS = """
    académie accolade accord accords action adjoint adjointe administrateur administration administratrice
    affaires africaine africaines agence agences agriculture agroalimentaire aide aides air alimentaire
    alimentation alliance ambassade ambassades ambassadeur ambassadrice aménagement amicale amiral amirale anciens
    animale aparté appel archevêque arme armement armes armée armées arsenal artificielle artisanat assainissement
    assemblée association ateliers attaché attachée attaque attaques attentat audience audioconférence autorité
    autorités aux avenir aviation bande banque banquet basse bataillon bibliothèque bilatérale bilatérales
    bilatéraux biodiversité blanche bloc bord brigade brigades brigadier brigadière budget bundesverband bureau
    cabinet caisse capitaine cardinal cartel cassation catholicos centrale centre cessez chambre chancelier
    chancelière chancellerie charge chargé chargée charte chef cheffe chefs citoyenneté civil civile civils climat
    clinique clos club coalition cohésion collectif collectivités collège colloque colonel colonelle combattants
    comité comités commandant commandante commandement commerce commissaire commissariat commission commun
    communauté commune communication communiqué compagnie comptes concertation conciliabule conclave concurrence
    confédération conférence conflit confrérie congrès conjoint conjointe conseil conseiller conseillère
    conservatoire consommation consortium constitutionnel constitutionnelle construction consul consulaire
    consulaires consulat consule consultation contact contre conversation coopération coordinateur coordination
    coordinatrice coordonnateur coordonnatrice corps coup cour courrier côtes côtière crédit crime crimes crise
    crochet croissant croix cultes culture culturel culturelle culturelles cycle des deux décentralisation
    déclaration défense déjeuner délégation démocratie département dépêche déplacement député députée députés
    désescalade développement dialogue diaspora diète digital diplomatie diplomatique diplomatiques directeur
    directrice discussion division dîner doge droit droits duc duchesse durable dynamo eau eaux egalité embargo
    empereur emploi enfance enrichi enseignement entreprise entreprises entretien entrevue entrée environnement
    envoyé envoyée escadron escale euro eurocorps eurodéputé eurodéputée europe européen européenne européennes
    exécutif extérieur extérieure extérieures échange échanges écho école écologie écologique économie économique
    économiques éditions éducation élargissement élection élections élevage émir émissaire énergétique énergie
    équipement étape état états étranger étrangers étrangère étrangères évêque face faculté famille feld femmes
    feu fédéral fédérale fédération fil finances fonction fondation fonds force forces forêts formation forum
    francophonie frappes front frontière frontières garde gaz gazette gendarmerie général générale gouvernement
    gouvernements gouverneur gouverneure grand grande groupe guerre guerres guide habitat halte haras haut haute
    héritier héritière homme hommes hôpital hôpitaux huis humain humains humanitaire humanitaires hydraulique
    iftar imam immigration impasse impératrice indépendance indépendant industrie industrielle infant infante
    information infrastructures inspecteur inspection inspectrice instance institut intelligence international
    internationale internationales intersyndicale intégration intérieur intérieure intérieures invasion
    investissement investissements islamique islamiques jeunesse journal journalistes judiciaire junte juridique
    juridiques justice laboratoire lettre levée légion libération libre lieutenant lieutenante ligue locale
    locales logement lutte lycée main maintien maire maison major majore majorité maréchal maréchale marine
    maritime maritimes matin mer messager médecins médias médiateur médiation migration migrations milice
    militaire militaires mines ministère ministères ministre ministres mise mission monarque monde mondial
    mondiale moniteur mosquée mouvement mufti multilatérale multilatérales musée muséum nation national nationale
    nationaux nations naturelles négociateur négociation négociations négociatrice nord nouveau nouvelle nouvelles
    nucléaire nucléaires numérique observateur observatoire occidentale occidentaux occupés office officiel
    officielle olympique opéra orchestre organisation orient otage otages ouest outre paix pape parlement
    parlementaire parlementaires parole parquet partenaires partenariat partenariats parti parties passage
    patriarche patrimoine patron patronne pays peine peloton pensions permanent permanente personnel personnelle
    petit peuple périple pétrole pêche plan planification plateforme poignée point police politique politiques
    pontife populaire porte postes pourparlers pouvoir premier première presse préfecture préfet préfète
    présidence président présidente prince princesse prise prisonniers processus proche procureur procureure
    professionnel professionnelle programme progrès promotion propos proposition protection protectorat public
    publics publique publiques puissance puissances quadrilatérale quotidien rabbin racing radio rapport
    rapporteur rapporteuse rassemblement recherche reine relations religieuses religieux rencontre rendez
    renseignement représentant représentante respect responsable ressources retrait retrouvailles revue réception
    réconciliation référendum réforme réfugiés régie régime régiment régionale républicain république réserve
    résolution réunification réunion réunions roi ronde rouge rural rurale sanctions sanitaire santé sceaux
    sciences secours secrets secrétaire secrétariat sergent sergente service services session séance sécurité
    séjour séminaire sénat sénateur sénatrice siècle situation social sociale sociales société soir solidaire
    solidarité solidarités solution sommet souper sous souverain souveraine souveraineté spatiale spécial spéciale
    sport sporting sports stabilité stratégique stratégiques sud sultan supérieur supérieure suprême suspension
    symposium syndicat table taoiseach technique technologie technologies tension tensions terre territoire
    territoires territoriale territoriales terrorisme télécommunications téléconférence téléphone téléphonique
    télévision tête théâtre tourisme tournée tractation traité transition transports travail travaux trésor trêve
    tribunal tribune trilatérale troupes unie unies unification union unité unités universelle université uranium
    urbain urbaine urbanisme venue vice victimes vidéoconférence vie ville violation violations visioconférence
    visite voie voisinage voix vous voyage vues zone zones
"""
FREQUENT = """
SELECT array_agg(lexeme ORDER BY lexeme) FROM unnest(newsdesk_words(%s)) AS filed WHERE NOT starts_with(lexeme, '=')
"""
#: The joins are by hash, whatever little PostgreSQL expects of a text: some have 50,000 words.
FUNCTIONS = """
CREATE FUNCTION newsdesk_frequent() RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN {frequent}::text[];

CREATE FUNCTION newsdesk_runs(words tsvector) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 10000
SET enable_nestloop = off
BEGIN ATOMIC
    WITH placed AS MATERIALIZED (
        SELECT filed.lexeme, place::int FROM unnest(words) AS filed, unnest(filed.positions) AS place
        WHERE filed.lexeme = ANY ({frequent}::text[])
    ), before AS MATERIALIZED (
        SELECT lexeme, place, gap, place + gap AS next FROM placed, (VALUES (1), (2), (3)) AS gaps (gap)
    ), pairs AS MATERIALIZED (
        SELECT before.lexeme || ' ' || gap || ' ' || placed.lexeme AS run, placed.lexeme, placed.place
        FROM before JOIN placed ON placed.place = before.next
    )
    SELECT coalesce(array_agg(run), '{{}}') FROM (
        SELECT run FROM pairs
        UNION SELECT pairs.run || ' ' || before.gap || ' ' || placed.lexeme
        FROM pairs JOIN before ON before.lexeme = pairs.lexeme AND before.place = pairs.place
        JOIN placed ON placed.place = before.next
    ) AS runs;
END;
"""
REMOVE = "DROP FUNCTION newsdesk_runs(tsvector); DROP FUNCTION newsdesk_frequent();"
#: What PostgreSQL would reckon with of the runs: nothing, as it would work them out for thousands of articles each time.
UNREAD = "ALTER INDEX searchedarticle_words ALTER COLUMN 2 SET STATISTICS 0;"


def make_functions(apps: object, schema_editor: object) -> None:
    with schema_editor.connection.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(FREQUENT, [WORDS])
        (stems,) = cursor.fetchone()
        quoted = ", ".join("'{}'".format(stem.replace("'", "''")) for stem in stems)
        cursor.execute(FUNCTIONS.format(frequent=f"ARRAY[{quoted}]"))


def remove_functions(apps: object, schema_editor: object) -> None:
    with schema_editor.connection.cursor() as cursor:  # type: ignore[attr-defined]
        cursor.execute(REMOVE)


class Migration(migrations.Migration):
    dependencies = [("articles", "0032_article_numbers")]
    operations = [
        migrations.RunPython(make_functions, remove_functions),
        migrations.RemoveIndex("searchedarticle", "searchedarticle_words"),
        migrations.AddIndex(
            "searchedarticle",
            GinIndex(
                F("words"),
                Func(F("words"), function="newsdesk_runs", output_field=ArrayField(models.TextField())),
                name="searchedarticle_words",
            ),
        ),
        migrations.RunSQL(UNREAD, migrations.RunSQL.noop),
    ]
