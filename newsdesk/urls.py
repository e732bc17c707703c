from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import include, path

from articles.forms.login import AdminLoginForm, LoginForm
from articles.views.languages import language
from newsdesk import stylesheet

admin.site.login_form = AdminLoginForm

urlpatterns = [
    path("", include("articles.urls")),
    path("api/v1/", include("articles.api.urls")),
    path("login/", LoginView.as_view(authentication_form=LoginForm, redirect_authenticated_user=True), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("i18n/setlang/", language, name="set_language"),
    path("style/<slug:digest>.css", stylesheet.serve, name="style-sheet"),
    path("admin/", admin.site.urls),
]
