"""Another child of the home gets a record of their own, with what both share and nothing else."""

from __future__ import annotations

from typing import Any

from bruiseaid.app.changing import listed
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


def answers() -> dict[str, Any]:
    found = dict(vignette("V01")["case"]["answers"])
    found["household"] = [{"name": "Jo Example", "identified": "yes"}]
    found["siblings"] = [{"name": "Sam Example", "action": "Seen today"}, {"name": "Kit Example"}]
    found["child"] = {"name": "Alex Example"}
    found["community"] = [{"what": "Shouting at night", "who": "Neighbour Madeup"}]
    return found


def test_the_next_childs_record_begins_with_the_home_and_not_with_the_marks(hands: Driver) -> None:
    hands.click("start")
    hands.walk(answers(), to_finish=False)
    hands.finish(early=True)
    first = hands.state.draft
    assert first is not None
    hands.click("next_child:0")
    draft = hands.state.draft
    assert draft is not None
    assert draft.id != first.id
    given = draft.case.answers
    assert [entry["name"] for entry in listed(given["siblings"])] == ["Kit Example", "Alex Example"]
    assert given["child"] == {"name": "Sam Example"}
    assert listed(given["siblings"])[1]["action"] == f"Has a record of their own, {first.id}"
    assert given["community"] == first.case.answers["community"]
    assert given["household"] == first.case.answers["household"]
    assert not {"marks", "dob", "emergency_signs", "explanation", "context"} & set(given)
    assert first.id in draft.events[0].text


def test_ticks_that_were_cleared_come_back_with_control_z(hands: Driver) -> None:
    from PySide6.QtCore import Qt

    hands.click("start")
    question = hands.question("emergency_signs")
    first, second = question.options[0].id, question.options[1].id
    alone = next(option.id for option in question.options if option.alone)
    for name in (first, second, alone):
        hands.click(f"{question.id}={name}")
    assert "ticks removed" in hands.window.session.screen().announcement
    hands.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.state.draft is not None
    assert hands.state.draft.case.answers[question.id] == (first, second)
