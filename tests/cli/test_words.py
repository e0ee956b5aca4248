"""An outcome in words, for a terminal."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bruiseaid.cli.words import outcome_words
from tests.engine.cases import case_data, outcome_of, shipped


def _words(**changed: Any) -> str:
    return outcome_words(shipped(), outcome_of(case_data(**changed)), proved=True)


@pytest.mark.parametrize(
    "changed", [{}, {"context": ["young_parent"]}, {"delay": None, "marks": None}, {"marks": []}, {"own_worry": "very"}]
)
def test_every_outcome_holds_a_number_to_ring(changed: dict[str, Any]) -> None:
    assert re.search(r"\b999\b|\b0\d{3} ", _words(**changed))


def test_an_answer_that_is_not_asked_for_is_named_in_words() -> None:
    assert "Not asked in this case, so not used: Everyone agrees (accounts_agree)" in _words(accounts_agree="yes")


def test_an_open_question_is_named_as_it_is_asked_and_as_a_case_file_has_it() -> None:
    assert "Does any mark show one of these? (features)" in _words(features=None)
