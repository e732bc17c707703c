from django.urls import URLPattern, path

from articles.views import articles, desk

urlpatterns: list[URLPattern] = [
    path("", desk.desk, name="desk"),
    path("articles/", articles.article_list, name="article-list"),
    path("articles/<int:pk>/", articles.article_detail, name="article-detail"),
]
