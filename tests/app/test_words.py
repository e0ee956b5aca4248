"""The words that practitioners read: plain, and explained where they are not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import textstat

from bruiseaid.app.help_text import terms_in, topics, words
from bruiseaid.app.screens.rules_words import RulesNotice
from tests.journeys.driver import Driver, shipped

RecordProperty: TypeAlias = Callable[[str, object], None]
OLDEST = 13
_GRADE_TO_AGE = 5


def test_the_questions_together_need_no_more_than_a_reading_age_of_thirteen(record_property: RecordProperty) -> None:
    """By three formulas: Flesch and Kincaid's, Coleman and Liau's, and SMOG, usual in health care. The hardest counts.

    A school grade plus five is an age. Short answers are left out: they read too easily. Younger than eleven is no
    fault, easier is kinder to somebody tired; so only the upper end is held.
    """
    textstat.set_lang("en_GB")
    asked = shipped().questions
    parts = [part for question in asked for part in (question.ask, question.help, question.why) if part]
    text = " ".join(part if part[-1] in ".?!" else f"{part}." for part in parts)
    grades = {
        "Flesch-Kincaid": textstat.flesch_kincaid_grade(text),
        "Coleman-Liau": textstat.coleman_liau_index(text),
        "SMOG": textstat.smog_index(text),
    }
    for name, grade in grades.items():
        record_property(f"reading age, {name}", round(grade + _GRADE_TO_AGE, 1))
    assert max(grades.values()) + _GRADE_TO_AGE <= OLDEST, grades


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
    hands.window.session.rules_notice = RulesNotice("Last good rules in force.", "2026.2 did not pass its checks.")
    assert "2026.2 did not pass its checks" in hands.words()
