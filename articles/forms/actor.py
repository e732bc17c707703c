"""What an editor enters about an actor: its name, its posts, what belongs to somebody else."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.actions.posts import PostFields
from articles.actions.splitting import Share
from articles.models import Actor, Mention, Post
from articles.queries.belongings import Belongings, proofs_of
from articles.queries.countries import country_code, country_name

DAY = {"type": "date"}


class RenameForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=300)
    seen = forms.CharField(max_length=300, widget=forms.HiddenInput)


class SeenForm(forms.Form):
    """How the post stood that the editor saw."""

    seen_title = forms.CharField(max_length=300, widget=forms.HiddenInput)
    seen_country = forms.CharField(max_length=2, required=False, widget=forms.HiddenInput)
    seen_since = forms.DateField(required=False, widget=forms.HiddenInput)
    seen_until = forms.DateField(required=False, widget=forms.HiddenInput)

    def seen(self) -> PostFields:
        data = self.cleaned_data
        return PostFields(data["seen_title"], data["seen_country"], data["seen_since"], data["seen_until"])


class ProofField(forms.ModelChoiceField):  # type: ignore[type-arg]  # Django's class takes none at run time
    """Words of an article that name the actor."""

    def label_from_instance(self, mention: Mention) -> str:
        return f"« {mention.text} » – {mention.article.source.name}, {mention.article.published_on}"


def proofs_to_choose(actor: Actor) -> list[tuple[Any, str]]:
    """The choices of a ProofField, read once for all the forms of a page."""
    return list(ProofField(queryset=proofs_of(actor)).choices)  # type: ignore[arg-type]  # a choice of rows


class PostForm(forms.Form):
    title = forms.CharField(label=_("Office"), max_length=300)
    country = forms.CharField(label=_("Country"), required=False, max_length=100)
    since = forms.DateField(label=_("Since"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    until = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs=DAY, format="%Y-%m-%d"))
    evidence = ProofField(label=_("Words that show it"), queryset=Mention.objects.none())

    def __init__(self, *args: Any, actor: Actor, proofs: list[tuple[Any, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = proofs_of(actor)  # type: ignore[attr-defined]  # it is a choice of rows
        if proofs is not None:
            self.fields["evidence"].choices = proofs  # type: ignore[attr-defined]  # the same

    def clean_country(self) -> str:
        text = str(self.cleaned_data["country"]).strip()
        code = country_code(text) if text else ""
        if text and not code:
            raise ValidationError(_("No country is called this. Write its name or its two letters."))
        return code

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        since, until = data.get("since"), data.get("until")
        if since and until and until < since:
            self.add_error("until", _("The end lies before the start."))
        return data

    def fields_entered(self) -> PostFields:
        data = self.cleaned_data
        return PostFields(data["title"], data["country"], data["since"], data["until"])


class ChangePostForm(SeenForm, PostForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].required = False


def initial_of(post: Post) -> dict[str, Any]:
    """What the form of a post begins with."""
    shown = {"title": post.title, "country": country_name(post.country) if post.country else ""}
    seen = {f"seen_{name}": getattr(post, name) for name in ("title", "country", "since", "until")}
    return {**shown, "since": post.since, "until": post.until, **seen}


class SplitForm(forms.Form):
    """The name of the new actor, and what goes to it."""

    name = forms.CharField(label=_("Name of the new actor"), max_length=300)
    mentions = forms.TypedMultipleChoiceField(required=False, coerce=int)
    reports = forms.TypedMultipleChoiceField(required=False, coerce=int)
    statements = forms.TypedMultipleChoiceField(required=False, coerce=int)

    def __init__(self, *args: Any, listed: Belongings, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("mentions", "reports", "statements"):
            rows = getattr(listed, name)
            self.fields[name].choices = [(row.pk, row.pk) for row in rows]  # type: ignore[attr-defined]  # choices

    def share(self) -> Share:
        return Share(*(tuple(self.cleaned_data[name]) for name in ("mentions", "reports", "statements")))
