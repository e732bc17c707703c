"""Which keys somebody wants on the annotation page: no two commands on one key, none of the browser's."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.enums import KeysWork
from articles.keymap import COMMANDS, GROUPS, MOST_KEYS, Group, is_key
from articles.models import Keyboard


class KeyboardForm(forms.Form):
    """One field a command, with its keys; several with spaces between them."""

    work = forms.ChoiceField(label=_("Keys of one letter work"), choices=KeysWork, widget=forms.RadioSelect)

    def __init__(self, *args: Any, keyboard: Keyboard, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["work"].initial = keyboard.work
        for code, keys in keyboard.all_keys.items():
            self.fields[code] = forms.CharField(
                label=str(COMMANDS[code].text),
                required=False,
                max_length=20,
                initial=" ".join(keys),
                widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
            )

    def groups(self) -> Iterator[tuple[Group, list[forms.BoundField]]]:
        for group in GROUPS:
            yield group, [self[command.code] for command in group.commands]

    def clean(self) -> dict[str, Any]:
        users: dict[str, list[str]] = defaultdict(list)
        for code in COMMANDS:
            self.check_keys(code)
            for key in self.keys_for(code):
                users[key].append(code)
        for key, codes in users.items():
            for code in codes if len(codes) > 1 else ():
                others = ", ".join(str(COMMANDS[other].text) for other in codes if other != code)
                self.add_error(code, _("“%(key)s” is also the key for: %(others)s") % {"key": key, "others": others})
        return self.cleaned_data

    def check_keys(self, code: str) -> None:
        keys = self.keys_for(code)
        refused = [key for key in keys if not is_key(key)]
        if refused:
            text = _("“%(key)s” cannot be used: choose one character that the browser does not need itself.")
            self.add_error(code, ValidationError(text, params={"key": refused[0]}))
        if len(keys) > MOST_KEYS:
            self.add_error(code, ValidationError(_("Choose at most %(most)d keys."), params={"most": MOST_KEYS}))

    def keys_for(self, code: str) -> list[str]:
        return list(dict.fromkeys(str(self.cleaned_data.get(code) or "").split()))

    def keys_entered(self) -> dict[str, list[str]]:
        return {code: self.keys_for(code) for code in COMMANDS}
