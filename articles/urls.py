from django.urls import URLPattern, path

from articles.views import annotation, articles, desk, reports

urlpatterns: list[URLPattern] = [
    path("", desk.desk, name="desk"),
    path("articles/", articles.article_list, name="article-list"),
    path("articles/<int:pk>/", articles.article_detail, name="article-detail"),
    path("articles/<int:pk>/annotate/", annotation.article_annotate, name="article-annotate"),
    path("articles/<int:pk>/mentions/draft/", annotation.mention_draft, name="mention-draft"),
    path("articles/<int:pk>/mentions/add/", annotation.mention_add, name="mention-add"),
    path("mentions/<int:pk>/accept/", annotation.mention_accept, name="mention-accept"),
    path("mentions/<int:pk>/reject/", annotation.mention_reject, name="mention-reject"),
    path("mentions/<int:pk>/restore/", annotation.mention_restore, name="mention-restore"),
    path("mentions/<int:pk>/relabel/", annotation.mention_relabel, name="mention-relabel"),
    path("mentions/<int:pk>/move/", annotation.mention_move, name="mention-move"),
    path("mentions/<int:pk>/details/", annotation.mention_details, name="mention-details"),
    path("mentions/<int:pk>/link/", annotation.mention_link, name="mention-link"),
    path("articles/<int:pk>/reports/add/", reports.report_add, name="report-add"),
    path("reports/<int:pk>/edit/", reports.report_edit, name="report-edit"),
    path("reports/<int:pk>/change/", reports.report_change, name="report-change"),
    path("reports/<int:pk>/accept/", reports.report_accept, name="report-accept"),
    path("reports/<int:pk>/reject/", reports.report_reject, name="report-reject"),
    path("reports/<int:pk>/restore/", reports.report_restore, name="report-restore"),
    path("statements/<int:pk>/accept/", reports.statement_accept, name="statement-accept"),
    path("statements/<int:pk>/reject/", reports.statement_reject, name="statement-reject"),
    path("statements/<int:pk>/restore/", reports.statement_restore, name="statement-restore"),
    path("articles/<int:pk>/review/finish/", reports.review_finish, name="review-finish"),
    path("articles/<int:pk>/review/reopen/", reports.review_reopen, name="review-reopen"),
]
