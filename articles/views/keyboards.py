"""The page where somebody chooses the keys of the annotation page."""

from typing import cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from articles.actions.keyboards import choose_keys, forget_keys
from articles.forms.keyboard import KeyboardForm
from articles.queries.keyboards import keyboard_of
from newsdesk.htmx import HtmxHttpRequest, render_page


@require_http_methods(["GET", "HEAD", "POST"])
def keyboard(request: HtmxHttpRequest) -> HttpResponse:
    user = cast("User", request.user)
    form = KeyboardForm(request.POST or None, keyboard=keyboard_of(user), label_suffix="")
    if request.method == "POST" and form.is_valid():
        choose_keys(form.keys_entered(), by=user, work=form.cleaned_data["work"])
        messages.success(request, _("Your keys are saved."))
        return redirect("keyboard")
    return render_page(request, "accounts/keyboard.html", {"form": form})


@require_POST
def keyboard_reset(request: HtmxHttpRequest) -> HttpResponse:
    forget_keys(by=cast("User", request.user))
    messages.success(request, _("The keys are as they come again."))
    return redirect("keyboard")
