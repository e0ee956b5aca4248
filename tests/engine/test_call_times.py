"""The times that start again when the call is recorded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bruiseaid.engine.recommend import recommend
from tests.engine.cases import case_data, case_of

SEEN, NOW = datetime(2026, 11, 23, 10, 15, tzinfo=UTC), datetime(2026, 11, 23, 12, 20, tzinfo=UTC)


def _due(action_id: str, *calls: str) -> datetime | None:
    spoken: list[dict[str, Any]] = [{"at": at, "who": "the hub", "decision": "accepted"} for at in calls]
    outcome = recommend(case_of(case_data(dob="2026-07-20", people_spoken_to=spoken)), NOW)
    return next(action.due.at for action in outcome.actions if action.id == action_id)


def test_the_doctor_is_asked_for_within_four_hours_of_the_call() -> None:
    assert _due("A-PAED") == SEEN + timedelta(hours=4)
    assert _due("A-PAED", "2026-11-23T11:00:00+00:00") == SEEN + timedelta(hours=4, minutes=45)


@pytest.mark.parametrize("at", ["2027-11-23T11:00:00+00:00", "9999-12-31T23:59:00+00:00", "11:00", "0001-01-01T00:00Z"])
def test_a_call_at_a_time_that_cannot_be_postpones_nothing(at: str) -> None:
    assert _due("A-PAED", at) == SEEN + timedelta(hours=4)
