"""Two who read one article."""

import pytest
from django.contrib.auth.models import Group, User

from articles.actions.double_reading import (
    ask_double_reading,
)
from articles.models import (
    DoubleReading,
)
from articles.permissions import EDITORS
from tests.actions.readings import TEXT
from tests.factories import (
    ArticleFactory,
    ReviewFactory,
)


@pytest.fixture
def other(db: None) -> User:
    user = User.objects.create_user("other")
    user.groups.add(Group.objects.get_or_create(name=EDITORS)[0])
    return user


@pytest.fixture
def double(editor: User, other: User, manager: User) -> DoubleReading:
    article = ReviewFactory(article=ArticleFactory(text=TEXT)).article
    return ask_double_reading(article, by=manager, readers=(editor, other))
