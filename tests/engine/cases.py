"""Cases for tests: from the plain data of a case file to the engine's case, with the shipped protocol."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import Outcome
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.model import Place, Protocol
from bruiseaid.protocol.reader import read_protocol
from bruiseaid.record.case_file import as_tree, case_of_tree

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=UTC)
SEEN = "2026-11-23T10:15:00+00:00"


@cache
def shipped() -> Protocol:
    """The shipped protocol, read once."""
    result = read_protocol(protocol_folder())
    assert result.protocol is not None, [str(problem) for problem in result.problems]
    return result.protocol


def case_of(data: Mapping[str, Any], protocol: Protocol | None = None) -> Case:
    """The case of plain case-file data; fails the test if it has faults."""
    result = case_of_tree(as_tree(dict(data), Place("case", 1, 1)), protocol or shipped(), NOW)
    assert result.case is not None, [str(problem) for problem in result.problems]
    return result.case


def outcome_of(data: Mapping[str, Any], now: datetime = NOW) -> Outcome:
    """The outcome of plain case-file data under the shipped protocol."""
    return recommend(case_of(data), now)


def calm_answers(**changed: Any) -> dict[str, Any]:
    """A walking child of three with one bruise on a shin that someone outside the household saw happen."""
    answers: dict[str, Any] = {
        "emergency_signs": ["none"], "immediate_danger": "no", "safe_now": "yes", "dob": "2023-08-01",
        "mobility": "walking", "mobility_basis": "observed", "marks": [mark()], "disclosure": ["none"],
        "explanation": "witnessed_independently", "interpreter": "not_needed", "delay": "no", "features": ["none"],
        "cooperation": "cooperating", "safe_home": "yes", "context": ["none"], "household": [],
        "practitioner_group": "registered_health", "medical_history": ["none"], "worker_implicated": "no",
        "own_worry": "not",
    }  # fmt: skip
    answers.update(changed)
    return {key: value for key, value in answers.items() if value is not None}


def mark(region: str = "shin", **changed: Any) -> dict[str, Any]:
    """One mark: a bruise on the left, seen by the practitioner, on no record."""
    plain = {
        "region": region, "side": "left", "view": "front", "kind": "bruise", "opinion": "injury_or_probable",
        "doc_status": "not_documented", "seen_by": "me",
    }  # fmt: skip
    return {**plain, **changed}


def case_data(*, seen_at: str = SEEN, borough: str = "rochdale", **answers: Any) -> dict[str, Any]:
    """A whole case file around `calm_answers`."""
    return {"case": 1, "seen_at": seen_at, "borough": borough, "answers": calm_answers(**answers)}
