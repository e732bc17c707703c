"""What the annotation page does by keyboard, and which keys do it unless somebody chose others."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.enums import MentionLabel

#: At most so many keys for one command.
MOST_KEYS = 3
#: Firefox opens its search with these; the space bar scrolls and presses buttons.
BROWSER_KEYS = frozenset("/' ")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing to do; `code` is what scripts and preferences know it by."""

    code: str
    text: str | Promise
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    text: str | Promise
    commands: tuple[Command, ...]


#: The keys of a French keyboard reach all of these; brackets are there for the others.
GROUPS = (
    Group(
        _("Moving"),
        (
            Command("next", _("next proposal"), ("j",)),
            Command("previous", _("previous proposal"), ("k",)),
            Command("next-mention", _("next proposed mention"), ("w",)),
            Command("previous-mention", _("previous proposed mention"), ("W",)),
            Command("next-report", _("next meeting"), ("m",)),
            Command("previous-report", _("previous meeting"), ("M",)),
            Command("next-statement", _("next statement"), ("s",)),
            Command("previous-statement", _("previous statement"), ("S",)),
            Command("next-article", _("next article"), ("g",)),
        ),
    ),
    Group(
        _("Deciding"),
        (
            Command("accept", _("accept and go on"), ("a",)),
            Command("reject", _("reject and go on"), ("x",)),
            Command("undo", _("undo"), ("u",)),
            Command("redo", _("redo"), ("U",)),
            Command("sure", _("accept what the machine is sure of"), ("A",)),
            Command("correct", _("correct the meeting or statement in hand"), ("c",)),
            Command("finish", _("finish the review"), ("f",)),
        ),
    ),
    Group(
        _("Labels"),
        (
            Command("label-1", MentionLabel.PER.label, ("1",)),
            Command("label-2", MentionLabel.ROLE.label, ("2",)),
            Command("label-3", MentionLabel.ORG.label, ("3",)),
            Command("label-4", MentionLabel.GPE.label, ("4",)),
            Command("label-5", MentionLabel.LOC.label, ("5",)),
            Command("label-6", MentionLabel.NORP.label, ("6",)),
            Command("label-7", MentionLabel.DATE.label, ("7",)),
        ),
    ),
    Group(
        _("The mention in hand"),
        (
            Command("start-left", _("start one word earlier"), ("b", "[")),
            Command("start-right", _("start one word later"), ("B", "{")),
            Command("end-right", _("end one word later"), ("e", "]")),
            Command("end-left", _("end one word earlier"), ("E", "}")),
            Command("start-left-letter", _("start one character earlier"), ("h",)),
            Command("start-right-letter", _("start one character later"), ("H",)),
            Command("end-right-letter", _("end one character later"), ("r",)),
            Command("end-left-letter", _("end one character earlier"), ("R",)),
            Command("link", _("link to an actor"), ("l",)),
            Command("alike", _("Apply to all mentions of these words"), ("p",)),
            Command("value", _("date value, place, figurative use"), ("v",)),
        ),
    ),
    Group(
        _("Adding"),
        (
            Command("mark", _("mark words"), ("n",)),
            Command("add-report", _("add a meeting"), ("T",)),
            Command("add-statement", _("add a statement"), ("D",)),
        ),
    ),
    Group(
        _("The page"),
        (
            Command("order", _("as in the text, or least sure first"), ("o",)),
            Command("help", _("the keys"), ("?",)),
        ),
    ),
)
COMMANDS = {command.code: command for group in GROUPS for command in group.commands}

#: What a blind reading has no use for: it decides nothing.
NOT_IN_READING = frozenset(
    {
        "next-report", "previous-report", "next-statement", "previous-statement", "next-article", "accept", "sure",
        "correct", "alike", "value", "order",
    }
)  # fmt: skip


def groups_for(page: str) -> list[Group]:
    """The commands of the annotation page, or those of a `reading`."""
    if page != "reading":
        return list(GROUPS)
    kept = [
        Group(group.text, tuple(each for each in group.commands if each.code not in NOT_IN_READING)) for group in GROUPS
    ]
    return [group for group in kept if group.commands]


def keys_of(chosen: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The keys of every command: those chosen, else its own, unless another command was given them."""
    taken = {key for keys in chosen.values() for key in keys}
    return {
        code: list(chosen[code]) if code in chosen else [key for key in command.keys if key not in taken]
        for code, command in COMMANDS.items()
    }


def is_key(key: str) -> bool:
    """Whether a key may be given to a command.

    One visible character. Tab, Enter, Escape, arrows and function keys, and all keys pressed together with Ctrl,
    Alt or Meta, belong to the browser, the system and screen readers; so do a few characters.
    """
    return len(key) == 1 and key.isprintable() and key not in BROWSER_KEYS
