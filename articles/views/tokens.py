"""The page where somebody makes and revokes tokens for programs."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from articles.actions.tokens import make_token, revoke_token
from articles.forms.token import TokenForm
from articles.models import ApiToken
from articles.permissions import can_manage
from newsdesk.htmx import HtmxHttpRequest, render_page


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_variables("secret")
def tokens(request: HtmxHttpRequest) -> HttpResponse:
    """List them; a POST makes one and shows it this once."""
    user = cast("User", request.user)
    form = TokenForm(request.POST or None, owner=user, label_suffix="")
    context: dict[str, object] = {"form": form}
    if request.method == "POST" and form.is_valid():
        made, secret = make_token(
            form.cleaned_data["name"], form.cleaned_data["scopes"], by=user, days=form.cleaned_data["days"]
        )
        context = {"form": TokenForm(owner=user, label_suffix=""), "made": made, "secret": secret}
    found = ApiToken.objects.select_related("user", "revoked_by")
    context["tokens"] = found.filter(user=user)
    context["others"] = found.exclude(user=user) if can_manage(user) else []
    return render_page(request, "accounts/tokens.html", context)


@require_POST
def token_revoke(request: HtmxHttpRequest, pk: int) -> HttpResponse:
    user = cast("User", request.user)
    found = ApiToken.objects.all() if can_manage(user) else ApiToken.objects.filter(user=user)
    token = revoke_token(get_object_or_404(found, pk=pk), by=user)
    messages.success(request, _("“%(name)s” can be used no more.") % {"name": token.name})
    return redirect("tokens")
