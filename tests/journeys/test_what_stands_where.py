"""What to do now: under which heading each thing stands, and what the answers say is done already."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from bruiseaid.app.pages.action_row import ActionRow
from bruiseaid.app.screens.action_rows import ActionRow as RowView
from bruiseaid.app.screens.do_now import DoNowPage
from bruiseaid.app.screens.others import FinishedPage
from bruiseaid.app.screens.state import CHECK, DO_NOW, asking
from tests.journeys.doing import record_refusal, referral, top
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

REFUSED = "When a referral is not taken on"
ANSWERS = {
    "parents_informed": {"told": "yes"},
    "child_words": {"words": "Cannot speak yet", "presentation": "Calm"},
    "history": {"records_read": "GP record, today"},
}


def walked(hands: Driver, story: str, **answers: Any) -> Driver:
    """At "what to do now", where what is asked after it is answered too."""
    hands.reach_result({**vignette(story)["case"]["answers"], **answers})
    for name in ("parents_informed",) if "parents_informed" in answers else ():
        hands.window.session.go_to(asking(name))
        hands.answer(hands.question(name), answers[name], to_finish=False)
        hands.window.session.go_to(DO_NOW)
    assert hands.place == DO_NOW
    return hands


def rows(hands: Driver) -> dict[str, RowView]:
    page = hands.window.session.screen().page
    assert isinstance(page, DoNowPage)
    return {row.id: row for row in page.rows}


def shown_in_order(hands: Driver) -> list[str]:
    """Headings and actions from top to bottom."""
    heads = {row.group for row in rows(hands).values() if row.group}
    labels = [label for label in hands.window.findChildren(QLabel) if label.isVisible() and label.text() in heads]
    tops = {label.text(): label.mapTo(hands.window, label.rect().topLeft()).y() for label in labels}
    tops |= {name: top(hands, f"action:{name}") for name in rows(hands)}
    return sorted(tops, key=lambda name: tops[name])


def spoken_in_order(hands: Driver) -> list[str]:
    """Headings and actions in the order in which assistive technology meets them."""
    heads = {row.group for row in rows(hands).values() if row.group}
    among = hands.shown(f"action:{referral(hands)}").parentWidget()
    assert among is not None
    children = [child for child in among.children() if isinstance(child, ActionRow | QLabel)]
    named = [c.text() if isinstance(c, QLabel) else c.objectName().removeprefix("action:") for c in children]
    return [name for name in named if name in heads or name in rows(hands)]


@pytest.mark.parametrize("story", ["V01", "V19", "V28"])
def test_each_group_stands_under_its_heading_once(hands: Driver, story: str) -> None:
    walked(hands, story)
    wanted = [part for row in rows(hands).values() for part in (row.group, row.id) if part]
    groups = {action.group for action in hands.state.outcome.actions}  # type: ignore[union-attr]
    assert len(groups) == sum(bool(row.group) for row in rows(hands).values())
    assert shown_in_order(hands) == wanted


def test_what_was_refused_stands_above_the_call_also_for_who_hears_the_page(baby: Driver) -> None:
    assert REFUSED not in baby.words()
    record_refusal(baby, referral(baby), "A. Nother")
    baby.rest()
    wanted = [part for row in rows(baby).values() for part in (row.group, row.id) if part]
    assert wanted[:4] == ["At once", "A-STAY", REFUSED, "A-ESCALATE"]
    assert shown_in_order(baby) == wanted
    assert spoken_in_order(baby) == wanted


@pytest.mark.parametrize(("story", "words"), [("V01", "after the call"), ("V19", "same contact")])
def test_when_to_tell_the_parents_does_not_wait_for_a_call_that_is_not_made(
    hands: Driver, story: str, words: str
) -> None:
    walked(hands, story)
    row = rows(hands)["A-PARENTS"]
    assert row.under == words
    assert not row.detail.startswith("After the call")


def test_what_is_answered_as_done_is_open_nowhere(hands: Driver) -> None:
    walked(hands, "V01", **ANSWERS)
    answered = ("A-CHILD-WORDS", "A-PARENTS", "A-CHECKS")
    assert {rows(hands)[name].state for name in answered} == {"done"}
    assert "You answered: Parents told: Yes, entered 10:20" in hands.words()
    assert all(hands.find(f"undo:{name}") is None for name in answered)
    left = sum(row.state != "done" for row in rows(hands).values())
    hands.window.session.go_to(CHECK)
    assert "Answered: Tell the parents what happens next" in hands.words()
    assert f"Still open: {left} actions" in hands.words()
    hands.click("finish_early")
    page = hands.window.session.screen().page
    assert isinstance(page, FinishedPage)
    assert len(page.next_words) + page.more_left == left


def test_an_answer_that_says_when_it_was_done_gives_its_time(hands: Driver) -> None:
    walked(hands, "V01", **ANSWERS)
    hands.click("answered:A-PARENTS")
    for part, text in (("day", "23"), ("month", "11"), ("year", "2026"), ("time", "10:05")):
        hands.write(f"parents_informed.at.{part}", text)
    hands.forward()
    row = rows(hands)["A-PARENTS"]
    assert (row.time, row.under, row.done_words) == ("10:05", "done", "You answered: Parents told: Yes")
    hands.window.session.go_to(CHECK)
    assert "10:05 Tell the parents what happens next (as you answered)" in hands.words()


def test_what_is_answered_as_done_is_not_overdue(hands: Driver) -> None:
    walked(hands, "V01", **ANSWERS)
    hands.now = hands.now.replace(hour=12)
    hands.window.session.tick()
    late = [row.id for row in rows(hands).values() if row.state == "overdue"]
    assert "A-CSC-PHONE" in late
    assert "A-PARENTS" not in late


def test_change_leads_to_the_answer_and_what_it_says_no_more_is_open_again(hands: Driver) -> None:
    walked(hands, "V01", **ANSWERS)
    hands.click("answered:A-PARENTS")
    assert hands.place == asking("parents_informed")
    hands.click("parents_informed.told=no")
    hands.forward()
    assert hands.place == DO_NOW
    assert rows(hands)["A-PARENTS"].state == "waiting"
    assert hands.find("answered:A-PARENTS") is None
    hands.click("quiet:A-PARENTS")
    hands.click("form.save")
    assert hands.find("undo:A-PARENTS") is not None


def test_what_was_recorded_by_hand_stays_so_whatever_is_answered(baby: Driver) -> None:
    baby.click("quiet:A-PARENTS")
    baby.click("form.save")
    baby.click("step:check")
    baby.click("change:parents_informed")
    baby.click("parents_informed.told=yes")
    baby.forward()
    baby.click("step:do_now")
    assert rows(baby)["A-PARENTS"].undo_words == "Undo"
    assert "You answered: Parents told" not in baby.words()
    baby.click("undo:A-PARENTS")
    assert rows(baby)["A-PARENTS"].undo_words == "Change"
    assert "You answered: Parents told: Yes, entered 10:20" in baby.words()
