"""Whatever is pressed and written, in whatever order: nothing breaks, help is at hand, and nothing said is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from bruiseaid.app.screens.state import EMERGENCY
from bruiseaid.record.progress import Draft
from tests.journeys.any_hands import AnyHands
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

_SIZES = ((1280, 800), (900, 640))
_STEPS = 120


def said(draft: Draft) -> tuple[object, ...]:
    """What stands in a record. No tick at all is no answer."""
    ticks = {question.id for question in draft.case.protocol.questions if question.type == "ticks"}
    answers = {name: answer for name, answer in draft.case.answers.items() if answer or name not in ticks}
    return answers, draft.done, draft.rungs, draft.noting


@pytest.mark.parametrize(("seed", "story"), [(1, ""), (2, "V01"), (3, "V19"), (4, "V36")])
def test_hands_that_press_anything_find_999_everywhere_and_the_record_as_it_was_left(
    seed: int, story: str, tmp_path: Path
) -> None:
    width, height = _SIZES[seed % 2]
    hands = Driver(tmp_path / "data", width=width, height=height)
    hands.click("start")
    if story:
        hands.walk(vignette(story)["case"]["answers"], to_finish=False)
    any_hands = AnyHands(hands, seed)
    for did in any_hands.go(_STEPS):
        hidden = hands.state.ui.hidden
        assert hidden or hands.place == EMERGENCY or hands.find("emergency") is not None, (did, hands.place)
    if hands.state.ui.hidden:
        hands.window.session.hide()
    left = hands.state.draft
    hands.window.close()
    if left is None or left.practice:
        return
    again = Driver(tmp_path / "data")
    again.click(f"open:{left.id}")
    found = again.state.draft
    assert found is not None
    assert said(found) == said(left), any_hands.did
