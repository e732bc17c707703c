"""Who may do what: predicates used by actions, which refuse, and by templates, which hide buttons."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.core.exceptions import PermissionDenied

from articles.enums import TokenScope

EDITORS = "editors"
MANAGERS = "managers"


def can_edit(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Editors correct; so do managers, who are editors with more rights."""
    return in_groups(user, EDITORS, MANAGERS)


def can_manage(user: AbstractBaseUser | AnonymousUser) -> bool:
    """Managers import and pre-annotate."""
    return in_groups(user, MANAGERS)


def in_groups(user: AbstractBaseUser | AnonymousUser, *names: str) -> bool:
    if not isinstance(user, User) or not user.is_active:
        return False
    return user.is_superuser or not groups_of(user).isdisjoint(names)


def groups_of(user: User) -> frozenset[str]:
    """The names of the user's groups; one query a request."""
    known: frozenset[str] | None = getattr(user, "_group_names", None)
    if known is None:
        known = frozenset(user.groups.values_list("name", flat=True))
        user._group_names = known  # type: ignore[attr-defined]  # remembered for this request
    return known


def require_editor(user: AbstractBaseUser | AnonymousUser) -> None:
    if not can_edit(user):
        raise PermissionDenied("Only editors correct annotations.")


def can_undo(user: AbstractBaseUser | AnonymousUser, doer: int) -> bool:
    """People take back what they did themselves; managers, what anybody did."""
    return can_edit(user) and (user.pk == doer or can_manage(user))


def require_undo(user: AbstractBaseUser | AnonymousUser, doer: int) -> None:
    if not can_undo(user, doer):
        raise PermissionDenied("Only managers take back what others did.")


def require_manager(user: AbstractBaseUser | AnonymousUser) -> None:
    if not can_manage(user):
        raise PermissionDenied("Only managers ask for double readings and adjudicate them.")


def may_use(user: AbstractBaseUser | AnonymousUser, scope: TokenScope | str) -> bool:
    """What a token may do is asked again at each use: whoever lost a right lost it for all programs too."""
    if scope == TokenScope.IMPORT:
        return can_manage(user)
    return scope == TokenScope.READ or can_edit(user)


def can_revoke(user: AbstractBaseUser | AnonymousUser, owner: int) -> bool:
    """People revoke their own tokens; managers, anybody's."""
    return user.pk == owner or can_manage(user)
