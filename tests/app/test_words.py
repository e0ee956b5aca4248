"""The words that practitioners read: plain, and explained where they are not."""

from __future__ import annotations

import pytest

from bruiseaid.app.help_text import terms_in, topics, words
from tests.journeys.driver import Driver, shipped

textstat = pytest.importorskip("textstat", reason="measures reading age; not in the locked test packages yet")

OLDEST = 13
_GRADE_TO_AGE = 5


def test_the_questions_together_need_no_more_than_a_reading_age_of_thirteen() -> None:
    """Flesch and Kincaid's grade, by syllables of British English. Short answers are left out: they read too easily."""
    textstat.set_lang("en_GB")
    asked = shipped().questions
    text = " ".join(part for question in asked for part in (question.ask, question.help, question.why) if part)
    age = textstat.flesch_kincaid_grade(text) + _GRADE_TO_AGE
    print(f"reading age of all questions together: {age:.1f}")
    assert age <= OLDEST


def test_the_help_works_without_a_network_and_explains_words() -> None:
    assert len(topics()) >= 5
    assert dict(terms_in("Ask a paediatrician about it."))["paediatrician"] == words()["paediatrician"]
    assert list(terms_in("Nothing here needs that.")) == []


def test_a_word_is_explained_beside_the_question_that_uses_it(hands: Driver) -> None:
    hands.click("start")
    term = next(
        (known.id, name)
        for known in hands.state.protocol.questions
        for name, _ in terms_in(" ".join((known.ask, known.help, known.why)))
        if hands.state.journey and known.id in [page.questions[0] for page in hands.state.journey.pages]
    )
    hands.window.session.go_to(f"ask:{term[0]}")
    hands.click(f"term:{term[1]}")
    assert words()[term[1]] in hands.words()


def test_rules_that_were_refused_are_told_of_on_every_page(hands: Driver) -> None:
    hands.window.session.protocol_state = "Version 2026.2 did not pass its checks. 2026.1 stays in force."
    assert "2026.2 did not pass its checks" in hands.words()
