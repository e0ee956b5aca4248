"""The words that practitioners read: plain, and explained where they are not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import textstat
import yaml

from bruiseaid.app.help_text import terms_in, topics, words
from bruiseaid.app.screens.rules_words import RulesNotice
from bruiseaid.app.screens.state import asking
from bruiseaid.content_paths import protocol_folder
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


def test_no_words_of_the_rules_have_straight_quotation_marks() -> None:
    """The window and the paper use “these”; the rules are read beside them."""

    def texts(node: yaml.Node | None) -> Iterator[str]:
        if isinstance(node, yaml.ScalarNode):
            yield node.value
        elif node is not None:
            for part in node.value:
                yield from (text for one in (part if isinstance(part, tuple) else (part,)) for text in texts(one))

    files = sorted(protocol_folder().rglob("*.yaml"))
    assert len(files) > 10
    for file in files:
        whole = yaml.compose(file.read_text("utf-8"))
        assert [text for text in texts(whole) if '"' in text] == [], file.name
    assert not [line for topic in topics() for line in topic.paragraphs if '"' in line]


def test_a_list_says_what_is_added_to_it() -> None:
    lists = [question for question in shipped().questions if question.type in ("entries", "people")]
    assert len(lists) >= 6
    assert [question.id for question in lists if not question.entry_label] == []


def test_the_button_of_a_list_says_what_one_adds(hands: Driver) -> None:
    hands.click("start")
    hands.window.session.go_to(asking("community"))
    assert "Add a concern" in hands.words()
    hands.click("community.add")
    hands.write("community.what", "Example words")
    hands.click("community.close")
    assert "Add another concern" in hands.words()
    assert hands.shown("community.0").accessibleName().startswith("Concern 1, ")


def test_the_place_that_stands_for_all_others_comes_last_in_the_list_of_boroughs(hands: Driver) -> None:
    hands.click("settings")
    options = hands.window.session.screen().page.choices[0].options  # type: ignore[union-attr]
    assert [option.label for option in options][-1] == "Outside Greater Manchester"
    assert len(options) == len(shipped().boroughs)
