"""The right number for this borough at this hour; where hours are not known, every number."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bruiseaid.engine.contacts import NOT_CHECKED, check_words
from bruiseaid.engine.outcome import ContactNow
from bruiseaid.engine.recommend import recommend
from tests.engine.cases import case_data, case_of, shipped

SUNDAY_NIGHT = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
MONDAY_MORNING = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)

# Daytime and out-of-hours numbers as the brief gives them.
NUMBERS = {
    "bolton": ("01204 331500", "01204 337777"),
    "bury": ("0161 253 5678", "0161 253 6606"),
    "manchester": ("0161 234 5001", "0161 234 5001"),
    "oldham": ("0161 770 7777", "0161 770 6936"),
    "rochdale": ("0300 303 0440", "0300 303 8875"),
    "salford": ("0161 603 4500", "0161 794 8888"),
    "stockport": ("0161 217 6028", "0161 718 2118"),
    "tameside": ("0161 342 4101", "0161 342 2222"),
    "trafford": ("0161 912 5125", "0161 912 2020"),
    "wigan": ("01942 828300", "01942 828300"),
}
HOURS_NOT_KNOWN = {"bolton", "bury", "manchester", "trafford"}


def _contact(borough: str, now: datetime) -> ContactNow:
    case = case_of(case_data(borough=borough, dob="2026-07-20"))
    action = next(action for action in recommend(case, now).actions if action.id == "A-CSC-PHONE")
    assert action.contact is not None
    return action.contact


def _phones(contact: ContactNow) -> set[str]:
    return {contact.first.phone, *(other.phone for other in contact.others)}


@pytest.mark.parametrize("borough", NUMBERS)
def test_on_a_sunday_night_the_out_of_hours_number_is_given(borough: str) -> None:
    contact = _contact(borough, SUNDAY_NIGHT)
    assert NUMBERS[borough][1] in _phones(contact)
    if borough not in HOURS_NOT_KNOWN:
        assert contact.first.phone == NUMBERS[borough][1]


@pytest.mark.parametrize("borough", NUMBERS)
def test_on_a_monday_morning_the_daytime_number_comes_first(borough: str) -> None:
    assert _contact(borough, MONDAY_MORNING).first.phone == NUMBERS[borough][0]


@pytest.mark.parametrize("borough", sorted(HOURS_NOT_KNOWN))
def test_where_hours_are_not_known_every_number_is_given_and_nothing_is_said_about_open(borough: str) -> None:
    for now in (SUNDAY_NIGHT, MONDAY_MORNING):
        contact = _contact(borough, now)
        assert _phones(contact) == set(NUMBERS[borough])
        assert contact.first.open_now is None


def test_a_bank_holiday_counts_as_closed() -> None:
    christmas = datetime(2026, 12, 25, 10, 0, tzinfo=UTC)
    assert _contact("rochdale", christmas).first.phone == NUMBERS["rochdale"][1]


def test_hours_are_local_hours() -> None:
    summer = datetime(2026, 7, 20, 7, 45, tzinfo=UTC)
    assert _contact("rochdale", summer).first.open_now is True
    assert _contact("rochdale", summer).first.phone == NUMBERS["rochdale"][0]


def test_every_hour_of_a_week_has_somebody_to_ring_in_every_borough() -> None:
    start = datetime(2026, 10, 22, tzinfo=UTC)
    for borough in (b.id for b in shipped().boroughs):
        for hour in range(168):
            contact = _contact(borough, start + timedelta(hours=hour))
            assert contact.first.phone
            assert contact.first.open_now is not False


def test_outside_greater_manchester_the_police_number_stands_in_and_says_so() -> None:
    contact = _contact("other", MONDAY_MORNING)
    assert contact.first.phone == "101"
    assert "council" in contact.first.note.lower()


def test_a_number_that_was_not_checked_says_so() -> None:
    assert _contact("bolton", MONDAY_MORNING).first.status == "not verified"


def test_a_number_nobody_has_rung_says_so_in_the_words_of_the_rules_or_without_them() -> None:
    bolton, police = (_contact(borough, MONDAY_MORNING).first for borough in ("bolton", "other"))
    assert check_words(replace(shipped(), words={"number_not_checked": "Nobody tried it"}), bolton) == "Nobody tried it"
    assert check_words(replace(shipped(), words={}), bolton) == NOT_CHECKED
    assert check_words(shipped(), replace(bolton, status="test-rung")) == ""
    assert check_words(shipped(), police) == ""
