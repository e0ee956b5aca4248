"""Carries the stored form of older records over to today's, one step for each schema number. No step loses a word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bruiseaid.record.model import SCHEMA


def migrated(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same record in today's form; data in that form comes back as it is.

    Raises:
        ValueError: the data names no schema number, or one that is later than this program's.
    """
    number = data.get("schema")
    if type(number) is not int or number < 1:
        raise ValueError("the record does not say which form it has")
    if number > SCHEMA:
        raise ValueError(f"the record has form {number}; this program reads forms up to {SCHEMA}")
    carried = dict(data)
    while number < SCHEMA:
        carried = _STEPS[number](carried)
        number += 1
        carried["schema"] = number
    return carried


def _from_1(data: dict[str, Any]) -> dict[str, Any]:
    """Schema 2 added what the engine found, and which record takes the place of which; nothing was known of them."""
    return {**data, "trace": {}, "supersedes": "", "superseded_by": ""}


def _from_2(data: dict[str, Any]) -> dict[str, Any]:
    """Schema 3 added the decision for another level, and when each answer was entered.

    Before, a decision stood in words on the first page and did not change the level; these words stay there.
    """
    return {**data, "decision": None, "entered": []}


def _from_3(data: dict[str, Any]) -> dict[str, Any]:
    """Schema 4 added the heading that an action stands under, and that an answer says it is done; both may be empty."""
    return data


_STEPS: Mapping[int, Callable[[dict[str, Any]], dict[str, Any]]] = {1: _from_1, 2: _from_2, 3: _from_3}
