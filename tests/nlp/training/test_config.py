from pathlib import Path

import pytest

from articles.nlp.training.config import DEFAULT, ConfigError, read_config


def test_default_config_is_in_order() -> None:
    config = read_config()
    assert (config.name, config.base, config.labels) == ("newsdesk_ner_fr", "fr_core_news_md", ("PER", "LOC", "ORG"))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("seed = 1", "", "seed is missing"),
        ("seed = 1", "seed = -1", "seed must be a whole number, at least 0"),
        ("seed = 1", "seed = 1\nsead = 2", "sead is not known"),
        ("test_share = 0.11", "test_share = 1", "test_share must be a number from 0 to 0.99"),
        ("test_share = 0.11", "test_share = 0.95", "test_share and stop_share leave nothing to learn from"),
        ('labels = ["PER", "LOC", "ORG"]', "labels = []", "labels must be a list of words"),
        ('base = "fr_core_news_md"', "base = 5", "base must be a word"),
        ("[variation]", "[variations]", "variations is not known|variation.spacing is missing"),
        ("[fitting]", "[fitting", "Expected"),
    ],
)
def test_wrong_value_is_named(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = DEFAULT.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "config.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ConfigError, match=message):
        read_config(path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: No such file or directory"):
        read_config(tmp_path / "none.toml")
