"""What an editor writes about words of an article."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.forms.mention import SpanForm
from articles.models.note import LONGEST_NOTE


class ReplyForm(forms.Form):
    body = forms.CharField(label=_("Reply"), max_length=LONGEST_NOTE, widget=forms.Textarea({"rows": 2}))


class NoteForm(SpanForm):
    body = forms.CharField(label=_("Note"), max_length=LONGEST_NOTE, widget=forms.Textarea({"rows": 3}))
