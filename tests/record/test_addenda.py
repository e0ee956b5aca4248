"""Later facts: added, never written over, each tied to what it follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bruiseaid.record.addenda import Addendum, Amendment, CannotAdd, add, addendum_digest, addendum_of, breaks
from bruiseaid.record.codec import as_data, digest_of, record_digest
from bruiseaid.record.model import Record
from tests.report import records


def three(record: Record) -> tuple[Addendum, ...]:
    """A chain of three."""
    made: list[Addendum] = []
    for number in (1, 2, 3):
        at, text = record.finished_at + timedelta(hours=number), f"Fact {number}"
        changed = (Amendment("GP", "", "Dr Imaginary"),)
        why = f"Reason {number}"
        made.append(add(record, made, at=at, by="Pat Sample", role="Nurse", why=why, text=text, changes=changed))
    return tuple(made)


def test_a_chain_holds_from_the_record_to_its_last_addendum() -> None:
    record = records.baby()
    chain = three(record)

    assert [one.number for one in chain] == [1, 2, 3]
    assert chain[0].follows == record_digest(record)
    assert chain[2].follows == addendum_digest(chain[1])
    assert list(breaks(record_digest(record), record.id, chain)) == []


def test_changing_leaving_out_or_swapping_one_breaks_the_chain() -> None:
    record = records.baby()
    first, second, third = three(record)
    digest = record_digest(record)
    for chain in (
        (replace(first, text="Another fact"), second, third),
        (first, replace(second, at=second.at + timedelta(minutes=1)), third),
        (second, third),
        (first, third),
        (first, third, second),
    ):
        assert list(breaks(digest, record.id, chain))
    assert list(breaks(digest, "R-OTHER", (first,)))
    assert list(breaks("0" * 64, record.id, (first,)))


def test_the_last_one_cannot_be_dated_before_the_one_it_follows() -> None:
    record = records.baby()
    with pytest.raises(CannotAdd):
        add(record, (), at=record.finished_at - timedelta(minutes=1), by="Pat", role="", why="Because", text="x")


@pytest.mark.parametrize(
    ("by", "why", "text"), [("", "Because", "Fact"), ("Pat Sample", " ", "Fact"), ("Pat Sample", "Because", " ")]
)
def test_an_addendum_says_who_why_and_what(by: str, why: str, text: str) -> None:
    record = records.baby()
    with pytest.raises(CannotAdd):
        add(record, (), at=record.finished_at, by=by, role="", why=why, text=text)


def test_nothing_can_have_become_known_after_it_is_added() -> None:
    record = records.baby()
    later = record.finished_at + timedelta(minutes=1)
    with pytest.raises(CannotAdd):
        add(record, (), at=record.finished_at, by="Pat", role="", why="Because", text="x", learnt_at=later)


def test_a_chain_made_before_it_was_asked_who_said_it_has_the_digest_it_had() -> None:
    first, *_ = three(records.baby())
    data = as_data(first)
    assert isinstance(data, dict)
    as_it_was = {key: held for key, held in data.items() if key not in ("told_by", "learnt_at")}

    assert addendum_digest(first) == digest_of(as_it_was)
    assert addendum_digest(replace(first, told_by="Dr Imaginary")) != addendum_digest(first)


def test_an_addendum_comes_back_from_its_data() -> None:
    chain = three(records.baby())

    assert tuple(addendum_of(as_data(one)) for one in chain) == chain
