"""The JSON Schema accepts what the reader accepts and underlines what it refuses, as far as a schema can."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.schema import schemas
from tests.engine.cases import shipped
from tests.protocol.broken import NAMES, Broken

# What only the whole folder can show: names in other files, ids twice, what waits for what.
BEYOND_A_SCHEMA = {
    "marks that are not always asked about",
    "a fact that uses a later one", "a fact without otherwise", "a branch with no such value", "a fact of two kinds",
    "a rule with two effects side by side", "a rule without an effect", "a base without marks", "the same rule twice",
    "the same question twice", "the same option twice", "a word of the engine as id", "an unknown step",
    "a source that was taken out", "an unknown action in a least set", "an unknown contact", "a section twice",
    "questions that wait for each other", "an unknown detail of a mark", "an unknown list in any_in",
    "a holiday that is no date",
    "an empty answer that counts as an option that is not there",
    "a detail left empty that counts as an option that is not there",
    "an empty number that is none",
    "a greatest number under the least",
    "two questions for one key of the case file",
    "an option of a detail twice",
    "an age since something that is no date",
    "weeks that are no number",
    "a place on the body twice",
    "a borough twice",
    "a line that closes before it opens",
    "a least set of two kinds",
    "a time zone that is none",
    "a time zone that is a path",
    "a question on the page of itself",
    "a question put off until after itself",
    "a step that looks at the level so far",
    "a question that bears on the level after the result",
    "the moment from which times count after the result",
    "a needed question after the result",
    "a question put off after the result",
    "two on one page on two sides of the result",
    "a step below those after the result",
    "a first step after the result",
    "a number from more to less",
    "a second look at one question twice", "a second look that leads nowhere", "a second look for nothing",
    "the same second look twice", "one time alone in order", "a time before itself", "a second look at a level",
    "a group that nobody uses", "the same group twice", "a group that is left and comes again",
    "an action without a group among those with one",
    "an unknown detail that says that something is done", "an unknown answer that says that something is done",
    "a chosen answer without its values", "values of something that is written", "a group whose detail is not named",
    "a detail of a question that has none", "a time of doing that is no time",
    "words that a chosen answer begins with", "a call that an answer says is done",
    "a restricted answer that says that something is done",
}  # fmt: skip


def _kind(name: str) -> str:
    folder = name.split("/")[0] if "/" in name else ""
    return {"": "protocol", "boroughs": "borough", "scenarios": "scenario"}[folder]


def _validator(name: str, *, knows: bool = True) -> Draft202012Validator:
    return _validator_of(_kind(name), knows)


@cache
def _validator_of(kind: str, knows: bool) -> Draft202012Validator:
    schema = schemas(shipped() if knows else None)[kind]
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _loaded(data: bytes) -> Any:
    """As an editor loads it: whole numbers as numbers, yes and no as words."""
    return yaml.load(data, Loader=_Editor)


class _Editor(yaml.SafeLoader):
    """YAML 1.2 as editors read it."""


_Editor.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if tag.endswith((":int", ":null"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
FILES = sorted(path.relative_to(protocol_folder()).as_posix() for path in protocol_folder().rglob("*.yaml"))


@pytest.mark.parametrize("knows", [True, False], ids=["with its names", "without"])
@pytest.mark.parametrize("name", FILES)
def test_every_shipped_file_fits(name: str, knows: bool) -> None:
    data = (protocol_folder() / name).read_bytes()
    errors = [f"{list(e.path)}: {e.message[:200]}" for e in _validator(name, knows=knows).iter_errors(_loaded(data))]
    assert not errors, errors[:5]


SEEN = [kind for kind in NAMES if kind.name not in BEYOND_A_SCHEMA]


def test_at_least_thirty_kinds_of_mistake_are_underlined() -> None:
    assert len(SEEN) >= 30


@pytest.mark.parametrize("kind", SEEN, ids=lambda kind: kind.name)
def test_a_broken_file_is_underlined(kind: Broken) -> None:
    data = kind.edit((protocol_folder() / Path(kind.file)).read_bytes())
    assert list(_validator(kind.file).iter_errors(_loaded(data)))
