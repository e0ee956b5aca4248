"""A record as data and back: nothing lost, nothing guessed, older forms still open."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bruiseaid.record.codec import NotARecord, canonical, record_as_data, record_digest, record_of
from bruiseaid.record.model import SCHEMA, Annex, AsAnswered
from bruiseaid.report.pdf import make_pdf
from tests.engine.cases import shipped
from tests.report import records
from tests.report.sealed import record_of_story

OLD = Path(__file__).parent / "old_forms"


@pytest.mark.parametrize("number", range(0, len(shipped().scenarios), 4))
def test_a_record_comes_back_the_same(number: int) -> None:
    record = record_of_story(number)
    back = record_of(json.loads(canonical(record_as_data(record))))

    assert back == replace(record, annex=Annex())
    assert record_digest(back) == record_digest(record)


@pytest.mark.parametrize("make", [maker for maker in records.MAKERS if maker is not records.hostile])
def test_a_record_that_came_back_prints_the_same(make: records.Maker) -> None:
    record = make()

    assert make_pdf(record_of(record_as_data(record))) == make_pdf(replace(record, case=_plain(record.case)))


def test_a_hostile_record_is_stored_and_read_whole() -> None:
    back = record_of(json.loads(canonical(record_as_data(records.hostile()))))

    assert back.sections == records.hostile().sections
    assert back.case["note"] == records.ODD


def test_the_annex_is_never_part_of_the_data() -> None:
    assert "annex" not in record_as_data(record_of_story(0))


def test_a_later_print_as_superseded_has_the_same_digest() -> None:
    record = record_of_story(0)

    assert record_digest(replace(record, superseded_by="version 2")) == record_digest(record)
    assert record_digest(replace(record, version=2)) != record_digest(record)


def test_a_record_of_the_first_form_still_opens() -> None:
    record = record_of(json.loads((OLD / "form-1.json").read_text("utf-8")))

    assert (record.id, record.schema, record.supersedes, record.trace.least) == ("R-7K2M", SCHEMA, "", "")
    assert record.child[0].text == "Fern Example"


def test_a_record_of_the_second_form_still_opens_and_says_nothing_of_a_decision() -> None:
    record = record_of(json.loads((OLD / "form-2.json").read_text("utf-8")))

    assert (record.schema, record.decision, record.entered) == (SCHEMA, None, ())
    assert record.child[0].text == "Fern Example"


def test_a_record_of_the_third_form_still_opens_and_what_was_added_to_it_follows_it_still() -> None:
    record = record_of(json.loads((OLD / "form-3.json").read_text("utf-8")))

    assert record.schema == SCHEMA
    assert {(action.group, action.answered) for action in record.actions} == {("", None)}
    assert record_digest(record) == "3e47d89960120cdb07b1df3989484df715bbaee0d097d8daf2d7d37c802db755"


def test_what_came_with_the_fourth_form_is_part_of_the_digest() -> None:
    record = records.baby()
    first, *others = record.actions
    answered = replace(first, done=None, answered=AsAnswered("Parents told: Yes"))

    changed = [replace(record, actions=(one, *others)) for one in (replace(first, group="At once"), answered)]
    assert len({record_digest(one) for one in (record, *changed)}) == 3


@pytest.mark.parametrize(
    "change",
    [
        {"schema": SCHEMA + 1},
        {"schema": None},
        {"schema": True},
        {"unknown": 1},
        {"version": "1"},
        {"kind": "perfect"},
        {"started_at": "yesterday"},
        {"marks": {}},
        {"level": []},
        {"child": [{"label": "Name"}]},
    ],
)
def test_what_does_not_fit_is_refused_without_telling_what_stands_there(change: dict[str, Any]) -> None:
    data = {**record_as_data(records.baby()), **change}

    with pytest.raises(NotARecord) as caught:
        record_of(data)
    assert "Fern" not in str(caught.value)


@pytest.mark.parametrize("data", [None, [], "record", 5, {}])
def test_what_is_no_record_at_all_is_refused(data: object) -> None:
    with pytest.raises(NotARecord):
        record_of(data)


def _plain(case: object) -> Any:
    return json.loads(json.dumps(case))
